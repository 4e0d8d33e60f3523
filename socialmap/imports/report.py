"""What an import did, as one summary."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class ImportReport:
    bestanden: int = 0
    dry_run: bool = False
    aangemaakt: Counter[str] = field(default_factory=Counter)
    bijgewerkt: Counter[str] = field(default_factory=Counter)
    ongewijzigd: Counter[str] = field(default_factory=Counter)
    behouden: dict[str, tuple[str, ...]] = field(default_factory=dict)
    concept_wacht: list[str] = field(default_factory=list)
    vastgezet: list[str] = field(default_factory=list)
    verwijderd: list[str] = field(default_factory=list)
    opmerkingen: list[str] = field(default_factory=list)

    @property
    def writes(self) -> int:
        return self.aangemaakt.total() + self.bijgewerkt.total()

    def __str__(self) -> str:
        head = "Proef: er is niets opgeslagen." if self.dry_run else "Klaar."
        files = "1 bestand" if self.bestanden == 1 else f"{self.bestanden} bestanden"
        lines = [f"{head} {files} gelezen."]
        for soort in ("gemeenten", "aanbieders", "locaties", "voorzieningen"):
            counts = (self.aangemaakt[soort], self.bijgewerkt[soort], self.ongewijzigd[soort])
            if any(counts):
                lines.append(
                    f"{soort.capitalize()}: {counts[0]} aangemaakt, {counts[1]} bijgewerkt, "
                    f"{counts[2]} ongewijzigd."
                )
        if self.behouden:
            lines.append("Behouden velden (een mens heeft ze veranderd):")
            lines += [f"  {slug}: {', '.join(names)}" for slug, names in self.behouden.items()]
        for title, slugs in (
            ("Concept wacht: de wijziging staat klaar, de redactie publiceert", self.concept_wacht),
            ("Vastgezet of in behandeling, overgeslagen", self.vastgezet),
            ("Door een mens verwijderd, overgeslagen", self.verwijderd),
            ("Opmerking", self.opmerkingen),
        ):
            if slugs:
                lines.append(f"{title}: {', '.join(slugs)}.")
        return "\n".join(lines)
