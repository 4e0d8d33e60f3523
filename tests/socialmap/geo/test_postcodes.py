"""Loading an open postcode file."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from socialmap.geo.postcode_file import MAX_ERRORS, PostcodeFileError
from socialmap.geo.postcodes import load_postcodes
from socialmap.models import Plaats, Postcode

GOOD = "postcode,lat,lon,plaats\n9752AB,53.1701,6.6051,Haren\n9756 ab,53.1393,6.6293,Glimmen\n"

pytestmark = pytest.mark.usefixtures("plaatsen")


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "postcodes.csv"
    path.write_bytes(text.encode(encoding))
    return path


def codes() -> dict[str, str]:
    return dict(Postcode.objects.values_list("code", "bron"))


def test_rows_are_added_and_updated_with_their_place(
    tmp_path: Path, plaatsen: dict[str, Plaats]
) -> None:
    report = load_postcodes(write(tmp_path, GOOD), bron="open-pc")

    assert (report.gelezen, report.nieuw, report.bijgewerkt, report.zonder_plaats) == (2, 1, 1, 0)
    haren = Postcode.objects.get(code="9752AB")
    assert (haren.lat, haren.lon, haren.bron) == (53.1701, 6.6051, "open-pc")
    assert haren.plaats == plaatsen["haren"]
    assert Postcode.objects.get(code="9756AB").lat == 53.1393


def test_loading_again_changes_nothing(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD)
    load_postcodes(path, bron="open-pc")

    report = load_postcodes(path, bron="open-pc")

    assert (report.gelezen, report.nieuw, report.bijgewerkt) == (2, 0, 0)


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        "\ufeff" + GOOD,
        GOOD.replace("\n", "\r\n"),
        GOOD.replace(",", ";"),
        GOOD.replace(",", "\t"),
        GOOD.replace(",", "|"),
        GOOD.replace(",", ";").replace("53.", "53,").replace("6.", "6,"),
        GOOD.replace("postcode,lat,lon,plaats", "PC6,Latitude,Longitude,Woonplaats"),
        GOOD.replace("9752AB", '"9752AB"'),
        GOOD.rstrip("\n"),
        GOOD + "\n\n",
    ],
)
def test_delimiter_decimals_and_byte_order_mark_are_recognised(tmp_path: Path, text: str) -> None:
    report = load_postcodes(write(tmp_path, text), bron="open-pc")

    assert report.gelezen == 2
    assert Postcode.objects.get(code="9752AB").lat == 53.1701


def test_a_file_without_places_loads(tmp_path: Path) -> None:
    report = load_postcodes(write(tmp_path, "postcode,lat,lon\n1234,52.0,5.0\n"), bron="open-pc")

    assert report.zonder_plaats == 1


def test_a_place_of_the_same_name_far_away_is_not_linked(tmp_path: Path) -> None:
    path = write(tmp_path, "postcode,lat,lon,plaats\n1234AB,52.0,5.0,Haren\n")

    load_postcodes(path, bron="open-pc")

    assert Postcode.objects.get(code="1234AB").plaats is None


def test_a_dry_run_counts_and_keeps_nothing(tmp_path: Path) -> None:
    before = codes()

    report = load_postcodes(write(tmp_path, GOOD), bron="open-pc", dry_run=True)

    assert (report.nieuw, report.bijgewerkt) == (1, 1)
    assert codes() == before


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("975,53.1,6.6,Haren", "postcode"),
        ("9752SS,53.1,6.6,Haren", "postcode"),
        (",53.1,6.6,Haren", "postcode"),
        ("9753AB,noord,6.6,Haren", "getallen"),
        ("9753AB,,,Haren", "getallen"),
        ("9753AB,48.85,2.35,Haren", "buiten Nederland"),
        ("9753AB,nan,inf,Haren", "buiten Nederland"),
        ("9753AB,6.6,53.1,Haren", "omgekeerd"),
        ("9753AB,53.1", "te weinig"),
        ("9752 ab,53.1,6.6,Haren", "staat er al"),
    ],
)
def test_a_wrong_row_is_named_by_its_line_and_nothing_is_loaded(
    tmp_path: Path, row: str, reason: str
) -> None:
    before = codes()

    with pytest.raises(PostcodeFileError) as caught:
        load_postcodes(write(tmp_path, f"{GOOD}{row}\n"), bron="open-pc")

    assert caught.value.errors[0].startswith("Regel 4: ")
    assert reason in caught.value.errors[0]
    assert codes() == before


def test_all_wrong_rows_are_named_up_to_a_limit(tmp_path: Path) -> None:
    with pytest.raises(PostcodeFileError) as few:
        load_postcodes(write(tmp_path, GOOD + "fout,1,2,x\nfout,1,2,x\n"), bron="open-pc")
    with pytest.raises(PostcodeFileError) as many:
        load_postcodes(write(tmp_path, GOOD + "fout,1,2,x\n" * 500), bron="open-pc")

    assert len(few.value.errors) == 2
    assert len(many.value.errors) == MAX_ERRORS + 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "kolommen"),
        (b"postcode,lat,lon\n", "geen rijen"),
        (b"naam,straat\nx,y\n", "kolommen ontbreken: postcode, lat, lon"),
        (b"postcode,lat,lon,plaats\n9752AB,53.1,6.6,Caf\xe9\n", "UTF-8"),
        (b'postcode,lat,lon\n"9752AB,53.1,6.6\n', "CSV"),
    ],
)
def test_a_file_of_another_kind_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "postcodes.csv"
    path.write_bytes(content)

    with pytest.raises(PostcodeFileError, match=reason):
        load_postcodes(path, bron="open-pc")


def test_more_rows_than_one_batch_load(tmp_path: Path) -> None:
    lines = [f"{1000 + number},52.0,5.0" for number in range(2500)]
    path = write(tmp_path, "\n".join(["postcode,lat,lon", *lines]))

    report = load_postcodes(path, bron="open-pc")

    assert report.nieuw == 2500


def test_the_command_loads_and_prints_one_summary(tmp_path: Path) -> None:
    output = StringIO()

    call_command("load_postcodes", str(write(tmp_path, GOOD)), bron="open-pc", stdout=output)

    assert output.getvalue() == (
        "2 rijen gelezen: 1 nieuw, 1 bijgewerkt, 0 al gelijk. 0 zonder bekende plaats.\n"
    )
    assert codes()["9752AB"] == "open-pc"


def test_the_command_names_the_file_as_source_and_says_that_a_trial_keeps_nothing(
    tmp_path: Path,
) -> None:
    path, output = write(tmp_path, GOOD), StringIO()

    call_command("load_postcodes", str(path), dry_run=True, stdout=output)
    call_command("load_postcodes", str(path), stdout=StringIO())

    assert "er is niets bewaard" in output.getvalue()
    assert codes()["9752AB"] == "postcodes.csv"


def test_the_command_tells_what_is_wrong(tmp_path: Path) -> None:
    wrong = write(tmp_path, GOOD + "fout,1,2,x\n")

    with pytest.raises(CommandError, match="Regel 4"):
        call_command("load_postcodes", str(wrong))
    with pytest.raises(CommandError, match="kan niet worden gelezen"):
        call_command("load_postcodes", str(tmp_path / "weg.csv"))
    with pytest.raises(CommandError, match="langer dan 60"):
        call_command("load_postcodes", str(wrong), bron="x" * 61)
