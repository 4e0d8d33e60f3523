"""`make requirements`: pin every package with its hashes, without any download address."""

import sys

from deploy.packages import install_python
from deploy.steps import PYTHON, ROOT, StepFailed, run

OPTIONS = [
    "--quiet",
    "--generate-hashes",
    "--allow-unsafe",
    "--strip-extras",
    "--no-header",
    "--no-emit-options",
    "--no-emit-index-url",
    "--no-emit-trusted-host",
    "--no-emit-find-links",
]


def main() -> None:
    install_python("dev", "pip-tools installeren")
    folder = ROOT / "requirements"
    for name in ("runtime", "dev", "node"):
        command = [str(PYTHON), "-m", "piptools", "compile", *OPTIONS]
        run(
            f"{name}.txt bepalen",
            [*command, "-o", folder / f"{name}.txt", folder / f"{name}.in"],
        )


if __name__ == "__main__":
    try:
        main()
    except StepFailed as failure:
        sys.stderr.write(f"{failure}\n")
        sys.exit(1)
