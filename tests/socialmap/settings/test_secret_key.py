import stat
from pathlib import Path

from socialmap.settings.secret_key import local_secret_key


def test_the_key_is_made_once_and_kept(tmp_path: Path) -> None:
    first = local_secret_key(tmp_path / "var" / "secret_key")

    assert local_secret_key(tmp_path / "var" / "secret_key") == first
    assert len(first) >= 50


def test_only_its_owner_can_read_the_key(tmp_path: Path) -> None:
    path = tmp_path / "secret_key"

    local_secret_key(path)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
