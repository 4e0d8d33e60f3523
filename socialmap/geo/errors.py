"""The errors of looking up a place; none of their messages carries what was looked up."""

from __future__ import annotations


class GeocodingFailed(Exception):
    """A source could not answer. The original error is the cause, never part of the message."""

    def __init__(self, message: str = "The source of places could not answer.") -> None:
        super().__init__(message)


class GeocodingTimedOut(GeocodingFailed):
    """The source did not answer in time, or could not be reached."""

    def __init__(self) -> None:
        super().__init__("The source of places did not answer in time.")


class GeocodingRefused(GeocodingFailed):
    """The source answered that it does not take this request: quota, rights or a bad request."""

    def __init__(self) -> None:
        super().__init__("The source of places refused the request.")
