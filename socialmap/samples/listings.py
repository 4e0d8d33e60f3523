"""Invented Dutch listings, one by one, the same for the same seed on every machine."""

import random
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.text import slugify

from socialmap.samples import choices
from socialmap.samples.organisations import GROUP, Organisatie, organisation, uuid_of
from socialmap.samples.texts import Texts
from socialmap.samples.world import NIVEAUS, Dorp, World, dutch_world, read_json

OWN = 4  # of each group, this many name the organisation; 60 of the 183 real entries name none


@dataclass(slots=True, kw_only=True)
class Listing:
    """One listing in plain values; slugs and codes are those of the models."""

    nummer: int
    public_id: uuid.UUID
    naam: str
    slug: str
    soort: str
    dorp: Dorp
    organisatie: Organisatie | None
    op_locatie: bool
    stap: str
    samenvatting: str
    omschrijving: str
    goed_om_te_weten: str
    wat_meenemen: str
    trefwoorden: list[str]
    leefgebieden: list[str]
    doelgroepen: list[str]
    talen: list[str]
    vorm: str
    toegangstoets: str
    toetser: str = ""
    toegangscriterium: str = ""
    eigen_bijdrage: str = "onbekend"
    bijdrage_soort: str = ""
    prijzen: list[tuple[int, str]] = field(default_factory=list)  # cents, per what
    aanmelding: str = "onbekend"
    leeftijd_van: int | None = None
    leeftijd_tot: int | None = None
    bereik: frozenset[str] = frozenset()
    gebied: str = "gemeente"  # gemeente, plaats or landelijk
    openingstijden: list[tuple[int, str, str]] = field(default_factory=list)
    herhaling: tuple[str, str, str] | None = None  # RRULE, from, to
    telefoon: str = ""
    website: str = ""
    plek_vrij: bool | None = None
    wachttijd_weken: int | None = None
    gecontroleerd_dagen: int | None = None


def listings(
    count: int, seed: int = 1, *, start: int = 0, world: World | None = None
) -> Iterator[Listing]:
    """Yield listings `start` to `count`; a longer run begins with the same ones."""
    world = world or dutch_world()
    soorten = read_json("soorten.json")
    weights = [soort["gewicht"] for soort in soorten]
    current: Organisatie | None = None
    for nummer in range(start, count):
        group, place = divmod(nummer, GROUP)
        if current is None or current.nummer != group:
            current = organisation(group, seed, world)
        source = random.Random(f"voorziening {seed} {nummer}")  # noqa: S311 - not for secrets
        soort = source.choices(soorten, weights)[0]
        dorp = current.dorp if place < OWN else world.draw(source)
        yield _listing(nummer, seed, source, soort, dorp, current if place < OWN else None)


def _listing(
    nummer: int,
    seed: int,
    source: random.Random,
    soort: dict[str, Any],
    dorp: Dorp,
    organisatie: Organisatie | None,
) -> Listing:
    texts = Texts(source, soort, dorp.naam, organisatie.naam if organisatie else "")
    naam = texts.naam()
    niveau = soort["stap"]
    if niveau == 1 and source.random() < 0.45:
        niveau = 0
    made = Listing(
        nummer=nummer,
        public_id=uuid_of(source),
        naam=naam,
        slug=f"{slugify(naam)[:90]}-{seed}-{nummer}",
        soort=soort["soort"],
        dorp=dorp,
        organisatie=organisatie,
        op_locatie=organisatie is not None and soort["waar"] in ("locatie", "beide"),
        stap=NIVEAUS[dorp.gemeente.vorm][niveau],
        samenvatting=texts.samenvatting(),
        omschrijving=texts.omschrijving(),
        goed_om_te_weten=texts.maybe("weten", 0.35),
        wat_meenemen=texts.maybe("meenemen", 0.2),
        trefwoorden=texts.trefwoorden(),
        leefgebieden=choices.some(source, soort["leefgebieden"]),
        doelgroepen=choices.doelgroepen(source, soort["doelgroepen"]),
        talen=choices.talen(source),
        vorm=choices.weighted(source, choices.VORMEN),
        toegangstoets="onbekend",
    )
    choices.fill_access(made, source, niveau)
    choices.fill_costs(made, source, soort["soort"])
    choices.fill_reach(made, source, soort["waar"])
    choices.fill_times(made, source, soort["ritme"])
    choices.fill_rest(made, source)
    return made
