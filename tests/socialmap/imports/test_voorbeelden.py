"""The loader of invented aanbieders refuses what could be real."""

import json

import pytest

from socialmap.imports.loading import demo_files, load_voorbeelden
from socialmap.imports.problems import ImportRefused
from tests.socialmap.imports.bestanden import write

pytestmark = pytest.mark.django_db


def test_an_example_with_a_number_that_can_be_dialled_is_refused(tmp_path):
    data = json.loads(demo_files("voorbeelden")[0].read_text(encoding="utf-8"))
    data["aanbieders"][0]["voorzieningen"][0]["contacten"]["telefoon"] = "050 123 45 67"

    with pytest.raises(ImportRefused, match="kan echt bestaan"):
        load_voorbeelden([write(tmp_path, data)])


def test_examples_need_their_gemeente_first():
    with pytest.raises(ImportRefused, match="nog niet ingelezen"):
        load_voorbeelden(demo_files("voorbeelden")[:1])


@pytest.mark.parametrize("line", ["maandag 9-5", "ma-xx 09:00-17:00", "ma 9:00-17:00", ""])
def test_opening_hours_that_cannot_be_read_are_named(tmp_path, line):
    data = json.loads(demo_files("voorbeelden")[0].read_text(encoding="utf-8"))
    data["aanbieders"][0]["voorzieningen"][0]["openingstijden"] = [line]

    with pytest.raises(ImportRefused, match="openingstijden"):
        load_voorbeelden([write(tmp_path, data)])
