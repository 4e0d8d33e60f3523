"""When a draft in which somebody ticked "gecontroleerd" goes public, the check goes public too."""

from datetime import date
from typing import Any


def checked_on(content: dict[str, Any]) -> date | None:
    """The check date in the content of a revision, which holds JSON once it was stored."""
    written = content.get("laatst_gecontroleerd_op")
    if not written:
        return None
    return written if isinstance(written, date) else date.fromisoformat(written)


def publish_check(sender: type, instance: Any, revision: Any, **kwargs: Any) -> None:
    """Signal receiver of `published`: take over a later check from the revision.

    The row keeps its own date otherwise: publishing an old draft never undoes a check.
    """
    checked = checked_on(revision.content)
    if checked is None:
        return
    stored = sender._base_manager.filter(pk=instance.pk)  # type: ignore[attr-defined]
    current = stored.values_list("laatst_gecontroleerd_op", flat=True).first()
    if current is None or checked > current:
        stored.update(
            laatst_gecontroleerd_op=checked,
            gecontroleerd_door=revision.content.get("gecontroleerd_door", ""),
        )
