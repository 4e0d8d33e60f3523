"""Typed environment variables with a help text; docs/configuration.md is made from this registry.

After maykinmedia/open-api-framework `open_api_framework/conf/utils.py`.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


class InvalidEnvironment(Exception):
    """A variable holds something that cannot be read; the message says what to write."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """One documented environment variable."""

    name: str
    kind: str
    default: object
    help: str
    secret: bool = False
    shown: str = ""  # What the documentation shows for a default that differs by machine.


REGISTRY: dict[str, Variable] = {}


def _read(
    name: str,
    kind: str,
    default: T,
    help: str,
    parse: Callable[[str], T],
    secret: bool = False,
    shown: str = "",
) -> T:
    REGISTRY[name] = Variable(
        name=name, kind=kind, default=default, help=help, secret=secret, shown=shown
    )
    raw = os.environ.get(name)
    if raw is None or raw == "":
        return default
    try:
        return parse(raw)
    except ValueError as error:
        raise InvalidEnvironment(f"{name} moet een {kind} zijn: {error}") from error


def _parse_flag(raw: str) -> bool:
    values = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    if raw.lower() not in values:
        raise ValueError("schrijf true of false")
    return values[raw.lower()]


def text(name: str, default: str, *, help: str, secret: bool = False, shown: str = "") -> str:
    return _read(name, "tekst", default, help, str, secret, shown)


def number(name: str, default: float, *, help: str) -> float:
    return _read(name, "getal", default, help, float)


def integer(name: str, default: int, *, help: str) -> int:
    return _read(name, "geheel getal", default, help, int)


def flag(name: str, default: bool, *, help: str) -> bool:
    return _read(name, "true of false", default, help, _parse_flag)


def words(name: str, default: list[str], *, help: str, secret: bool = False) -> list[str]:
    """A list separated by commas."""
    return _read(
        name,
        "lijst met komma's",
        default,
        help,
        lambda raw: [part.strip() for part in raw.split(",") if part.strip()],
        secret,
    )
