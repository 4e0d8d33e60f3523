"""`python -m deploy.elasticsearch [PORT]`: a node for development on 9200, with data in var/."""

import signal
import sys
from typing import Any

from deploy.elasticsearch.home import missing_packages
from deploy.elasticsearch.node import Node
from deploy.packages import install_debian
from deploy.steps import DATA_DIR, StepFailed, note, say

PORT = 9200


def main(port: int) -> None:
    install_debian(dict.fromkeys(missing_packages(), "Elasticsearch"))
    node = Node(DATA_DIR / "elasticsearch", port)
    node.start()
    try:
        say(f"Elasticsearch draait op {node.url}. Stoppen: Ctrl-C")
        for name, value in node.environment.items():
            note(f"{name}={value}")
        signal.pause()
    finally:
        node.stop()


def _end(*arguments: Any) -> None:
    sys.exit(0)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _end)
    try:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else PORT)
    except StepFailed as failure:
        sys.stderr.write(f"{failure}\n")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
