"""Every parameter of an address becomes part of the question, or is named as left out."""

import string
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.filters import RESERVED, ZoekFilterSet
from search.query import FACETS, SearchQuery, Sort
from socialmap.models import Gemeente
from tests.socialmap.factories import GemeenteFactory, PlaatsFactory

pytestmark = pytest.mark.django_db


def parse(query: str, gemeente: Gemeente | None = None) -> ZoekFilterSet:
    return ZoekFilterSet(QueryDict(query), gemeente=gemeente)


def ignored(filters: ZoekFilterSet) -> list[tuple[str, str]]:
    return [(item.name, item.value) for item in filters.ignored]


@pytest.fixture
def haren() -> Gemeente:
    haren = GemeenteFactory(slug="haren", naam="Haren")
    PlaatsFactory(slug="glimmen", naam="Glimmen", gemeente=haren)
    return haren


class TestWords:
    def test_words_are_one_line_with_single_spaces(self) -> None:
        assert parse(urlencode({"q": "  taal \n\t les "})).text == "taal les"

    def test_an_empty_address_asks_for_everything(self) -> None:
        assert parse("").to_query() == SearchQuery()

    def test_the_last_of_several_counts(self) -> None:
        assert parse("q=een&q=twee").text == "twee"

    @pytest.mark.parametrize("char", ["a", "é", "漢", "🙂"])
    def test_four_thousand_characters_are_cut_and_that_is_told(self, char: str) -> None:
        filters = parse(urlencode({"q": char * 4000, "plaats": char * 4000}))

        assert len(filters.text) == 200
        assert filters.text_was_cut

    def test_ordinary_words_are_not_cut(self) -> None:
        assert not parse(urlencode({"q": "  samen   eten  "})).text_was_cut

    def test_control_characters_become_spaces(self) -> None:
        assert parse("q=een%00twee%1b").text == "een twee"


class TestFacets:
    @pytest.mark.parametrize(
        ("facet", "known"),
        [
            ("gemeente", "haren"),
            ("stap", "haren:burgerkracht"),
            ("lijn", "0-1"),
            ("soort", "platform"),
            ("toegangstoets", "geen"),
            ("eigen_bijdrage", "nee"),
            ("vorm", "markt"),
            ("aanmelding", "direct"),
            ("doelgroep", "onbekend"),
            ("leefgebied", "onbekend"),
            ("taal", "onbekend"),
            ("toegankelijk", "rolstoel"),
            ("bereik", "aan-huis"),
        ],
    )
    def test_a_known_value_is_chosen_and_an_unknown_one_named(
        self, facet: str, known: str, haren: Gemeente
    ) -> None:
        filters = parse(urlencode([(facet, known), (facet, "bestaat-niet")]))

        assert filters.to_query().filters == {facet: frozenset({known})}
        assert ignored(filters) == [(facet, "bestaat-niet")]

    def test_every_facet_has_a_parameter(self) -> None:
        assert set(FACETS) <= set(ZoekFilterSet.base_filters)

    def test_values_may_be_repeated(self) -> None:
        filters = parse("soort=platform&soort=regeling&soort=platform")

        assert filters.chosen == {"soort": {"platform", "regeling"}}

    def test_only_unknown_values_leave_the_facet_free(self) -> None:
        filters = parse("soort=x&soort=y")

        assert filters.chosen == {}
        assert ignored(filters) == [("soort", "x"), ("soort", "y")]

    def test_an_empty_value_is_nothing(self) -> None:
        filters = parse("soort=&stap=&leeftijd=&straal=&sorteer=&pagina=&plaats=")

        assert filters.to_query() == SearchQuery()
        assert ignored(filters) == []

    def test_a_bare_stap_belongs_to_the_context_gemeente(self, haren: Gemeente) -> None:
        filters = parse("stap=burgerkracht", gemeente=haren)

        assert filters.chosen == {"stap": {"haren:burgerkracht"}}

    def test_a_bare_stap_without_a_gemeente_is_named(self, haren: Gemeente) -> None:
        assert ignored(parse("stap=burgerkracht")) == [("stap", "burgerkracht")]

    def test_a_stap_of_another_gemeente_stays_what_it_is(self, haren: Gemeente) -> None:
        GemeenteFactory(slug="oldambt")

        filters = parse("stap=oldambt:burgerkracht", gemeente=haren)

        assert filters.chosen == {"stap": {"oldambt:burgerkracht"}}

    @pytest.mark.parametrize("written", ["lijn=2%2B", "lijn=2+", "lijn=2%20"])
    def test_the_plus_of_line_two_plus_survives_the_address(self, written: str) -> None:
        filters = parse(written)

        assert filters.chosen == {"lijn": {"2+"}}
        assert filters.data.getlist("lijn") == ["2+"]

    def test_spaces_around_a_value_do_not_matter(self) -> None:
        filters = parse("soort=%20platform%20")

        assert filters.chosen == {"soort": {"platform"}}
        assert filters.data.getlist("soort") == ["platform"]

    def test_an_invisible_gemeente_cannot_be_chosen(self) -> None:
        GemeenteFactory(slug="later", zichtbaar=False)

        assert ignored(parse("gemeente=later")) == [("gemeente", "later")]

    def test_a_named_value_is_short(self) -> None:
        filters = parse(urlencode({"soort": "x" * 5000}))

        assert len(filters.ignored[0].value) == 60

    @pytest.mark.parametrize("name", RESERVED)
    def test_parameters_of_later_change_nothing_and_say_so(self, name: str) -> None:
        filters = parse(f"{name}=iets")

        assert filters.to_query() == SearchQuery()
        assert [(item.name, item.value) for item in filters.ignored] == [(name, "iets")]


class TestPlace:
    def test_a_place_gives_a_point_a_radius_and_its_areas(self, haren: Gemeente) -> None:
        near = parse("plaats=Glimmen&straal=25").to_query().near

        assert near is not None
        assert (near.lat, near.lon, near.km) == (53.139, 6.629, 25)
        assert near.gebieden == {"landelijk", "gemeente:haren", "plaats:glimmen"}

    def test_without_a_radius_it_is_ten_kilometres(self, haren: Gemeente) -> None:
        near = parse("plaats=Glimmen").to_query().near

        assert near is not None
        assert near.km == 10

    def test_everywhere_keeps_the_point_for_distances(self, haren: Gemeente) -> None:
        near = parse("plaats=Glimmen&straal=alles").to_query().near

        assert near is not None
        assert near.km is None

    @pytest.mark.parametrize("radius", ["0", "51", "-5", "1e3", "tien", "٣", "9" * 5000])
    def test_a_radius_that_makes_no_sense_is_named_and_ten_is_used(
        self, radius: str, haren: Gemeente
    ) -> None:
        filters = parse(urlencode({"plaats": "Glimmen", "straal": radius}))

        assert filters.radius_km == 10
        assert ignored(filters) == [("straal", radius[:60])]

    @pytest.mark.parametrize(
        "place", ["53.1", "53.1,", "nan,nan", "1e400,6", "91,181", "--,--", "53.1;6.6;7", ",", "%"]
    )
    def test_broken_coordinates_give_no_point(self, place: str) -> None:
        filters = parse(urlencode({"plaats": place}))

        assert filters.near is None
        assert filters.place is not None
        assert filters.place.plek is None

    def test_an_unknown_place_gives_no_point_and_near_matches(self, haren: Gemeente) -> None:
        filters = parse("plaats=Glimen&straal=5")

        assert filters.to_query().near is None
        assert filters.place is not None
        assert "Glimmen" in filters.place.suggesties

    def test_the_context_gemeente_is_the_scope(self, haren: Gemeente) -> None:
        assert parse("gemeente=haren", gemeente=haren).to_query().scope.gemeente == "haren"


class TestSortAndPage:
    @pytest.mark.parametrize("sort", ["relevantie", "naam"])
    def test_a_sort_is_used(self, sort: str) -> None:
        assert parse(f"sorteer={sort}").to_query().sort == sort

    def test_distance_needs_a_place(self, haren: Gemeente) -> None:
        without, given_place = parse("sorteer=afstand"), parse("sorteer=afstand&plaats=Glimmen")

        assert without.to_query().sort is None
        assert ignored(without) == [("sorteer", "afstand")]
        assert given_place.to_query().sort is Sort.AFSTAND

    def test_distance_is_left_out_with_an_unknown_place(self) -> None:
        filters = parse("sorteer=afstand&plaats=Nergenshuizen")

        assert filters.to_query().order is Sort.NAAM
        assert ignored(filters) == [("sorteer", "afstand")]

    def test_an_unknown_sort_is_named(self) -> None:
        assert ignored(parse("sorteer=willekeurig")) == [("sorteer", "willekeurig")]

    @pytest.mark.parametrize(("text", "sort"), [("", Sort.AFSTAND), ("koffie", Sort.RELEVANTIE)])
    def test_a_place_without_words_sorts_by_distance(
        self, text: str, sort: Sort, haren: Gemeente
    ) -> None:
        assert parse(urlencode({"plaats": "Glimmen", "q": text})).to_query().order is sort

    def test_a_page_is_used(self) -> None:
        assert parse("pagina=7").to_query().page == 7

    @pytest.mark.parametrize("page", ["0", "-1", "1.5", "x", "²", "99999", "00000000019999"])
    def test_a_page_that_makes_no_sense_is_named(self, page: str) -> None:
        filters = parse(urlencode({"pagina": page}))

        assert filters.to_query().page == 1
        assert ignored(filters) == [("pagina", page)]

    @pytest.mark.parametrize(("age", "used"), [("0", 0), ("67", 67), ("120", 120)])
    def test_an_age_is_used(self, age: str, used: int) -> None:
        assert parse(f"leeftijd={age}").to_query().leeftijd == used

    @pytest.mark.parametrize("age", ["121", "-1", "zeven", "0000000009999"])
    def test_an_age_that_makes_no_sense_is_named(self, age: str) -> None:
        filters = parse(f"leeftijd={age}")

        assert filters.to_query().leeftijd is None
        assert ignored(filters) == [("leeftijd", age)]


NAMES = [*ZoekFilterSet.base_filters, *RESERVED, "onbekende", "csrfmiddlewaretoken"]
VALUES = st.one_of(
    st.text(max_size=30),
    st.text(alphabet=string.digits + ".,-+ ", max_size=12),
    st.sampled_from(
        ["onbekend", "*", "2+", "2 ", "geen", "alles", "afstand", "naam", "glimmen", "Haren",
         "haren:burgerkracht", "burgerkracht", ":", "53.14,6.63", "9752 AB", "9" * 4000]
    ),
)  # fmt: skip


@settings(
    max_examples=150,
    deadline=None,
    # The rows are only read.
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    pairs=st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=8),
    in_haren=st.booleans(),
)
def test_any_address_makes_a_valid_question(
    pairs: list[tuple[str, str]], in_haren: bool, haren: Gemeente
) -> None:
    address = "&".join(
        f"{name}={quote(value.encode('utf-8', 'surrogatepass'))}" for name, value in pairs
    )

    query = parse(address, gemeente=haren if in_haren else None).to_query()

    assert isinstance(query, SearchQuery)
    assert query.order in Sort


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(raw=st.text(alphabet="%0123456789abcdefABCDEFqplats=&+;é", max_size=80))
def test_any_broken_encoding_makes_a_valid_question(raw: str, haren: Any) -> None:
    assert isinstance(parse(raw).to_query(), SearchQuery)
