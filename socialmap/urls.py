"""All addresses. Public pages exist plain and under `/<gemeente>/`; see docs/architecture.md.

First segments of plain pages are reserved: no gemeente may have such a slug (`RESERVED`).
"""

from django.urls import URLPattern, URLResolver, include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.views import serve as wagtail_serve

from search.views import health, home, hulpvragen, plaats, results, suggestions
from socialmap.views import aanbieder, media, site, sitemap, voorziening

public: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("zoeken/", results.search_results, name="zoeken"),
    path("zoeken/suggesties", suggestions.suggestions, name="suggesties"),
    path("hulpvragen/", hulpvragen.hulpvragen, name="hulpvragen"),
    path("kaart/", results.search_map, name="kaart"),
    path("kaart/punten.geojson", results.map_points, name="kaart_punten"),
    path("voorziening/<slug:slug>/", voorziening.voorziening_page, name="voorziening"),
    path("aanbieder/<slug:slug>/", aanbieder.aanbieder_page, name="aanbieder"),
    path("plaats/<slug:slug>/", plaats.plaats_page, name="plaats"),
    path("privacy/", site.privacy, name="privacy"),
    path("toegankelijkheid/", site.toegankelijkheid, name="toegankelijkheid"),
    path("artikelen/", wagtail_serve, {"path": ""}, name="artikelen"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("gezond", health.gezond, name="gezond"),
    path("robots.txt", site.robots, name="robots"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("thema/<slug:kleur>.<slug:versie>.css", site.theme, name="theme"),
    path("media/<path:path>", media.media, name="media"),
    path("beheer/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("artikelen/", include(wagtail_urls)),
    *public,
    path("<slug:gemeente>/", include(public)),
]
