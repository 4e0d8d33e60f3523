"""`manage.py evaluate_relevance`: what it prints and writes, what it refuses, what it leaves."""

import json
import tempfile
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from search import lifecycle
from search.engines.base import SearchEngine
from search.models import Afnemer
from search.relevance import sandbox
from socialmap.imports.loading import demo_files
from socialmap.models import Gemeente, Voorziening
from tests.socialmap.factories import GemeenteFactory, VoorzieningFactory

QUESTION = {
    "id": "d1",
    "query": "formulieren invullen",
    "gebruiker": "inwoner",
    "gemeente": "haren",
    "soort": "exact",
    "relevant": {"formulierenbrigade": 3},
}


@pytest.fixture
def write(tmp_path: Path) -> Any:
    def to_file(content: Any) -> Path:
        path = tmp_path / "vragen.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
        return path

    return to_file


@pytest.fixture
def haren(index: SearchEngine) -> Gemeente:
    haren = GemeenteFactory(slug="haren")
    for naam in ("Formulierenbrigade", "Eetclub"):
        VoorzieningFactory(naam=naam, live=True, beherende_gemeente=haren)
    VoorzieningFactory(naam="Formulieren in Oldambt", live=True)
    return haren


def run(*arguments: Any) -> str:
    output = StringIO()
    call_command("evaluate_relevance", *arguments, stdout=output)
    return output.getvalue()


@pytest.mark.django_db
class TestHere:
    def test_it_prints_a_table_of_all_and_per_soort(self, haren: Gemeente, write: Any) -> None:
        lines = run(write([QUESTION])).splitlines()

        assert lines[0].split() == ["embedded", "vragen", "nDCG@10", "MRR@10", "success@3", "nul"]
        assert lines[1].split() == ["alle", "1", "1.000", "1.000", "1.000", "0.00"]
        assert lines[2].split()[0] == "exact"

    def test_json_and_rankings(self, haren: Gemeente, write: Any, tmp_path: Path) -> None:
        rankings = tmp_path / "volgorde.json"
        unknown = QUESTION | {"id": "d2", "query": "xqzxqz", "soort": ["typfout", "nul"]}

        printed = json.loads(run(write([QUESTION, unknown]), "--json", "--rankings", str(rankings)))

        assert printed["engine"] == "embedded"
        assert list(printed["scores"]) == ["alle", "exact", "nul", "typfout"]
        assert printed["scores"]["alle"]["zero"] == 0.5
        assert json.loads(rankings.read_text("utf-8")) == {"d1": ["formulierenbrigade"], "d2": []}

    def test_without_a_gemeente_everything_is_searched(
        self, haren: Gemeente, write: Any, tmp_path: Path
    ) -> None:
        rankings = tmp_path / "volgorde.json"

        run(write([QUESTION | {"gemeente": None}]), "--rankings", str(rankings))

        assert len(json.loads(rankings.read_text("utf-8"))["d1"]) == 2

    def test_another_engine_takes_nothing_away_from_the_index(
        self, haren: Gemeente, write: Any
    ) -> None:
        waiting = lifecycle.backlog()

        printed = run(write([QUESTION]), "--engine", "reference")

        assert printed.startswith("reference")
        assert lifecycle.backlog() == waiting > 0
        assert Afnemer.objects.count() == 1

    def test_an_unknown_engine_is_refused(self, haren: Gemeente, write: Any) -> None:
        with pytest.raises(CommandError, match=r"Er is geen zoekmachine bestaat\.niet"):
            run(write([QUESTION]), "--engine", "bestaat.niet")

    @pytest.mark.parametrize(
        ("content", "message"),
        [
            ("geen json", r"vragen\.json is niet te lezen"),
            ({"vragen": []}, "bevat geen lijst"),
            ([], "bevat geen lijst"),
            (["tekst"], "vraag 1: dit is geen vraag"),
            ([QUESTION, QUESTION | {"query": 3}], "vraag 2: veld query"),
            ([QUESTION | {"id": None}], "vraag 1: veld id"),
            ([QUESTION | {"soort": []}], "vraag 1: veld soort"),
            ([QUESTION | {"soort": [["x"]]}], "vraag 1: veld soort"),
            ([QUESTION | {"relevant": "abc"}], "vraag 1: veld relevant"),
            ([QUESTION | {"relevant": {"a": "veel"}}], "vraag 1: veld relevant"),
            ([QUESTION | {"gemeente": "nergens"}], "vraag 1: gemeente nergens is niet geladen"),
            ([QUESTION | {"gemeente": ["haren"]}], "vraag 1: veld gemeente"),
        ],
    )
    def test_a_bad_file_is_refused_in_dutch(
        self, content: Any, message: str, haren: Gemeente, write: Any
    ) -> None:
        with pytest.raises(CommandError, match=message):
            run(write(content))

    def test_a_missing_file_is_refused(self, haren: Gemeente, tmp_path: Path) -> None:
        with pytest.raises(CommandError, match=r"weg\.json is niet te lezen"):
            run(tmp_path / "weg.json")


@pytest.mark.django_db
class TestOnACorpusOfItsOwn:
    @pytest.mark.full
    def test_it_measures_there_and_leaves_nothing_behind(
        self,
        engine_folder: Path,
        write: Any,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        folder = tmp_path / "tijdelijk"
        folder.mkdir()
        monkeypatch.setattr(tempfile, "tempdir", str(folder))
        rankings = tmp_path / "volgorde.json"

        printed = run(
            write([QUESTION]),
            "--json",
            "--rankings",
            str(rankings),
            "--corpus",
            str(demo_files("gemeenten")[0]),
        )

        assert json.loads(printed)["scores"]["alle"]["queries"] == 1
        assert json.loads(rankings.read_text("utf-8"))["d1"][0] == "formulierenbrigade"
        assert list(folder.iterdir()) == []
        assert not Voorziening.objects.exists()
        assert not Afnemer.objects.exists()
        assert not engine_folder.exists()

    def test_a_corpus_that_cannot_be_loaded_is_refused(
        self, engine_folder: Path, write: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        steps = []

        def manage(arguments: Any, environment: dict[str, str]) -> str:
            steps.append(arguments[0])
            if arguments[0] == "load_gemeente":
                raise sandbox.SandboxFailed("haren.json: veld naam ontbreekt.")
            return ""

        monkeypatch.setattr(sandbox, "_manage", manage)

        with pytest.raises(CommandError, match="veld naam ontbreekt"):
            run(write([QUESTION]), "--corpus", str(tmp_path / "haren.json"))

        assert steps == ["migrate", "load_begrippen", "load_gemeente"]

    def test_confirmed_begrippen_can_stay_out(
        self, engine_folder: Path, write: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        steps: dict[str, list[str]] = {}

        def manage(arguments: list[str], environment: dict[str, str]) -> str:
            steps[arguments[0]] = arguments[1:]
            return ""

        monkeypatch.setattr(sandbox, "_manage", manage)
        corpus = ["--corpus", str(tmp_path / "haren.json")]

        run(write([QUESTION]), *corpus)
        assert "--without-confirmed" not in steps["load_gemeente"]

        run(write([QUESTION]), *corpus, "--without-confirmed")
        assert "--without-confirmed" in steps["load_gemeente"]
