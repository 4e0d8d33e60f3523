"""Who works for which gemeente."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Redacteurschap(models.Model):
    """A person works for the redactie of a gemeente, or consults its map as a consulent."""

    class Rol(models.TextChoices):
        HOOFDREDACTEUR = "hoofdredacteur", _("Hoofdredacteur")
        REDACTEUR = "redacteur", _("Redacteur")
        CONSULENT = "consulent", _("Consulent")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("gebruiker"),
        on_delete=models.CASCADE,
        related_name="redacteurschappen",
    )
    gemeente = models.ForeignKey(
        "socialmap.Gemeente",
        verbose_name=_("gemeente"),
        on_delete=models.CASCADE,
        related_name="redactie",
    )
    rol = models.CharField(_("rol"), max_length=15, choices=Rol.choices, default=Rol.REDACTEUR)

    class Meta:
        verbose_name = _("redacteurschap")
        verbose_name_plural = _("redacteurschappen")
        constraints = [
            models.UniqueConstraint(fields=["user", "gemeente"], name="redacteurschap_een_keer"),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.gemeente} ({self.get_rol_display()})"
