"""The command loads without triggers and leaves the index stale."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from search.models import Afnemer, Wijziging
from search.outbox import triggers
from socialmap.models import Voorziening
from socialmap.samples import loading
from socialmap.samples.world import World, dutch_world

pytestmark = pytest.mark.django_db


def test_no_row_waits_in_the_outbox_but_every_index_is_stale(monkeypatch):
    small = World(dutch_world().dorpen[:2])
    monkeypatch.setattr(loading, "dutch_world", lambda: small)
    Afnemer.objects.create(naam="een machine", verouderd=False)
    output = StringIO()

    call_command("make_sample", count=12, seed=5, stdout=output)

    assert Voorziening.objects.count() == 12
    assert not Wijziging.objects.exists()
    assert Afnemer.objects.get().verouderd
    assert triggers.missing("default") == []
    assert "12 verzonnen voorzieningen" in output.getvalue()


def test_no_listings_at_all_is_refused():
    with pytest.raises(CommandError):
        call_command("make_sample", count=0)
