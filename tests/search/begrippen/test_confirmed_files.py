"""The confirmed begrippen of the demo entries exist, and so do the entries."""

import json
from typing import Any

import pytest

from search.begrippen.thesaurus import thesaurus
from socialmap.imports.loading import DEMO_GEMEENTEN, demo_files

MOST = 6


def read(folder: str, gemeente: str) -> Any:
    (path,) = (path for path in demo_files(folder) if path.stem == gemeente)
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("gemeente", DEMO_GEMEENTEN)
def test_every_confirmed_begrip_exists(gemeente: str) -> None:
    known = {begrip.slug for begrip in thesaurus().begrippen}

    confirmed = {slug for slugs in read("begrippen", gemeente).values() for slug in slugs}

    assert confirmed <= known, sorted(confirmed - known)


@pytest.mark.parametrize("gemeente", DEMO_GEMEENTEN)
def test_every_entry_was_read_and_carries_a_few(gemeente: str) -> None:
    entries = [entry["slug"] for entry in read("gemeenten", gemeente)["voorzieningen"]]

    confirmed = read("begrippen", gemeente)

    assert list(confirmed) == entries
    assert all(1 <= len(slugs) <= MOST for slugs in confirmed.values())
    assert all(len(set(slugs)) == len(slugs) for slugs in confirmed.values())
