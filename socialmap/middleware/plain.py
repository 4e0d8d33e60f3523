from django.http import HttpResponse
from django.template.loader import render_to_string


def plain_page(template: str, status: int) -> HttpResponse:
    """A page made without request, database or gemeente, for answers before those are known."""
    return HttpResponse(render_to_string(template), status=status)
