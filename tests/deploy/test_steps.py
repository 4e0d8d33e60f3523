from pathlib import Path

import pytest

from deploy import steps
from deploy.steps import Stamp, StepFailed, digest, files_below


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "ROOT", tmp_path)
    monkeypatch.setattr(steps, "DATA_DIR", tmp_path / "var")


def test_a_stamp_holds_for_the_state_it_was_set_for(tmp_path: Path) -> None:
    Stamp(tmp_path / "stamps" / "stap", "eerste").set()

    assert Stamp(tmp_path / "stamps" / "stap", "eerste").is_current()
    assert not Stamp(tmp_path / "stamps" / "stap", "tweede").is_current()


def test_a_digest_changes_with_a_content_and_with_a_name(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("een")
    first = digest([file])

    file.write_text("twee")
    second = digest([file])
    third = digest([file.rename(tmp_path / "b.txt")])

    assert len({first, second, third}) == 3


def test_files_below_a_folder_leave_out_what_is_made(tmp_path: Path) -> None:
    for name in ("bron/a.css", "bron/dist/b.css", "bron/diep/c.css"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    found = files_below(tmp_path / "bron", skip=("dist",))

    assert [path.name for path in found] == ["a.css", "c.css"]


def test_a_step_that_fails_shows_its_last_lines(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(StepFailed, match="dit ging mis"):
        steps.run("Een stap", ["sh", "-c", "echo dit ging mis; exit 3"])

    assert "==> Een stap" in capsys.readouterr().out


def test_a_step_that_takes_long_shows_that_it_is_busy(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "HEARTBEAT_SECONDS", 0.05)

    steps.run("Een lange stap", ["sleep", "0.3"])

    assert "nog bezig" in capsys.readouterr().out
