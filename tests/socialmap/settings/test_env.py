import pytest

from socialmap.settings import env


@pytest.fixture(autouse=True)
def _own_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(env, "REGISTRY", {})


def test_a_variable_that_is_missing_or_empty_gives_the_default(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PROEF_LEEG", "")

    assert env.integer("PROEF_LEEG", 7, help="Proef.") == 7
    assert env.flag("PROEF_ONTBREEKT", True, help="Proef.") is True


def test_values_are_read_in_their_own_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROEF_GETAL", "2.5")
    monkeypatch.setenv("PROEF_VLAG", "no")
    monkeypatch.setenv("PROEF_LIJST", "a, b ,,c")

    assert env.number("PROEF_GETAL", 1.0, help="Proef.") == 2.5
    assert env.flag("PROEF_VLAG", True, help="Proef.") is False
    assert env.words("PROEF_LIJST", [], help="Proef.") == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("read", "value"), [(env.integer, "veel"), (env.number, ""), (env.flag, "misschien")]
)
def test_a_value_that_cannot_be_read_names_the_variable(
    monkeypatch: pytest.MonkeyPatch, read: object, value: str
) -> None:
    monkeypatch.setenv("PROEF", value or "x")

    with pytest.raises(env.InvalidEnvironment, match="PROEF"):
        read("PROEF", 1, help="Proef.")  # type: ignore[operator]
