"""What an entry is about follows from its own words."""

from search.begrippen.tagging import STRONG, WEAK, Tagged, Tagger, tagger
from search.begrippen.thesaurus import Begrip, Thesaurus

# Words are rare among many other begrippen.
OTHERS = [
    Begrip(
        slug=f"ander-{n}", term=f"Ander{n}", leefgebied="geld", aanbod=("café",) if n > 20 else ()
    )
    for n in range(60)
]
SMALL = Thesaurus(
    [
        *OTHERS,
        Begrip(
            slug="dementie",
            term="Dementie",
            leefgebied="gezondheid",
            vraag=("mijn man vergeet sinds maart zijn sleutels",),
            aanbod=("Alzheimer Café", "geheugensteunpunt"),
        ),
        Begrip(
            slug="maaltijd",
            term="Maaltijd aan huis",
            leefgebied="wonen-en-huishouden",
            aanbod=("maaltijdservice", "hulp bij eten"),
        ),
    ]
)


def strong(**texts: str) -> tuple[str, ...]:
    return Tagger(SMALL).tags(texts).strong


def test_the_words_of_an_aanbieder_tell_what_an_entry_is_about() -> None:
    assert strong(naam="Alzheimer Café Winschoten") == ("dementie",)


def test_the_preferred_term_counts_in_any_field() -> None:
    assert strong(naam="De Herberg", tekst="Een plek voor mensen met dementie.") == ("dementie",)


def test_half_a_name_is_not_enough() -> None:
    tags = Tagger(SMALL).tags({"naam": "Café De Ster"})

    assert "dementie" not in tags.strong + tags.weak


def test_a_resident_does_not_write_entries() -> None:
    tags = Tagger(SMALL).tags({"tekst": "Mijn man vergeet sinds maart zijn sleutels."})

    assert tags.strong == ()


def test_words_that_a_begrip_is_often_said_with_suggest_it() -> None:
    tags = Tagger(SMALL).tags({"tekst": "Voor wie veel vergeet."})

    assert tags.weak == ("dementie",)


def test_a_proper_name_counts_only_as_it_is_written() -> None:
    names = Thesaurus(
        [
            *OTHERS,
            Begrip(slug="innovatie", term="Techniek", leefgebied="geld", aanbod=("Zorg van Nu",)),
        ]
    )

    apart = Tagger(names).tags({"naam": "Nu zorg"})
    whole = Tagger(names).tags({"naam": "Bijeenkomst Zorg van Nu"})

    assert apart.strong == ()
    assert whole.strong == ("innovatie",)


def test_a_short_abbreviation_is_no_word_of_a_name() -> None:
    short = Thesaurus(
        [*OTHERS, Begrip(slug="alcohol", term="Alcohol", leefgebied="geld", aanbod=("AA",))]
    )

    river = Tagger(short).tags({"naam": "Werkplein Drentsche Aa"})
    group = Tagger(short).tags({"naam": "AA-groep"})

    assert river.strong == ()
    assert group.strong == ("alcohol",)


def test_what_is_offered_to_whom_counts_too() -> None:
    tags = Tagger(SMALL).tags({"naam": "De Herberg", "doelgroepen": "Mensen met dementie"})

    assert tags.strong == ("dementie",)


def test_of_two_that_fit_the_one_whose_narrower_begrip_fits_goes_first() -> None:
    broad = [
        Begrip(slug=slug, term=slug.title(), leefgebied="vervoer", aanbod=("zwemmen in zee",))
        for slug in ("strand", "water")
    ]
    swimming = Begrip(slug="zwemmen", term="Zwemmen", leefgebied="vervoer", breder="water")

    tags = Tagger(Thesaurus([*OTHERS, *broad, swimming])).tags({"naam": "Zwemmen"})

    assert tags.strong + tags.weak == ("zwemmen", "water", "strand")


def test_no_text_is_about_nothing() -> None:
    assert tagger().tags({}) == Tagged((), ())


def test_the_leefgebied_decides_between_two_that_fit() -> None:
    both = Thesaurus(
        [
            *OTHERS,
            Begrip(slug="a", term="Eerste", leefgebied="geld", aanbod=("maatje",)),
            Begrip(slug="b", term="Tweede", leefgebied="vervoer", aanbod=("maatje",)),
        ]
    )

    tags = Tagger(both).tags({"naam": "Maatje"}, ["vervoer"])

    assert tags.strong[0] == "b"


def test_an_entry_carries_few_begrippen() -> None:
    text = (
        "Soos, koffie, biljart, maaltijden, vervoer, klussen, taalles, repair café, wandelgroep, "
    )
    text += "mantelzorg, formulieren, bezoek aan huis, sport, zwemmen, koor, tuin en boodschappen"

    tags = tagger().tags({"naam": "Dorpshuis", "tekst": text})

    assert len(tags.strong) <= STRONG
    assert len(tags.strong) + len(tags.weak) <= STRONG + WEAK
    assert not set(tags.strong) & set(tags.weak)


def test_a_negated_way_is_not_found_by_the_word_that_is_left() -> None:
    tags = tagger().tags({"naam": "Mindfulness", "tekst": "U leert met aandacht te leven."})

    assert "suicidegedachten" not in tags.strong + tags.weak
