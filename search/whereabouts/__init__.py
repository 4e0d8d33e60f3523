"""A place that somebody named among the words: "eetclub in Winschoten" asks for an eetclub there.

Names come from our own tables alone: what somebody searches for never goes to a geocoder.
"""

from search.whereabouts.finding import Whereabouts, find_whereabouts

__all__ = ["Whereabouts", "find_whereabouts"]
