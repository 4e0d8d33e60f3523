"""The first editorial page, in place of wagtail's welcome page."""

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page, Site

from cms.models import ArtikelenPage


def ensure_pages() -> ArtikelenPage:
    """Make /artikelen/ the root of every site that shows wagtail's own pages. Safe to repeat."""
    overview = ArtikelenPage.objects.first() or _make_overview()
    welcome = Page.objects.filter(depth=2, content_type__model="page", slug="home", numchild=0)
    showing_wagtail = Page.objects.filter(depth=1) | welcome
    Site.objects.filter(root_page__in=showing_wagtail).update(root_page=overview.page_ptr)
    for page in welcome.filter(latest_revision=None):
        page.delete()
    if not Site.objects.filter(is_default_site=True).exists():
        Site.objects.create(
            hostname="localhost", port=80, root_page=overview.page_ptr, is_default_site=True
        )
    return overview


def _make_overview() -> ArtikelenPage:
    Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    root = Page.objects.filter(depth=1).first()
    if root is None:
        root = Page.add_root(instance=Page(title="Root", slug="root"))
    overview = ArtikelenPage(
        title=_("Artikelen"),
        slug="artikelen",
        samenvatting=_("Lees meer over hulp en steun bij u in de buurt."),
    )
    made: ArtikelenPage = root.add_child(instance=overview)
    return made
