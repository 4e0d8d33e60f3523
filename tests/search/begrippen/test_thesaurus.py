"""The file of begrippen keeps the rules its README gives."""

import json
from collections import Counter
from importlib import resources

import pytest

from search.begrippen.phrases import units
from search.begrippen.thesaurus import Thesaurus, read_vertalingen, thesaurus


@pytest.fixture(scope="module")
def begrippen() -> Thesaurus:
    return thesaurus()


def test_the_file_is_sorted_and_every_line_has_the_same_fields() -> None:
    text = resources.files("search.begrippen").joinpath("data/begrippen.jsonl").read_text("utf-8")

    rows = [json.loads(line) for line in text.splitlines()]

    assert {tuple(row) for row in rows} == {
        ("slug", "term", "leefgebied", "breder", "vraag", "aanbod")
    }
    order = [(row["leefgebied"], row["slug"]) for row in rows]
    assert order == sorted(order)


def test_every_begrip_has_a_slug_of_its_own_and_ways_to_say_it(begrippen: Thesaurus) -> None:
    slugs = Counter(begrip.slug for begrip in begrippen.begrippen)

    assert max(slugs.values()) == 1
    assert all(begrip.vraag and begrip.aanbod for begrip in begrippen.begrippen)


def test_broader_links_end_at_the_top(begrippen: Thesaurus) -> None:
    for position in range(len(begrippen.begrippen)):
        path = [position]
        while (above := begrippen.broader.get(path[-1])) is not None:
            assert above not in path
            path.append(above)


def test_a_phrase_leads_to_at_most_three_begrippen(begrippen: Thesaurus) -> None:
    owners: dict[tuple[str, ...], set[str]] = {}
    for begrip in begrippen.begrippen:
        for way in (*begrip.vraag, *begrip.aanbod, *begrip.vertalingen):
            words = tuple(sorted({unit.stem for unit in units(way)}))
            owners.setdefault(words, set()).add(begrip.slug)

    assert {words: slugs for words, slugs in owners.items() if len(slugs) > 3} == {}


def test_translations_belong_to_begrippen_and_name_five_languages(begrippen: Thesaurus) -> None:
    text = resources.files("search.begrippen").joinpath("data/vertalingen.txt").read_text("utf-8")

    translated = read_vertalingen(text)

    assert translated.keys() <= {begrip.slug for begrip in begrippen.begrippen}
    assert {tuple(languages) for languages in translated.values()} == {
        ("en", "tr", "ar", "pl", "uk")
    }
