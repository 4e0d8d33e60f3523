"""The kinds of public pages, each with an address of the demo."""

from typing import Final

ENTRY: Final = "/haren/voorziening/formulierenbrigade/"
RESULTS: Final = "/haren/zoeken/"
FULL_ENTRY: Final = "/haren/voorziening/eetclub-de-wilgentuin/"

PUBLIC: Final = {
    "neutral home": "/",
    "home of a gemeente": "/haren/",
    "results": "/haren/zoeken/?q=koffie&plaats=Glimmen&straal=10",
    "results with chips": "/haren/zoeken/?toegangstoets=geen&eigen_bijdrage=nee",
    "results with notices": "/haren/zoeken/?q=koffie+xqzzx&plaats=Verweggistan&stap=nee&pagina=99",
    "no results": "/haren/zoeken/?q=xqzzxw",
    "neutral results": "/zoeken/",
    "entry": ENTRY,
    "aanbieder": "/haren/aanbieder/buurthuis-de-wilgentuin/",
    "place": "/haren/plaats/glimmen/",
    "hulpvragen": "/haren/hulpvragen/",
    "map": "/haren/kaart/",
    "neutral map": "/kaart/",
    "privacy": "/haren/privacy/",
    "toegankelijkheid": "/haren/toegankelijkheid/",
    "artikelen": "/haren/artikelen/",
}
LOGIN: Final = "/beheer/login/"
MISSING: Final = "/haren/bestaat-niet/"
