"""What was learnt has a term: a daily job takes away what is past it."""

from datetime import date, timedelta

from django.conf import settings

from search.learning.keys import forget_old_keys
from search.models import Zoekvraag


def forget_old_searches(today: date) -> None:
    """Delete keys and counts of past quarters, and words that nobody searched for in the term."""
    forget_old_keys(today)
    kept_from = today - timedelta(days=settings.SEARCH_COUNTS_DAYS)
    Zoekvraag.objects.filter(laatste_dag__lt=kept_from).delete()
