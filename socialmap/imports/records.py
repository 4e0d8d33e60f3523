"""What a file holds once it was read: plain values, free of the database.

`waarden` maps a field of the model to a JSON value. A reference to another row is a key:
a slug, "gemeente/slug" for a stap, "gemeente/folded name" for a plaats.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

# Names in our own name space, so that a slug gives the same public id wherever it is loaded.
NAMESPACE = uuid.UUID("6f1d5b6e-0c62-5d0c-9a54-6f1a3c1a7d10")


def public_id_of(soort: str, slug: str) -> uuid.UUID:
    """The public id of what an import makes: it stays when a person changes the slug."""
    return uuid.uuid5(NAMESPACE, f"{soort}:{slug}")


@dataclass(frozen=True, slots=True, kw_only=True)
class GemeenteRecord:
    bestand: str
    slug: str
    waarden: dict[str, Any]
    model: dict[str, Any]
    stappen: list[dict[str, Any]]
    plaatsen: list[str]
    opvolger: dict[str, str] | None = None
    host: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AanbiederRecord:
    bestand: str
    slug: str
    gemeente: str
    waarden: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class LocatieRecord:
    """`verplaatsing` is how far it lies from the point of its plaats: degrees north and east."""

    bestand: str
    slug: str
    aanbieder: str
    plaats: str
    verplaatsing: tuple[float, float]
    waarden: dict[str, Any]
    openingstijden: list[dict[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Controle:
    """A check by an organisation or role; only used when the entry is made."""

    dagen_geleden: int
    door: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoorzieningRecord:
    bestand: str
    slug: str
    gemeente: str
    waarden: dict[str, Any]
    is_voorbeeld: bool = False
    controle: Controle | None = None
    namen: Mapping[str, str] = field(default_factory=dict)  # field of the model → name in the file


@dataclass(slots=True, kw_only=True)
class Inhoud:
    """All files of one import together."""

    gemeenten: list[GemeenteRecord] = field(default_factory=list)
    aanbieders: list[AanbiederRecord] = field(default_factory=list)
    locaties: list[LocatieRecord] = field(default_factory=list)
    voorzieningen: list[VoorzieningRecord] = field(default_factory=list)
