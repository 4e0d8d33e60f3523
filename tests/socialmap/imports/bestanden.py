"""A small file of a gemeente, to change in a test."""

import copy
import json
from pathlib import Path
from typing import Any

BESTAND: dict[str, Any] = {
    "gemeente": {
        "slug": "proefdorp",
        "naam": "Proefdorp",
        "code": "GM8999",
        "status": "bestaand",
        "bronnen": [{"seed": "900", "titel": "Beleidsnota", "periode": "2020"}],
        "plaatsen": ["Glimmen"],
        "ondersteuningsmodel": {
            "naam": "De Proefkeuze",
            "vorm": "rotonde",
            "stappen": [
                {
                    "slug": "burgerkracht",
                    "naam": "Burgerkracht",
                    "volgorde": 1,
                    "zijde": "rechts",
                    "lijn": "0",
                    "uitleg": "Inwoners helpen elkaar.",
                },
                {
                    "slug": "maatwerk",
                    "naam": "Maatwerk",
                    "volgorde": 2,
                    "zijde": "links",
                    "lijn": "2",
                    "uitleg": "Hulp via de gemeente.",
                },
            ],
        },
    },
    "aanbieders": [{"slug": "buurtclub", "naam": "Buurtclub", "soort": "vereniging"}],
    "voorzieningen": [
        {
            "slug": "eetclub",
            "naam": "Eetclub",
            "volgnummer": 1,
            "bron_soort": "tabel",
            "samenvatting": "U eet samen met buren.",
            "aanbieder": "buurtclub",
            "aanbieder_tekst": "de buurtclub",
            "model_stap": "burgerkracht",
            "model_stap_bron": "afgeleid",
            "vorm": "vrijwilligers-non-profit",
            "toegangstoets": {"code": "geen", "tekst": "Alle inwoners", "bron": "seed"},
            "eigen_bijdrage": {
                "code": "ja",
                "soort": "vast-bedrag",
                "bedrag_eur": 7.5,
                "eenheid": "per maaltijd",
                "tekst": "Ja, 7,50 per maaltijd",
            },
            "aanmelding": {"wijze": "direct", "bij": "de buurtclub"},
            "doelgroepen": ["ouderen", "eenzaamheid"],
            "leefgebieden": ["sociale-contacten"],
            "plaats": "Glimmen",
            "werkingsgebied": {"soort": "plaats", "omschrijving": "Glimmen"},
            "frequentie": "FREQ=WEEKLY;BYDAY=TU",
            "website": ["www.eetclub.nl"],
            "zoekwoorden": ["samen eten"],
            "status": "bestaand",
            "bron": {"seed": "900", "regels": "12-14"},
        },
        {
            "slug": "eetclub-kinderen",
            "naam": "Eetclub voor kinderen",
            "verzamelrij_van": 1,
            "samenvatting": "Kinderen eten mee.",
            "model_stap": "burgerkracht",
            "toegangstoets": {"code": "doelgroep"},
            "eigen_bijdrage": {"code": "onbekend"},
            "werkingsgebied": {"soort": "gemeente", "omschrijving": "hele gemeente"},
        },
    ],
}


def bestand() -> dict[str, Any]:
    return copy.deepcopy(BESTAND)


def write(folder: Path, data: Any, name: str = "proefdorp.json") -> Path:
    path = folder / name
    path.write_text(json.dumps(data), encoding="utf-8")
    return path
