"""`manage.py searchindex`: what it prints, and when it fails."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from search import watch
from search.engines.base import SearchEngine
from search.models import Afnemer, Wijziging
from search.outbox import triggers
from search.query import SearchQuery
from socialmap.models import Voorziening
from tests.socialmap.factories import VoorzieningFactory

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    output = StringIO()
    call_command("searchindex", *arguments, stdout=output)
    return output.getvalue()


class TestBuild:
    def test_it_tells_how_many_are_in_the_new_index(self, engine_folder: Path) -> None:
        VoorzieningFactory.create_batch(2, live=True)

        printed = run("build")

        assert printed.startswith("Index gen-1: 2 voorzieningen in ")

    def test_if_needed_leaves_a_good_index_alone(self, index: SearchEngine) -> None:
        assert run("build", "--if-needed") == "De index is in orde.\n"

    def test_if_needed_builds_after_a_migration(self, index: SearchEngine) -> None:
        Afnemer.objects.update(verouderd=True)

        assert run("build", "--if-needed").startswith("Index gen-2")

    def test_if_needed_builds_the_first_index(self, engine_folder: Path) -> None:
        assert run("build", "--if-needed").startswith("Index gen-1")


class TestVerify:
    def test_it_is_content_with_an_index_that_follows(self, index: SearchEngine) -> None:
        VoorzieningFactory(live=True)

        assert run("verify") == (
            "Ontbreekt: 0. Te veel: 0. Verouderd: 0. Ontbrekende triggers: 0.\n"
        )

    def test_it_fails_and_names_what_is_missing(self, index: SearchEngine) -> None:
        made = VoorzieningFactory(live=True)
        Wijziging.objects.all().delete()
        output = StringIO()

        with pytest.raises(CommandError, match="verify --repair"):
            call_command("searchindex", "verify", stdout=output)

        assert "Ontbreekt: 1. Te veel: 0." in output.getvalue()
        assert str(made.public_id) in output.getvalue()

    def test_it_fails_when_something_is_superfluous(self, index: SearchEngine) -> None:
        made = VoorzieningFactory(live=True)
        run("verify")
        Voorziening.objects.filter(pk=made.pk).update(live=False)
        Wijziging.objects.all().delete()

        with pytest.raises(CommandError):
            run("verify")

    def test_it_repairs_what_is_missing_superfluous_and_stale(self, index: SearchEngine) -> None:
        stale = VoorzieningFactory(naam="Wandelen", live=True)
        gone = VoorzieningFactory(live=True)
        run("verify")
        Voorziening.objects.filter(pk=stale.pk).update(naam="Zwemmen")
        Voorziening.objects.filter(pk=gone.pk).update(live=False)
        VoorzieningFactory(live=True)
        Wijziging.objects.all().delete()

        printed = run("verify", "--repair")

        assert printed.startswith("Ontbreekt: 1. Te veel: 1. Verouderd: 1.")
        assert "Hersteld: 3.\nOntbreekt: 0. Te veel: 0. Verouderd: 0." in printed
        assert index.search(SearchQuery(text="zwemmen")).total == 1

    def test_it_fails_when_a_trigger_is_missing(self, index: SearchEngine) -> None:
        triggers.drop()

        with pytest.raises(CommandError):
            run("verify")

    def test_without_an_index_it_says_so(self, engine_folder: Path) -> None:
        with pytest.raises(CommandError, match="De index is niet bereikbaar"):
            run("verify")


class TestStatus:
    def test_it_tells_what_there_is_and_what_waits(self, index: SearchEngine) -> None:
        Voorziening.objects.bulk_create(
            [
                Voorziening(
                    naam="x", slug="x", beherende_gemeente=VoorzieningFactory().beherende_gemeente
                )
            ]
        )

        printed = run("status")

        assert printed.startswith("embedded gen-1: ok, 0 voorzieningen, ")
        assert "wijzigingen wachten" in printed

    def test_without_an_index_it_says_so(self, engine_folder: Path) -> None:
        assert run("status") == "embedded -: missing, 0 voorzieningen, 0 wijzigingen wachten.\n"


def test_watch_follows_until_it_is_stopped(
    index: SearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr("signal.signal", lambda number, handler: asked.append(handler))
    monkeypatch.setattr(watch, "follow", lambda stop, interval: asked.append(interval))

    run("watch", "--interval", "2")

    assert asked[-1] == 2
    assert len(asked) == 3


def test_an_unknown_action_is_refused(engine_folder: Path) -> None:
    with pytest.raises(CommandError):
        run("wissen")
