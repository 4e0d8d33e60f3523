"""A file of a gemeente becomes published voorzieningen, all or nothing, and only once."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Revision

from socialmap.geo.loading import load_plaatsen
from socialmap.imports.loading import load_gemeenten
from socialmap.imports.problems import ImportRefused
from socialmap.models import Aanbieder, Gemeente, ImportStand, Plaats, Publicatie, Voorziening
from tests.socialmap.factories import VoorzieningFactory
from tests.socialmap.imports.bestanden import bestand, write

pytestmark = pytest.mark.django_db


def problems_of(*paths):
    with pytest.raises(ImportRefused) as refused:
        load_gemeenten(paths)
    return {(row.bestand, row.slug, row.veld): row.tekst for row in refused.value.problems}


def counts():
    models = (Gemeente, Aanbieder, Voorziening, Revision, Publicatie, ImportStand)
    return [model.objects.count() for model in models]


def test_an_entry_is_published_with_everything_the_file_says(tmp_path):
    load_gemeenten([write(tmp_path, bestand())])

    eetclub = Voorziening.objects.get(slug="eetclub")
    assert eetclub.live
    assert eetclub.latest_revision is not None
    inhoud = Publicatie.objects.get(voorziening=eetclub).inhoud
    assert inhoud["aanbieder"]["slug"] == "buurtclub"
    assert [stap["slug"] for stap in inhoud["stappen"]] == ["burgerkracht"]
    assert inhoud["eigen_bijdrage"]["prijzen"][0]["bedrag_cents"] == 750
    assert inhoud["eigen_bijdrage"]["toelichting"] == "7,50 per maaltijd"
    assert inhoud["werkingsgebieden"][0]["plaats"] == "glimmen"
    assert inhoud["activiteiten"][0]["herhaling"] == "FREQ=WEEKLY;BYDAY=TU"
    assert inhoud["contacten"][0]["href"] == ""
    assert inhoud["bron"]["titel"] == "Beleidsnota"
    assert inhoud["bron"]["regels"] == "12-14"
    assert inhoud["bron"]["toegangstoets_bron"] == "seed"
    assert eetclub.stappen.get().afgeleid
    assert Voorziening.objects.get(slug="eetclub-kinderen").onderdeel_van == eetclub


def test_a_second_time_writes_nothing(tmp_path, django_assert_max_num_queries):
    path = write(tmp_path, bestand())
    load_gemeenten([path])
    before = counts()

    with django_assert_max_num_queries(60) as queries:
        report = load_gemeenten([path])

    assert report.writes == 0
    assert report.ongewijzigd["voorzieningen"] == 2
    assert counts() == before
    written = [q["sql"] for q in queries.captured_queries]
    assert not [sql for sql in written if sql.startswith(("INSERT", "UPDATE", "DELETE"))]


def test_one_bad_file_keeps_the_good_one_out(tmp_path):
    good, bad = bestand(), bestand()
    bad["gemeente"] |= {"slug": "kwaaddorp", "code": "GM8998"}
    bad["voorzieningen"] = [{**row, "slug": f"kwaad-{row['slug']}"} for row in bad["voorzieningen"]]
    bad["voorzieningen"][0]["vorm"] = "onzin"

    problems = problems_of(write(tmp_path, good), write(tmp_path, bad, "kwaad.json"))

    assert list(problems) == [("kwaad.json", "kwaad-eetclub", "vorm")]
    assert counts() == [0, 0, 0, 0, 0, 0]


def test_every_error_is_named_with_file_slug_and_field(tmp_path):
    data = bestand()
    first, second = data["voorzieningen"]
    first["naam"] = ""
    first["samenvatting"] = "x" * 301
    first["model_stap"] = "bestaat-niet"
    first["eigen_bijdrage"]["eenheid"] = "per fiets"
    first["toegangstoets"]["code"] = "misschien"
    second["aanbieder"] = "onbekende"
    second["plaats"] = "Elders"
    second["verzamelrij_van"] = 9
    data["gemeente"]["code"] = "GM12"

    problems = problems_of(write(tmp_path, data))

    assert set(problems) == {
        ("proefdorp.json", "proefdorp", "gemeente.code"),
        ("proefdorp.json", "eetclub", "naam"),
        ("proefdorp.json", "eetclub", "samenvatting"),
        ("proefdorp.json", "eetclub", "model_stap"),
        ("proefdorp.json", "eetclub", "eigen_bijdrage.eenheid"),
        ("proefdorp.json", "eetclub", "toegangstoets.code"),
        ("proefdorp.json", "eetclub-kinderen", "aanbieder"),
        ("proefdorp.json", "eetclub-kinderen", "plaats"),
        ("proefdorp.json", "eetclub-kinderen", "verzamelrij_van"),
    }


def test_what_only_the_database_and_the_publish_rules_know_is_named_too(tmp_path):
    data = bestand()
    first, second = data["voorzieningen"]
    first["doelgroepen"] = ["marsmannetjes"]
    first["frequentie"] = "FREQ=SOMS"
    second["toegangstoets"] = {"code": "licht"}

    problems = problems_of(write(tmp_path, data))

    assert ("proefdorp.json", "eetclub", "doelgroepen") in problems
    assert ("proefdorp.json", "eetclub-kinderen", "toegangstoets.toetser") in problems
    assert counts() == [0, 0, 0, 0, 0, 0]


def test_an_unreadable_recurrence_is_named(tmp_path):
    data = bestand()
    data["voorzieningen"][0]["frequentie"] = "FREQ=SOMS"

    problems = problems_of(write(tmp_path, data))

    assert list(problems) == [("proefdorp.json", "eetclub", "frequentie")]


def test_an_area_whose_place_is_on_no_list_is_kept_in_words(tmp_path):
    data = bestand()
    data["gemeente"]["plaatsen"].append("Nergenshuizen")
    data["voorzieningen"][0]["plaats"] = "Nergenshuizen"

    report = load_gemeenten([write(tmp_path, data)])

    gebied = Voorziening.objects.get(slug="eetclub").werkingsgebieden.get()
    assert (gebied.soort, gebied.plaats, gebied.omschrijving) == ("buurt", None, "Glimmen")
    assert "nergenshuizen" in report.opmerkingen[0]


def test_a_place_that_came_before_its_gemeente_joins_it(tmp_path):
    load_plaatsen(geonames=False)
    data = bestand()
    data["gemeente"]["code"] = "GM0017"

    load_gemeenten([write(tmp_path, data)])

    assert Plaats.objects.get(slug="onnen").gemeente == Gemeente.objects.get()


def test_the_left_side_of_the_model_cannot_be_booked(tmp_path):
    data = bestand()
    data["voorzieningen"][0]["model_stap"] = "maatwerk"

    problems = problems_of(write(tmp_path, data))

    assert "via de gemeente" in problems[("proefdorp.json", "eetclub", "")]


@pytest.mark.parametrize("content", ["{", "[]", '{"voorzieningen": 3}', "\xff"])
def test_a_file_that_is_no_gemeente_is_refused_in_words(tmp_path, content):
    path = tmp_path / "stuk.json"
    path.write_bytes(content.encode("latin-1"))

    with pytest.raises(ImportRefused, match=r"stuk\.json"):
        load_gemeenten([path])


def test_a_slug_of_somebody_else_is_not_taken_over(tmp_path):
    VoorzieningFactory(slug="eetclub", naam="De echte eetclub")

    problems = problems_of(write(tmp_path, bestand()))

    assert list(problems) == [("proefdorp.json", "eetclub", "slug")]
    assert Voorziening.objects.get(slug="eetclub").naam == "De echte eetclub"


def test_a_dry_run_writes_nothing_and_says_what_would_happen(tmp_path):
    output = StringIO()

    call_command("load_gemeente", write(tmp_path, bestand()), dry_run=True, stdout=output)

    assert "Proef" in output.getvalue()
    assert "Voorzieningen: 2 aangemaakt" in output.getvalue()
    assert counts() == [0, 0, 0, 0, 0, 0]


def test_the_command_shows_every_error(tmp_path):
    data = bestand()
    data["voorzieningen"][0]["vorm"] = "onzin"

    with pytest.raises(CommandError, match=r"proefdorp\.json: eetclub: vorm: 'onzin'"):
        call_command("load_gemeente", write(tmp_path, data))


def test_an_area_in_a_place_no_list_knows_is_kept_in_words(tmp_path):
    data = bestand()
    data["gemeente"]["plaatsen"] = ["Nergenshuizen"]
    data["voorzieningen"][0]["plaats"] = "Nergenshuizen"
    path = write(tmp_path, data)

    report = load_gemeenten([path])

    gebied = Voorziening.objects.get(slug="eetclub").werkingsgebieden.get()
    assert (gebied.soort, gebied.plaats, gebied.omschrijving) == ("buurt", None, "Glimmen")
    assert "nergenshuizen" in str(report)
    assert load_gemeenten([path]).writes == 0


def test_a_part_of_the_wrong_kind_is_named_once(tmp_path):
    data = bestand()
    data["voorzieningen"][0]["eigen_bijdrage"] = 7
    data["gemeente"]["bronnen"] = [7]

    problems = problems_of(write(tmp_path, data))

    assert len([line for line in problems if "eigen_bijdrage" in str(line)]) == 1
