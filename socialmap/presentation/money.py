"""Money as people write it."""

from typing import Any

from django.utils.translation import gettext as _

from socialmap.models.prijs import Prijs


def euros(cents: int) -> str:
    """750 → "€ 7,50", 5000 → "€ 50"."""
    whole, rest = divmod(cents, 100)
    return f"€ {whole}" if rest == 0 else f"€ {whole},{rest:02d}"


def price_text(prijs: dict[str, Any]) -> str:
    """A price with its unit: "€ 7,50 per keer"; nothing to pay is "gratis"."""
    if prijs["bedrag_cents"] == 0:
        return _("gratis")
    return f"{euros(prijs['bedrag_cents'])} {Prijs.Eenheid(prijs['eenheid']).label}"
