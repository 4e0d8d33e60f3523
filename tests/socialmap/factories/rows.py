"""Rows that belong to a parent, from short tuples."""

import datetime
from typing import Any


def save_rows(model: Any, parent: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    for number, row in enumerate(rows):
        model.objects.create(**parent, sort_order=number, **row)


def openings(extracted: Any) -> list[dict[str, Any]]:
    clock = datetime.time.fromisoformat
    return [
        {"weekdag": weekdag, "van": clock(van), "tot": clock(tot)}
        for weekdag, van, tot in extracted or []
    ]
