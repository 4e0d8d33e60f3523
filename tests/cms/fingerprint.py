"""Everything that is not the intruder's, as one value: equal before and after means untouched."""

from typing import Any

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from wagtail.models import (
    Collection,
    Page,
    Revision,
    Site,
    Task,
    TaskState,
    Workflow,
    WorkflowState,
)

from search.models import Synoniem, Woordlijstwoord, Zoekvraag
from socialmap import models


def fingerprint(wereld: Any) -> dict[str, list[Any]]:
    """Rows of the other aanbieder and gemeente, and what nobody but the platform may change."""
    sets: list[QuerySet[Any]] = [
        models.Voorziening.objects.filter(
            Q(aanbieder=wereld.b) | Q(beherende_gemeente=wereld.oldambt)
        ),
        models.Aanbieder.objects.filter(Q(pk=wereld.b.pk) | Q(gemeente=wereld.oldambt)),
        models.Locatie.objects.filter(aanbieder=wereld.b),
        models.Gemeente.objects.filter(pk=wereld.oldambt.pk),
        models.Ondersteuningsmodel.objects.filter(gemeente=wereld.oldambt),
        models.Stap.objects.filter(ondersteuningsmodel__gemeente=wereld.oldambt),
        models.VoorzieningStap.objects.filter(voorziening__aanbieder=wereld.b),
        models.Werkingsgebied.objects.filter(voorziening__aanbieder=wereld.b),
        models.Publicatie.objects.filter(public_id=wereld.entry_b.public_id),
        models.Foto.objects.filter(aanbieder=wereld.b),
        models.Bestand.objects.filter(aanbieder=wereld.b),
        Synoniem.objects.filter(Q(gemeente=wereld.oldambt) | Q(gemeente=None)),
        Zoekvraag.objects.filter(Q(gemeente=wereld.oldambt) | Q(gemeente=None)),
        Woordlijstwoord.objects.all(),
        models.Begrip.objects.all(),
        models.Begripswoord.objects.all(),
        models.Lidmaatschap.objects.all(),
        models.Redacteurschap.objects.all(),
        _of_b(Revision, wereld),
        _of_b(WorkflowState, wereld),
        TaskState.objects.filter(workflow_state__in=_of_b(WorkflowState, wereld)),
    ]
    shared = (models.Leefgebied, models.Doelgroep, models.Taal, models.Plaats)
    wagtail = (Page, Collection, Site, Task, Workflow, Group)
    sets += [model.objects.all() for model in (*shared, *wagtail)]
    found = {str(rows.model._meta.label): list(rows.order_by("pk").values()) for rows in sets}
    users = models.Gebruiker.objects.order_by("pk").values()
    found["users"] = [{**user, "last_login": None} for user in users]
    return found


def _of_b(model: Any, wereld: Any) -> QuerySet[Any]:
    condition = Q(pk__in=[])
    for instance in (wereld.entry_b, wereld.b, wereld.locatie_b):
        content_type = ContentType.objects.get_for_model(instance)
        condition |= Q(base_content_type=content_type, object_id=str(instance.pk))
    return model.objects.filter(condition)
