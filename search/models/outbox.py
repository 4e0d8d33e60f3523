"""The outbox: which published things changed, one row per change and registered consumer."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Afnemer(models.Model):
    """A registered consumer of changes, such as the index on one machine."""

    naam = models.CharField(_("naam"), max_length=200, unique=True)
    gezien_op = models.DateTimeField(_("laatst gezien"), default=timezone.now)
    gebouwd_op = models.DateField(
        _("gebouwd op"),
        null=True,
        help_text=_("Wat te vinden is, verandert met de datum: elke dag een nieuwe index."),
    )
    verouderd = models.BooleanField(
        _("moet opnieuw opbouwen"),
        default=True,
        help_text=_("De index is van voor een migratie of was te lang weg."),
    )

    class Meta:
        verbose_name = _("afnemer van wijzigingen")
        verbose_name_plural = _("afnemers van wijzigingen")

    def __str__(self) -> str:
        return self.naam


class Wijziging(models.Model):
    """One change of one voorziening, waiting for one consumer. Written by database triggers only.

    The row says which voorziening to look at, not what it says: the consumer reads the current
    state, so that reading is idempotent and free of order.
    """

    id = models.BigAutoField(primary_key=True)
    # Without a constraint: a consumer that leaves may not make a publication fail whose trigger saw
    # it a moment before. `consumers.forget_silent` sweeps what is left of it.
    afnemer = models.ForeignKey(
        Afnemer, on_delete=models.CASCADE, related_name="wijzigingen", db_constraint=False
    )
    public_id = models.UUIDField(_("openbaar nummer"))

    class Meta:
        verbose_name = _("wijziging")
        verbose_name_plural = _("wijzigingen")
        indexes = [models.Index(fields=["afnemer", "id"], name="wijziging_per_afnemer")]

    def __str__(self) -> str:
        return str(self.public_id)
