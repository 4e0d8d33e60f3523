"""What Voorziening, Aanbieder and Locatie share: drafts, revisions, workflow, a publish gate."""

import uuid
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    Revision,
    RevisionMixin,
    WorkflowMixin,
)
from wagtail.search import index

from socialmap.models.oude_slug import OudeSlug


class PubliceerbaarQuerySet(models.QuerySet[Any]):
    def live(self) -> Self:
        return self.filter(live=True)


class Publiceerbaar(
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    index.Indexed,
    ClusterableModel,
):
    """A snippet with drafts. The database row is what is public; drafts live in revisions.

    `SYSTEM_FIELDS` never come from a revision: publishing an old draft may not move an entry back
    to a former owner or undo a check.
    """

    SYSTEM_FIELDS: ClassVar[tuple[str, ...]] = ("public_id",)
    SLUG_SOORT: ClassVar[str] = ""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(_("adres in de browser"), max_length=120, unique=True, blank=True)
    naam = models.CharField(_("naam"), max_length=200)
    live = models.BooleanField(_("gepubliceerd"), default=False, editable=False)
    aangemaakt_op = models.DateTimeField(_("aangemaakt op"), auto_now_add=True)
    bijgewerkt_op = models.DateTimeField(_("bijgewerkt op"), auto_now=True, db_index=True)

    search_auto_update = False

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.naam or str(_("zonder naam"))

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Fill an empty slug and keep the old address working when the slug changes."""
        update_fields = kwargs.get("update_fields")
        if update_fields is None or "slug" in update_fields:
            if not self.slug:
                self.slug = self._free_slug()
            if self.SLUG_SOORT and self.pk:
                stored = type(self)._base_manager.filter(pk=self.pk).values_list("slug", flat=True)
                OudeSlug.remember(self.SLUG_SOORT, stored.first(), self.slug, self.public_id)
        super().save(*args, **kwargs)

    def _free_slug(self) -> str:
        base = slugify(self.naam)[:100] or "zonder-naam"
        rows = type(self)._base_manager.filter(slug__startswith=base)
        # An old address keeps leading to what it was the address of.
        former = OudeSlug.objects.filter(soort=self.SLUG_SOORT, slug__startswith=base)
        taken = {*rows.values_list("slug", flat=True), *former.values_list("slug", flat=True)}
        number, candidate = 2, base
        while candidate in taken:
            candidate, number = f"{base}-{number}", number + 1
        return candidate

    def with_content_json(self, content: dict[str, Any]) -> Self:
        restored: Self = super().with_content_json(content)
        for name in self.SYSTEM_FIELDS:
            setattr(restored, name, getattr(self, name))
        return restored

    def clean(self) -> None:
        super().clean()
        problem = self.slug_problem()
        if problem:
            raise ValidationError({"slug": [problem]})

    def slug_problem(self) -> str:
        """Why this address cannot be had; empty when it can."""
        if self.SLUG_SOORT and OudeSlug.belongs_to_another(
            self.SLUG_SOORT, self.slug, self.public_id
        ):
            return gettext(
                "Dit adres was van iets anders en leidt daar nog naartoe. Kies een ander."
            )
        return ""

    def check_publication(self) -> None:
        """Raise a ValidationError in Dutch when this version may not be published."""
        errors: dict[str, list[str]] = {}
        if not self.naam.strip():
            errors["naam"] = [gettext("Schrijf de naam.")]
        if self.slug_problem():
            errors["slug"] = [self.slug_problem()]
        if errors:
            raise ValidationError(errors)

    def after_publication(self, user: Any) -> None:
        """Called in the transaction of a publication, once the row is live."""

    def publish(self, revision: Revision, user: Any = None, **kwargs: Any) -> None:
        """The one gate to the public: form, workflow, import, schedule and API all pass here.

        Raises:
            ValidationError: the version in `revision` breaks a rule; nothing was changed.
        """
        revision.as_object().check_publication()
        with transaction.atomic():
            super().publish(revision, user=user, **kwargs)
            fresh = type(self)._base_manager.get(pk=self.pk)
            if fresh.live:
                fresh.after_publication(user)

    def unpublish(self, *args: Any, **kwargs: Any) -> None:
        was_public = self.live
        with transaction.atomic():
            super().unpublish(*args, **kwargs)
            if was_public:
                self.after_withdrawal()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        with transaction.atomic():
            if self.live:
                self.after_withdrawal()
            deleted: tuple[int, dict[str, int]] = super().delete(*args, **kwargs)
        return deleted

    def after_withdrawal(self) -> None:
        """Called in the transaction in which this object left the public site."""
