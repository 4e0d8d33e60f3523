"""Policies are registered and signals connected here, in plain sight."""

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_migrate, post_save, pre_save


class CmsConfig(AppConfig):
    name = "cms"
    verbose_name = "Redactie"

    def ready(self) -> None:
        from wagtail.signals import published

        from cms.controle import publish_check
        from cms.moderation import hold_mails
        from cms.policies import register_policies
        from cms.policies.media import set_owner
        from cms.roles import sync_groups_of_row
        from cms.setup import ensure_cms_after_migrate
        from socialmap.models import Bestand, Foto, Lidmaatschap, Redacteurschap, Voorziening

        register_policies()
        hold_mails()
        for row in (Lidmaatschap, Redacteurschap):
            post_save.connect(sync_groups_of_row, sender=row, dispatch_uid="cms_groups")
            post_delete.connect(sync_groups_of_row, sender=row, dispatch_uid="cms_groups")
        for media in (Foto, Bestand):
            pre_save.connect(set_owner, sender=media, dispatch_uid="cms_owner")
        published.connect(publish_check, sender=Voorziening, dispatch_uid="cms_check")
        post_migrate.connect(ensure_cms_after_migrate, sender=self, dispatch_uid="cms_setup")
