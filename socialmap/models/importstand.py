"""What an import last wrote, so that the next one knows what a person changed since."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportStand(models.Model):
    """The values of one entry as the import left them: {field: value}."""

    voorziening = models.OneToOneField(
        "socialmap.Voorziening", on_delete=models.CASCADE, related_name="importstand"
    )
    bestand = models.CharField(_("bestand"), max_length=100)
    waarden = models.JSONField(_("waarden"), default=dict)
    opgeslagen_op = models.DateTimeField(_("ingelezen op"), auto_now=True)

    class Meta:
        verbose_name = _("stand van de import")
        verbose_name_plural = _("standen van de import")

    def __str__(self) -> str:
        return f"{self.bestand}: {self.voorziening_id}"
