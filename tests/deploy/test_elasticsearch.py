"""The node for the tests: the version the pom names, its own data, gone with its starter."""

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from deploy.elasticsearch import home
from deploy.elasticsearch.node import Node, temporary_node
from deploy.steps import ROOT, StepFailed

STARTS_ONE = """
import os, sys, time
from pathlib import Path
from deploy.elasticsearch.node import Node
node = Node(Path(sys.argv[1]))
node.start()
print(node.url, node.pid, flush=True)
time.sleep(60)
"""


def ask(url: str, method: str = "GET") -> Any:
    with urllib.request.urlopen(urllib.request.Request(url, method=method), timeout=10) as answer:
        return json.load(answer)


def is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_node_is_of_the_version_in_the_pom(elasticsearch_url: str) -> None:
    (node,) = ask(f"{elasticsearch_url}/_nodes")["nodes"].values()

    assert node["version"] == home.server_version()


def test_an_index_is_never_made_by_writing_to_it(elasticsearch_url: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        ask(f"{elasticsearch_url}/nobody-made-this/_refresh", "POST")

    with refused.value as answer:
        assert answer.code == 404


def test_without_java_and_maven_both_are_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(home, "CACHE", tmp_path / "cache")

    assert home.missing_packages() == ["default-jdk-headless", "maven"]
    with pytest.raises(StepFailed, match="default-jdk-headless, maven"):
        home.prepare_home()


@pytest.mark.full
@pytest.mark.elasticsearch
def test_a_killed_node_starts_again_with_its_data(tmp_path: Path) -> None:
    node = Node(tmp_path)
    node.start()
    try:
        ask(f"{node.url}/kept", "PUT")

        node.kill()
        node.start()

        assert "kept" in ask(f"{node.url}/_alias")
    finally:
        node.stop()


@pytest.mark.full
@pytest.mark.elasticsearch
def test_a_node_leaves_nothing_behind() -> None:
    with temporary_node() as node:
        pid, folder = node.pid, node.folder

    assert pid is not None
    assert not is_there(pid)
    assert not folder.exists()


@pytest.mark.full
@pytest.mark.elasticsearch
def test_a_node_ends_with_the_process_that_started_it(tmp_path: Path) -> None:
    starter = subprocess.Popen(
        [sys.executable, "-c", STARTS_ONE, str(tmp_path)], stdout=subprocess.PIPE, cwd=ROOT
    )
    assert starter.stdout is not None
    pid = int(starter.stdout.readline().split()[1])

    starter.kill()
    starter.communicate()

    deadline = time.monotonic() + 20
    while is_there(pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not is_there(pid)
