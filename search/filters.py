"""Request parameters in, a SearchQuery out: the one place where addresses are parsed.

Page, map and later API and embed share it. Nothing here refuses: what cannot be used is left out
and named in `ignored`, so that the page can say so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import django_filters
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from search.choices import LABELS, choices
from search.query import FACETS, Near, Scope, SearchQuery, Sort
from search.spelling import spelled
from search.text.words import MAX_WORDS
from search.whereabouts import Whereabouts, find_whereabouts
from search.words import clean_words, content_words
from socialmap.geo.chain import find_place
from socialmap.geo.place import PlaceLookup, Plek, near_tokens
from socialmap.models import Gemeente, Voorziening

RADII: Final = (2, 5, 10, 25, 50)
DEFAULT_RADIUS: Final = 10
EVERYWHERE: Final = "alles"
MAX_PAGE: Final = 10_000
MAX_PLACE_CHARACTERS: Final = 100
# Addresses keep their meaning once the data is there; until then these are accepted and unused.
RESERVED: Final = ("open", "dag", "dagdeel", "gebied")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignored:
    """A value that was left out: the parameter, what was typed, and why in Dutch."""

    name: str
    value: str
    label: str


class SlugsField(forms.MultipleChoiceField):
    """Keeps the slugs that exist and remembers the others."""

    widget = forms.SelectMultiple

    def __init__(self, *args: Any, facet: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.facet = facet

    def clean(self, value: Any) -> frozenset[str]:
        return frozenset(self.known(value or []))

    def known(self, values: Iterable[str]) -> list[str]:
        allowed = choices(self.facet)
        return [value for value in values if value in allowed]


class FacetFilter(django_filters.Filter):
    """A facet of which several values may be chosen: OR within, AND between facets."""

    field_class = SlugsField

    def __init__(self, facet: str) -> None:
        super().__init__(field_name=facet, label=LABELS[facet], facet=facet)


class ZoekFilterSet(django_filters.FilterSet):
    """Every parameter of `/zoeken/`; `to_query` makes the value that engines answer."""

    q = django_filters.CharFilter(label=_("Waarmee kunnen we helpen?"))
    plaats = django_filters.CharFilter(label=_("Postcode of plaats"))
    woord = django_filters.CharFilter(label=_("Woord, geen plaats"))
    straal = django_filters.CharFilter(label=_("Afstand"))
    leeftijd = django_filters.CharFilter(label=_("Leeftijd"))
    sorteer = django_filters.CharFilter(label=_("Sorteer op"))
    pagina = django_filters.CharFilter(label=_("Pagina"))
    gemeente = FacetFilter("gemeente")
    stap = FacetFilter("stap")
    lijn = FacetFilter("lijn")
    soort = FacetFilter("soort")
    toegangstoets = FacetFilter("toegangstoets")
    eigen_bijdrage = FacetFilter("eigen_bijdrage")
    vorm = FacetFilter("vorm")
    aanmelding = FacetFilter("aanmelding")
    doelgroep = FacetFilter("doelgroep")
    leefgebied = FacetFilter("leefgebied")
    begrip = FacetFilter("begrip")
    taal = FacetFilter("taal")
    toegankelijk = FacetFilter("toegankelijk")
    bereik = FacetFilter("bereik")

    class Meta:
        model = Voorziening
        fields: list[str] = []

    def __init__(self, data: QueryDict, *, gemeente: Gemeente | None = None) -> None:
        cleaned = spelled(data, gemeente)
        super().__init__(cleaned, queryset=Voorziening.objects.none())
        self.context_gemeente = gemeente
        self.ignored: list[Ignored] = []
        self.form.full_clean()
        self.values: dict[str, Any] = self.form.cleaned_data
        self._name_unknown_slugs(cleaned)
        self._name_reserved(cleaned)
        typed = self.values.get("q") or ""
        self.text: str = clean_words(typed)
        self.text_was_cut: bool = len(self.text) < len(" ".join(typed.split()))
        self.place_text: str = (self.values.get("plaats") or "").strip()[:MAX_PLACE_CHARACTERS]
        self.place: PlaceLookup | None = (
            find_place(self.place_text, gemeente_slug=gemeente.slug if gemeente else None)
            if self.place_text
            else None
        )
        self.as_word: str = (self.values.get("woord") or "").strip()[:MAX_PLACE_CHARACTERS]
        self.whereabouts: Whereabouts | None = (
            find_whereabouts(
                self.text,
                gemeente_slug=gemeente.slug if gemeente else None,
                as_word=self.as_word,
            )
            if self.text and not self.place_text
            else None
        )
        self.radius_km: int | None = self._radius()
        self.age: int | None = self._number("leeftijd", 0, 120)
        self.page_number: int = self._number("pagina", 1, MAX_PAGE) or 1
        self.sort: Sort | None = self._sort()

    def to_query(self, **changes: Any) -> SearchQuery:
        """The question as a value; `changes` override parts of it, such as `size` or `bbox`."""
        found = self.whereabouts
        parts: dict[str, Any] = {
            "scope": Scope(gemeente=self.context_gemeente.slug if self.context_gemeente else None),
            "text": self.words,
            "ordering_text": found.typed if found is not None and found.acts else "",
            "near": self.near,
            "filters": self.chosen,
            "leeftijd": self.age,
            "sort": self.sort,
            "page": self.page_number,
        }
        return SearchQuery(**(parts | changes))

    @property
    def words(self) -> str:
        """The text without the place that is named in it and acts as place."""
        found = self.whereabouts
        return found.rest if found is not None and found.acts else self.text

    @property
    def has_many_words(self) -> bool:
        """More than are looked for."""
        return len(content_words(self.words)) > MAX_WORDS

    @property
    def chosen(self) -> dict[str, frozenset[str]]:
        return {facet: self.values[facet] for facet in FACETS if self.values.get(facet)}

    @property
    def parameters(self) -> dict[str, list[str]]:
        """What is in force, as parameters of an address: nothing ignored, nothing twice."""
        found = {
            "q": self.text,
            "plaats": self.place_text,
            "woord": self._word_in_force(),
            "straal": self._radius_in_force() if self.near else "",
            "leeftijd": "" if self.age is None else str(self.age),
            "sorteer": self.sort.value if self.sort else "",
        }
        single = {name: [value] for name, value in found.items() if value}
        several = {
            facet: [slug for slug in choices(facet) if slug in values]
            for facet, values in self.chosen.items()
        }
        reserved = {name: self.data.getlist(name)[:1] for name in RESERVED if name in self.data}
        return {**single, **several, **reserved}

    @property
    def plek(self) -> Plek | None:
        """The place to look around: the one asked for, else the one named among the words."""
        if self.place is not None:
            return self.place.plek
        found = self.whereabouts
        return found.lookup.plek if found is not None and found.acts else None

    @property
    def near(self) -> Near | None:
        plek = self.plek
        if plek is None:
            return None
        return Near(lat=plek.lat, lon=plek.lon, km=self.radius_km, gebieden=near_tokens(plek))

    def _name_unknown_slugs(self, data: QueryDict) -> None:
        for facet in FACETS:
            field = self.form.fields[facet]
            assert isinstance(field, SlugsField)  # noqa: S101 - tells mypy what FacetFilter made
            for value in data.getlist(facet):
                if value and not field.known([value]):
                    self._ignore(facet, value)

    def _name_reserved(self, data: QueryDict) -> None:
        """A filter that does nothing yet may not look as if it did."""
        for name in RESERVED:
            value = data.get(name, "")
            if value.strip():
                self.ignored.append(Ignored(name=name, value=value[:60], label=name))

    def _radius(self) -> int | None:
        raw = (self.values.get("straal") or "").strip()
        if raw == EVERYWHERE:
            return None
        if not raw:
            return DEFAULT_RADIUS
        radius = self._number("straal", 1, max(RADII))
        return radius or DEFAULT_RADIUS

    def _word_in_force(self) -> str:
        found = self.whereabouts
        if found is None or found.typed.lower() != self.as_word.lower():
            return ""
        return self.as_word

    def _radius_in_force(self) -> str:
        if self.radius_km is None:
            return EVERYWHERE
        return "" if self.radius_km == DEFAULT_RADIUS else str(self.radius_km)

    def _sort(self) -> Sort | None:
        raw = (self.values.get("sorteer") or "").strip()
        if not raw:
            return None
        sort = next((sort for sort in Sort if sort.value == raw), None)
        if sort is None or (sort is Sort.AFSTAND and self.near is None):
            self._ignore("sorteer", raw)
            return None
        return sort

    def _number(self, name: str, lowest: int, highest: int) -> int | None:
        raw = (self.values.get(name) or "").strip()
        if not raw:
            return None
        if raw.isascii() and raw.isdigit() and len(raw) <= 9 and lowest <= int(raw) <= highest:
            return int(raw)
        self._ignore(name, raw)
        return None

    def _ignore(self, name: str, value: str) -> None:
        label = str(self.form.fields[name].label)
        self.ignored.append(Ignored(name=name, value=value[:60], label=label))
