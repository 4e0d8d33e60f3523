import os
import shutil
from pathlib import Path

import pytest

from deploy import packages


def test_without_root_missing_system_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    missing = packages.install_debian({"postgresql": "de tests", "chromium": "de browser"})

    assert missing == ["postgresql", "chromium"]


def test_with_nothing_missing_nothing_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "run", lambda *arguments: pytest.fail("installed something"))

    assert packages.install_debian({}) == []


@pytest.mark.parametrize(
    ("shown", "from_pypi"), [("v20.20.2", False), ("v24.1.0", False), ("v18.19.0", True)]
)
def test_an_older_node_is_replaced_by_the_one_from_pypi(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown: str, from_pypi: bool
) -> None:
    for name in ("node", "npm"):
        program = tmp_path / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(f"#!/bin/sh\necho {shown}\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bin") + os.pathsep + os.environ["PATH"])
    monkeypatch.setattr(packages, "PYTHON", tmp_path / "venv" / "python")
    installed: list[str] = []

    def install(name: str, title: str) -> None:
        installed.append(name)
        (tmp_path / "venv").mkdir()
        shutil.copy(tmp_path / "bin" / "npm", tmp_path / "venv" / "npm")

    monkeypatch.setattr(packages, "install_python", install)

    npm, env = packages.find_npm()

    assert (installed == ["node"]) is from_pypi
    assert npm == tmp_path / ("venv" if from_pypi else "bin") / "npm"
    assert env.get("PATH", "").startswith(str(tmp_path / "venv")) is from_pypi
