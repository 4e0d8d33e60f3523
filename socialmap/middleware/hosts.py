"""The site answers to the hosts in its Site rows and settings, and to no other.

`ALLOWED_HOSTS` is open: a gemeente that gets its own host in the admin works without a restart.
"""

import time
from threading import Lock

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest
from django.http.request import split_domain_port
from django.http.response import HttpResponseBase
from wagtail.models import Site

from socialmap.middleware.plain import plain_page
from socialmap.middleware.types import GetResponse

SECONDS = 5.0  # How long a process remembers the rows.
ANY_HOST = frozenset({"/gezond"})  # Health probes call a machine by its address.


class KnownHosts:
    """The host names of the Site rows, read again after `SECONDS`."""

    def __init__(self) -> None:
        self._names: frozenset[str] = frozenset()
        self._until = 0.0
        self._lock = Lock()

    def __contains__(self, host: str) -> bool:
        with self._lock:
            if time.monotonic() >= self._until:
                names = Site.objects.values_list("hostname", flat=True)
                self._names = frozenset(name.lower() for name in names)
                self._until = time.monotonic() + SECONDS
            return host in self._names

    def forget(self) -> None:
        with self._lock:
            self._until = 0.0


known_hosts = KnownHosts()


class HostMiddleware:
    """Answer 400 with a plain page to a host that this installation does not serve."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info in ANY_HOST or _is_served(request):
            return self.get_response(request)
        return plain_page("400_host.html", 400)


def _is_served(request: HttpRequest) -> bool:
    try:
        host, _ = split_domain_port(request.get_host())
    except DisallowedHost:
        return False
    return host in settings.SOCIALMAP_HOSTS or host in known_hosts
