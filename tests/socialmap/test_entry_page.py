"""The page of one voorziening, as a visitor reads it."""

import datetime
import html
import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from socialmap.models import Contact, Voorziening
from tests.socialmap.factories import (
    AanbiederFactory,
    GemeenteFactory,
    LocatieFactory,
    PlaatsFactory,
    SiteFactory,
    VoorzieningFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(client: Client) -> Any:
    """`read(voorziening)` is the page as text, with single spaces."""

    def page(voorziening: Voorziening, prefix: str = "") -> str:
        response = client.get(f"{prefix}/voorziening/{voorziening.slug}/")
        assert response.status_code == 200
        text = re.sub(r"<(script|style|svg).*?</\1>", " ", response.content.decode(), flags=re.S)
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())

    return page


def test_it_answers_the_four_questions_with_what_that_means(read: Any) -> None:
    text = read(
        VoorzieningFactory(
            live=True, met_aanbieder=True, toegangstoets="geen", gratis=True, aanmelding="direct"
        )
    )

    for question in (
        "Welke hulp is dit?",
        "Mag u dit gebruiken?",
        "Wat kost het?",
        "Hoe meldt u zich aan?",
    ):
        assert question in text
    assert text.count("Wat betekent dit voor u?") == 4
    assert "Aan deze informatie kunt u geen rechten ontlenen." in text


def test_unknown_is_said_as_unknown_and_never_as_free(read: Any) -> None:
    text = read(VoorzieningFactory(naam="Eetclub", live=True))

    assert "Niet bekend wat het kost." in text
    assert "Niet bekend of u een toets nodig heeft." in text
    assert "gratis" not in text.lower()
    assert "Wij hebben geen telefoonnummer of adres van deze voorziening." in text


def test_it_tells_where_when_and_for_whom(read: Any) -> None:
    aanbieder = AanbiederFactory(naam="Torion")
    locatie = LocatieFactory(
        naam="De Groenenberg",
        aanbieder=aanbieder,
        plaats=PlaatsFactory(naam="Glimmen"),
        straat="Voorbeeldstraat",
        huisnummer="7",
        rolstoel=True,
        toilet=False,
    )
    text = read(
        VoorzieningFactory(
            live=True,
            aanbieder=aanbieder,
            locaties=[locatie],
            leeftijd_van=12,
            leeftijd_tot=18,
            activiteiten=[{"naam": "Soepdag", "herhaling": "FREQ=MONTHLY;BYDAY=1WE"}],
            openingstijden=[(0, "09:00", "12:00")],
            contacten=[("telefoon", "000-123 45 67")],
        )
    )

    assert "De Groenenberg" in text
    assert "Voorbeeldstraat 7" in text
    assert "elke eerste woensdag van de maand" in text
    assert "van 9.00 tot 12.00 uur" in text
    assert "12 tot en met 18 jaar" in text
    assert "000-123 45 67" in text
    assert "Rolstoel kan naar binnen: ja" in text
    assert "Toilet voor mensen met een rolstoel: nee" in text
    assert "Lift of alles gelijkvloers: niet bekend" in text


def test_a_private_address_is_not_on_the_page(client: Client) -> None:
    locatie = LocatieFactory(
        naam="Bij Jansen", straat="Geheimeweg", prive=True, lat=53.13579, lon=6.24681
    )
    made = VoorzieningFactory(live=True, aanbieder=locatie.aanbieder, locaties=[locatie])

    page = client.get(f"/voorziening/{made.slug}/").content.decode()

    for secret in ("Jansen", "Geheimeweg", "53.13579", "53,13579", "6.24681"):
        assert secret not in page


def test_an_address_from_an_old_source_is_no_link(client: Client) -> None:
    made = VoorzieningFactory(live=True)
    Contact.objects.create(
        voorziening=made, soort="website", waarde="https://oud.example", historisch=True
    )

    page = client.get(f"/voorziening/{made.slug}/").content.decode()

    assert "https://oud.example" in page
    assert 'href="https://oud.example"' not in page


def test_it_tells_who_checked_it_and_when(read: Any) -> None:
    checked = VoorzieningFactory(
        live=True,
        laatst_gecontroleerd_op=datetime.date(2026, 5, 3),
        gecontroleerd_door="De aanbieder",
    )

    assert "Gecontroleerd op 3 mei 2026 door De aanbieder." in read(checked)
    assert "Deze informatie is nog niet gecontroleerd." in read(VoorzieningFactory(live=True))


def test_a_source_is_named_and_old_data_say_so(read: Any) -> None:
    text = read(
        VoorzieningFactory(
            live=True, status="historisch", bron={"titel": "Beleidsnota", "periode": "2017-2020"}
        )
    )

    assert "Bron: Beleidsnota (2017-2020)" in text
    assert "historisch" in text


def test_a_notice_shows_on_its_days_only(read: Any) -> None:
    today = timezone.localdate()
    day = datetime.timedelta(days=1)
    now = VoorzieningFactory(
        live=True, mededeling="Dicht in de vakantie.", mededeling_tot=today, tijdelijk_gesloten=True
    )
    later = VoorzieningFactory(live=True, mededeling="Komt nog.", mededeling_van=today + day)
    before = VoorzieningFactory(live=True, mededeling="Was eens.", mededeling_tot=today - day)

    assert "Tijdelijk gesloten. Dicht in de vakantie." in read(now)
    assert "Komt nog." not in read(later)
    assert "Was eens." not in read(before)


def test_the_whole_and_its_parts_name_each_other(read: Any) -> None:
    whole = VoorzieningFactory(naam="Formulierenhulp", live=True)
    part = VoorzieningFactory(naam="Spreekuur", live=True, onderdeel_van=whole)
    VoorzieningFactory(naam="Concept", onderdeel_van=whole)

    assert "Dit hoort erbij Spreekuur" in read(whole)
    assert "Concept" not in read(whole)
    assert "Dit is een onderdeel van Formulierenhulp" in read(part)


def test_a_part_of_a_draft_does_not_name_it(read: Any) -> None:
    part = VoorzieningFactory(live=True, onderdeel_van=VoorzieningFactory(naam="Concept"))

    assert "Concept" not in read(part)


def test_text_of_editors_is_escaped_and_rich_text_is_shown(client: Client) -> None:
    made = VoorzieningFactory(
        live=True,
        naam="<b>Vet</b>",
        samenvatting="<script>alert(1)</script>",
        omschrijving="<p>Elke <b>week</b>.</p>",
    )

    page = client.get(f"/voorziening/{made.slug}/").content.decode()

    assert "<script>alert(1)" not in page
    assert "&lt;b&gt;Vet&lt;/b&gt;" in page
    assert "Elke <b>week</b>." in page


def test_a_fictional_entry_says_so(read: Any) -> None:
    assert "voorbeeld: dit bestaat niet echt" in read(
        VoorzieningFactory(live=True, is_voorbeeld=True)
    )


def test_each_gemeente_shows_its_own_step_and_desk(read: Any) -> None:
    haren = GemeenteFactory(slug="haren", loket_naam="Loket Haren")
    oldambt = GemeenteFactory(slug="oldambt", loket_naam="Loket Oldambt")
    made = VoorzieningFactory(
        live=True,
        beherende_gemeente=haren,
        stappen=[
            haren.ondersteuningsmodel.stappen.get(slug="burgerkracht"),
            oldambt.ondersteuningsmodel.stappen.get(slug="eigen-kracht"),
        ],
    )

    in_haren, in_oldambt = read(made, "/haren"), read(made, "/oldambt")

    assert "Burgerkracht (stap 2 van" in in_haren
    assert "Loket Haren" in in_haren
    assert "Eigen kracht (stap 1 van" in in_oldambt
    assert "Loket Oldambt" in in_oldambt


def test_there_is_one_canonical_address_whatever_the_context(client: Client) -> None:
    site = SiteFactory(hostname="haren.localhost", port=8000)
    haren = GemeenteFactory(slug="haren", site=site)
    GemeenteFactory(slug="oldambt")
    made = VoorzieningFactory(naam="Eetclub", live=True, beherende_gemeente=haren)

    pages = [
        client.get(f"{prefix}/voorziening/{made.slug}/").content.decode()
        for prefix in ("", "/haren", "/oldambt")
    ]

    canonical = '<link rel="canonical" href="http://haren.localhost:8000/voorziening/eetclub/">'
    assert all(canonical in page for page in pages)


def test_a_page_takes_few_queries_however_much_hangs_on_it(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    aanbieder = AanbiederFactory()
    made = VoorzieningFactory(
        live=True,
        aanbieder=aanbieder,
        mede_aanbieders=AanbiederFactory.create_batch(3),
        locaties=LocatieFactory.create_batch(4, aanbieder=aanbieder),
        leefgebieden=["geld", "vervoer"],
        talen=["nl", "en"],
        activiteiten=[{"herhaling": "FREQ=DAILY"}] * 4,
    )
    client.get("/")  # Fills what a process remembers.

    with django_assert_max_num_queries(20):
        client.get(f"/voorziening/{made.slug}/")


def test_no_visitor_gets_a_cookie(client: Client) -> None:
    made = VoorzieningFactory(live=True)

    assert not client.get(f"/voorziening/{made.slug}/").cookies
