"""`manage.py explain_search` tells why an entry stands where it stands."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from search import lifecycle
from search.engines.base import SearchEngine
from tests.socialmap.factories import VoorzieningFactory

pytestmark = pytest.mark.django_db


def explained(*arguments: str) -> str:
    out = StringIO()
    call_command("explain_search", *arguments, stdout=out)
    return out.getvalue()


def test_the_parts_are_listed_with_their_sum(index: SearchEngine) -> None:
    VoorzieningFactory(naam="Fietsles", slug="fietsles", live=True)
    lifecycle.build()

    told = explained("fietsles", "fietsles")

    assert "naam_s" in told
    assert "score van de zoekmachine" in told
    assert "niet gevonden" not in told


def test_what_does_not_exist_is_named(index: SearchEngine) -> None:
    with pytest.raises(CommandError, match="geen gepubliceerde voorziening bestaat-niet"):
        explained("fietsles", "bestaat-niet")
    with pytest.raises(CommandError, match="geen gemeente nergens"):
        explained("fietsles", "fietsles", "--gemeente", "nergens")
