"""One meaning, with the ways to say it: what residents say meets what aanbieders write."""

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from socialmap.models.herkomst import Herkomst
from socialmap.models.taxonomie import Leefgebied


class BegripQuerySet(models.QuerySet["Begrip"]):
    def in_use(self) -> Self:
        return self.filter(actief=True)

    def entrances(self) -> Self:
        """Those that residents may choose from, by their question."""
        return self.in_use().exclude(hulpvraag="")


class Begrip(ClusterableModel):
    """A meaning that search knows; its words are `woorden`.

    `geladen` holds what the file said when it was last loaded, so that the next version of the
    file knows what a person changed since: {field: value}, with slugs for rows.
    """

    MERGED = ("term", "leefgebied", "breder", "hulpvraag", "actief")

    slug = models.SlugField(_("code"), max_length=80, unique=True, blank=True)
    term = models.CharField(_("naam"), max_length=120)
    leefgebied = models.ForeignKey(
        Leefgebied, verbose_name=_("onderwerp"), on_delete=models.PROTECT, related_name="begrippen"
    )
    breder = models.ForeignKey(
        "self",
        verbose_name=_("hoort onder"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="engere",
    )
    hulpvraag = models.CharField(
        _("vraag van een inwoner"),
        max_length=200,
        blank=True,
        help_text=_("Zoals iemand het zelf zegt. Leeg: dit is geen ingang op de site."),
    )
    actief = models.BooleanField(
        _("in gebruik"), default=True, help_text=_("Uit: zoeken gebruikt dit begrip niet.")
    )
    herkomst = models.CharField(
        _("herkomst"),
        max_length=12,
        choices=Herkomst.choices,
        default=Herkomst.REDACTIE,
        editable=False,
    )
    geladen = models.JSONField(_("laatst geladen"), default=dict, blank=True, editable=False)
    bijgewerkt_op = models.DateTimeField(_("bijgewerkt op"), auto_now=True)

    objects = BegripQuerySet.as_manager()

    class Meta:
        verbose_name = _("begrip")
        verbose_name_plural = _("begrippen")
        ordering = ["term"]

    def __str__(self) -> str:
        return self.term

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.slug:
            self.slug = self._free_slug()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Remove it; what shipped is only taken out of use, else the next load brings it back."""
        if self.herkomst == Herkomst.MEEGELEVERD:
            self.actief = False
            self.save(update_fields=["actief", "bijgewerkt_op"])
            return 0, {}
        deleted: tuple[int, dict[str, int]] = super().delete(*args, **kwargs)
        return deleted

    def clean(self) -> None:
        super().clean()
        path, above = {self.pk}, self.breder
        while above is not None:
            if above.pk is not None and above.pk in path:
                raise ValidationError(
                    {"breder": _("Zo hoort dit begrip onder zichzelf. Kies een ander begrip.")}
                )
            path.add(above.pk)
            above = above.breder

    def _free_slug(self) -> str:
        base = slugify(self.term)[:70] or "begrip"
        taken = set(Begrip.objects.filter(slug__startswith=base).values_list("slug", flat=True))
        number, candidate = 2, base
        while candidate in taken:
            candidate, number = f"{base}-{number}", number + 1
        return candidate
