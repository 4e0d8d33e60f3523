"""Finds the place a visitor asks for: our own tables first, then the service that is set up.

Only the field `plaats` may come here, never the words somebody searches for.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from typing import Final

from django.conf import settings
from django.db import DatabaseError
from geopy.adapters import URLLibAdapter

from socialmap.geo.answers import Answers
from socialmap.geo.breaker import CircuitBreaker
from socialmap.geo.coordinates import in_netherlands, parse_pair
from socialmap.geo.errors import GeocodingFailed, QuestionRefused
from socialmap.geo.gazetteer import Gazetteer
from socialmap.geo.names import (
    clean_text,
    format_postcode,
    has_house_number,
    parse_postcode,
)
from socialmap.geo.pdok import PdokLocatieserver
from socialmap.geo.pdok_places import BRON as PDOK
from socialmap.geo.pdok_places import PdokPlaces
from socialmap.geo.place import PlaceLookup, PlaceSource, Plek, Reden
from socialmap.geo.suggestions import near_matches, suggest_places

__all__ = ["PlaceFinder", "find_place", "suggest_places"]

logger = logging.getLogger(__name__)

BREAKER: Final = CircuitBreaker(failures=3, seconds=60.0)


def find_place(text: str, *, gemeente_slug: str | None = None) -> PlaceLookup:
    """Return where `text` is, or why that is not known; never raises.

    Args:
        text: a postcode, place, address, or a pair "latitude,longitude" in decimal degrees.
        gemeente_slug: the gemeente of the page, preferred among places of one name.
    """
    finder = PlaceFinder(
        outside=_outside(),
        answers=Answers(
            keep=timedelta(days=settings.GEOCODER_CACHE_DAYS),
            keep_unknown=timedelta(hours=settings.GEOCODER_CACHE_UNKNOWN_HOURS),
        ),
    )
    return finder.lookup(text, gemeente_slug=gemeente_slug)


@dataclass(frozen=True, kw_only=True)
class PlaceFinder:
    """The chain: pair, postcode, name, outside source, near matches.

    At most two queries without an outside source and three with a kept answer; a new answer of
    an outside source takes three more.
    """

    outside: PlaceSource | None = None
    answers: Answers = field(default_factory=Answers)
    breaker: CircuitBreaker = BREAKER
    gazetteer: Gazetteer = field(default_factory=Gazetteer)

    def lookup(self, text: str, *, gemeente_slug: str | None = None) -> PlaceLookup:
        """Return where `text` is, or why that is not known; never raises."""
        text = clean_text(text)
        if not any(character.isalnum() for character in text):
            return PlaceLookup(reden=Reden.ONGELDIG)
        try:
            return self._lookup_pair(text) or self._lookup_text(text, gemeente_slug)
        except DatabaseError as error:
            _log_failure("The tables of places could not be read.", error)
            return PlaceLookup(reden=Reden.DIENST_WEG)

    def _lookup_pair(self, text: str) -> PlaceLookup | None:
        pair = parse_pair(text)
        if pair is None:
            return None
        if not pair.on_earth:
            return PlaceLookup(reden=Reden.ONGELDIG)
        if not in_netherlands(pair.lat, pair.lon):
            return PlaceLookup(reden=Reden.BUITEN_NEDERLAND)
        return _found(self.gazetteer.at_point(pair.lat, pair.lon))

    def _lookup_text(self, text: str, gemeente_slug: str | None) -> PlaceLookup:
        code, rest = parse_postcode(text)
        asks_building = has_house_number(rest)
        less_exact: Plek | None = None
        others: tuple[str, ...] = ()
        if code is not None:
            less_exact = self.gazetteer.find_postcode(code)
            if less_exact and not asks_building and _is_exact(less_exact, code):
                return _found(less_exact)
        elif not asks_building:
            match = self.gazetteer.match_name(text, gemeente_slug=gemeente_slug)
            if match.plek is not None:
                return _found(match.plek, match.others)
            others = match.others
        reden = Reden.ONBEKEND
        try:
            plek = self._ask_outside(text, gemeente_slug) or less_exact
        except GeocodingFailed:
            plek, reden = less_exact, Reden.DIENST_WEG
        if plek is not None:
            return _found(plek)
        near = others or near_matches(rest, gemeente_slug=gemeente_slug)
        return PlaceLookup(suggesties=near, reden=reden)

    def _ask_outside(self, text: str, gemeente_slug: str | None) -> Plek | None:
        """Return the answer of before, or else of the outside source.

        Raises:
            GeocodingFailed: it could not answer, or could not lately and is left alone.
        """
        if self.outside is None:
            return None
        key = self.answers.key(PDOK, text, gemeente_slug)
        if answer := self.answers.read(key):
            return answer.plek
        if not self.breaker.allows():
            raise GeocodingFailed
        try:
            plek = self.outside.find(text, gemeente_slug=gemeente_slug)
        except QuestionRefused as error:
            _log_failure("The geocoder did not accept a question.", error)
            raise
        except GeocodingFailed as error:
            self.breaker.failed()
            _log_failure("The geocoder did not answer.", error)
            raise
        self.breaker.succeeded()
        try:
            self.answers.write(key, PDOK, plek)
        except DatabaseError as error:  # the visitor has the answer; the next one asks again
            _log_failure("An answer of the geocoder could not be kept.", error)
        return plek


def _found(plek: Plek, others: tuple[str, ...] = ()) -> PlaceLookup:
    return PlaceLookup(plek=plek, suggesties=others, reden=Reden.GEVONDEN)


def _is_exact(plek: Plek, code: str) -> bool:
    """Tell whether `plek` is the postcode that was asked, not the four digits around it."""
    return plek.naam.startswith(format_postcode(code))


def _log_failure(message: str, error: Exception) -> None:
    # Not the traceback: the causes below it carry the address that was asked.
    cause = type(error.__cause__ or error).__name__
    logger.warning(message, extra={"fout": cause})


def _outside() -> PlaceSource | None:
    if settings.GEOCODER != PDOK:
        return None
    return _pdok(
        settings.GEOCODER_PDOK_DOMAIN,
        settings.GEOCODER_TIMEOUT_SECONDS,
        settings.GEOCODER_USER_AGENT,
    )


@cache
def _pdok(domain: str, timeout: float, user_agent: str) -> PlaceSource:
    """Return one geocoder per process."""
    # Not geopy's adapter on requests: it tries three times, so a page would wait three timeouts
    # (measured: 1.5 s for a timeout of 0.5 s), and requests is no dependency of ours.
    geocoder = PdokLocatieserver(
        domain=domain, timeout=timeout, user_agent=user_agent, adapter_factory=URLLibAdapter
    )
    return PdokPlaces(geocoder)
