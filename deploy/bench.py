"""`make bench`: every measurement of benchmarks/, on invented entries in a folder of its own.

`make bench ENTRIES=100000` measures at another size.
"""

import os
import subprocess
import sys
import tempfile

from deploy.packages import build_frontend, install_python
from deploy.steps import PYTHON, ROOT, only_one, say

ENTRIES = os.environ.get("ENTRIES", "10000")


def main() -> int:
    with only_one():
        install_python("runtime", "Python-pakketten installeren")
        install_python("dev", "Pakketten voor de metingen installeren")
        build_frontend()
    with tempfile.TemporaryDirectory(prefix="socialmap-bench-") as folder:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "socialmap.settings.dev",
            "SOCIALMAP_DATA_DIR": folder,
            "SOCIALMAP_LOG_LEVEL": "ERROR",
        }
        for title, command in (
            ("Database maken", ["migrate", "--verbosity", "0"]),
            (f"{ENTRIES} verzonnen voorzieningen maken", ["make_sample", "--count", ENTRIES]),
            ("Index bouwen", ["searchindex", "build"]),
        ):
            say(title)
            subprocess.run(
                [str(PYTHON), "manage.py", *command], cwd=ROOT, env=environment, check=True
            )
        failed = False
        for script in sorted((ROOT / "benchmarks").glob("bench_*.py")):
            say(script.name)
            command = [str(PYTHON), "-m", f"benchmarks.{script.stem}", *sys.argv[1:]]
            done = subprocess.run(command, cwd=ROOT, env=environment)
            failed = done.returncode != 0 or failed
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
