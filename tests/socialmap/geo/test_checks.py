"""The settings of the geocoder are checked when the program starts."""

from __future__ import annotations

import pytest
from django.core.checks import run_checks
from pytest_django import Settings

GEOCODER_CHECKS = {"socialmap.E010", "socialmap.E011"}


def found() -> set[str]:
    return {message.id for message in run_checks() if message.id in GEOCODER_CHECKS}


@pytest.mark.parametrize("geocoder", ["offline", "pdok"])
def test_the_geocoders_we_have_pass(settings: Settings, geocoder: str) -> None:
    settings.GEOCODER = geocoder

    assert found() == set()


@pytest.mark.parametrize("geocoder", ["PDOK", "google", ""])
def test_a_geocoder_that_we_do_not_have_is_an_error(settings: Settings, geocoder: str) -> None:
    settings.GEOCODER = geocoder

    assert found() == {"socialmap.E010"}


@pytest.mark.parametrize("seconds", [0, -1.0])
def test_a_timeout_that_never_waits_is_an_error(settings: Settings, seconds: float) -> None:
    settings.GEOCODER_TIMEOUT_SECONDS = seconds

    assert found() == {"socialmap.E011"}
