"""How gunicorn serves, in the demo and in production; WEB_CONCURRENCY sets the workers there."""

import os
from typing import Any

from gunicorn.http import message

wsgi_app = "socialmap.wsgi:application"
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
preload_app = True  # Workers share the memory of the code.
timeout = 60
graceful_timeout = 8
max_requests = 20_000
max_requests_jitter = 2_000
# Our own readable 414 page answers long addresses (socialmap.middleware.request_line), so gunicorn
# must read them. It knows a limit of at most 8,190 bytes, or none at all; with none, one endless
# line costs a worker 30 s of processor time for 21 MB (measured). So we raise its ceiling.
limit_request_line = message.MAX_REQUEST_LINE = 1024 * 1024
control_socket_disable = True  # Its default place is shared by every gunicorn of a user.
accesslog = "-"
# Method, path, status, bytes, seconds: no query string, no Referer, no address, no browser.
access_log_format = "%(m)s %(U)s %(s)s %(B)s %(L)s"
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"private": {"()": "socialmap.logs.PrivateFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "private"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "gunicorn.error": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        "gunicorn.access": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
}


def when_ready(server: Any) -> None:
    """Read the begrippen before the workers fork: three seconds and 40 MB, once for all."""
    from django.db import connections

    from search.begrippen.beginnings import beginnings
    from search.begrippen.matching import matcher
    from search.begrippen.tagging import tagger

    matcher()
    tagger()
    beginnings()
    connections.close_all()  # Workers may not share one.
