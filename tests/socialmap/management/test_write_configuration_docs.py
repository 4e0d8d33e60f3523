import pytest
from django.core.management import CommandError, call_command

from socialmap.management.commands import write_configuration_docs
from socialmap.settings import env


def test_the_page_in_docs_is_up_to_date() -> None:
    call_command("write_configuration_docs", "--check")


def test_a_page_that_is_old_fails_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    extra = env.Variable(name="SOCIALMAP_NIEUW", kind="tekst", default="", help="Nieuw.")
    monkeypatch.setitem(env.REGISTRY, extra.name, extra)

    with pytest.raises(CommandError, match="write_configuration_docs"):
        call_command("write_configuration_docs", "--check")


def test_a_secret_is_named_as_such_and_a_default_that_differs_by_machine_is_not_shown() -> None:
    page = write_configuration_docs.configuration_page()

    assert "| `SOCIALMAP_SECRET_KEY` | tekst | niets |" in page
    assert "Geheim." in page
    assert str(write_configuration_docs.settings.BASE_DIR) not in page
