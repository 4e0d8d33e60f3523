"""Which tables hold what visitors see, and which voorzieningen a changed row touches.

Each source names SQL that selects the public ids of the voorzieningen behind a row `{row}`
(NEW or OLD). `columns` limits updates to the columns that visitors notice.
"""

from dataclasses import dataclass

from django.apps import apps

OF_VOORZIENING = "SELECT v.public_id FROM socialmap_voorziening v WHERE v.id = {row}.voorziening_id"
OF_AANBIEDER = (
    "SELECT v.public_id FROM socialmap_voorziening v WHERE v.aanbieder_id = {row}.id "
    "UNION SELECT v.public_id FROM socialmap_voorziening v "
    "JOIN socialmap_voorziening_mede_aanbieders m ON m.voorziening_id = v.id "
    "WHERE m.aanbieder_id = {row}.id"
)
OF_LOCATIE = (
    "SELECT v.public_id FROM socialmap_voorziening v "
    "JOIN socialmap_voorzieninglocatie k ON k.voorziening_id = v.id "
    "WHERE k.locatie_id = {row}.{column}"
)
OF_STAP = (
    "SELECT v.public_id FROM socialmap_voorziening v "
    "JOIN socialmap_voorzieningstap k ON k.voorziening_id = v.id WHERE k.stap_id = {row}.id"
)
OF_GEMEENTE = (
    "SELECT v.public_id FROM socialmap_voorziening v WHERE v.beherende_gemeente_id = {row}.id "
    "UNION SELECT v.public_id FROM socialmap_voorziening v "
    "JOIN socialmap_werkingsgebied w ON w.voorziening_id = v.id WHERE w.gemeente_id = {row}.id "
    "UNION SELECT v.public_id FROM socialmap_voorziening v "
    "JOIN socialmap_voorzieningstap k ON k.voorziening_id = v.id "
    "JOIN socialmap_stap s ON s.id = k.stap_id "
    "JOIN socialmap_ondersteuningsmodel o ON o.id = s.ondersteuningsmodel_id "
    "WHERE o.gemeente_id = {row}.id"
)
OF_MODEL = (
    "SELECT v.public_id FROM socialmap_voorziening v "
    "JOIN socialmap_voorzieningstap k ON k.voorziening_id = v.id "
    "JOIN socialmap_stap s ON s.id = k.stap_id WHERE s.ondersteuningsmodel_id = {row}.id"
)
NATIONWIDE = (
    "SELECT v.public_id FROM socialmap_voorziening v "
    "JOIN socialmap_werkingsgebied w ON w.voorziening_id = v.id WHERE w.soort = 'landelijk'"
)
OF_PLAATS = (
    "SELECT v.public_id FROM socialmap_voorziening v "
    "JOIN socialmap_werkingsgebied w ON w.voorziening_id = v.id WHERE w.plaats_id = {row}.id "
    "UNION SELECT v.public_id FROM socialmap_voorziening v "
    "JOIN socialmap_voorzieninglocatie k ON k.voorziening_id = v.id "
    "JOIN socialmap_locatie l ON l.id = k.locatie_id WHERE l.plaats_id = {row}.id"
)
FOR_EVERYONE = (
    "SELECT v.public_id FROM socialmap_voorziening v "
    "JOIN socialmap_voorziening_doelgroepen k ON k.voorziening_id = v.id "
    "JOIN socialmap_doelgroep d ON d.id = k.doelgroep_id WHERE d.voor_iedereen"
)


def _of_term(relation: str, column: str) -> str:
    # Names of our own tables, never a value.
    return (
        "SELECT v.public_id FROM socialmap_voorziening v "  # noqa: S608
        f"JOIN socialmap_voorziening_{relation} k ON k.voorziening_id = v.id "
        f"WHERE k.{column} = {{row}}.id"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A table, the events that matter and the voorzieningen behind a row of it."""

    table: str
    select: str
    name: str = ""
    events: tuple[str, ...] = ("INSERT", "UPDATE", "DELETE")
    columns: tuple[str, ...] = ()
    moves: bool = False  # an update may take the row from one voorziening to another

    def trigger(self, event: str) -> str:
        """The name of the trigger for one event, unique in the database."""
        return f"sk_outbox_{self.table.removeprefix('socialmap_')}{self.name}_{event.lower()}"


CHILDREN = (
    "voorzieningstap",
    "voorzieningbegrip",
    "prijs",
    "contact",
    "voorzieningopening",
    "activiteit",
    "voorzieninglocatie",
    "werkingsgebied",
    "voorziening_mede_aanbieders",
    "voorziening_doelgroepen",
    "voorziening_leefgebieden",
    "voorziening_talen",
)

SOURCES: tuple[Source, ...] = (
    Source(table="socialmap_voorziening", select="SELECT {row}.public_id AS public_id"),
    *(Source(table=f"socialmap_{child}", select=OF_VOORZIENING, moves=True) for child in CHILDREN),
    Source(
        table="socialmap_aanbieder",
        select=OF_AANBIEDER,
        events=("UPDATE",),
        columns=("naam", "slug", "live"),
    ),
    Source(
        table="socialmap_locatie",
        select=OF_LOCATIE.replace("{column}", "id"),
        events=("UPDATE",),
    ),
    Source(
        table="socialmap_locatieopening",
        select=OF_LOCATIE.replace("{column}", "locatie_id"),
        moves=True,
    ),
    Source(
        table="socialmap_stap",
        select=OF_STAP,
        events=("UPDATE",),
        columns=("slug", "naam", "lijn", "zijde", "synoniemen", "ondersteuningsmodel_id"),
    ),
    Source(
        table="socialmap_ondersteuningsmodel",
        select=OF_MODEL,
        events=("UPDATE",),
        columns=("gemeente_id",),
    ),
    Source(
        table="socialmap_gemeente",
        select=OF_GEMEENTE,
        events=("UPDATE",),
        columns=("slug", "naam", "zichtbaar"),
    ),
    Source(
        table="socialmap_gemeente",
        name="_landelijk",
        select=NATIONWIDE,
        events=("INSERT", "UPDATE", "DELETE"),
        columns=("slug", "zichtbaar"),
    ),
    Source(
        table="socialmap_plaats", select=OF_PLAATS, events=("UPDATE",), columns=("slug", "naam")
    ),
    Source(
        table="socialmap_doelgroep",
        select=_of_term("doelgroepen", "doelgroep_id"),
        events=("UPDATE",),
        columns=("slug", "naam", "voor_iedereen"),
    ),
    Source(
        table="socialmap_doelgroep",
        name="_iedereen",
        select=FOR_EVERYONE,
        events=("INSERT", "UPDATE", "DELETE"),
        columns=("slug",),
    ),
    Source(
        table="socialmap_leefgebied",
        select=_of_term("leefgebieden", "leefgebied_id"),
        events=("UPDATE",),
        columns=("slug", "naam"),
    ),
    Source(
        table="socialmap_taal",
        select=_of_term("talen", "taal_id"),
        events=("UPDATE",),
        columns=("slug", "naam"),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSource:
    """A table of a list that every process keeps in memory; a change raises the list's number."""

    table: str
    lijst: str  # Lijstversie.naam
    events: tuple[str, ...] = ("INSERT", "UPDATE", "DELETE")

    def trigger(self, event: str) -> str:
        """The name of the trigger for one event, unique in the database."""
        return f"sk_outbox_lijst_{self.table.partition('_')[2]}_{event.lower()}"


LISTS: tuple[ListSource, ...] = (
    ListSource(table="socialmap_begrip", lijst="begrippen"),
    ListSource(table="socialmap_begripswoord", lijst="begrippen"),
    ListSource(table="search_synoniem", lijst="synoniemen"),
    ListSource(table="search_woordlijstwoord", lijst="woordenlijst"),
)


def watched_tables() -> set[str]:
    return {source.table for source in SOURCES}


def unwatched_tables() -> set[str]:
    """Tables of the domain with a link to a voorziening that no source watches: a mistake."""
    linked = set()
    for model in apps.get_app_config("socialmap").get_models(include_auto_created=True):
        names = {field.attname for field in model._meta.concrete_fields}
        if "voorziening_id" in names:
            linked.add(model._meta.db_table)
    return linked - watched_tables() - {"socialmap_publicatie", "socialmap_importstand"}
