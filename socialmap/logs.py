"""Log lines that cannot tell what someone searched for.

A search can reveal illness, debt or violence. Query strings never reach a log, and of an error
only its kind and its place do: the message of an error often quotes the value that caused it.
"""

import logging
import re
import traceback
from types import TracebackType

QUERY_STRING = re.compile(r"\?[^\s\"'<>)]*")
ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class PrivateFormatter(logging.Formatter):
    """Time, level, logger and message, without query strings and without values of errors."""

    default_format = "%(asctime)s %(levelname)s %(name)s %(message)s"

    def __init__(self, fmt: str | None = None, datefmt: str | None = None) -> None:
        super().__init__(fmt or self.default_format, datefmt)

    def format(self, record: logging.LogRecord) -> str:
        # Another handler may have stored its own rendering of the error, with the message in it.
        record.exc_text = None
        text = super().format(record)
        record.exc_text = None
        return text

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802
        return QUERY_STRING.sub("?…", super().formatMessage(record))

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802
        lines: list[str] = []
        error = ei[1]
        while error is not None:
            lines.append(f"{type(error).__module__}.{type(error).__qualname__}")
            for frame in traceback.extract_tb(error.__traceback__):
                lines.append(f"  {frame.filename}:{frame.lineno} {frame.name}")
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
            if error is not None:
                lines.append("caused by")
        return "\n".join(lines)
