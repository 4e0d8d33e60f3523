"""Synonyms go to a CSV file and come back; a file with faults changes nothing."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from search.models import Synoniem
from search.synonyms import csv_file
from search.synonyms.csv_file import CsvRefused, export_csv, read_csv
from search.synonyms.importing import import_csv
from search.synonyms.loading import shipped_rows
from tests.socialmap.factories import GemeenteFactory

HEAD = "van;naar;richting;soort;taal;gemeente"
GOOD = f"{HEAD}\npoetshulp;huishoudelijke hulp;tweezijdig;alledaags;nl;\n"


def faults(content: bytes | str) -> list[str]:
    raw = content if isinstance(content, bytes) else content.encode()
    with pytest.raises(CsvRefused) as refused:
        read_csv(raw, {"haren"})
    return [str(fault) for fault in refused.value.faults]


class TestReading:
    @pytest.mark.parametrize(
        "content",
        [
            GOOD.encode(),
            b"\xef\xbb\xbf" + GOOD.encode(),
            GOOD.replace("\n", "\r\n").encode(),
            GOOD.replace(";", ",").encode(),
            GOOD.replace(";", "\t").encode(),
            f"{GOOD}\n;;;;;\n".encode(),
            b"NAAR;van;soort;richting;gemeente;taal\n"
            b'"huishoudelijke  hulp"; poetshulp;Alledaags;Tweezijdig;;nl\n',
        ],
    )
    def test_what_spreadsheets_write_is_understood(self, content: bytes) -> None:
        (row,) = read_csv(content, set())

        assert (row.van, row.naar) == ("poetshulp", "huishoudelijke hulp")
        assert (row.richting, row.soort, row.taal, row.gemeente) == ("twee", "alledaags", "nl", "")

    def test_each_fault_names_its_row_what_is_wrong_and_what_to_do(self) -> None:
        found = faults(
            f"{HEAD}\n"
            "goed;beter;tweezijdig;alledaags;nl;\n"
            ";leeg;tweezijdig;alledaags;nl;\n"
            "fiets;fietsen;tweezijdig;alledaags;nl;\n"
            "a1;b1;rondom;straat;NL!;maan\n"
            "te;weinig\n"
            "goed;beter;eenzijdig;jargon;nl;\n"
            f"{'x' * 101};lang;eenzijdig;jargon;nl;\n"
        )

        assert all(fault.startswith("Rij ") for fault in found)
        assert [fault.split(":")[0] for fault in found] == [
            *("Rij 3", "Rij 4", "Rij 5", "Rij 5", "Rij 5", "Rij 5", "Rij 6", "Rij 7", "Rij 8")
        ]
        assert "Kies uit: tweezijdig, eenzijdig." in found[2]
        assert "Laat het vak leeg voor alle gemeenten." in found[5]
        assert "staat ook in rij 2" in found[7]

    @pytest.mark.parametrize(
        ("content", "part"),
        [
            (b"", "De eerste rij moet zijn"),
            (b"woord;ander\na;b\n", "De eerste rij moet zijn"),
            (HEAD.encode(), "geen rijen"),
            (b"\xff\xfe\x00poets", "UTF-8"),
            (GOOD.encode("utf-16"), "UTF-8"),
            (f"{GOOD}a\x00b;c;tweezijdig;alledaags;nl;".encode(), "geen tekst"),
            (f'{HEAD}\n"open;b;tweezijdig;alledaags;nl;'.encode(), "aanhalingstekens"),
            (b"x" * (csv_file.MAX_BYTES + 1), "groter dan 1 MB"),
            ((HEAD + "\n" + ";;;;;\n" * (csv_file.MAX_ROWS + 1)).encode(), "5.000 rijen"),
        ],
    )
    def test_a_file_that_cannot_be_used_says_why(self, content: bytes, part: str) -> None:
        assert part in faults(content)[0]

    def test_the_faults_end_somewhere(self) -> None:
        assert len(faults(HEAD + "\na;b;;;;" * 3000)) == csv_file.MAX_FAULTS

    def test_the_file_that_ships_has_no_fault_and_enough_rows(self) -> None:
        assert len(shipped_rows()) >= 300


@pytest.mark.django_db
class TestDatabase:
    def test_what_was_exported_comes_back_the_same(self) -> None:
        haren = GemeenteFactory(slug="haren")
        Synoniem.objects.create(van="poetshulp", naar="huishoudelijke hulp", soort="jargon")
        Synoniem.objects.create(van="café", naar='de "soos"; elke dag', gemeente=haren)
        content = export_csv(Synoniem.objects.select_related("gemeente"))

        report = import_csv(content)

        assert (report.nieuw, report.bijgewerkt, report.gelijk) == (0, 0, 2)

    @pytest.mark.parametrize("start", ["=", "+", "-", "@"])
    def test_no_cell_is_a_formula_and_the_apostrophe_is_no_part_of_the_word(
        self, start: str
    ) -> None:
        Synoniem.objects.create(van=f"{start}1+cmd", naar="rekenen")

        content = export_csv(Synoniem.objects.all())

        assert f"\n'{start}1+cmd;" in content.decode("utf-8-sig").replace("\r", "")
        assert read_csv(content, set())[0].van == f"{start}1+cmd"

    def test_a_file_with_one_fault_imports_nothing(self) -> None:
        with pytest.raises(CsvRefused):
            import_csv(f"{GOOD}x;y;rondom;jargon;nl;\n".encode())

        assert not Synoniem.objects.exists()

    def test_an_import_adds_changes_and_brings_back(self) -> None:
        Synoniem.objects.create(
            van="poetshulp", naar="huishoudelijke hulp", soort="jargon", verwijderd=True
        )

        report = import_csv(f"{GOOD}bus;vervoer;eenzijdig;alledaags;nl;\n".encode())

        assert (report.nieuw, report.bijgewerkt) == (1, 1)
        assert Synoniem.objects.in_use().filter(soort="alledaags").count() == 2

    def test_a_gemeente_writes_her_own_only(self) -> None:
        haren = GemeenteFactory(slug="haren")
        GemeenteFactory(slug="assen")
        row = "{};vervoer;eenzijdig;alledaags;nl;{}\n"

        import_csv((HEAD + "\n" + row.format("bus", "")).encode(), gemeente=haren)
        with pytest.raises(CsvRefused) as refused:
            import_csv((HEAD + "\n" + row.format("tram", "assen")).encode(), gemeente=haren)

        assert Synoniem.objects.get().gemeente == haren
        assert refused.value.faults[0].rij == 2

    def test_two_rows_that_come_down_to_one_are_stored_once(self) -> None:
        haren = GemeenteFactory(slug="haren")
        rows = "bus;vervoer;eenzijdig;alledaags;nl;\nbus;vervoer;eenzijdig;alledaags;nl;haren\n"

        report = import_csv(f"{HEAD}\n{rows}".encode(), gemeente=haren)

        assert Synoniem.objects.get().gemeente == haren
        assert (report.nieuw, report.gelijk) == (1, 1)

    def test_a_trial_stores_nothing(self) -> None:
        assert import_csv(GOOD.encode(), dry_run=True).nieuw == 1
        assert not Synoniem.objects.exists()

    def test_the_commands_write_and_read_a_file(self, tmp_path: Path) -> None:
        file, out = tmp_path / "synoniemen.csv", StringIO()
        file.write_text(GOOD, encoding="utf-8")

        call_command("synoniemen_csv", "import", str(file), stdout=out)
        call_command("synoniemen_csv", "export", str(file), stdout=out)

        assert "1 nieuw" in out.getvalue()
        assert file.read_bytes().startswith(b"\xef\xbb\xbfvan;naar")
        with pytest.raises(CommandError, match="Dit bestand kan niet"):
            call_command("synoniemen_csv", "import", str(tmp_path / "weg.csv"))
