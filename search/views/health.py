"""`/gezond`: whether this process can serve; for the operator and for monitoring."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from search import lifecycle
from search.outbox import triggers


@require_safe
@never_cache
def gezond(request: HttpRequest) -> JsonResponse:
    """200 when all is well; 503 when the database is away or changes could be lost.

    A missing index is named but keeps 200: pages answer from the database and it is rebuilt.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        missing = triggers.missing()
        waiting = lifecycle.backlog()
    except DatabaseError:
        return JsonResponse({"gezond": False, "database": "weg"}, status=503)
    health = lifecycle.status()
    return JsonResponse(
        {
            "gezond": not missing,
            "database": "ok",
            "index": str(health.state),
            "voorzieningen": health.documents,
            "wachtende_wijzigingen": waiting,
            "ontbrekende_triggers": len(missing),
        },
        status=503 if missing else 200,
    )
