"""How often a list that search reads was changed: every process sees by it that it must reread."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Lijstversie(models.Model):
    """One row a list. Written by database triggers only, so that no way of writing is missed."""

    naam = models.CharField(_("lijst"), max_length=20, primary_key=True)
    nummer = models.BigIntegerField(_("versie"), default=0)

    class Meta:
        verbose_name = _("versie van een lijst")
        verbose_name_plural = _("versies van lijsten")

    def __str__(self) -> str:
        return f"{self.naam} {self.nummer}"
