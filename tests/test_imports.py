"""The packages import one way, cms → search → socialmap, and never relatively."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# What a package may not know. Settings and urls.py wire the three together.
FORBIDDEN = {
    "socialmap": {"search", "cms", "deploy", "tests", "benchmarks"},
    "search": {"cms", "deploy", "tests", "benchmarks"},
    "cms": {"deploy", "tests", "benchmarks"},
}
WIRING = {ROOT / "socialmap" / "urls.py", *(ROOT / "socialmap" / "settings").glob("*.py")}


def modules(package: str) -> Iterator[Path]:
    return (path for path in sorted((ROOT / package).rglob("*.py")) if path not in WIRING)


def imported(path: Path) -> Iterator[str]:
    """The dotted names that a module imports; a relative import starts with a dot."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


@pytest.mark.parametrize("package", FORBIDDEN)
def test_a_package_knows_only_those_below_it(package: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules(package)
        for name in imported(path)
        if name.split(".")[0] in FORBIDDEN[package]
    ]

    assert wrong == []


@pytest.mark.parametrize("package", FORBIDDEN)
def test_every_import_is_absolute(package: str) -> None:
    wrong = [path for path in modules(package) if any(n.startswith(".") for n in imported(path))]

    assert wrong == []
