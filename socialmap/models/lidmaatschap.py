"""Who may keep the entries of which aanbieder."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Lidmaatschap(models.Model):
    """A person works for an aanbieder. Scope comes from these rows, never from Django groups."""

    class Rol(models.TextChoices):
        BEHEERDER = "beheerder", _("Beheerder")
        BEWERKER = "bewerker", _("Bewerker")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("gebruiker"),
        on_delete=models.CASCADE,
        related_name="lidmaatschappen",
    )
    aanbieder = models.ForeignKey(
        "socialmap.Aanbieder",
        verbose_name=_("aanbieder"),
        on_delete=models.CASCADE,
        related_name="leden",
    )
    rol = models.CharField(_("rol"), max_length=10, choices=Rol.choices, default=Rol.BEWERKER)

    class Meta:
        verbose_name = _("lidmaatschap")
        verbose_name_plural = _("lidmaatschappen")
        constraints = [
            models.UniqueConstraint(fields=["user", "aanbieder"], name="lidmaatschap_een_keer"),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.aanbieder} ({self.get_rol_display()})"
