"""Three-way merge per field: what the import last wrote, what stands there now, what comes in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

EMPTY: tuple[Any, ...] = (None, "", [], {}, False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """`writes` to do, names that are `kept` because a person changed them, the next `base`."""

    writes: dict[str, Any]
    kept: tuple[str, ...]
    base: dict[str, Any]


def merge(
    base: Mapping[str, Any], current: Mapping[str, Any], incoming: Mapping[str, Any]
) -> Merge:
    """Write a field only when nobody changed it since the last import.

    A field that was never imported before counts as unchanged while it is empty.
    """
    writes: dict[str, Any] = {}
    kept: list[str] = []
    next_base = dict(base)
    for name, value in incoming.items():
        now = current[name]
        untouched = now == base[name] if name in base else now in EMPTY
        if now == value:
            next_base[name] = value
        elif untouched:
            writes[name] = next_base[name] = value
        else:
            kept.append(name)
    return Merge(writes=writes, kept=tuple(kept), base=next_base)
