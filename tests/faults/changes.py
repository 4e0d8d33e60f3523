"""Publish, withdraw and delete, through the code that every way to publish goes through."""

from django.db import transaction

PUBLISH, WITHDRAW, DELETE = "publish", "withdraw", "delete"


def change(action: str, public_id: str, word: str) -> None:
    """Do it once; doing it again after an answer that was lost changes nothing.

    Args:
        word: what the published text holds from then on.
    """
    from socialmap.models import Voorziening  # a writer imports this before Django is ready

    with transaction.atomic():
        entry = Voorziening.objects.select_for_update().filter(public_id=public_id).first()
        if entry is None:
            assert action == DELETE, public_id
        elif action == PUBLISH:
            entry.samenvatting = f"Proef met {word}."
            entry.save_revision().publish()
        elif action == WITHDRAW:
            entry.unpublish()
        else:
            entry.delete()
