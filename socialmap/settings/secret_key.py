"""A secret key of this machine, made once, for the demo."""

import os
import secrets
from pathlib import Path


def local_secret_key(path: Path) -> str:
    """Return the key in `path`; make it, readable by its owner only, when there is none.

    Several processes may start at once: the first one to create the file wins.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii")
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        key = secrets.token_urlsafe(50)
        file.write(key)
    return key
