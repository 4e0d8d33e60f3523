"""What differs between index and database, and what only seemed to."""

import pytest

from search import lifecycle
from search.engines.base import SearchEngine
from search.fingerprint import fingerprint
from search.models import Wijziging
from search.verification import verify
from socialmap.models import Voorziening
from tests.search.engines.documents import made
from tests.socialmap.factories import VoorzieningFactory


@pytest.mark.django_db
class TestVerify:
    def test_an_index_that_follows_is_in_order(self, index: SearchEngine) -> None:
        VoorzieningFactory(live=True)

        assert verify().in_order

    def test_an_entry_that_is_held_as_it_was_is_stale(self, index: SearchEngine) -> None:
        changed = VoorzieningFactory(live=True)
        lifecycle.drain()
        Voorziening.objects.filter(pk=changed.pk).update(samenvatting="Nu met koffie.")
        Wijziging.objects.all().delete()

        report = verify()

        assert report.stale == {str(changed.public_id)}
        assert not report.in_order

    def test_an_entry_that_changes_during_the_look_is_no_difference(
        self, index: SearchEngine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        VoorzieningFactory(live=True)
        lifecycle.drain()
        held = dict(index.fingerprints())
        VoorzieningFactory(live=True)
        monkeypatch.setattr(lifecycle, "drain", lambda: monkeypatch.undo())
        monkeypatch.setattr(type(index), "fingerprints", lambda self: iter(held.items()))

        assert verify().in_order


def test_a_fingerprint_is_that_of_everything_the_document_says() -> None:
    plain = made("Wandelen", key="1")

    others = [
        made("Zwemmen", key="1"),
        made("Wandelen", key="2"),
        made("Wandelen", key="1", boost=1.5),
    ]

    assert len({fingerprint(document) for document in (plain, *others)}) == 4
    assert fingerprint(plain) == fingerprint(made("Wandelen", key="1"))
