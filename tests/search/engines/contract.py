"""What every search engine must do; a subclass supplies the `engine` fixture, empty and dated."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Protocol

import pytest
from hypothesis import strategies as st

from search.engines.base import SearchEngine
from search.fingerprint import fingerprint
from search.query import ONBEKEND, Hit, Near, Scope, SearchPage, SearchQuery, Sort
from search.text.phrases import TOGETHER_WEIGHT
from tests.search.engines.documents import id_of, made

TODAY = date(2026, 3, 5)
HAREN = (53.1713, 6.6089)
GLIMMEN = (53.1383, 6.6292)  # 3.9 km from HAREN
ASSEN = (52.9928, 6.5642)  # 20.1 km from HAREN
any_text = st.text(st.characters(), max_size=300)  # lone surrogates, controls, emoji

MakeEngine = Callable[[Callable[[], date]], SearchEngine]


class HasIds(Protocol):
    hits: tuple[Hit, ...]


def ids(page: HasIds) -> list[str]:
    return [hit.id for hit in page.hits]


def near(punt: tuple[float, float], km: float | None, *gebieden: str) -> Near:
    return Near(lat=punt[0], lon=punt[1], km=km, gebieden=frozenset(gebieden))


def chosen(**facets: str) -> dict[str, frozenset[str]]:
    return {facet: frozenset(values.split()) for facet, values in facets.items()}


def counts(page: SearchPage, facet: str) -> dict[str, int]:
    return {value.slug: value.count for value in page.facets[facet]}


class SearchEngineContract:
    @pytest.fixture
    def find(self, engine: SearchEngine) -> Callable[..., SearchPage]:
        return lambda text="", **fields: engine.search(SearchQuery(text=text, **fields))

    # Words.

    @pytest.mark.parametrize(
        ("typed", "naam"),
        [
            ("formulieren invullen", "Formulierenbrigade"),
            ("maaltijden", "Maaltijdvoorziening"),
            ("MAALTIJD", "Maaltijdvoorziening"),
            ("ouderen vervoer", "Ouderenvervoer"),
            ("ouderenvervoer", "Vervoer voor ouderen"),
            ("alarm knop", "Alarmknop"),
            ("clienten", "Cliëntondersteuning"),
            ("mantelzorger", "Steunpunt mantelzorg"),
            ("formulierenbrigrade", "Formulierenbrigade"),
            ("maaltjid", "Maaltijdvoorziening"),
            ("wij", "WIJ"),
        ],
    )
    def test_a_voorziening_is_found_by_what_people_type(
        self, engine: SearchEngine, find: Any, typed: str, naam: str
    ) -> None:
        engine.rebuild([made(naam), made("Zwembad"), made("Bibliotheek", tekst="Boeken lenen")])

        assert ids(find(typed)) == [id_of(naam)]

    def test_a_hit_in_the_name_ranks_above_one_in_the_text(
        self, engine: SearchEngine, find: Any
    ) -> None:
        engine.rebuild(
            [
                made("Wandelgroep", tekst="Na afloop is er taal en koffie"),
                made("Koffieochtend", trefwoorden="taal"),
                made("Taal", tekst="Samen oefenen"),
            ]
        )

        assert ids(find("taal")) == [id_of("Taal"), id_of("Koffieochtend"), id_of("Wandelgroep")]

    def test_more_of_the_words_rank_higher(self, engine: SearchEngine, find: Any) -> None:
        engine.rebuild(
            [made("Hulp bij geldzaken"), made("Hulp"), made("Hulp bij formulieren en geldzaken")]
        )

        page = find("hulp formulieren geldzaken")

        assert ids(page)[:2] == [
            id_of("Hulp bij formulieren en geldzaken"),
            id_of("Hulp bij geldzaken"),
        ]

    def test_one_common_word_of_many_is_not_enough(self, engine: SearchEngine, find: Any) -> None:
        engine.rebuild(
            [
                *(made(f"Hulp {number}", key=str(number)) for number in range(10)),
                made("Hulp met brieven, formulieren en toeslagen"),
            ]
        )

        assert find("hulp brieven formulieren toeslagen").total == 1

    def test_words_that_follow_each_other_rank_above_the_same_words_apart(
        self, engine: SearchEngine, find: Any
    ) -> None:
        engine.rebuild(
            [
                made("Apart", tekst="warm blijven samen eten"),
                made("Andersom", tekst="samen eten warm blijven"),
                made("Achtereen", tekst="samen blijven warm eten"),
                made("Overig", tekst="hulp bij brieven"),
            ]
        )

        assert ids(find("warm eten")) == [id_of("Achtereen"), id_of("Andersom"), id_of("Apart")]

    def test_words_follow_each_other_over_a_stop_word_in_a_name(
        self, engine: SearchEngine, find: Any
    ) -> None:
        engine.rebuild([made("Formulieren en hulp"), made("Hulp bij formulieren")])

        assert ids(find("hulp bij formulieren"))[0] == id_of("Hulp bij formulieren")

    def test_words_follow_each_other_within_one_field(
        self, engine: SearchEngine, find: Any
    ) -> None:
        engine.rebuild(
            [
                made("Warm", key="apart", tekst="eten"),
                made("Warm", key="samen", tekst="warm eten"),
            ]
        )

        apart, together = (find("warm eten", size=20).hits[n].score for n in (1, 0))

        assert ids(find("warm eten")) == [id_of("samen"), id_of("apart")]
        assert together - apart > TOGETHER_WEIGHT

    def test_a_begrip_finds_what_shares_no_word(self, engine: SearchEngine, find: Any) -> None:
        cafe = made("Ontmoeten op maandag", begrippen={"begrip_sterk": ("dementie",)})
        engine.rebuild([cafe, made("Man en paard")])

        page = find("mijn man vergeet alles")

        assert [hit.id for hit in page.hits] == [
            id_of("Ontmoeten op maandag"),
            id_of("Man en paard"),
        ]
        assert page.missing_words == ()

    def test_the_word_of_a_person_about_a_begrip_goes_before_what_the_text_suggests(
        self, engine: SearchEngine, find: Any
    ) -> None:
        fields = ("begrip_bevestigd", "begrip_sterk", "begrip_zwak")
        engine.rebuild(
            [made("Ontmoeten", key=name, begrippen={name: ("dementie",)}) for name in fields]
        )

        assert ids(find("dementie")) == [id_of(name) for name in fields]

    def test_words_that_nobody_has_are_named(self, engine: SearchEngine, find: Any) -> None:
        engine.rebuild([made("Hulp bij geldzaken")])

        page = find("geldzaken en kwijtschelding")

        assert page.missing_words == ("kwijtschelding",)
        assert page.total == 1

    def test_only_words_that_nobody_has_find_nothing(self, engine: SearchEngine, find: Any) -> None:
        engine.rebuild([made("Hulp bij geldzaken")])

        assert find("xyzzy").total == 0

    def test_a_correction_is_told(self, engine: SearchEngine, find: Any) -> None:
        engine.rebuild([made("Maaltijdvoorziening")])

        assert find("maaltjid").corrections == {"maaltjid": "maaltijd"}

    def test_words_are_those_of_the_own_gemeente(self, engine: SearchEngine, find: Any) -> None:
        engine.rebuild(
            [
                made("Zwemles", facets={"gemeente": ("haren",)}),
                made("Taalles", facets={"gemeente": ("oldambt",)}),
            ]
        )

        page = find("taalles", scope=Scope(gemeente="haren"))

        assert page.total == 0 or id_of("Taalles") not in ids(page)
        assert find("taalles", scope=Scope(gemeente="oldambt")).total == 1

    @pytest.mark.parametrize(
        "typed", ["", "  ", "?!", "\x00", "🙂", "\ud800", "*", "%00", '"', "AND OR"]
    )
    def test_text_without_words_limits_nothing_and_breaks_nothing(
        self, engine: SearchEngine, find: Any, typed: str
    ) -> None:
        engine.rebuild([made("Zwemles")])

        assert find(typed).total in (0, 1)
        assert find("?!").total == 1

    def test_stop_words_alone_find_only_a_name_that_holds_them_all(
        self, engine: SearchEngine, find: Any
    ) -> None:
        engine.rebuild([made("Doe mee"), made("Doe het zelf"), made("Zwemles")])

        assert ids(find("doe mee")) == [id_of("Doe mee")]
        assert find("hoe laat is het").total == 0

    @pytest.mark.parametrize("typed", ["a" * 4000, "é" * 4000, "hulp " * 1000, "\U0001f642" * 4000])
    def test_very_long_text_is_cut_short(self, engine: SearchEngine, find: Any, typed: str) -> None:
        engine.rebuild([made("Hulp")])

        assert find(typed).total in (0, 1)

    # Facets.

    def test_values_of_one_facet_widen_and_facets_narrow(
        self, engine: SearchEngine, find: Any
    ) -> None:
        engine.rebuild(
            [
                made("A", facets={"soort": ("regeling",), "vorm": ("publiek",)}),
                made("B", facets={"soort": ("platform",), "vorm": ("publiek",)}),
                made("C", facets={"soort": ("platform",), "vorm": ("markt",)}),
                made("D"),
            ]
        )

        assert find(filters=chosen(soort="regeling platform")).total == 3
        page = find(filters=chosen(soort="regeling platform", vorm="publiek"))
        assert page.total == 2
        assert counts(page, "soort") == {"platform": 1, "regeling": 1}
        assert counts(page, "vorm") == {"publiek": 2, "markt": 1}

    def test_a_count_is_the_number_of_results_with_that_value_alone_chosen(
        self, engine: SearchEngine, find: Any
    ) -> None:
        engine.rebuild(
            made(
                str(number),
                facets={
                    "soort": ("a", "b")[: 1 + number % 2],
                    "vorm": (f"v{number % 3}",),
                    "taal": (f"t{number % 5}", "nl"),
                },
            )
            for number in range(40)
        )
        filters = chosen(soort="b", vorm="v0 v1", taal="t1 t2 t3")

        page = find(filters=filters)

        for facet in filters:
            for slug, count in counts(page, facet).items():
                assert find(filters=filters | chosen(**{facet: slug})).total == count

    def test_unknown_is_a_value_that_can_be_added(self, engine: SearchEngine, find: Any) -> None:
        engine.rebuild(
            [
                made("A", facets={"eigen_bijdrage": ("nee",)}),
                made("B", facets={"eigen_bijdrage": (ONBEKEND,)}),
                made("C", facets={"eigen_bijdrage": ("ja",)}),
            ]
        )
        filters = chosen(eigen_bijdrage="nee")

        page = find(filters=filters)

        assert (page.total, dict(page.unknown)) == (1, {"eigen_bijdrage": 1})
        with_unknown = find(filters=filters, include_unknown=frozenset({"eigen_bijdrage"}))
        assert (with_unknown.total, dict(with_unknown.unknown)) == (2, {"eigen_bijdrage": 0})

    def test_a_chosen_value_that_nobody_has_is_shown_with_zero(
        self, engine: SearchEngine, find: Any
    ) -> None:
        engine.rebuild([made("A", facets={"soort": ("regeling",)})])

        page = find(filters=chosen(soort='on"zin\\'))

        assert page.total == 0
        assert counts(page, "soort") == {"regeling": 1, 'on"zin\\': 0}

    def test_the_scope_is_never_widened(self, engine: SearchEngine, find: Any) -> None:
        engine.rebuild(
            [
                made("A", facets={"gemeente": ("haren",), "soort": ("x",)}),
                made("B", facets={"gemeente": ("oldambt",), "soort": ("y",)}),
            ]
        )

        page = find(scope=Scope(gemeente="haren"), filters=chosen(gemeente="*", soort="y"))

        assert page.total == 0
        assert counts(page, "soort") == {"x": 1, "y": 0}

    def test_many_values_are_all_counted(self, engine: SearchEngine, find: Any) -> None:
        engine.rebuild(made(str(n), facets={"stap": (f"haren:{n}",)}) for n in range(60))

        assert len(find().facets["stap"]) == 60

    def test_only_the_facets_asked_for_are_counted(self, engine: SearchEngine, find: Any) -> None:
        engine.rebuild([made("A", facets={"soort": ("x",), "vorm": ("y",)})])

        assert set(find(facets=("soort",)).facets) == {"soort"}

    @pytest.mark.parametrize(("leeftijd", "total"), [(11, 0), (12, 1), (18, 1), (19, 0)])
    def test_an_age_lies_between_both_ends(
        self, engine: SearchEngine, find: Any, leeftijd: int, total: int
    ) -> None:
        engine.rebuild([made("Jeugdsport", leeftijd_van=12, leeftijd_tot=18)])

        assert find(leeftijd=leeftijd).total == total

    # Place.

    def test_nearby_or_offered_here_or_without_a_place(
        self, engine: SearchEngine, find: Any
    ) -> None:
        engine.rebuild(
            [
                made("Hier", punten=(HAREN,)),
                made("Ver", punten=(ASSEN,)),
                made("Ver, maar komt hier", punten=(ASSEN,), gebieden=("gemeente:haren",)),
                made("Online", gebieden=("zonder-plek",)),
                made("Landelijk", gebieden=("landelijk",)),
                made("Elders", gebieden=("gemeente:oldambt",)),
                made("Nergens"),
            ]
        )

        page = find(near=near(HAREN, 10.0, "landelijk", "gemeente:haren"))

        assert set(ids(page)) == set(
            map(id_of, ("Hier", "Ver, maar komt hier", "Online", "Landelijk"))
        )

    def test_by_distance_those_without_a_point_come_last_by_name(
        self, engine: SearchEngine, find: Any
    ) -> None:
        engine.rebuild(
            [
                made("Zorg online", gebieden=("zonder-plek",)),
                made("Advies online", gebieden=("zonder-plek",)),
                made("In Glimmen", punten=(GLIMMEN,)),
                made("In Haren", punten=(HAREN,)),
            ]
        )

        page = find(near=near(HAREN, 10.0))

        order = ("In Haren", "In Glimmen", "Advies online", "Zorg online")
        assert ids(page) == [id_of(naam) for naam in order]
        assert [hit.km for hit in page.hits] == [0.0, pytest.approx(3.91, abs=0.01), None, None]

    def test_pages_by_distance_go_on_where_the_points_end(
        self, engine: SearchEngine, find: Any
    ) -> None:
        engine.rebuild(
            [made(f"P{n}", punten=((53.0 + n / 100, 6.6),)) for n in range(5)]
            + [made(f"Q{n}") for n in range(5)]
        )

        pages = [ids(find(near=near(HAREN, None), size=3, page=page)) for page in (1, 2, 3, 4, 5)]

        assert [len(page) for page in pages] == [3, 3, 3, 1, 0]
        assert sum(pages, [])[5:] == [id_of(f"Q{n}") for n in range(5)]

    def test_the_nearest_of_several_points_counts(self, engine: SearchEngine, find: Any) -> None:
        engine.rebuild([made("Bibliotheek", punten=(ASSEN, GLIMMEN, HAREN))])

        (hit,) = find(near=near(HAREN, 1.0)).hits

        assert hit.km == 0.0

    def test_the_circle_is_exact_and_not_a_box(self, engine: SearchEngine, find: Any) -> None:
        corner = (HAREN[0] + 0.07, HAREN[1] + 0.12)  # 11.1 km away, inside the box around 10 km
        engine.rebuild([made("Hoek", punten=(corner,), facets={"soort": ("x",)})])

        page = find(near=near(HAREN, 10.0))

        assert page.total == 0
        assert page.facets["soort"] == ()
        assert find(near=near(HAREN, 11.5)).total == 1

    def test_a_box_holds_what_has_any_point_in_it(self, engine: SearchEngine, find: Any) -> None:
        engine.rebuild(
            [made("Twee", punten=(ASSEN, HAREN)), made("Een", punten=(ASSEN,)), made("Geen")]
        )
        around_haren = (6.5, 53.1, 6.7, 53.2)

        assert ids(find(bbox=around_haren)) == [id_of("Twee")]
        # One point in its latitudes and another in its longitudes do not make a point inside.
        assert find(bbox=(6.6, 52.9, 6.7, 53.0)).total == 0
        assert list(engine.points(SearchQuery(bbox=around_haren))) == [(id_of("Twee"), *HAREN)]

    def test_a_circle_over_the_pole_or_the_date_line_works(
        self, engine: SearchEngine, find: Any
    ) -> None:
        engine.rebuild(
            [made("Fiji", punten=((-17.0, 179.9),)), made("Pool", punten=((89.9, 0.0),))]
        )

        assert ids(find(near=near((-17.0, -179.9), 50.0))) == [id_of("Fiji")]
        assert ids(find(near=near((89.9, 180.0), 50.0))) == [id_of("Pool")]

    def test_every_point_of_the_results_is_on_the_map(self, engine: SearchEngine) -> None:
        engine.rebuild(
            [made("Twee", punten=(HAREN, ASSEN)), made("Geen"), made("X", punten=(ASSEN,))]
        )

        points = list(engine.points(SearchQuery(text="twee", page=9)))

        assert sorted(points) == sorted([(id_of("Twee"), *HAREN), (id_of("Twee"), *ASSEN)])
        assert len(list(engine.points(SearchQuery(), 2))) == 2

    # Order and pages.

    def test_by_name_ignores_accents_and_capitals(self, engine: SearchEngine, find: Any) -> None:
        engine.rebuild([made("Zwemmen"), made("école"), made("Eten"), made("een")])

        order = ("école", "een", "Eten", "Zwemmen")
        assert ids(find(sort=Sort.NAAM)) == [id_of(naam) for naam in order]

    def test_pages_follow_each_other_without_gaps_or_doubles(
        self, engine: SearchEngine, find: Any
    ) -> None:
        engine.rebuild(made("Taalles", key=str(number)) for number in range(95))

        for sort in (Sort.RELEVANTIE, Sort.NAAM, Sort.AFSTAND):
            place = near(HAREN, None) if sort is Sort.AFSTAND else None
            pages = [
                find("taalles", sort=sort, near=place, page=page, size=10) for page in range(1, 11)
            ]
            seen = [id for page in pages for id in ids(page)]
            assert {page.total for page in pages} == {95}
            assert len(seen) == len(set(seen)) == 95

    def test_a_page_past_the_end_is_empty_and_still_counts(
        self, engine: SearchEngine, find: Any
    ) -> None:
        engine.rebuild([made("Taalles", facets={"soort": ("x",)})])

        for sort in Sort:
            page = find("taalles", page=9999, sort=sort, near=near(HAREN, None))
            assert (page.total, page.hits, counts(page, "soort")) == (1, (), {"x": 1})

    def test_equal_entries_take_turns_from_day_to_day(self, make_engine: MakeEngine) -> None:
        day = [TODAY]
        engine = make_engine(lambda: day[0])
        engine.rebuild(made("Taalles", key=str(number)) for number in range(6))
        first = set()

        for number in range(60):
            day[0] = TODAY + timedelta(days=number)
            page = engine.search(SearchQuery(text="taalles"))
            assert ids(page) == ids(engine.search(SearchQuery(text="taalles")))
            first.add(page.hits[0].id)

        assert len(first) == 6

    def test_of_equal_entries_those_in_the_place_come_first(
        self, engine: SearchEngine, find: Any
    ) -> None:
        engine.rebuild(
            [
                made("Taalles", key="elders", gebieden=("landelijk",)),
                made("Taalles", key="gemeente", gebieden=("gemeente:haren",)),
                made("Taalles", key="plaats", gebieden=("plaats:glimmen",)),
                made("Taalles", key="staat", gebieden=("gemeente:haren", "in:glimmen")),
            ]
        )
        here = near(GLIMMEN, None, "landelijk", "gemeente:haren", "plaats:glimmen")

        found = ids(find("taalles", near=here))

        assert found == [id_of("staat"), id_of("plaats"), id_of("gemeente"), id_of("elders")]

    def test_words_that_order_match_nothing(self, engine: SearchEngine, find: Any) -> None:
        engine.rebuild(
            [made("Taalles"), made("Taalles Glimmen"), made("Zwemles Glimmen"), made("Taalles 2")]
        )

        found = ids(find("taalles", ordering_text="Glimmen"))

        assert found[0] == id_of("Taalles Glimmen")
        assert set(found) == {id_of("Taalles"), id_of("Taalles Glimmen"), id_of("Taalles 2")}

    def test_a_boost_decides_between_equal_entries(self, engine: SearchEngine, find: Any) -> None:
        engine.rebuild(
            [made("Taalles", key=str(n), boost=1.2 if n == 3 else 1.0) for n in range(8)]
        )

        assert ids(find("taalles"))[0] == id_of("3")

    # Life of the index.

    def test_an_empty_index_answers(self, engine: SearchEngine, find: Any) -> None:
        engine.rebuild([])

        for sort in Sort:
            page = find("hulp", near=near(HAREN, 10.0), sort=sort, bbox=(6.0, 53.0, 7.0, 54.0))
            assert (page.total, page.hits) == (0, ())
        assert list(engine.points(SearchQuery())) == []
        assert list(dict(engine.fingerprints())) == []

    def test_a_changed_voorziening_replaces_the_old_one(
        self, engine: SearchEngine, find: Any
    ) -> None:
        engine.rebuild([made("Wandelen", key="1"), made("Zwemmen", key="2")])

        engine.upsert([made("Fietsen", key="1"), made("Koken", key="3")])

        assert find("wandelen").total == 0
        assert ids(find("fietsen")) == [id_of("1")]
        assert sorted(dict(engine.fingerprints())) == sorted(map(id_of, "123"))

    def test_it_tells_what_it_holds_of_each_voorziening(self, engine: SearchEngine) -> None:
        walking, swimming = made("Wandelen", key="1"), made("Zwemmen", key="2")
        cycling = made("Fietsen", key="1")

        engine.rebuild([walking, swimming])
        engine.upsert([cycling])

        held = {cycling.id: fingerprint(cycling), swimming.id: fingerprint(swimming)}
        assert dict(engine.fingerprints()) == held

    def test_a_deleted_voorziening_is_no_longer_found(
        self, engine: SearchEngine, find: Any
    ) -> None:
        engine.rebuild([made("Budgetcoach"), made("Taalles")])

        engine.delete([id_of("Budgetcoach"), id_of("never there")])

        page = find("budgetcoach")
        assert (page.total, page.missing_words) == (0, ("budgetcoach",))
        assert engine.health().documents == 1

    def test_a_deleted_word_corrects_nothing(self, engine: SearchEngine, find: Any) -> None:
        engine.rebuild([made("Maaltijd"), made("Zwemles")])

        engine.delete([id_of("Maaltijd")])

        assert find("maaltjid").corrections == {}

    def test_a_rebuild_replaces_everything(self, engine: SearchEngine, find: Any) -> None:
        before = engine.rebuild([made("Wandelen")])

        after = engine.rebuild(made(naam) for naam in ("Zwemmen", "Koken"))

        assert (before.documents, after.documents) == (1, 2)
        assert before.name != after.name
        assert find("wandelen").total == 0
        assert find().total == 2
        assert find().generation == after.name == engine.health().generation

    def test_a_rebuild_that_fails_leaves_the_old_index(
        self, engine: SearchEngine, find: Any
    ) -> None:
        def broken() -> Any:
            yield made("Zwemles")
            raise ZeroDivisionError

        engine.rebuild([made("Taalles")])

        with pytest.raises(ZeroDivisionError):
            engine.rebuild(broken())

        assert ids(find()) == [id_of("Taalles")]

    def test_changing_nothing_is_nothing(self, engine: SearchEngine) -> None:
        engine.rebuild([made("Taalles")])

        engine.upsert([])
        engine.delete([])

        assert engine.health().ok

    # Completion.

    def test_a_beginning_is_completed_with_names_that_begin_so_first(
        self, engine: SearchEngine
    ) -> None:
        engine.rebuild(
            [
                made("Digitaal taalcafé"),
                made("Taalhuis Haren"),
                made("De Taalbrug"),
                made("Zwemles", tekst="Taal in het water"),
            ]
        )

        found = engine.complete("Taal")

        assert [s.text for s in found] == ["De Taalbrug", "Taalhuis Haren", "Digitaal taalcafé"]
        assert {(s.soort, s.count) for s in found} == {("naam", 1)}
        assert [s.id for s in found][1] == id_of("Taalhuis Haren")

    def test_every_complete_word_of_a_beginning_counts(self, engine: SearchEngine) -> None:
        engine.rebuild([made("Eetclub de Wilgentuin"), made("Buurthuis de Wilgentuin")])

        for typed in ("wilgentuin eet", "eetclub wil", "eetclub de wil", "Eetclub de Wilgentuin"):
            assert [s.text for s in engine.complete(typed)] == ["Eetclub de Wilgentuin"], typed
        assert engine.complete("zwemclub wil") == []

    def test_only_names_in_sight_are_completed(self, engine: SearchEngine) -> None:
        taalpunt = (("taalpunt", "Stichting Taalpunt"),)
        engine.rebuild(
            [
                made("Taalhuis", facets={"gemeente": ("haren",)}, aanbieders=taalpunt),
                made("Taalcafé", facets={"gemeente": ("oldambt",)}, aanbieders=taalpunt),
                made("Taalclub", facets={"gemeente": ("oldambt",)}, aanbieders=(("o", "Taal!"),)),
            ]
        )

        found = engine.complete("taal", Scope(gemeente="haren"))

        assert [(s.text, s.count) for s in found] == [("Taalhuis", 1), ("Stichting Taalpunt", 1)]
        assert engine.complete("taal", Scope(gemeente="tynaarlo")) == []

    def test_aanbieders_are_completed_from_any_word_on_with_their_entries(
        self, engine: SearchEngine
    ) -> None:
        welzijn = ("welzijn-haren", "Stichting Welzijn Haren")
        werk = ("welzijnswerk", "Welzijnswerk Noord")
        engine.rebuild(
            [
                made("Eetclub", aanbieders=(welzijn,)),
                made("Maatje", aanbieders=(welzijn, werk)),
                made("Soos", aanbieders=(("humanitas", "Humanitas"),)),
            ]
        )

        found = engine.complete("welzijn")

        assert [(s.text, s.soort, s.count, s.id) for s in found] == [
            ("Stichting Welzijn Haren", "aanbieder", 2, "welzijn-haren"),
            ("Welzijnswerk Noord", "aanbieder", 1, "welzijnswerk"),
        ]
        assert [s.id for s in engine.complete("haren")] == ["welzijn-haren"]
        assert engine.complete("sticht") == []
        assert [s.id for s in engine.complete("welzijn h")] == ["welzijn-haren"]
        assert [s.id for s in engine.complete("stichting welzijn h")] == ["welzijn-haren"]
        assert [s.id for s in engine.complete("HUMAN")] == ["humanitas"]

    def test_what_is_gone_is_completed_no_more(self, engine: SearchEngine) -> None:
        engine.rebuild([made("Taalhuis", aanbieders=(("t", "Taalpunt"),)), made("Taalcafé")])

        engine.delete([id_of("Taalhuis")])

        assert [s.text for s in engine.complete("taal")] == ["Taalcafé"]

    def test_a_text_without_words_completes_to_nothing(self, engine: SearchEngine) -> None:
        engine.rebuild([made("Taalhuis"), made(""), made("Ter stede", aanbieders=(("x", ""),))])

        for typed in ("", "  ", "\x00", "!?", "\ud800"):
            assert engine.complete(typed) == [], repr(typed)

    def test_a_limit_holds_for_each_kind(self, engine: SearchEngine) -> None:
        engine.rebuild(
            [made(f"Taal {n}", aanbieders=((f"a{n}", f"Taalclub {n}"),)) for n in range(4)]
        )

        found = engine.complete("t", limit=2)

        assert [s.text for s in found] == ["Taal 0", "Taal 1", "Taalclub 0", "Taalclub 1"]

    def test_values_of_a_facet_are_counted_in_sight(self, engine: SearchEngine) -> None:
        engine.rebuild(
            [
                made("a", facets={"gemeente": ("haren",), "leefgebied": ("geld", "zorg")}),
                made("b", facets={"gemeente": ("oldambt",), "leefgebied": ("geld",)}),
                made("c", facets={"gemeente": ("haren",), "leefgebied": ("geld",)}),
            ]
        )
        engine.delete([id_of("c")])

        slugs = ("geld", "zorg", "niets")
        everywhere = engine.facet_counts("leefgebied", slugs)
        in_oldambt = engine.facet_counts("leefgebied", slugs, Scope(gemeente="oldambt"))

        assert everywhere == {"geld": 2, "zorg": 1, "niets": 0}
        assert in_oldambt == {"geld": 1, "zorg": 0, "niets": 0}
