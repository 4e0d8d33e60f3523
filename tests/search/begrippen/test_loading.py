"""The begrippen that ship come into the database, beside what editors made of them."""

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from search.begrippen import files, thesaurus
from search.begrippen.loading import load_begrippen
from search.begrippen.stored import stored_begrippen
from socialmap.begrippen.words import set_words, shown_words
from socialmap.models import Begrip, Begripswoord, Leefgebied, VoorzieningBegrip
from tests.socialmap.factories import VoorzieningFactory

pytestmark = pytest.mark.django_db
Ship = Callable[..., None]


def row(slug: str, **values: Any) -> dict[str, Any]:
    return {
        "slug": slug,
        "term": slug.capitalize(),
        "leefgebied": "geld",
        "breder": "",
        "vraag": [f"ik zoek {slug}"],
        "aanbod": [f"{slug}dienst"],
    } | values


@pytest.fixture
def ship(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Ship:
    """`ship(row("taal"), …)`: another version of the files."""

    def write(*rows: dict[str, Any], vertalingen: str = "") -> None:
        file = tmp_path / "geld.jsonl"
        file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        monkeypatch.setattr(files, "begrippen_files", lambda: [file])
        monkeypatch.setattr(files, "read_shipped", lambda name: vertalingen)

    return write


def words(slug: str, kant: str = "vraag", taal: str = "nl") -> list[str]:
    return shown_words(Begrip.objects.get(slug=slug), kant, taal)


class TestFirstLoad:
    def test_the_database_then_says_what_the_files_say(self) -> None:
        load_begrippen()

        assert stored_begrippen() == list(thesaurus.shipped().begrippen)

    def test_a_second_load_writes_nothing(self, ship: Ship) -> None:
        ship(row("taal"), row("taalles", breder="taal"), vertalingen="taal | en: language; words")
        load_begrippen()

        report = load_begrippen()

        assert report.begrippen == {"gelijk": 2, "nieuw": 0, "weg": 0}
        assert report.woorden == {"gelijk": 6, "nieuw": 0, "bijgewerkt": 0, "weg": 0}
        assert Begrip.objects.get(slug="taalles").breder == Begrip.objects.get(slug="taal")

    def test_a_trial_stores_nothing(self, ship: Ship) -> None:
        ship(row("taal"))
        out = StringIO()

        call_command("load_begrippen", "--dry-run", stdout=out)

        assert "Proef: er is niets opgeslagen." in out.getvalue()
        assert not Begrip.objects.exists()

    def test_translations_are_not_reviewed_yet(self, ship: Ship) -> None:
        ship(row("taal"), vertalingen="taal | en: language | uk: мова")

        load_begrippen()

        assert words("taal", "vertaling", "uk") == ["мова"]
        assert not Begripswoord.objects.filter(kant="vertaling", nagekeken=True).exists()

    def test_faults_are_all_named_and_nothing_is_stored(self, ship: Ship) -> None:
        ship(row("taal", leefgebied="maan"), row("taal"), row("lezen", breder="boeken"))

        with pytest.raises(CommandError) as refused:
            call_command("load_begrippen")

        assert not Begrip.objects.exists()
        for part in ("regel 1", "'maan'", "regel 2", "twee keer", "'boeken'"):
            assert part in str(refused.value)


class TestNextVersion:
    def test_what_nobody_changed_follows(self, ship: Ship) -> None:
        ship(row("taal"), row("oud"))
        load_begrippen()
        ship(row("taal", term="Taal leren", vraag=["praten", "lezen"], hulpvraag="Ik wil lezen"))

        load_begrippen()

        taal = Begrip.objects.get()
        assert (taal.term, taal.hulpvraag) == ("Taal leren", "Ik wil lezen")
        assert words("taal") == ["praten", "lezen"]

    def test_what_an_editor_changed_stays_and_is_reported(self, ship: Ship) -> None:
        ship(row("taal"))
        load_begrippen()
        Begrip.objects.update(term="Onze taal")
        ship(row("taal", term="Taal leren", hulpvraag="Ik wil lezen"))

        report = load_begrippen()

        taal = Begrip.objects.get()
        assert (taal.term, taal.hulpvraag) == ("Onze taal", "Ik wil lezen")
        assert report.conflicten == ["taal: term"]

    def test_words_that_an_editor_added_removed_or_rewrote_stay_so(self, ship: Ship) -> None:
        ship(row("taal", vraag=["een", "twee", "drie"]))
        load_begrippen()
        set_words(Begrip.objects.get(), "vraag", ["een", "drie", "eigen"])
        Begripswoord.objects.filter(tekst="drie").update(tekst="dríe")
        ship(row("taal", vraag=["een", "twee", "drie", "vier"]))

        load_begrippen()

        assert sorted(words("taal")) == ["dríe", "een", "eigen", "vier"]

    def test_a_begrip_that_an_editor_took_away_stays_away(self, ship: Ship) -> None:
        ship(row("taal"))
        load_begrippen()
        Begrip.objects.get().delete()

        load_begrippen()

        assert stored_begrippen() == []

    def test_a_former_begrip_stays_for_the_entries_that_carry_it(self, ship: Ship) -> None:
        ship(row("taal"), row("oud"))
        load_begrippen()
        VoorzieningBegrip.objects.create(
            voorziening=VoorzieningFactory(), begrip=Begrip.objects.get(slug="oud")
        )
        ship(row("taal"))

        report = load_begrippen()

        assert Begrip.objects.filter(slug="oud", herkomst="redactie").exists()
        assert report.conflicten == ["oud: het bestand heeft dit begrip niet meer"]

    def test_what_an_editor_had_first_is_not_doubled(self, ship: Ship) -> None:
        geld = Leefgebied.objects.get(slug="geld")
        own = Begrip.objects.create(slug="taal", term="Eigen", leefgebied=geld)
        Begripswoord.objects.create(begrip=own, kant="vraag", tekst="ik zoek taal")
        ship(row("taal"))

        load_begrippen()

        assert Begrip.objects.get().term == "Eigen"
        assert words("taal") == ["ik zoek taal"]


def test_begrippen_made_before_the_first_load_stand_beside_those_that_ship(
    settings: Any,
) -> None:
    settings.SEARCH_LISTS_SECONDS = 0
    geld = Leefgebied.objects.get(slug="geld")
    Begrip.objects.create(slug="zwabberen", term="Zwabberen", leefgebied=geld)

    found = thesaurus.thesaurus().begrippen

    assert {"zwabberen", "schulden"} <= {begrip.slug for begrip in found}


def test_everyday_questions_that_ship_become_entrances() -> None:
    leefgebieden = {begrip.leefgebied for begrip in thesaurus.shipped().begrippen}
    questions = thesaurus.read_hulpvragen(thesaurus.read_shipped(thesaurus.HULPVRAGEN))

    regels = {regel.slug: regel for regel in files.read_files(leefgebieden)}

    assert len(questions) >= 100
    assert {slug: regels[slug].waarden["hulpvraag"] for slug in questions} == questions
