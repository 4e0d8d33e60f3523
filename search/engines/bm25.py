"""BM25 as tantivy and Lucene compute it, for the reference engine.

k1 = 1.2, b = 0.75, the idf that is never negative, and field lengths rounded down to one byte.
Source: tantivy src/query/bm25.rs and src/fieldnorm/code.rs; Lucene SmallFloat.byte4ToInt.
"""

import bisect
import math
from typing import Final

K1: Final = 1.2
B: Final = 0.75
_EXACT: Final = 24  # lengths below this many are kept; longer ones keep four bits


def _byte4_to_int(byte: int) -> int:
    if byte < _EXACT:
        return byte
    bits = byte - _EXACT
    mantissa, shift = bits & 7, (bits >> 3) - 1
    return _EXACT + (mantissa if shift < 0 else (mantissa | 8) << shift)


LENGTHS: Final = tuple(map(_byte4_to_int, range(256)))


def rounded_length(tokens: int) -> int:
    """Return the largest length of the table that does not exceed `tokens`."""
    return LENGTHS[bisect.bisect_right(LENGTHS, tokens) - 1]


def inverse_document_frequency(holding: int, documents: int) -> float:
    return math.log(1 + (documents - holding + 0.5) / (holding + 0.5))


def saturated(frequency: int, length: int, average_length: float) -> float:
    """Return how much `frequency` occurrences count in a field of `length` (rounded) tokens."""
    norm = K1 * (1 - B + B * length / average_length)
    return (K1 + 1) * frequency / (frequency + norm)
