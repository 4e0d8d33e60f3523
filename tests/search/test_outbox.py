"""Each change of what visitors see leaves one row per registered consumer."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction

from search.models import Afnemer, Wijziging
from search.outbox import consumers, sources
from socialmap import models
from tests.search.conftest import Reader
from tests.socialmap.factories import (
    AanbiederFactory,
    GemeenteFactory,
    LocatieFactory,
    PlaatsFactory,
    VoorzieningFactory,
)

pytestmark = pytest.mark.django_db


def ids(*voorzieningen: models.Voorziening) -> list[str]:
    return sorted(str(voorziening.public_id) for voorziening in voorzieningen)


@pytest.fixture
def entry(reader: Reader) -> models.Voorziening:
    """A published entry with everything that may hang on it; its own changes have been read."""
    aanbieder = AanbiederFactory()
    haren = aanbieder.gemeente
    glimmen = PlaatsFactory(slug="glimmen", gemeente=haren)
    locatie = LocatieFactory(
        aanbieder=aanbieder, plaats=glimmen, openingstijden=[(0, "09:00", "12:00")]
    )
    made = VoorzieningFactory(
        live=True,
        aanbieder=aanbieder,
        mede_aanbieders=[AanbiederFactory(gemeente=haren)],
        werkingsgebieden=[glimmen],
        locaties=[locatie],
        leefgebieden=["geld"],
        begrippen=["praten"],
        doelgroepen=["ouderen"],
        talen=["nl"],
        prijzen=[(250, "keer")],
        eigen_bijdrage="ja",
        contacten=[("telefoon", "000-123 45 67")],
        openingstijden=[(1, "10:00", "11:00")],
        activiteiten=[{"herhaling": "FREQ=WEEKLY;BYDAY=TU"}],
    )
    VoorzieningFactory(live=True, naam="Staat erbuiten")
    reader.read()
    return made


class TestTheVoorzieningItself:
    def test_publishing_leaves_rows(self, reader: Reader) -> None:
        draft = VoorzieningFactory()
        reader.read()

        draft.save_revision().publish()

        assert set(reader.read()) == set(ids(draft))

    def test_withdrawing_leaves_rows(self, reader: Reader, entry: models.Voorziening) -> None:
        entry.unpublish()

        assert set(reader.read()) == set(ids(entry))

    def test_an_update_of_a_queryset_leaves_one_row_each(
        self, reader: Reader, entry: models.Voorziening
    ) -> None:
        other = VoorzieningFactory()
        reader.read()

        models.Voorziening.objects.filter(pk__in=[entry.pk, other.pk]).update(samenvatting="Anders")

        assert reader.read() == ids(entry, other)

    def test_creating_in_bulk_leaves_one_row_each(self, reader: Reader) -> None:
        gemeente = GemeenteFactory()

        made = models.Voorziening.objects.bulk_create(
            models.Voorziening(naam=naam, slug=naam, beherende_gemeente=gemeente)
            for naam in ("een", "twee")
        )

        assert reader.read() == ids(*made)

    def test_updating_in_bulk_leaves_one_row_each(
        self, reader: Reader, entry: models.Voorziening
    ) -> None:
        entry.naam = "Anders"

        models.Voorziening.objects.bulk_update([entry], ["naam"])

        assert reader.read() == ids(entry)

    def test_deleting_leaves_a_row_with_the_public_id(self, reader: Reader) -> None:
        made = VoorzieningFactory(live=True)
        wanted = ids(made)
        reader.read()

        models.Voorziening.objects.filter(pk=made.pk).delete()

        assert set(reader.read()) == set(wanted)

    def test_a_rollback_leaves_nothing(self, reader: Reader, entry: models.Voorziening) -> None:
        with transaction.atomic():
            models.Voorziening.objects.update(samenvatting="Anders")
            transaction.set_rollback(True)

        assert reader.read() == []


def _stap(entry: models.Voorziening) -> models.VoorzieningStap:
    own = entry.beherende_gemeente.ondersteuningsmodel
    return models.VoorzieningStap(voorziening=entry, stap=own.stappen.get(slug="burgerkracht"))


CHILDREN: dict[str, Callable[[models.Voorziening], Any]] = {
    "voorzieningstap": _stap,
    "voorzieningbegrip": lambda entry: models.VoorzieningBegrip(
        voorziening=entry,
        begrip=models.Begrip.objects.create(
            term="Praten", leefgebied=models.Leefgebied.objects.get(slug="geld")
        ),
    ),
    "prijs": lambda entry: models.Prijs(voorziening=entry, bedrag_cents=100, eenheid="uur"),
    "contact": lambda entry: models.Contact(voorziening=entry, soort="email", waarde="a@b.example"),
    "voorzieningopening": lambda entry: models.VoorzieningOpening(
        voorziening=entry, weekdag=2, van=datetime.time(9), tot=datetime.time(10)
    ),
    "activiteit": lambda entry: models.Activiteit(voorziening=entry, herhaling="FREQ=DAILY"),
    "voorzieninglocatie": lambda entry: models.VoorzieningLocatie(
        voorziening=entry, locatie=LocatieFactory(aanbieder=entry.aanbieder)
    ),
    "werkingsgebied": lambda entry: models.Werkingsgebied(voorziening=entry, soort="landelijk"),
    "voorziening_mede_aanbieders": lambda entry: models.Voorziening.mede_aanbieders.through(
        voorziening=entry, aanbieder=AanbiederFactory(gemeente=entry.beherende_gemeente)
    ),
    "voorziening_doelgroepen": lambda entry: models.Voorziening.doelgroepen.through(
        voorziening=entry, doelgroep=models.Doelgroep.objects.exclude(slug="ouderen").first()
    ),
    "voorziening_leefgebieden": lambda entry: models.Voorziening.leefgebieden.through(
        voorziening=entry, leefgebied=models.Leefgebied.objects.exclude(slug="geld").first()
    ),
    "voorziening_talen": lambda entry: models.Voorziening.talen.through(
        voorziening=entry, taal=models.Taal.objects.exclude(slug="nl").first()
    ),
}


@pytest.mark.parametrize("table", sources.CHILDREN)
class TestChildren:
    def test_a_new_row_leaves_one_row(
        self, table: str, reader: Reader, entry: models.Voorziening
    ) -> None:
        child = CHILDREN[table](entry)
        reader.read()

        child.save(force_insert=True)

        assert reader.read() == ids(entry)

    def test_a_changed_row_leaves_one_row(
        self, table: str, reader: Reader, entry: models.Voorziening
    ) -> None:
        rows = type(CHILDREN[table](entry))._base_manager.filter(voorziening=entry)
        reader.read()

        # The same values: what changed does not matter, that somebody wrote does.
        rows.update(voorziening=entry)

        assert reader.read() == ids(entry)

    def test_a_row_that_moves_leaves_rows_for_both(
        self, table: str, reader: Reader, entry: models.Voorziening
    ) -> None:
        other = VoorzieningFactory()
        rows = type(CHILDREN[table](entry))._base_manager.filter(voorziening=entry)
        reader.read()

        rows.update(voorziening=other)

        assert reader.read() == ids(entry, other)

    def test_a_deleted_row_leaves_one_row(
        self, table: str, reader: Reader, entry: models.Voorziening
    ) -> None:
        rows = type(CHILDREN[table](entry))._base_manager.filter(voorziening=entry)
        reader.read()

        rows.delete()

        assert reader.read() == ids(entry)


def test_every_table_of_the_domain_that_belongs_to_a_voorziening_is_watched() -> None:
    assert sources.unwatched_tables() == set()


def _plaats(entry: models.Voorziening) -> Any:
    return models.Plaats.objects.filter(slug="glimmen")


def _stap_of(entry: models.Voorziening) -> Any:
    return models.Stap.objects.filter(pk=entry.stappen.get().stap_id)


SHARED: dict[str, Callable[[models.Voorziening], Any]] = {
    "a moved locatie": lambda e: models.Locatie.objects.filter(koppelingen__voorziening=e).update(
        lat=53.2
    ),
    "a withdrawn locatie": lambda e: models.Locatie.objects.filter(
        koppelingen__voorziening=e
    ).update(live=False),
    "new hours of a locatie": lambda e: models.LocatieOpening.objects.create(
        locatie=e.locatiekoppelingen.get().locatie,
        weekdag=4,
        van=datetime.time(9),
        tot=datetime.time(10),
    ),
    "other hours of a locatie": lambda e: models.LocatieOpening.objects.update(
        tot=datetime.time(23)
    ),
    "no more hours of a locatie": lambda e: models.LocatieOpening.objects.all().delete(),
    "a renamed aanbieder": lambda e: models.Aanbieder.objects.filter(pk=e.aanbieder_id).update(
        naam="Anders"
    ),
    "a withdrawn aanbieder": lambda e: models.Aanbieder.objects.filter(pk=e.aanbieder_id).update(
        live=False
    ),
    "a renamed mede-aanbieder": lambda e: models.Aanbieder.objects.filter(
        pk__in=e.mede_aanbieders.values("pk")
    ).update(naam="Anders"),
    "a stap on another line": lambda e: _stap_of(e).update(lijn="1"),
    "a stap with another address": lambda e: _stap_of(e).update(slug="anders"),
    "a stap in another model": lambda e: _stap_of(e).update(
        ondersteuningsmodel=models.Ondersteuningsmodel.objects.create(
            gemeente=GemeenteFactory(stappen=False), naam="Leeg"
        )
    ),
    "a model of another gemeente": lambda e: models.Ondersteuningsmodel.objects.filter(
        gemeente=e.beherende_gemeente
    ).update(gemeente=GemeenteFactory(stappen=False)),
    "a renamed leefgebied": lambda e: models.Leefgebied.objects.filter(slug="geld").update(
        naam="Anders"
    ),
    "a renamed doelgroep": lambda e: models.Doelgroep.objects.filter(slug="ouderen").update(
        naam="Anders"
    ),
    "a doelgroep that becomes everybody": lambda e: models.Doelgroep.objects.filter(
        slug="ouderen"
    ).update(voor_iedereen=True),
    "a taal with another code": lambda e: models.Taal.objects.filter(slug="nl").update(slug="xx"),
    "a renamed gemeente": lambda e: models.Gemeente.objects.filter(
        pk=e.beherende_gemeente_id
    ).update(naam="Anders"),
    "a plaats with another address": lambda e: _plaats(e).update(slug="anders"),
}


@pytest.mark.parametrize("change", SHARED.values(), ids=SHARED)
def test_what_entries_share_leaves_a_row_for_each_of_them_only(
    change: Callable[[models.Voorziening], Any], reader: Reader, entry: models.Voorziening
) -> None:
    change(entry)

    assert set(reader.read()) == set(ids(entry))


def test_a_stap_in_another_gemeente_follows_the_address_of_that_gemeente(reader: Reader) -> None:
    elsewhere = GemeenteFactory()
    made = VoorzieningFactory(
        live=True, stappen=[elsewhere.ondersteuningsmodel.stappen.get(slug="burgerkracht")]
    )
    reader.read()

    models.Gemeente.objects.filter(pk=elsewhere.pk).update(slug="anders")

    assert reader.read() == ids(made)


def test_a_new_gemeente_touches_what_is_offered_everywhere(reader: Reader) -> None:
    nationwide = VoorzieningFactory(live=True, werkingsgebieden=["landelijk"])
    VoorzieningFactory(live=True)
    reader.read()

    GemeenteFactory(stappen=False)

    assert reader.read() == ids(nationwide)


def test_a_new_doelgroep_touches_what_is_for_everybody(reader: Reader) -> None:
    for_everybody = VoorzieningFactory(live=True, doelgroepen=["alle-inwoners"])
    VoorzieningFactory(live=True, doelgroepen=["ouderen"])
    reader.read()

    models.Doelgroep.objects.create(slug="pas-bedacht", naam="Pas bedacht")

    assert reader.read() == ids(for_everybody)


def test_columns_that_no_visitor_sees_leave_nothing(
    reader: Reader, entry: models.Voorziening
) -> None:
    models.Aanbieder.objects.update(kvk_nummer="12345678")
    models.Gemeente.objects.update(loket_telefoon="000-1234567")
    models.Plaats.objects.update(inwoners=12)

    assert reader.read() == []


class TestConsumers:
    def test_two_consumers_get_a_row_each_and_read_apart(
        self, reader: Reader, second_reader: Reader
    ) -> None:
        made = VoorzieningFactory.create()
        reader.read()

        waiting = second_reader.read()

        assert set(waiting) == set(ids(made))
        assert reader.read() == []

    def test_a_consumer_deletes_exactly_what_it_read(self, reader: Reader) -> None:
        first = VoorzieningFactory()
        batch = next(consumers.batches(reader.afnemer))
        models.Voorziening.objects.filter(pk=first.pk).update(naam="Komt ertussen")

        consumers.done(batch)

        assert {str(public_id) for public_id in batch.public_ids} == set(ids(first))
        assert reader.read() == ids(first)

    def test_reading_goes_on_until_nothing_waits(self, reader: Reader) -> None:
        gemeente = GemeenteFactory()
        models.Voorziening.objects.bulk_create(
            models.Voorziening(naam=f"v{n}", slug=f"v{n}", beherende_gemeente=gemeente)
            for n in range(5)
        )
        sizes = []

        for batch in consumers.batches(reader.afnemer, size=2):
            sizes.append(len(batch.row_ids))
            consumers.done(batch)

        assert sizes == [2, 2, 1]
        assert consumers.waiting(reader.afnemer) == 0

    def test_without_consumers_nothing_is_written(self) -> None:
        VoorzieningFactory(live=True)

        assert not Wijziging.objects.exists()

    def test_registering_twice_gives_the_same_consumer(self) -> None:
        assert consumers.register("index:a") == consumers.register("index:a")

    def test_a_silent_consumer_is_forgotten_with_its_rows_and_comes_back_stale(
        self, reader: Reader, second_reader: Reader
    ) -> None:
        VoorzieningFactory()
        long_ago = reader.afnemer.gezien_op - consumers.SILENT_AFTER - datetime.timedelta(minutes=1)
        Afnemer.objects.filter(pk=reader.afnemer.pk).update(gezien_op=long_ago, verouderd=False)

        forgotten = consumers.forget_silent()

        assert forgotten == 1
        assert not Wijziging.objects.filter(afnemer_id=reader.afnemer.pk).exists()
        assert consumers.waiting(second_reader.afnemer) > 0
        assert consumers.register(reader.afnemer.naam).verouderd

    def test_what_a_killed_build_waited_for_is_forgotten_the_same_day(self) -> None:
        running = consumers.register(f"{consumers.BUILD}loopt")
        killed = consumers.register(f"{consumers.BUILD}gedood")
        killed.gezien_op -= consumers.BUILT_AFTER + datetime.timedelta(minutes=1)
        killed.save()

        forgotten = consumers.forget_silent()

        assert forgotten == 1
        assert list(Afnemer.objects.all()) == [running]

    def test_a_consumer_that_looks_is_not_silent(self, reader: Reader) -> None:
        reader.afnemer.gezien_op -= consumers.SILENT_AFTER + datetime.timedelta(minutes=1)
        reader.afnemer.save()

        consumers.seen(reader.afnemer)

        assert consumers.forget_silent() == 0

    def test_looking_often_writes_seldom(
        self, reader: Reader, django_assert_num_queries: Any
    ) -> None:
        with django_assert_num_queries(0):
            consumers.seen(reader.afnemer)
