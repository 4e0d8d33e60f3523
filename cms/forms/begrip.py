"""The form of a begrip: its ways to say it are lists of lines, a list a side and a language."""

from collections.abc import Iterable
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.forms.begrip_field import BegripField
from cms.scoped.forms import ScopedForm
from search.begrippen.phrases import units
from socialmap.begrippen.words import set_words
from socialmap.models import Begripswoord

# A phrase that leads to more than this says too little to lead anywhere.
MOST_BEGRIPPEN: Final = 3
LONGEST: Final = 200
Kant = Begripswoord.Kant

# field → side and language of its lines; the languages of search/begrippen/data/vertalingen.txt.
SIDES: Final[dict[str, tuple[str, str]]] = {
    "vraag": (Kant.VRAAG, "nl"),
    "aanbod": (Kant.AANBOD, "nl"),
    "engels": (Kant.VERTALING, "en"),
    "turks": (Kant.VERTALING, "tr"),
    "arabisch": (Kant.VERTALING, "ar"),
    "pools": (Kant.VERTALING, "pl"),
    "oekraiens": (Kant.VERTALING, "uk"),
}
TRANSLATIONS: Final = tuple(name for name, side in SIDES.items() if side[0] == Kant.VERTALING)


class RegelsField(forms.CharField):
    """Words or sentences, one a line: a sentence may hold a comma. The value is a list of str."""

    def __init__(self, *, rows: int, **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows, "dir": "auto"})
        super().__init__(required=False, widget=widget, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        lines = value if isinstance(value, list) else (value or "").splitlines()
        found = list(dict.fromkeys(filter(None, (" ".join(line.split()) for line in lines))))
        too_long = [line for line in found if len(line) > LONGEST]
        if too_long:
            text = _("Deze regel is te lang: “%(begin)s…”. Gebruik hooguit 200 tekens.")
            raise ValidationError(text, params={"begin": too_long[0][:40]})
        return found

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return True


class BegripForm(ScopedForm):
    breder = BegripField(
        label=_("Hoort onder"),
        required=False,
        in_use_only=False,
        help_text=_("Een ruimer begrip. Leeg: dit begrip staat bovenaan."),
    )
    vraag = RegelsField(
        rows=12,
        label=_("Zo zeggen inwoners het"),
        help_text=_("Woorden, klachten en hele zinnen. Eén op elke regel."),
    )
    aanbod = RegelsField(
        rows=10,
        label=_("Zo schrijven aanbieders het"),
        help_text=_("Namen van hulp, vaktaal en afkortingen. Eén op elke regel."),
    )
    engels = RegelsField(rows=3, label=_("Engels"))
    turks = RegelsField(rows=3, label=_("Turks"))
    arabisch = RegelsField(rows=3, label=_("Arabisch"))
    pools = RegelsField(rows=3, label=_("Pools"))
    oekraiens = RegelsField(rows=3, label=_("Oekraïens"))
    nagekeken = forms.BooleanField(
        required=False,
        label=_("De vertalingen zijn nagekeken"),
        help_text=_("Door iemand die de taal goed spreekt."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            return
        self.initial["breder"] = self.instance.breder
        shown = list(self.instance.woorden.get_live_queryset().shown())
        for name, (kant, taal) in SIDES.items():
            rows = [word.tekst for word in shown if (word.kant, word.taal) == (kant, taal)]
            self.initial[name] = rows
        translated = [word for word in shown if word.kant == Kant.VERTALING]
        self.initial["nagekeken"] = bool(translated) and all(w.nagekeken for w in translated)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if not self.errors and not cleaned.get("vraag") and not cleaned.get("aanbod"):
            self.add_error("vraag", _("Schrijf minstens één woord of zin."))
        for name in SIDES:
            for line in cleaned.get(name) or []:
                if not units(line):
                    text = _("Met “%(regel)s” kan niemand zoeken.") % {"regel": line}
                    self.add_error(name, text)
        self._refuse_vague_phrases(cleaned)
        return cleaned

    def _refuse_vague_phrases(self, cleaned: dict[str, Any]) -> None:
        """Lines that stood here already are left: one fault of old may not stop other changes."""
        added = {
            name: set(cleaned.get(name) or []) - set(self.initial.get(name) or []) for name in SIDES
        }
        elsewhere = owners(
            {line for lines in added.values() for line in lines}, besides=self.instance.pk
        )
        for name, lines in added.items():
            for line in sorted(lines):
                terms = elsewhere.get(words_of(line), [])
                if len(terms) >= MOST_BEGRIPPEN:
                    text = _(
                        "“%(regel)s” hoort al bij %(begrippen)s. Een regel mag bij hooguit drie "
                        "begrippen horen."
                    )
                    self.add_error(name, text % {"regel": line, "begrippen": ", ".join(terms)})

    def save(self, commit: bool = True) -> Any:
        begrip = super().save(commit=commit)
        for name, (kant, taal) in SIDES.items():
            if name in self.changed_data:
                set_words(begrip, kant, self.cleaned_data[name], taal)
        if {"nagekeken", *TRANSLATIONS} & set(self.changed_data):
            translated = Begripswoord.objects.filter(begrip=begrip, kant=Kant.VERTALING)
            translated.update(nagekeken=self.cleaned_data["nagekeken"])
        return begrip


def words_of(line: str) -> frozenset[str]:
    """What makes two lines the same way to say something."""
    return frozenset(unit.stem for unit in units(line))


def owners(lines: Iterable[str], besides: int | None) -> dict[frozenset[str], list[str]]:
    """Return, per set of words, the terms of the other begrippen in use that hold it."""
    wanted = {words_of(line) for line in lines}
    found: dict[frozenset[str], list[str]] = {}
    if not wanted:
        return found
    rows = Begripswoord.objects.in_use().exclude(begrip=besides).order_by("begrip__term")
    for tekst, term in rows.values_list("tekst", "begrip__term"):
        words = words_of(tekst)
        if words in wanted and term not in found.setdefault(words, []):
            found[words].append(term)
    return found
