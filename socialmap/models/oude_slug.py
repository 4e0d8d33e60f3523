"""Addresses that once worked: slugs keep their redirects."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class OudeSlug(models.Model):
    """A former slug of a voorziening or aanbieder and the public id it belonged to."""

    soort = models.CharField(_("soort"), max_length=20)
    slug = models.SlugField(_("oud adres"), max_length=120)
    doel = models.UUIDField(_("hoort bij"))

    class Meta:
        verbose_name = _("oud adres")
        verbose_name_plural = _("oude adressen")
        constraints = [
            models.UniqueConstraint(fields=["soort", "slug"], name="oude_slug_een_doel"),
        ]

    def __str__(self) -> str:
        return self.slug

    @classmethod
    def belongs_to_another(cls, soort: str, slug: str, doel: uuid.UUID) -> bool:
        """Whether `slug` still leads visitors to something else than `doel`."""
        return cls.objects.filter(soort=soort, slug=slug).exclude(doel=doel).exists()

    @classmethod
    def remember(cls, soort: str, old: str | None, new: str, doel: uuid.UUID) -> None:
        """Keep `old` as a redirect; an address that its owner uses again stops being one."""
        cls.objects.filter(soort=soort, slug=new, doel=doel).delete()
        if old and old != new:
            cls.objects.update_or_create(soort=soort, slug=old, defaults={"doel": doel})
