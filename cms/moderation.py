"""The one workflow, for everything that an aanbieder can send in."""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Workflow, WorkflowContentType, WorkflowTask

from cms.models.moderatie import MODERATED, GemeenteModeratieTask

NAAM = "Redactie van de gemeente"


def ensure_workflow() -> Workflow:
    """Make the task, the workflow and its three content types. Safe to repeat."""
    task = GemeenteModeratieTask.objects.filter(active=True).order_by("pk").first()
    if task is None:
        task = GemeenteModeratieTask.objects.create(name=NAAM)
    step = WorkflowTask.objects.filter(task=task).select_related("workflow").first()
    if step is not None:
        workflow = step.workflow
    else:
        workflow = Workflow.objects.create(name=NAAM)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    for name in MODERATED:
        content_type = ContentType.objects.get_for_model(apps.get_model("socialmap", name))
        WorkflowContentType.objects.get_or_create(
            content_type=content_type, defaults={"workflow": workflow}
        )
    return workflow
