"""What was found is marked in the cards, and a card says why it is there."""

import pytest
from django.test import Client

from search import lifecycle
from search.engines.base import SearchEngine
from search.results.marked_card import _about
from search.results.marking import Marker
from socialmap.models import Begrip, Leefgebied, Voorziening, VoorzieningBegrip
from tests.socialmap.factories import GemeenteFactory, VoorzieningFactory


def marked(question: str, text: str, **corrections: str) -> str:
    return str(Marker(question, corrections).mark(text).text)


class TestWhatIsMarked:
    @pytest.mark.parametrize(
        ("question", "text", "expected"),
        [
            ("formulieren", "Hulp bij een formulier", "Hulp bij een <mark>formulier</mark>"),
            ("vervoer", "Ouderenvervoer in het dorp", "<mark>Ouderenvervoer</mark> in het dorp"),
            ("ouderenvervoer", "Vervoer voor u", "<mark>Vervoer</mark> voor u"),
            ("café", "Een cafe, en Café’s", "Een <mark>cafe</mark>, en <mark>Café’s</mark>"),
            ("de taal", "De Taal van de buurt", "De <mark>Taal</mark> van de buurt"),
            ("zwemmen", "Samen koken", "Samen koken"),
            ("", "Samen koken", "Samen koken"),
        ],
    )
    def test_words_of_the_question_and_their_family(
        self, question: str, text: str, expected: str
    ) -> None:
        assert marked(question, text) == expected

    def test_the_word_that_was_meant(self) -> None:
        assert marked("vervoor", "Vervoer", vervoor="vervoer") == "<mark>Vervoer</mark>"

    def test_a_word_of_a_begrip_that_was_meant(self) -> None:
        found = Marker("mijn man vergeet alles").mark("Steun bij dementie")

        assert found.text == "Steun bij <mark>dementie</mark>"
        assert "dementie" in found.begrippen
        assert not found.typed

    def test_nothing_of_a_text_becomes_html(self) -> None:
        found = marked("taal", "<script>taal</script> & “taal” <b onclick='x'>")

        assert found == (
            "&lt;script&gt;<mark>taal</mark>&lt;/script&gt; &amp; “<mark>taal</mark>” "
            "&lt;b onclick=&#x27;x&#x27;&gt;"
        )

    def test_a_fragment_is_what_surrounds_the_first_place(self) -> None:
        text = "Begin van de tekst. " * 20 + "Hier is de maaltijd. " + "Einde van de tekst. " * 20

        found = Marker("maaltijd").fragment(text)

        assert found is not None
        assert found.text.startswith("… ")
        assert found.text.endswith(" …")
        assert "<mark>maaltijd</mark>" in found.text
        assert len(found.text) < 260
        assert Marker("zwemmen").fragment(text) is None


@pytest.mark.django_db
class TestCards:
    def test_a_card_marks_its_name_and_shows_a_fragment_of_the_description(
        self, index: SearchEngine, client: Client
    ) -> None:
        haren = GemeenteFactory(slug="haren", naam="Haren")
        VoorzieningFactory(naam="Taalhuis & meer", live=True, beherende_gemeente=haren)
        VoorzieningFactory(
            naam="Buurtkamer",
            samenvatting="Een plek voor iedereen.",
            omschrijving="<p>Er is ook een taalhuis.</p>",
            live=True,
            beherende_gemeente=haren,
        )
        lifecycle.drain()

        page = client.get("/zoeken/", {"q": "taalhuis"}).content.decode()

        assert "<mark>Taalhuis</mark> &amp; meer</a>" in page
        assert "Er is ook een <mark>taalhuis</mark>." in page

    def test_a_card_without_any_typed_word_says_what_it_is_about(
        self, index: SearchEngine, client: Client
    ) -> None:
        VoorzieningFactory(
            naam="Ontmoetingsgroep",
            samenvatting="Voor mensen met dementie en hun naasten.",
            live=True,
            beherende_gemeente=GemeenteFactory(slug="haren", naam="Haren"),
        )
        lifecycle.drain()

        page = client.get("/zoeken/", {"q": "mijn man vergeet alles"}).content.decode()

        assert "Gevonden omdat dit gaat over:" in page
        assert "Dementie" in page

    def test_what_a_person_decided_goes_before_what_the_text_suggests(
        self, index: SearchEngine, client: Client
    ) -> None:
        entry = VoorzieningFactory(
            naam="Ontmoetingsgroep",
            samenvatting="Voor mensen met dementie en hun naasten.",
            live=True,
            beherende_gemeente=GemeenteFactory(slug="haren", naam="Haren"),
        )
        gezondheid, _ = Leefgebied.objects.get_or_create(slug="gezondheid")
        dementie = Begrip.objects.create(slug="dementie", term="Dementie", leefgebied=gezondheid)
        VoorzieningBegrip.objects.create(
            voorziening=entry, begrip=dementie, status=VoorzieningBegrip.Status.AFGEWEZEN
        )

        about = _about(Voorziening.objects.get(pk=entry.pk))

        assert "dementie" not in about
        VoorzieningBegrip.objects.update(status=VoorzieningBegrip.Status.BEVESTIGD)
        assert _about(Voorziening.objects.get(pk=entry.pk)) == {"dementie"}

    def test_without_a_question_nothing_is_marked(
        self, index: SearchEngine, client: Client
    ) -> None:
        VoorzieningFactory(naam="Taalhuis", live=True)
        lifecycle.drain()

        assert "<mark>" not in client.get("/zoeken/").content.decode()
