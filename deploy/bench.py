"""`make bench`: every measurement of benchmarks/ in turn, as its README describes."""

import subprocess
import sys

from deploy.packages import install_python
from deploy.steps import PYTHON, ROOT, only_one, say


def main() -> int:
    with only_one():
        install_python("runtime", "Python-pakketten installeren")
        install_python("dev", "Pakketten voor de metingen installeren")
    failed = False
    for script in sorted((ROOT / "benchmarks").glob("bench_*.py")):
        say(script.name)
        command = [str(PYTHON), "-m", f"benchmarks.{script.stem}", *sys.argv[1:]]
        failed = subprocess.run(command, cwd=ROOT).returncode != 0 or failed
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
