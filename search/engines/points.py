"""The points of many documents as columns, for clusters on the map."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Points:
    """Points as columns of equal length; iterating gives (id, lat, lon).

    Ids are strings that cost time to make: cluster on `lat` and `lon` (degrees WGS 84) and ask
    `ids` for the few that are shown alone. `owner` holds equal numbers for points of one document.
    """

    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    owner: NDArray[np.int64]
    ids_of: Callable[[NDArray[np.int64]], list[str]]

    def ids(self, positions: NDArray[np.int64]) -> list[str]:
        """Return the ids of the documents of the points at `positions`."""
        return self.ids_of(self.owner[positions])

    def __len__(self) -> int:
        return len(self.lat)

    def __iter__(self) -> Iterator[tuple[str, float, float]]:
        ids = self.ids_of(self.owner)
        yield from zip(ids, self.lat.tolist(), self.lon.tolist(), strict=True)
