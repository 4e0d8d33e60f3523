"""What search keeps in the database, one noun a module."""

from search.models.lijstversie import Lijstversie
from search.models.outbox import Afnemer, Wijziging
from search.models.synoniem import Synoniem
from search.models.woordlijstwoord import Woordlijstwoord
from search.models.zoekvraag import Telsleutel, Zoektelling, Zoekvraag

__all__ = [
    "Afnemer",
    "Lijstversie",
    "Synoniem",
    "Telsleutel",
    "Wijziging",
    "Woordlijstwoord",
    "Zoektelling",
    "Zoekvraag",
]
