"""The English catalogue is complete, and each text fits where the Dutch one stands."""

import ast
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.conf import settings

CATALOGUE = Path(settings.LOCALE_PATHS[0], "en", "LC_MESSAGES", "django.po")
PLACEHOLDER = re.compile(r"%%|%\(\w+\)[a-z]|%[a-z]|\{\w*\}")
TAG = re.compile(r"<[^>]+>")
KEYWORD = re.compile(r'(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) (".*")')


@dataclass(slots=True)
class Message:
    """One entry: `texts` by keyword ("msgid", "msgstr[0]", …) and its flags ("fuzzy")."""

    texts: dict[str, str] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)

    @property
    def msgid(self) -> str:
        return self.texts["msgid"]

    @property
    def translations(self) -> dict[str, str]:
        return {key: text for key, text in self.texts.items() if key.startswith("msgstr")}

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Each translation with the Dutch text of the same form."""
        plural = self.texts.get("msgid_plural", self.msgid)
        return [
            (self.msgid if key in ("msgstr", "msgstr[0]") else plural, text)
            for key, text in self.translations.items()
        ]


def read(path: Path) -> list[Message]:
    """Return the entries of a .po file, the header first; obsolete ones (#~) are left out."""
    messages = []
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        message, keyword = Message(), ""
        for line in block.splitlines():
            if line.startswith("#,"):
                message.flags |= {flag.strip() for flag in line[2:].split(",")}
            elif found := KEYWORD.fullmatch(line):
                keyword = found[1]
                message.texts[keyword] = ast.literal_eval(found[2])
            elif line.startswith('"'):
                message.texts[keyword] += ast.literal_eval(line)
        if message.texts:
            messages.append(message)
    return messages


def edges(text: str) -> tuple[str, str]:
    """The white space before and after `text`."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


@pytest.fixture(scope="module")
def header() -> str:
    return read(CATALOGUE)[0].texts["msgstr"]


@pytest.fixture(scope="module")
def messages() -> list[Message]:
    return read(CATALOGUE)[1:]


class TestComplete:
    def test_there_are_messages(self, messages: list[Message]) -> None:
        assert len(messages) > 700

    def test_every_text_is_translated(self, messages: list[Message]) -> None:
        empty = [one.msgid for one in messages if not all(one.translations.values())]

        assert empty == []

    def test_no_translation_is_a_guess(self) -> None:
        fuzzy = [one.msgid for one in read(CATALOGUE) if "fuzzy" in one.flags]

        assert fuzzy == []

    def test_no_text_stands_there_twice(self, messages: list[Message]) -> None:
        keys = [(one.texts.get("msgctxt"), one.msgid) for one in messages]

        assert len(keys) == len(set(keys))

    def test_every_plural_has_all_its_forms(self, header: str, messages: list[Message]) -> None:
        count = int(re.search(r"nplurals=(\d)", header)[1])
        forms = {f"msgstr[{number}]" for number in range(count)}

        incomplete = [
            one.msgid
            for one in messages
            if set(one.translations) != (forms if "msgid_plural" in one.texts else {"msgstr"})
        ]

        assert incomplete == []


class TestFits:
    def test_placeholders_are_the_same(self, messages: list[Message]) -> None:
        different = [
            (dutch, english)
            for one in messages
            for dutch, english in one.pairs
            if sorted(PLACEHOLDER.findall(dutch)) != sorted(PLACEHOLDER.findall(english))
        ]

        assert different == []

    def test_html_is_the_same(self, messages: list[Message]) -> None:
        different = [
            (dutch, english)
            for one in messages
            for dutch, english in one.pairs
            if TAG.findall(dutch) != TAG.findall(english)
        ]

        assert different == []

    def test_spaces_at_the_edges_are_the_same(self, messages: list[Message]) -> None:
        different = [
            (dutch, english)
            for one in messages
            for dutch, english in one.pairs
            if edges(dutch) != edges(english)
        ]

        assert different == []


class TestHeader:
    def test_it_names_the_language(self, header: str) -> None:
        assert "Language: en\n" in header

    def test_it_names_no_person(self, header: str) -> None:
        assert "@" not in header
