"""Generations on Elasticsearch: one index each, and an alias that names the current one.

Code with other fields or another analysis has an alias of its own, so that two versions serve side
by side while machines are updated one by one. Until such an alias has an index, an older one with
the same fields answers.
"""

import hashlib
import re
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final

from elasticsearch import ApiError, Elasticsearch

from search.analysis import ANALYSIS_VERSION
from search.engines.base import EngineBusy, EngineUnavailable
from search.engines.elastic.connection import Connection, Missing
from search.engines.elastic.mapping import SETTINGS, build_mapping, manifest, schema
from search.generations import Manifest

# Generations of other code that have not been renewed for so long are of no use to anybody: each
# night there is a new one.
_FORGOTTEN_MS: Final = 3 * 24 * 3600 * 1000
# An index without its alias is being built, or was left behind by a build that was killed.
_ABANDONED_MS: Final = 6 * 3600 * 1000
_BUILDING: Final = "-building"


@dataclass(frozen=True, slots=True)
class Built:
    """What an index was built with; it stands in its mapping and never changes."""

    manifest: Manifest | None
    day: date | None  # where the orders of the day begin


class AliasedIndices:
    """The generations behind one alias of one cluster."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        prefix = connection.address.prefix
        code = hashlib.sha256(f"{schema()} {ANALYSIS_VERSION}".encode()).hexdigest()[:8]
        self.alias = f"{prefix}-{code}"
        self._pattern = f"{prefix}-*"
        self._name = re.compile(rf"({re.escape(prefix)}-[0-9a-f]{{8}})-([0-9]{{13,}})")
        self._built: dict[str, Built] = {}

    def current(self, client: Elasticsearch) -> tuple[str, Built]:
        """Return the index behind our alias; raises Missing without one."""
        index = next(iter(client.indices.get_alias(name=self.alias)))
        return index, self.built(client, index)

    def built(self, client: Elasticsearch, index: str) -> Built:
        """Return what `index` was built with, asking once."""
        if index not in self._built:
            mapping = client.indices.get_mapping(index=index)[index]["mappings"]
            self._built = {index: Built(_manifest_in(mapping), _day_in(mapping))}
        return self._built[index]

    def substitute(self) -> str | None:
        """Return another alias of ours whose index this code can read, the newest first."""
        with self._connection.reading() as client:
            found = client.indices.get(index=self._pattern, features=["aliases", "mappings"])
        for index, shape in sorted(found.items(), key=lambda item: _number(item[0]), reverse=True):
            name = self._name.fullmatch(index)
            if name is None or name.group(1) not in shape["aliases"]:
                continue
            held = _manifest_in(shape["mappings"])
            if held is not None and held.schema == schema():
                return name.group(1)
        return None

    def start(self, day: date) -> str:
        """Make the next index, empty and not yet current; writing goes to `building(index)`."""
        mapping = build_mapping()
        mapping.meta("_meta", **asdict(manifest()), day=day.isoformat())
        number = int(time.time() * 1000)
        while True:
            index = f"{self.alias}-{number}"
            try:
                with self._connection.writing() as client:
                    client.indices.create(
                        index=index,
                        settings=SETTINGS,
                        mappings=mapping.to_dict(),
                        aliases={self.building(index): {}},
                    )
                return index
            except Missing:
                raise
            except Exception as error:
                cause = error.__cause__
                if not (isinstance(cause, ApiError) and "already_exists" in str(cause)):
                    raise
                number += 1

    def building(self, index: str) -> str:
        """The alias that says that an index is being built; a bulk makes no index through it."""
        return index + _BUILDING

    def switch_to(self, index: str) -> None:
        """Make `index` the current one, at once for everybody, and drop the older ones.

        One old generation stays, for searches that are in the middle of it.
        """
        with self._connection.writing() as client:
            client.indices.refresh(index=index)
            shapes = client.indices.get(index=self._pattern, features=["aliases", "settings"])
            previous = [name for name, shape in shapes.items() if self.alias in shape["aliases"]]
            actions: list[dict[str, Any]] = [
                {"remove": {"index": name, "alias": self.alias}} for name in previous
            ]
            actions.append({"add": {"index": index, "alias": self.alias}})
            actions.append({"remove": {"index": index, "alias": self.building(index)}})
            client.indices.update_aliases(actions=actions)
            kept = {index, *previous}
            old = [name for name, shape in shapes.items() if self._is_old(name, shape, kept)]
        with suppress(EngineUnavailable, EngineBusy):  # the next switch takes them
            self.discard(*old)

    def discard(self, *indices: str) -> None:
        if indices:
            with self._connection.writing() as client:
                client.indices.delete(index=list(indices), ignore_unavailable=True)

    def remove_all(self) -> None:
        """Remove every index with our prefix, those of other code too."""
        with self._connection.writing() as client:
            found = client.indices.get(index=self._pattern, features=["aliases"])
        self.discard(*filter(self._name.fullmatch, found))

    def _is_old(self, index: str, shape: Any, kept: set[str]) -> bool:
        name = self._name.fullmatch(index)
        if name is None or index in kept:
            return False
        age = time.time() * 1000 - int(shape["settings"]["index"]["creation_date"])
        if self.building(index) in shape["aliases"]:
            return age > _ABANDONED_MS
        return name.group(1) == self.alias or age > _FORGOTTEN_MS


def _number(index: str) -> int:
    digits = index.rpartition("-")[2]
    return int(digits) if digits.isdigit() else 0


def _manifest_in(mapping: Any) -> Manifest | None:
    meta = mapping.get("_meta", {})
    try:
        return Manifest(**{name: str(meta[name]) for name in Manifest.__slots__})
    except KeyError:
        return None


def _day_in(mapping: Any) -> date | None:
    try:
        return date.fromisoformat(mapping["_meta"]["day"])
    except (KeyError, ValueError):
        return None
