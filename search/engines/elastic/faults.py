"""What can be wrong between us and Elasticsearch, and the setting that mends it.

A fault never holds an address, an answer of the server or search text.
"""

from typing import Final

from elastic_transport import (
    ConnectionError as NoConnection,
)
from elastic_transport import (
    ConnectionTimeout,
    SerializationError,
    TlsError,
    TransportError,
)
from elasticsearch import ApiError, UnsupportedProductError

from search.engines.base import Fault

URL: Final = "SOCIALMAP_ELASTICSEARCH_URL"
API_KEY: Final = "SOCIALMAP_ELASTICSEARCH_API_KEY"
USER: Final = "SOCIALMAP_ELASTICSEARCH_USER"
PASSWORD: Final = "SOCIALMAP_ELASTICSEARCH_PASSWORD"  # noqa: S105 - the name of a setting
CA_FILE: Final = "SOCIALMAP_ELASTICSEARCH_CA_FILE"
INDEX: Final = "SOCIALMAP_ELASTICSEARCH_INDEX"
TIMEOUT: Final = "SOCIALMAP_ELASTICSEARCH_TIMEOUT_SECONDS"

BUSY_STATUS: Final = 429


UNUSABLE: Final = Fault("These settings make no connection.", f"{URL} and {CA_FILE}")
AWAY: Final = Fault("Nothing answers at the address of Elasticsearch.", URL)
SLOW: Final = Fault("Elasticsearch does not answer in time.", TIMEOUT)
UNTRUSTED: Final = Fault("The certificate of Elasticsearch is not trusted, or TLS fails.", CA_FILE)
NOT_LET_IN: Final = Fault(
    "Elasticsearch does not know who we are (401).", f"{API_KEY} or {USER} and {PASSWORD}"
)
NO_RIGHTS: Final = Fault(
    f"Elasticsearch allows us too little (403): we need all rights on {INDEX}-*.", API_KEY
)
FOREIGN: Final = Fault("What answers is not Elasticsearch.", URL)
WRONG_VERSION: Final = Fault("Elasticsearch is of a version that we do not speak: 8 or 9.", URL)
BUSY: Final = Fault("Elasticsearch has too much to do (429).", URL)
STRANGE: Final = Fault("Elasticsearch answers with an error.", URL)

# How a server says that it does not speak the version of our client.
_VERSION_ERRORS: Final = ("media_type_header_exception", "Content-Type header", "Accept header")


def fault_of(error: Exception) -> Fault:
    """Return what is wrong, from an error of the client."""
    if isinstance(error, UnsupportedProductError):
        return FOREIGN
    if isinstance(error, ApiError):
        return _fault_of_answer(error)
    if isinstance(error, ConnectionTimeout):
        return SLOW
    if isinstance(error, TlsError):
        return UNTRUSTED
    if isinstance(error, SerializationError):
        return FOREIGN
    if isinstance(error, NoConnection | TransportError):
        return AWAY
    return STRANGE


def comes_from_elasticsearch(error: ApiError) -> bool:
    return error.meta.headers.get("x-elastic-product") == "Elasticsearch"


def _fault_of_answer(error: ApiError) -> Fault:
    status = error.status_code
    if status == 401:
        return NOT_LET_IN
    if status == 403:
        return NO_RIGHTS
    if status in (400, 406, 415) and any(sign in str(error.body) for sign in _VERSION_ERRORS):
        return WRONG_VERSION
    if status < 429 and not comes_from_elasticsearch(error):
        return FOREIGN
    return BUSY if status == BUSY_STATUS else STRANGE
