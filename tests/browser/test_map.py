"""The map shows what the list has; nothing comes from elsewhere before the visitor asks."""

import base64
import re

from playwright.sync_api import Page, Request, Route, expect

from tests.browser.results import total
from tests.browser.watch import Watch

TILE_HOST = "service.pdok.nl"
TILES = f"https://{TILE_HOST}/**"
GREY_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkqAcAAIUAgUW0RjgAAAAASUVORK5CYII="
)
MARKERS = "[data-map] .leaflet-marker-icon"


def shown(page: Page) -> int:
    """How many voorzieningen the markers stand for, once the map has drawn them."""
    page.locator("[data-map][data-ready]").wait_for()
    labels = page.locator(MARKERS).evaluate_all("all => all.map(one => one.ariaLabel)")
    return sum(int(found.group()) if (found := re.match(r"\d+", label)) else 1 for label in labels)


def forget_drawing(page: Page) -> None:
    """Let the next `shown` wait until the map has drawn once more."""
    page.evaluate("document.querySelector('[data-map]').removeAttribute('data-ready')")


def without_a_place(page: Page) -> int:
    text = page.locator(".sk-mapbox__outside").inner_text()
    return int(text.split()[0])


def test_clusters_stand_for_all_results_with_a_place(page: Page) -> None:
    page.goto("/haren/kaart/")

    expect(page.locator(".sk-cluster").first).to_be_visible()
    assert shown(page) == total(page) - without_a_place(page)


def test_a_cluster_opens_into_more_of_the_map(page: Page) -> None:
    page.goto("/kaart/")
    before = shown(page)
    forget_drawing(page)

    page.locator(".sk-cluster").first.click()

    assert 0 < shown(page) < before


def test_a_pin_names_its_voorziening_and_leads_to_it(page: Page) -> None:
    page.goto("/haren/kaart/?q=kaartspelen")
    page.locator(".sk-pin").first.click()

    link = page.locator(".leaflet-popup a").first
    name = link.inner_text()
    link.click()

    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_the_map_follows_the_filters_of_the_list(page: Page) -> None:
    page.goto("/haren/kaart/")
    before = shown(page)
    forget_drawing(page)

    page.locator("#toegangstoets-geen").check()
    after = shown(page)
    page.reload()

    assert 0 < after < before
    assert shown(page) == after == total(page) - without_a_place(page)


def test_the_map_and_the_list_keep_each_others_filters(page: Page) -> None:
    page.goto("/haren/zoeken/")
    page.locator("#toegangstoets-geen").check()
    expect(page).to_have_url(re.compile("toegangstoets=geen"))
    in_list = total(page)

    page.get_by_role("link", name="Open de grote kaart").click()

    expect(page).to_have_url(re.compile(r"/haren/kaart/\?toegangstoets=geen$"))
    assert total(page) == in_list


def test_tiles_come_from_their_host_alone_and_only_when_asked_for(page: Page, watch: Watch) -> None:
    asked: list[Request] = []

    def answer(route: Route) -> None:
        asked.append(route.request)
        route.fulfill(content_type="image/png", body=GREY_PIXEL)

    page.route(TILES, answer)
    page.goto("/haren/kaart/?q=koffie")
    shown(page)
    page.wait_for_load_state("networkidle")
    assert asked == []
    watch.allowed_hosts.append(TILE_HOST)

    page.get_by_role("button", name="Laad de achtergrond van de kaart").click()

    expect(page.locator(".leaflet-tile-loaded").first).to_be_attached()
    expect(page.get_by_text("Kadaster")).to_be_visible()
    assert all("koffie" not in request.url for request in asked)
    assert all("referer" not in request.all_headers() for request in asked)


def test_a_map_without_its_tiles_says_so_and_keeps_its_points(page: Page, watch: Watch) -> None:
    watch.allowed_hosts.append(TILE_HOST)
    watch.expect_message("ERR_FAILED")
    page.route(TILES, lambda route: route.abort())
    page.goto("/haren/kaart/")
    before = shown(page)

    page.get_by_role("button", name="Laad de achtergrond van de kaart").click()

    expect(page.locator("[data-map-status]")).to_contain_text("De punten kloppen wel.")
    assert shown(page) == before


def test_beside_the_list_the_map_comes_after_the_press_of_a_button(
    page: Page, watch: Watch
) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.route(TILES, lambda route: route.fulfill(content_type="image/png", body=GREY_PIXEL))
    page.goto("/haren/zoeken/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in loaded if "/sk/map" in url or "punten" in url]
    watch.allowed_hosts.append(TILE_HOST)

    page.get_by_role("button", name="Toon de kaart hier").click()

    expect(page.locator(".sk-cluster").first).to_be_visible()
    expect(page.locator("[data-map]")).to_be_focused()
