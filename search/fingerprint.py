"""What an index holds of an entry in one number, so that it can be checked from outside."""

import hashlib
from dataclasses import fields

from search.documents import Document

BYTES = 8


def fingerprint(document: Document) -> int:
    """Return a signed 64-bit number that differs when anything of the document does.

    The order of keys does not matter, the order of values does.
    """
    parts = [
        sorted(value.items()) if isinstance(value, dict) else value
        for value in (getattr(document, field.name) for field in fields(document))
    ]
    digest = hashlib.blake2b(repr(parts).encode("utf-8", "replace"), digest_size=BYTES).digest()
    return int.from_bytes(digest, signed=True)
