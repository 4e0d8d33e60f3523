import pytest
from django.core.management import call_command
from wagtail.models import Page, Site

pytestmark = pytest.mark.django_db


@pytest.fixture
def root() -> Page:
    Site.objects.all().delete()
    return Page.objects.filter(depth=1).first() or Page.add_root(title="Wortel", slug="wortel")


def test_sites_on_this_machine_get_the_port(root: Page) -> None:
    neutral = Site.objects.create(hostname="localhost", root_page=root, is_default_site=True)
    haren = Site.objects.create(hostname="haren.localhost", root_page=root)

    call_command("set_site_ports", "8123")

    neutral.refresh_from_db()
    haren.refresh_from_db()
    assert (neutral.port, haren.port) == (8123, 8123)
    assert haren.root_url == "http://haren.localhost:8123"


def test_a_site_with_a_name_of_its_own_keeps_its_port(root: Page) -> None:
    site = Site.objects.create(hostname="zorg.gemeente.example", port=443, root_page=root)

    call_command("set_site_ports", "8123")

    site.refresh_from_db()
    assert site.port == 443
