"""What the editor's screen suggests is what search takes the entry to be about."""

from typing import Any

import pytest

from cms.forms.begrippen_oordeel import suggested_slugs
from search.begrippen.suggestions import suggested
from socialmap.models import Voorziening
from tests.socialmap.factories import VoorzieningFactory


@pytest.mark.parametrize(
    "values",
    [
        {"naam": "Schuldhulpmaatje", "samenvatting": "Hulp bij schulden en geldzorgen."},
        {"naam": "De Wilgentuin", "trefwoorden": ["samen eten", "ontmoeten"]},
        {
            "naam": "Wandelgroep",
            "omschrijving": "<p>Bewegen met anderen.</p>",
            "leefgebieden": ["gezondheid"],
            "doelgroepen": ["ouderen"],
        },
    ],
)
def test_both_say_the_same(wereld: Any, values: dict[str, Any]) -> None:
    made = VoorzieningFactory(aanbieder=wereld.a, live=True, **values)
    entry = Voorziening.objects.get(pk=made.pk)
    terms = {name: getattr(entry, name).all() for name in ("doelgroepen", "leefgebieden")}

    slugs = suggested_slugs(entry, terms)

    found = suggested(entry)
    assert slugs == [*found.strong, *found.weak]
    assert slugs
