"""The program folder of the node: jars from Maven, the compiled starter, the HTTP module."""

import os
import re
import shutil
import tempfile
from pathlib import Path

from deploy.steps import ROOT, Stamp, StepFailed, digest, run

HERE = Path(__file__).resolve().parent
# Beside the data of a developer, wherever a test keeps its own; git ignores it.
CACHE = ROOT / "var" / "cache" / "elasticsearch"
# The Debian package that brings each program. 17 or newer; a JDK, for the starter is compiled here.
PACKAGES = {"javac": "default-jdk-headless", "mvn": "maven"}
MODULE = "transport-netty4"
DESCRIPTOR = """\
name={module}
description=HTTP and transport on Netty
version={version}
elasticsearch.version={version}
java.version=17
classname=org.elasticsearch.transport.netty4.Netty4Plugin
"""


def missing_packages() -> list[str]:
    """The Debian packages that the node needs and this machine lacks."""
    return [package for program, package in PACKAGES.items() if not shutil.which(program)]


def server_version() -> str:
    """The version of Elasticsearch, as the pom says it."""
    found = re.search(
        r"<elasticsearch.version>([0-9.]+)</", (HERE / "pom.xml").read_text(encoding="utf-8")
    )
    if found is None:
        raise StepFailed("deploy/elasticsearch/pom.xml noemt geen versie van Elasticsearch.")
    return found.group(1)


def prepare_home() -> Path:
    """Build the folder when it is not there for this version; return it.

    Raises:
        StepFailed: Java or Maven is missing, or the artifacts cannot be fetched.
    """
    state = digest([HERE / "pom.xml", HERE / "SearchNode.java", Path(__file__).resolve()])
    home = CACHE / f"{server_version()}-{state[:12]}"
    stamp = Stamp(home / "complete", state)
    if not stamp.is_current():
        missing = missing_packages()
        if missing:
            raise StepFailed(f"Voor Elasticsearch ontbreekt: {', '.join(missing)}.")
        CACHE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=CACHE, prefix="build-") as folder:
            built = Path(folder) / "home"
            _build(built)
            Stamp(built / "complete", state).set()
            if not stamp.is_current():  # another process may have been first
                shutil.rmtree(home, ignore_errors=True)
                os.replace(built, home)
    return home


def _build(home: Path) -> None:
    lib, module = home / "lib", home / "modules" / MODULE
    for folder in (home / "config", lib, module):
        folder.mkdir(parents=True)
    (home / "config" / "elasticsearch.yml").touch()
    copy = ["dependency:copy-dependencies", f"-DoutputDirectory={lib}"]
    run("Elasticsearch ophalen", ["mvn", "-q", "-B", "-f", HERE / "pom.xml", *copy])
    # The module loads jars of its own; the same ones on the class path too would be refused.
    for jar in (*lib.glob("netty-*.jar"), *lib.glob(f"{MODULE}-*.jar")):
        shutil.move(jar, module)
    descriptor = DESCRIPTOR.format(module=MODULE, version=server_version())
    (module / "plugin-descriptor.properties").write_text(descriptor, encoding="utf-8")
    classes = ["-d", str(home / "classes"), "-cp", f"{lib}/*"]
    run("Starter van Elasticsearch vertalen", ["javac", *classes, HERE / "SearchNode.java"])
