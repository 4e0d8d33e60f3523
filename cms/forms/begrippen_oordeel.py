"""What somebody says about the begrippen of one entry: "klopt", "klopt niet", or one more."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.forms.begrip_field import BegripInput, find_begrip
from cms.forms.widgets import TemplateWidget
from search.begrippen.tagging import tagger
from search.entry_texts import telling_texts
from socialmap.models import Begrip, VoorzieningBegrip

Status = VoorzieningBegrip.Status
NEW: Final = 3  # text fields for more begrippen
MOST_SUGGESTIONS: Final = 8  # the rest is so unlikely that asking costs more than it brings
JUDGEMENTS: Final = [
    (Status.BEVESTIGD.value, _("Klopt")),
    (Status.AFGEWEZEN.value, _("Klopt niet")),
    ("", _("Weet ik niet")),
]
ORDER: Final = (Status.BEVESTIGD, "", Status.AFGEWEZEN)
# What of an entry says nothing about its begrippen, or not yet.
NOTHING: Final[dict[str, Any]] = {
    **dict.fromkeys(("mede_aanbieders", "leefgebieden", "locaties", "werkingsgebieden"), ()),
    **dict.fromkeys(("goed_om_te_weten", "wat_meenemen"), ""),
    "toegangstoets": {"criterium": ""},
    "aanmelding": {"bij": ""},
}
Terms = Mapping[str, Iterable[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One begrip with what is said about it: a Status, or "" for a suggestion."""

    key: int
    term: str
    onderwerp: str
    oordeel: str


@dataclass(frozen=True, slots=True)
class Oordelen:
    """What was posted: judgements by key, and names of more begrippen as typed."""

    by_key: Mapping[str, str]
    more: tuple[str, ...]


class BegrippenWidget(TemplateWidget):
    """A line with three choices per begrip, and text fields for more; it needs no script."""

    template_name = "cms/widgets/begrippen.html"
    use_fieldset = True
    regels: tuple[Regel, ...] = ()
    is_new = True

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        typed = value if isinstance(value, Oordelen) else Oordelen({}, ())
        lines = [
            {
                "regel": regel,
                "was": regel.oordeel,
                "oordeel": typed.by_key.get(str(regel.key), regel.oordeel),
            }
            for regel in self.regels
        ]
        shown = [line for line in lines if line["was"] != Status.AFGEWEZEN]
        more = [*typed.more, *[""] * NEW][: max(NEW, len(typed.more))]
        context |= {
            "shown": shown,
            "rejected": [line for line in lines if line not in shown],
            "judgements": JUDGEMENTS,
            "is_new": self.is_new,
            "more": [
                BegripInput(with_list=number == 0).render(f"{name}-meer", text)
                for number, text in enumerate(more)
            ],
        }
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Oordelen | None:
        prefix = f"{name}-begrip-"
        by_key = {key.removeprefix(prefix): data[key] for key in data if key.startswith(prefix)}
        typed = data.getlist(f"{name}-meer") if hasattr(data, "getlist") else []
        more = tuple(" ".join(text.split()) for text in typed if text.strip())
        return Oordelen(by_key, more) if by_key or more else None

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return self.value_from_datadict(data, files, name) is None


class BegrippenField(forms.Field):
    """The value is {primary key of the begrip: status}; None when nothing was asked."""

    widget = BegrippenWidget

    def show(self, voorziening: Any, terms: Terms) -> None:
        """Offer what is said about the begrippen of `voorziening`, and what search suggests.

        Args:
            terms: its doelgroepen and leefgebieden, which the form has at hand.
        """
        widget: Any = self.widget
        widget.is_new = voorziening.pk is None
        widget.regels = tuple(lines_of(voorziening, terms))

    def to_python(self, value: Oordelen | None) -> dict[int, str] | None:
        if value is None:
            return None
        widget: Any = self.widget
        chosen = {regel.key: regel.oordeel for regel in widget.regels}
        asked = {str(key): key for key in chosen}
        for key, status in value.by_key.items():
            # Only what was asked: another key, or another word than these, is no answer.
            if key in asked and status in dict(JUDGEMENTS):
                chosen[asked[key]] = status
        problems = []
        for name in value.more:
            try:
                chosen[find_begrip(name).pk] = Status.BEVESTIGD.value
            except ValidationError as error:
                problems.append(error)
        if problems:
            raise ValidationError(problems)
        return {key: status for key, status in chosen.items() if status}

    def has_changed(self, initial: Any, data: Any) -> bool:
        widget: Any = self.widget
        before = {regel.key: regel.oordeel for regel in widget.regels if regel.oordeel}
        try:
            after = self.to_python(data)
        except ValidationError:
            return True
        return after is not None and after != before


def lines_of(voorziening: Any, terms: Terms) -> Iterable[Regel]:
    """Confirmed ones first, then suggestions, then rejected ones; each as they are in the draft."""
    judged = {row.begrip_id: row.status for row in voorziening.begrippen.all()}
    known = Begrip.objects.select_related("leefgebied")
    by_key = known.in_bulk(list(judged)) if judged else {}
    suggestions = []
    if voorziening.pk is not None:
        slugs = suggested_slugs(voorziening, terms)
        by_slug = known.in_use().exclude(pk__in=judged).in_bulk(slugs, field_name="slug")
        suggestions = [by_slug[slug] for slug in slugs if slug in by_slug][:MOST_SUGGESTIONS]
    parts = [
        *((begrip, judged[begrip.pk]) for begrip in by_key.values()),
        *((begrip, "") for begrip in suggestions),
    ]
    for begrip, oordeel in sorted(parts, key=lambda part: ORDER.index(part[1])):
        yield Regel(
            key=begrip.pk, term=begrip.term, onderwerp=begrip.leefgebied.naam, oordeel=oordeel
        )


def suggested_slugs(voorziening: Any, terms: Terms) -> list[str]:
    """What search takes this draft to be about, the likeliest first.

    The same as `search.begrippen.suggestions` says, which serialises the whole entry for it: of a
    draft that takes seventeen queries.
    """
    aanbieder = voorziening.aanbieder
    shape = NOTHING | {
        "naam": voorziening.naam,
        "trefwoorden": voorziening.trefwoorden,
        "samenvatting": voorziening.samenvatting,
        "omschrijving": voorziening.omschrijving,
        "aanbieder": {"naam": aanbieder.naam} if aanbieder and aanbieder.live else None,
        "aanbieder_tekst": voorziening.aanbieder_tekst,
        "activiteiten": [
            {"naam": row.naam, "toelichting": ""} for row in voorziening.activiteiten.all()
        ],
        "doelgroepen": [
            {"naam": term.naam, "voor_iedereen": term.voor_iedereen}
            for term in terms["doelgroepen"]
        ],
    }
    tagged = tagger().tags(telling_texts(shape), [term.slug for term in terms["leefgebieden"]])
    return [*tagged.strong, *tagged.weak]


def store(voorziening: Any, chosen: Mapping[int, str]) -> None:
    """Give the entry, or its draft, exactly these judgements; kept in memory until it is saved."""
    rows = {row.begrip_id: row for row in voorziening.begrippen.all()}
    gone = [row for key, row in rows.items() if key not in chosen]
    if gone:
        voorziening.begrippen.remove(*gone)
    for key, status in chosen.items():
        row = rows.get(key)
        if row is None:
            voorziening.begrippen.add(VoorzieningBegrip(begrip_id=key, status=status))
        elif row.status != status:
            row.status = status
            voorziening.begrippen.add(row)
