"""The errors of looking up a place; none of their messages carries what was looked up."""

from __future__ import annotations


class GeocodingFailed(Exception):
    """A source could not answer. The original error is the cause, never part of the message.

    Causes do carry it (an address of a request): log the type of an error, not its traceback.
    """

    message = "The source of places could not answer."

    def __init__(self) -> None:
        super().__init__(self.message)


class GeocodingTimedOut(GeocodingFailed):
    """The source did not answer in time, or could not be reached."""

    message = "The source of places did not answer in time."


class GeocodingRefused(GeocodingFailed):
    """The source refuses us for now: quota or rights."""

    message = "The source of places refused the request."


class QuestionRefused(GeocodingRefused):
    """The source refuses this one question; it may well answer the next."""

    message = "The source of places did not accept the question."
