"""The one workflow, for everything that an aanbieder can send in."""

from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Workflow, WorkflowContentType, WorkflowState, WorkflowTask
from wagtail.signals import workflow_approved, workflow_rejected, workflow_submitted

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


def hold_mails() -> None:
    """Keep wagtail from mailing inside the request, one by one, to everybody concerned.

    A receiver with the same `dispatch_uid` that comes first takes the place of wagtail's own,
    which wagtail.admin connects in its ready(), after ours.
    """
    steps = {
        "submitted": workflow_submitted,
        "approved": workflow_approved,
        "rejected": workflow_rejected,
    }
    for step, signal in steps.items():
        uid = f"workflow_state_{step}_email_notification"
        signal.connect(_send_nothing, sender=WorkflowState, dispatch_uid=uid)


def _send_nothing(**kwargs: Any) -> None:
    """Stands where wagtail's mailer would be."""
