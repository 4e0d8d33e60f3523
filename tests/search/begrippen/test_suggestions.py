"""What a person said about the begrippen of an entry goes before what its text suggests."""

import pytest

from search.begrippen.suggestions import suggested
from search.begrippen.tokens import confirmed_token, strong_token, weak_token
from search.engines.tokens import document_tokens
from search.indexing import Lists, document_of
from socialmap.models import Begrip, Leefgebied, Voorziening, VoorzieningBegrip
from tests.socialmap.factories import VoorzieningFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry() -> Voorziening:
    made: Voorziening = VoorzieningFactory(
        naam="Alzheimer Café", samenvatting="Voor mensen met dementie en wie voor hen zorgt."
    )
    return made


def judge(entry: Voorziening, slug: str, status: str) -> Voorziening:
    values = {"term": slug, "leefgebied": Leefgebied.objects.get(slug="gezondheid")}
    begrip, _ = Begrip.objects.get_or_create(slug=slug, defaults=values)
    VoorzieningBegrip.objects.create(voorziening=entry, begrip=begrip, status=status)
    return Voorziening.objects.for_serialisation().get(pk=entry.pk)


def test_the_text_suggests(entry: Voorziening) -> None:
    found = suggested(entry)

    assert "dementie" in found.strong
    assert found.confirmed == ()


def test_what_was_confirmed_is_no_suggestion_any_more(entry: Voorziening) -> None:
    found = suggested(judge(entry, "dementie", "bevestigd"))

    assert found.confirmed == ("dementie",)
    assert "dementie" not in found.strong + found.weak


def test_once_a_person_chose_what_the_text_suggests_is_weak(entry: Voorziening) -> None:
    found = suggested(judge(entry, "wandelen", "bevestigd"))

    assert found.strong == ()
    assert "dementie" in found.weak


def test_what_was_rejected_never_comes_back(entry: Voorziening) -> None:
    found = suggested(judge(entry, "dementie", "afgewezen"))

    assert "dementie" not in found.confirmed + found.strong + found.weak


def test_a_begrip_out_of_use_is_not_carried(entry: Voorziening) -> None:
    judged = judge(entry, "dementie", "bevestigd")
    Begrip.objects.update(actief=False)

    document = document_of(Voorziening.objects.get(pk=judged.pk), Lists.load())

    assert document.begrippen["begrip_bevestigd"] == ()


def test_the_index_holds_them_in_fields_of_their_own(entry: Voorziening) -> None:
    document = document_of(judge(entry, "wandelen", "bevestigd"), Lists.load())

    tokens = document_tokens(document)

    assert confirmed_token("wandelen") in tokens.fields["begrip_bevestigd"].stems
    assert confirmed_token("wandelen") in tokens.every
    suggestions = tokens.fields["begrip_sterk"].stems + tokens.fields["begrip_zwak"].stems
    assert {strong_token("dementie"), weak_token("dementie")} & set(suggestions)


def test_choosing_a_broad_begrip_finds_what_is_narrower(entry: Voorziening) -> None:
    lists = Lists(gemeenten=(), doelgroepen=(), broader={"dementie": "ouder", "ouder": "zorg"})

    document = document_of(entry, lists)

    assert set(document.facets["begrip"]) >= {"dementie", "ouder", "zorg"}


def test_judgements_survive_a_draft_and_its_publication(entry: Voorziening) -> None:
    judged = judge(entry, "dementie", "bevestigd")
    kept = judged.begrippen.get().public_id

    judged.naam = "Trefpunt"
    judged.save_revision().publish()

    published = Voorziening.objects.for_serialisation().get(pk=entry.pk)
    assert published.naam == "Trefpunt"
    assert published.begrippen.get().public_id == kept
    assert published.publicaties.latest("pk").inhoud["begrippen"] == [
        {"slug": "dementie", "naam": "dementie"}
    ]


def test_a_draft_whose_begrip_was_deleted_still_opens(entry: Voorziening) -> None:
    revision = judge(entry, "dementie", "bevestigd").save_revision()
    Begrip.objects.all().delete()

    assert list(revision.as_object().begrippen.all()) == []
