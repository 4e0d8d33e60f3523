"""The key under which searches are counted: another one each quarter, and the old one is gone.

A count stands under a keyed hash of its words. The key has two halves, SECRET_KEY and a salt in the
database, so that neither a stolen database nor a stolen setting tells what was searched for. The
salt of a past quarter is deleted: nobody can work out its hashes again, we neither.
"""

import secrets
from datetime import date
from typing import Final

from django.db import transaction
from django.utils.crypto import salted_hmac

from search.models import Telsleutel, Zoektelling

_PURPOSE: Final = "search.learning"
_known: dict[str, str] = {}  # quarter → salt; a process reads it once a quarter


def quarter_of(day: date) -> str:
    """2026-11-24 → "2026-4"."""
    return f"{day.year}-{(day.month + 2) // 3}"


def first_day_of_quarter(day: date) -> date:
    return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)


def keyed_hash(text: str, today: date) -> str:
    """64 hexadecimal digits; another value in another quarter."""
    salt = _PURPOSE + _salt(today)
    return salted_hmac(salt, text, algorithm="sha256").hexdigest()


def forget_old_keys(today: date) -> None:
    """Delete the keys of past quarters, and the counts that nobody can add to any more."""
    Telsleutel.objects.filter(kwartaal__lt=quarter_of(today)).delete()
    Zoektelling.objects.filter(laatste_dag__lt=first_day_of_quarter(today)).delete()


def forget() -> None:
    """Forget what this process remembers; for tests."""
    _known.clear()


def _salt(today: date) -> str:
    quarter = quarter_of(today)
    if quarter not in _known:
        _known.clear()
        _known[quarter] = _stored_salt(quarter, today)
    return _known[quarter]


def _stored_salt(quarter: str, today: date) -> str:
    found = Telsleutel.objects.filter(kwartaal=quarter).values_list("zout", flat=True).first()
    if found is not None:
        return found
    with transaction.atomic():
        # Two processes may make it at once: the first one counts.
        Telsleutel.objects.bulk_create(
            [Telsleutel(kwartaal=quarter, zout=secrets.token_hex(32))], ignore_conflicts=True
        )
        forget_old_keys(today)
    return Telsleutel.objects.get(kwartaal=quarter).zout
