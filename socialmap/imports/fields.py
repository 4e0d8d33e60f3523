"""The fields of a voorziening as JSON values: read what stands there, write what comes in."""

from datetime import date, time
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db.models import Model

from socialmap.imports.keys import Keys, UnknownKey
from socialmap.models import (
    Activiteit,
    Contact,
    Prijs,
    Voorziening,
    VoorzieningBegrip,
    VoorzieningLocatie,
    VoorzieningOpening,
    VoorzieningStap,
    Werkingsgebied,
)

REFERENCES: Final = {"aanbieder": "aanbieder", "onderdeel_van": "voorziening"}
MANY: Final = {
    "mede_aanbieders": "aanbieder",
    "doelgroepen": "doelgroep",
    "leefgebieden": "leefgebied",
    "talen": "taal",
}
CHILDREN: Final[dict[str, tuple[type[Model], tuple[str, ...]]]] = {
    "stappen": (VoorzieningStap, ("stap", "afgeleid")),
    "werkingsgebieden": (Werkingsgebied, ("soort", "gemeente", "plaats", "omschrijving")),
    "prijzen": (Prijs, ("bedrag_cents", "eenheid", "toelichting")),
    "contacten": (Contact, ("soort", "waarde", "toelichting", "historisch")),
    "openingstijden": (VoorzieningOpening, ("weekdag", "van", "tot", "toelichting")),
    "activiteiten": (
        Activiteit,
        ("naam", "herhaling", "begint_op", "eindigt_op", "van", "tot", "locatie", "toelichting"),
    ),
    "locatiekoppelingen": (VoorzieningLocatie, ("locatie", "toelichting")),
    "begrippen": (VoorzieningBegrip, ("begrip", "status")),
}
CHILD_REFERENCES: Final = ("stap", "gemeente", "plaats", "locatie", "begrip")
CLOCKS: Final = ("van", "tot")
DAYS: Final = ("begint_op", "eindigt_op")
# Never from a revision (Voorziening.SYSTEM_FIELDS): written on the row itself.
ROW_FIELDS: Final = ("aanbieder",)


class WrongValue(Exception):
    """A value does not fit; `errors` are Django's, `veld` is the field of the file."""

    def __init__(self, veld: str, errors: ValidationError) -> None:
        super().__init__(veld)
        self.veld, self.errors = veld, errors


class WrongValues(Exception):
    """All values of one entry that do not fit."""

    def __init__(self, found: list[WrongValue]) -> None:
        super().__init__(f"{len(found)} waarden")
        self.found = found


def read_fields(voorziening: Voorziening, names: Any, keys: Keys) -> dict[str, Any]:
    """Return {field: JSON value} of the version in memory."""
    return {name: _read(voorziening, name, keys) for name in names}


def write_fields(voorziening: Voorziening, values: dict[str, Any], keys: Keys) -> None:
    """Set fields in memory.

    Raises:
        WrongValues: with every value that does not fit.
    """
    found: list[WrongValue] = []
    for name, value in values.items():
        try:
            write_field(voorziening, name, value, keys)
        except WrongValue as error:
            found.append(error)
    if found:
        raise WrongValues(found)


def write_field(voorziening: Voorziening, name: str, value: Any, keys: Keys) -> None:
    """Set one field in memory; children are new rows, equal ones keep their id.

    Raises:
        WrongValue: a child breaks a rule of its model, or a key belongs to no row.
    """
    try:
        if name in REFERENCES:
            pk = None if value is None else keys.pk_of(REFERENCES[name], value)
            setattr(voorziening, f"{name}_id", pk)
        elif name in MANY:
            field = voorziening._meta.get_field(name)
            pks = [keys.pk_of(MANY[name], key) for key in value]
            model: Any = field.related_model
            getattr(voorziening, name).set(list(model._default_manager.filter(pk__in=pks)))
        elif name in CHILDREN:
            getattr(voorziening, name).set(_children(voorziening, name, value, keys))
        else:
            setattr(voorziening, name, value)
    except UnknownKey as error:
        raise WrongValue(name, ValidationError(str(error))) from error


def _read(voorziening: Voorziening, name: str, keys: Keys) -> Any:
    if name in REFERENCES:
        return keys.key_of(REFERENCES[name], getattr(voorziening, f"{name}_id"))
    if name in MANY:
        rows = getattr(voorziening, name).all()
        return sorted(str(keys.key_of(MANY[name], row.pk)) for row in rows)
    if name in CHILDREN:
        fields = CHILDREN[name][1]
        rows = [_read_child(row, fields, keys) for row in getattr(voorziening, name).all()]
        # They have no order of their own, so that an editor's is no change.
        return sorted(rows, key=lambda row: str(row["begrip"])) if name == "begrippen" else rows
    return getattr(voorziening, name)


def _read_child(row: Any, fields: tuple[str, ...], keys: Keys) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name in fields:
        if name in CHILD_REFERENCES:
            values[name] = keys.key_of(name, getattr(row, f"{name}_id"))
        elif name in CLOCKS:
            moment = getattr(row, name)
            values[name] = f"{moment:%H:%M}" if moment else None
        elif name in DAYS:
            day = getattr(row, name)
            values[name] = day.isoformat() if day else None
        else:
            values[name] = getattr(row, name)
    return values


def _children(
    voorziening: Voorziening, name: str, values: list[dict[str, Any]], keys: Keys
) -> list[Any]:
    model, fields = CHILDREN[name]
    present = list(getattr(voorziening, name).all()) if voorziening.pk else []
    rows = []
    for number, value in enumerate(values):
        row = next((row for row in present if _read_child(row, fields, keys) == value), None)
        if row is None:
            row = _new_child(model, value, keys)
            _check(row, f"{name}[{number + 1}]")
        else:
            present.remove(row)
        if hasattr(row, "sort_order"):
            row.sort_order = number
        rows.append(row)
    return rows


def _new_child(model: type[Model], value: dict[str, Any], keys: Keys) -> Model:
    columns: dict[str, Any] = {}
    for name, item in value.items():
        if name in CHILD_REFERENCES:
            columns[f"{name}_id"] = None if item is None else keys.pk_of(name, item)
        elif name in CLOCKS:
            columns[name] = None if item is None else time.fromisoformat(item)
        elif name in DAYS:
            columns[name] = None if item is None else date.fromisoformat(item)
        else:
            columns[name] = item
    return model(**columns)


def _check(row: Any, veld: str) -> None:
    """What a form would check; SQLite itself does not even know the longest text."""
    references = [name for name in CHILD_REFERENCES if hasattr(row, f"{name}_id")]
    try:
        row.clean_fields(exclude=["voorziening", *references])
        row.clean()
        row.validate_constraints(exclude=["voorziening"])
    except ValidationError as error:
        raise WrongValue(veld, error) from error
