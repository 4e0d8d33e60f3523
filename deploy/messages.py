"""Compile the translations, for which the machine needs `msgfmt` of gettext."""

import shutil

from deploy.packages import install_debian
from deploy.steps import ROOT, Stamp, StepFailed, digest, run


def compile_messages() -> None:
    """Make an .mo of each .po, when one of them changed or is not compiled yet."""
    sources = sorted(ROOT.glob("socialmap/locale/*/LC_MESSAGES/*.po"))
    stamp = Stamp(ROOT / ".venv" / "messages.stamp", digest(sources))
    if stamp.is_current() and all(po.with_suffix(".mo").exists() for po in sources):
        return
    if sources and not shutil.which("msgfmt") and install_debian({"gettext": "vertalingen"}):
        raise StepFailed("msgfmt ontbreekt: installeer gettext en probeer opnieuw.")
    for po in sources:
        command = ["msgfmt", "--check-format", "-o", str(po.with_suffix(".mo")), str(po)]
        run(f"Vertaling maken: {po.relative_to(ROOT)}", command)
    stamp.set()
