"""Images and documents of our own, each with an owner."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as WagtailImage
from wagtail.search import index


class Eigendom(models.Model):
    """Owned by an aanbieder, else by the redactie of a gemeente, else by the platform."""

    aanbieder = models.ForeignKey(
        "socialmap.Aanbieder",
        verbose_name=_("aanbieder"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    gemeente = models.ForeignKey(
        "socialmap.Gemeente",
        verbose_name=_("gemeente"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        abstract = True


class Foto(Eigendom, AbstractImage):  # noqa: DJ008 - AbstractImage has __str__
    """A picture; `description` is what a screen reader says."""

    admin_form_fields = WagtailImage.admin_form_fields
    search_fields = [
        *AbstractImage.search_fields,
        index.FilterField("aanbieder"),
        index.FilterField("gemeente"),
        index.FilterField("id"),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = _("foto")
        verbose_name_plural = _("foto's")


class FotoRendition(AbstractRendition):
    image = models.ForeignKey(Foto, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="foto_rendition_uniek"
            ),
        ]

    def __str__(self) -> str:
        return self.filter_spec


class Bestand(Eigendom, AbstractDocument):  # noqa: DJ008 - AbstractDocument has __str__
    """A file to download, such as a flyer."""

    admin_form_fields = WagtailDocument.admin_form_fields
    search_fields = [
        *AbstractDocument.search_fields,
        index.FilterField("aanbieder"),
        index.FilterField("gemeente"),
        index.FilterField("id"),
    ]

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documenten")
