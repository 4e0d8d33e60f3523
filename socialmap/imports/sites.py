"""The own web address of a gemeente."""

from wagtail.models import Page, Site


def site_of(host: str, naam: str) -> Site:
    """Return the site on `host`; a new one shows the pages of the default site, on port 80."""
    default = Site.objects.filter(is_default_site=True).first()
    root = default.root_page if default else Page.objects.get(depth=1)
    site, _ = Site.objects.get_or_create(
        hostname=host,
        defaults={"port": 80, "root_page": root, "site_name": f"Sociale kaart {naam}"},
    )
    return site
