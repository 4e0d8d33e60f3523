"""Distances of documents, and the exact circle that tantivy itself does not know."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tantivy import Occur, Query

from search.engines.distance import kilometres
from search.engines.embedded import translate
from search.engines.embedded.reader import Addresses, Reader
from search.engines.embedded.schema import NUMBER, lat_column, lon_column
from search.engines.ordering import Values
from search.plan import PlacePlan

_IN_GEBIED, _IN_BOX, _FILTERED = 1.0, 2.0, 4.0


def nearest(reader: Reader, addresses: Addresses, lat: float, lon: float) -> Values:
    """Return per document the kilometres to its nearest point; NaN without points."""
    found: Values = np.full(len(addresses), np.nan)
    rest, positions = addresses, np.arange(len(addresses))
    for column in range(reader.most_points):
        if not rest:
            break
        lats = reader.floats(lat_column(column), rest)
        has_point = ~np.isnan(lats)
        if not has_point.all():
            positions, lats = positions[has_point], lats[has_point]
            rest = [rest[i] for i in np.flatnonzero(has_point)]
        lons = reader.floats(lon_column(column), rest)
        found[positions] = np.fmin(found[positions], kilometres(lat, lon, lats, lons))
    return found


@dataclass(frozen=True)
class Survey:
    """All that lies in the box around a circle or in a service area, looked at one by one.

    The arrays go with `addresses`. One pass answers three questions: what lies in the box but
    outside the circle, what passes the facet filters, and how far everything is.
    """

    addresses: Addresses
    distances: Values  # km; NaN without points
    inside: NDArray[np.bool_]  # within the circle, or in a service area
    filtered: NDArray[np.bool_]  # passes every facet filter

    @classmethod
    def of(
        cls, reader: Reader, place: PlacePlan, conditions: list[Query], filters: list[Query]
    ) -> "Survey":
        # The scores are flags: which of the conditions held, for the price of one search.
        flags = [
            Query.const_score_query(translate.in_gebied(place), _IN_GEBIED),
            Query.const_score_query(translate.around(place, reader.most_points), _IN_BOX),
        ]
        required = [translate.any_of(flags), translate.unscored(translate.all_of(conditions))]
        clauses = [(Occur.Must, query) for query in required]
        if filters:
            chosen = Query.const_score_query(translate.all_of(filters), _FILTERED)
            clauses.append((Occur.Should, chosen))
        hits = reader.searcher.search(
            Query.boolean_query(clauses), reader.everything, count=False
        ).hits
        found = np.array([score for score, _ in hits], dtype=np.int64)
        addresses = [address for _, address in hits]
        distances = nearest(reader, addresses, place.lat, place.lon)
        return cls(
            addresses=addresses,
            distances=distances,
            inside=(found & int(_IN_GEBIED) > 0) | (distances <= place.km),
            filtered=found & int(_FILTERED) > 0 if filters else np.ones(len(hits), dtype=bool),
        )

    def condition(self, reader: Reader, place: PlacePlan) -> Query:
        """Return the exact place, for use beside the conditions that were surveyed."""
        candidates = translate.any_of(
            [translate.around(place, reader.most_points), translate.in_gebied(place)]
        )
        outside = [self.addresses[i] for i in np.flatnonzero(~self.inside)]
        if not outside:
            return candidates
        numbers = reader.numbers(outside).tolist()
        return translate.all_of([candidates], without=[translate.one_of(NUMBER, numbers)])
