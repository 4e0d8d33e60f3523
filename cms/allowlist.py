"""Which admin screens exist for whom. Everything that is not named here is 404.

So a new screen of a next Wagtail is closed until somebody has thought about it. The platform
beheerder is not limited.
"""

from typing import Final

from cms.roles import Rollen

# Log in, own account, and what every admin page loads.
COMMON: Final = frozenset(
    {
        "wagtailadmin_home",
        "wagtailadmin_login",
        "wagtailadmin_logout",
        "wagtailadmin_account",
        "wagtailadmin_password_reset",
        "wagtailadmin_password_reset_done",
        "wagtailadmin_password_reset_confirm",
        "wagtailadmin_password_reset_complete",
        "wagtailadmin_javascript_catalog",
        "wagtailadmin_sprite",
        "wagtailadmin_dismissibles",
    }
)
# A link in a text: to a website, an address or a number. Choosing a page would name drafts.
TEXT_LINKS: Final = frozenset(
    {
        "wagtailadmin_choose_page_external_link",
        "wagtailadmin_choose_page_email_link",
        "wagtailadmin_choose_page_phone_link",
        "wagtailadmin_choose_page_anchor_link",
    }
)
READING: Final = ("list", "list_results", "inspect")
WRITING: Final = ("list", "list_results", "add", "edit", "delete", "history", "history_results")
DRAFTS: Final = (
    *WRITING,
    "inspect",
    "preview_on_add",
    "preview_on_edit",
    "revisions_view",
    "revisions_compare",
    "revisions_revert",
    "unpublish",
    "workflow_history",
    "workflow_history_detail",
    "confirm_workflow_cancellation",
)
MODERATION: Final = (
    "lock",
    "unlock",
    "revisions_unschedule",
    "workflow_action",
    "collect_workflow_action_data",
    "workflow_preview",
)
CHOOSING: Final = ("choose", "choose_results", "chosen", "chosen_multiple")


def _names(namespace: str, views: tuple[str, ...]) -> frozenset[str]:
    return frozenset(f"{namespace}:{view}" for view in views)


def _screens(model: str, views: tuple[str, ...], app: str = "socialmap") -> frozenset[str]:
    return _names(f"wagtailsnippets_{app}_{model}", views)


def _choosers(*models: str) -> frozenset[str]:
    return frozenset().union(
        *(_names(f"wagtailsnippetchoosers_socialmap_{model}", CHOOSING) for model in models)
    )


MEDIA: Final = (
    _names("wagtailimages", ("index", "index_results", "add", "edit", "delete"))
    | _names("wagtailimages", ("add_multiple", "edit_multiple", "delete_multiple"))
    | _names("wagtailimages", ("create_multiple_from_uploaded_image", "delete_upload_multiple"))
    | _names("wagtailimages_chooser", (*CHOOSING, "create"))
)
BULK: Final = "wagtail_bulk_action"
EDITING: Final = _names("wagtailadmin_editing_sessions", ("ping", "release"))

CONSULENT: Final = (
    COMMON
    | _screens("voorziening", READING)
    | _screens("aanbieder", READING)
    | _screens("locatie", ("list", "list_results"))
)
AANBIEDER: Final = (
    COMMON
    | TEXT_LINKS
    | MEDIA
    | EDITING
    | {BULK}
    | _screens("voorziening", DRAFTS)
    | _screens("locatie", DRAFTS)
    | _screens("aanbieder", DRAFTS)
    | _choosers("voorziening", "aanbieder", "locatie", "gemeente", "plaats")
)
REDACTIE: Final = (
    AANBIEDER
    | _screens("voorziening", MODERATION)
    | _screens("aanbieder", MODERATION)
    | _screens("locatie", MODERATION)
    | _screens("gemeente", ("list", "list_results", "edit", "history", "history_results"))
    | _screens("ondersteuningsmodel", WRITING)
    | _screens("stap", WRITING)
    | _choosers("ondersteuningsmodel", "stap")
)
# What search learnt, and synonyms, of their own gemeente.
HOOFDREDACTIE: Final = (
    REDACTIE
    | _screens("zoekvraag", ("list", "list_results", "stand", "koppel"), app="search")
    | _screens("synoniem", (*WRITING, "csv_in", "csv_uit"), app="search")
)
# A bulk action takes its model from the address; wagtail has them for pages and users too.
BULK_MODELS: Final = frozenset({"voorziening", "aanbieder", "locatie", "stap"})


def allowed_names(roles: Rollen) -> frozenset[str]:
    """The names of the admin addresses that exist for somebody with these roles."""
    names = COMMON
    if roles.consulent:
        names |= CONSULENT
    if roles.aanbieders:
        names |= AANBIEDER
    if roles.redactie:
        names |= REDACTIE
    if roles.hoofdredactie:
        names |= HOOFDREDACTIE
    return names
