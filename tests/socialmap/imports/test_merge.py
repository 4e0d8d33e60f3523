"""What a person changed since the last import stays, whatever the file says."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialmap.imports.loading import load_gemeenten
from socialmap.imports.merge import merge
from socialmap.models import Aanbieder, Gemeente, Prijs, Publicatie, Voorziening
from tests.socialmap.imports.bestanden import bestand, write


@pytest.fixture
def loaded(db, tmp_path):
    """The file, loaded once; call it with a changed file to load again."""

    def load(data):
        return load_gemeenten([write(tmp_path, data)])

    load(bestand())
    return load


def eetclub():
    return Voorziening.objects.get(slug="eetclub")


def edit(voorziening, *, publish=True, **fields):
    """What the admin does: a new revision on top of the latest."""
    draft = voorziening.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    revision = draft.save_revision()
    if publish:
        revision.publish()


def test_a_field_nobody_touched_follows_the_file(loaded):
    data = bestand()
    data["voorzieningen"][0]["samenvatting"] = "U eet elke week samen met buren."

    report = loaded(data)

    assert eetclub().samenvatting == "U eet elke week samen met buren."
    assert report.bijgewerkt["voorzieningen"] == 1
    assert report.ongewijzigd["voorzieningen"] == 1
    assert Publicatie.objects.filter(voorziening=eetclub()).count() == 2


def test_an_edited_field_is_kept_and_reported_while_others_follow(loaded):
    edit(eetclub(), naam="Eetclub De Pan")
    data = bestand()
    data["voorzieningen"][0] |= {"naam": "Eetclub nieuw", "samenvatting": "U kookt samen."}

    report = loaded(data)

    assert eetclub().naam == "Eetclub De Pan"
    assert eetclub().samenvatting == "U kookt samen."
    assert report.behouden == {"voorziening eetclub": ("naam",)}


def test_edited_children_are_kept_as_one_field(loaded):
    edit(eetclub(), prijzen=[Prijs(bedrag_cents=900, eenheid="maaltijd")])
    data = bestand()
    data["voorzieningen"][0]["eigen_bijdrage"]["bedrag_eur"] = 8

    report = loaded(data)

    assert [prijs.bedrag_cents for prijs in eetclub().prijzen.all()] == [900]
    assert report.behouden == {"voorziening eetclub": ("prijzen",)}


def test_a_changed_child_leaves_its_neighbours_their_id(loaded):
    data = bestand()
    data["voorzieningen"][0]["website"] = ["www.eetclub.nl", "www.buren.nl"]
    before = eetclub().contacten.get().public_id

    loaded(data)

    contacten = list(eetclub().contacten.all())
    assert [row.waarde for row in contacten] == ["www.eetclub.nl", "www.buren.nl"]
    assert contacten[0].public_id == before


def test_the_date_of_checking_is_never_touched(loaded):
    day = datetime.date(2026, 3, 5)
    Voorziening.objects.filter(slug="eetclub").update(
        laatst_gecontroleerd_op=day, gecontroleerd_door="De buurtclub"
    )
    data = bestand()
    data["voorzieningen"][0]["samenvatting"] = "U kookt samen."

    loaded(data)

    assert eetclub().laatst_gecontroleerd_op == day
    assert eetclub().gecontroleerd_door == "De buurtclub"


def test_a_draft_gets_the_change_and_waits(loaded):
    edit(eetclub(), publish=False, naam="Eetclub in de maak")
    data = bestand()
    data["voorzieningen"][0]["samenvatting"] = "U kookt samen."

    report = loaded(data)

    draft = eetclub().get_latest_revision_as_object()
    assert report.concept_wacht == ["eetclub"]
    assert eetclub().samenvatting == "U eet samen met buren."
    assert (draft.naam, draft.samenvatting) == ("Eetclub in de maak", "U kookt samen.")
    assert loaded(data).writes == 0


def test_an_entry_that_was_taken_off_the_site_stays_off(loaded):
    eetclub().unpublish()
    data = bestand()
    data["voorzieningen"][0]["samenvatting"] = "U kookt samen."

    loaded(data)

    assert not eetclub().live


def test_a_locked_entry_is_left_alone(loaded):
    Voorziening.objects.filter(slug="eetclub").update(locked=True)
    data = bestand()
    data["voorzieningen"][0]["samenvatting"] = "U kookt samen."

    report = loaded(data)

    assert report.vastgezet == ["eetclub"]
    assert eetclub().samenvatting == "U eet samen met buren."


def test_a_removed_entry_does_not_come_back(loaded):
    eetclub().delete()

    report = loaded(bestand())

    assert report.verwijderd == ["eetclub"]
    assert not Voorziening.objects.filter(slug="eetclub").exists()


def test_a_renamed_address_is_still_the_same_entry(loaded):
    edit(eetclub(), slug="eetclub-de-pan")
    data = bestand()
    data["voorzieningen"][0]["samenvatting"] = "U kookt samen."

    loaded(data)

    assert Voorziening.objects.count() == 2
    assert Voorziening.objects.get(slug="eetclub-de-pan").samenvatting == "U kookt samen."


def test_the_desk_the_colour_and_an_aanbieder_are_left_to_people(loaded):
    Gemeente.objects.update(kleur="#123456", loket_naam="Het loket")
    Aanbieder.objects.update(naam="Buurtclub De Pan")

    report = loaded(bestand())

    assert Gemeente.objects.get().kleur == "#123456"
    assert Aanbieder.objects.get().naam == "Buurtclub De Pan"
    assert "naam" in report.behouden["aanbieder buurtclub"]


def test_a_new_aanbieder_of_an_entry_follows_the_file(loaded):
    data = bestand()
    data["aanbieders"].append({"slug": "kookgilde", "naam": "Kookgilde"})
    data["voorzieningen"][0]["aanbieder"] = "kookgilde"

    loaded(data)

    assert eetclub().aanbieder.slug == "kookgilde"


VALUES = st.sampled_from(["", "oud", "nieuw", "anders"])


@given(base=VALUES, current=VALUES, incoming=VALUES)
def test_a_field_is_written_only_while_it_is_as_imported(base, current, incoming):
    result = merge({"naam": base}, {"naam": current}, {"naam": incoming})

    assert bool(result.writes) == (current == base and current != incoming)
    assert bool(result.kept) == (current not in (base, incoming))
