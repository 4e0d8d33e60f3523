"""The client of this process, its errors as ours, and the breaker in front of it."""

import logging
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch, NotFoundError, UnsupportedProductError

from search.engines.base import EngineBusy, EngineUnavailable, Fault
from search.engines.elastic.address import Address
from search.engines.elastic.breaker import Breaker
from search.engines.elastic.faults import (
    BUSY_STATUS,
    UNUSABLE,
    comes_from_elasticsearch,
    fault_of,
)

logger = logging.getLogger(__name__)

WRITE_SECONDS: Final = 30.0  # of one request that writes or makes an index


class Away(EngineUnavailable):
    """The server cannot be asked: a rebuild would not help."""

    def __init__(self, message: str, fault: Fault | None = None) -> None:
        super().__init__(message)
        self.fault = fault


class Missing(EngineUnavailable):
    """The server answers, but has no such index."""


class Connection:
    """Hands out the client; each process makes its own, since sockets cannot be shared.

    Args:
        address: where the cluster is; nothing is asked before the first request.
    """

    def __init__(
        self, address: Address, make_client: Callable[..., Elasticsearch] = Elasticsearch
    ) -> None:
        self.address = address
        self._make_client = make_client
        self._breaker = Breaker()
        self._fault: Fault | None = None  # the latest
        self._lock = threading.Lock()
        self._client: Elasticsearch | None = None
        self._process = 0

    @contextmanager
    def reading(self, seconds: float | None = None) -> Iterator[Elasticsearch]:
        """Give the client for a search.

        Raises:
            Away: the server was away a moment ago, or is now; the message names the setting.
        """
        if not self._breaker.allows():
            raise Away("Elasticsearch was away a moment ago", self._fault)
        with self._asking(seconds or self.address.timeout_seconds) as client:
            yield client

    @contextmanager
    def writing(self) -> Iterator[Elasticsearch]:
        """Give the client for a change; the breaker does not stop it, for nobody waits.

        Raises:
            Away: as for `reading`.
            EngineBusy: the server has too much to do.
        """
        try:
            with self._asking(max(WRITE_SECONDS, self.address.timeout_seconds)) as client:
                yield client
        except Away as error:
            if isinstance(error.__cause__, ApiError) and error.__cause__.status_code == BUSY_STATUS:
                raise EngineBusy("Elasticsearch has too much to do") from error
            raise

    @contextmanager
    def _asking(self, seconds: float) -> Iterator[Elasticsearch]:
        client = self._own_client()
        try:
            yield client.options(request_timeout=seconds)
        except (ApiError, TransportError, UnsupportedProductError) as error:
            if isinstance(error, NotFoundError) and comes_from_elasticsearch(error):
                self._note_answer()
                raise Missing("there is no index yet") from error
            fault = fault_of(error)
            self._note_failure(fault)
            raise Away(str(fault), fault) from error
        self._note_answer()

    def _note_answer(self) -> None:
        if self._breaker.succeeded():
            logger.info("Elasticsearch answers again")

    def _note_failure(self, fault: Fault) -> None:
        self._fault = fault
        if self._breaker.failed():
            logger.warning("Elasticsearch is not asked for a while: %s", fault)

    def _own_client(self) -> Elasticsearch:
        if self._client is None or self._process != os.getpid():
            with self._lock:
                if self._client is None or self._process != os.getpid():
                    self._client = self._made()
                    self._process = os.getpid()
        return self._client

    def _made(self) -> Elasticsearch:
        try:
            return self._make_client(**self.address.client_options())
        except (ValueError, OSError) as error:  # an address or a CA file that cannot be read
            raise Away(str(UNUSABLE), UNUSABLE) from error
