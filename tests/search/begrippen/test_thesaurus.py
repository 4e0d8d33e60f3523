"""The file of begrippen keeps the rules its README gives."""

import json
from collections import Counter

import pytest

from search.begrippen.phrases import units
from search.begrippen.thesaurus import Thesaurus, begrippen_files, read_vertalingen, thesaurus


@pytest.fixture(scope="module")
def begrippen() -> Thesaurus:
    return thesaurus()


def test_the_files_are_sorted_and_every_line_has_the_same_fields() -> None:
    rows = {
        file.stem: [json.loads(line) for line in file.read_text("utf-8").splitlines()]
        for file in begrippen_files()
    }

    fields = ("slug", "term", "leefgebied", "breder", "vraag", "aanbod")
    for leefgebied, begrippen in rows.items():
        assert {tuple(row) for row in begrippen} == {fields}
        assert {row["leefgebied"] for row in begrippen} == {leefgebied}
        assert (order := [row["slug"] for row in begrippen]) == sorted(order)


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
    text = (begrippen_files()[0].parents[1] / "vertalingen.txt").read_text("utf-8")

    translated = read_vertalingen(text)

    assert translated.keys() <= {begrip.slug for begrip in begrippen.begrippen}
    assert {tuple(languages) for languages in translated.values()} == {
        ("en", "tr", "ar", "pl", "uk")
    }
