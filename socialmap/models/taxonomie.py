"""Fixed lists that visitors filter on: leefgebieden, doelgroepen, talen."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Term(models.Model):
    """A word of a list, with its place in the order."""

    slug = models.SlugField(_("code"), max_length=60, unique=True)
    naam = models.CharField(_("naam"), max_length=80)
    uitleg = models.CharField(_("uitleg in gewone woorden"), max_length=200, blank=True)
    volgorde = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    class Meta:
        abstract = True
        ordering = ["volgorde", "naam"]

    def __str__(self) -> str:
        return self.naam


class Leefgebied(Term):
    """A part of life with which someone may want help."""

    class Meta(Term.Meta):
        verbose_name = _("leefgebied")
        verbose_name_plural = _("leefgebieden")


class Doelgroep(Term):
    """For whom something is meant. `voor_iedereen` matches every choice of a visitor."""

    voor_iedereen = models.BooleanField(_("past bij elke keuze"), default=False)

    class Meta(Term.Meta):
        verbose_name = _("doelgroep")
        verbose_name_plural = _("doelgroepen")


class Taal(Term):
    """A language in which help is given; `slug` is the BCP 47 code."""

    class Meta(Term.Meta):
        verbose_name = _("taal")
        verbose_name_plural = _("talen")
