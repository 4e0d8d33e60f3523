"""The one publish validator: rules over an entry and its children, in words for a person.

Row rules are database constraints too; here they get a message before the database refuses.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from socialmap.models.voorziening import Voorziening


def check_voorziening(voorziening: "Voorziening") -> None:
    """Raise when `voorziening`, with its children in memory, may not be published.

    Raises:
        ValidationError: a dict of field name → messages in Dutch; children errors under "__all__".
    """
    errors: dict[str, list[str]] = {}
    _check_row(voorziening, errors)
    _check_children(voorziening, errors)
    if errors:
        raise ValidationError(errors)


def _check_row(voorziening: "Voorziening", errors: dict[str, list[str]]) -> None:
    def miss(field: str, message: str) -> None:
        errors.setdefault(field, []).append(message)

    if not voorziening.naam.strip():
        miss("naam", _("Schrijf de naam."))
    if voorziening.slug_problem():
        miss("slug", voorziening.slug_problem())
    if not voorziening.samenvatting.strip():
        miss("samenvatting", _("Schrijf in een of twee zinnen wat het is."))
    if voorziening.toegangstoets in ("licht", "indicatie") and not voorziening.toetser.strip():
        miss("toetser", _("Schrijf wie beslist over de toegang."))
    if voorziening.eigen_bijdrage == "nee" and voorziening.bijdrage_soort:
        miss("bijdrage_soort", _("Gratis en een soort bijdrage gaan niet samen."))
    for first, last, message in (
        ("leeftijd_van", "leeftijd_tot", _("De leeftijd vanaf is hoger dan de leeftijd tot.")),
        ("geldig_van", "geldig_tot", _("De einddatum ligt voor de begindatum.")),
        ("mededeling_van", "mededeling_tot", _("De mededeling eindigt voordat zij begint.")),
    ):
        start, end = getattr(voorziening, first), getattr(voorziening, last)
        if start is not None and end is not None and start > end:
            miss(last, message)


def _check_children(voorziening: "Voorziening", errors: dict[str, list[str]]) -> None:
    def miss(message: str) -> None:
        errors.setdefault("__all__", []).append(message)

    gebieden = list(voorziening.werkingsgebieden.all())
    if not gebieden:
        miss(_("Kies voor welke gemeente of plaats dit is."))
    stappen = [koppeling.stap for koppeling in voorziening.stappen.all()]
    modellen = [stap.ondersteuningsmodel_id for stap in stappen]
    if not stappen:
        miss(_("Kies de stap in het ondersteuningsmodel van uw gemeente."))
    if len(modellen) != len(set(modellen)):
        miss(_("Kies per gemeente één stap."))
    bookable = voorziening.aanmelding in ("direct", "geen-aanmelding-nodig")
    if bookable and any(stap.zijde == "links" for stap in stappen):
        miss(
            _(
                "Deze stap gaat via de gemeente. Kies bij aanmelden: via de gemeente, "
                "of kies een andere stap."
            )
        )
    if voorziening.eigen_bijdrage == "nee" and any(
        prijs.bedrag_cents for prijs in voorziening.prijzen.all()
    ):
        miss(_("U koos gratis, maar er staat ook een prijs. Haal de prijs weg of kies anders."))
    for gebied in gebieden:
        if gebied.soort != "landelijk" and gebied.gemeente_id is None:
            miss(_("Kies een gemeente, of kies heel Nederland."))
        if gebied.soort == "plaats" and gebied.plaats_id is None:
            miss(_("Kies de plaats."))
    if any(opening.van >= opening.tot for opening in voorziening.openingstijden.all()):
        miss(_("De eindtijd ligt voor de begintijd."))
    _check_locaties(voorziening, miss)


def _check_locaties(voorziening: "Voorziening", miss: Callable[[str], None]) -> None:
    linked = [koppeling.locatie_id for koppeling in voorziening.locatiekoppelingen.all()]
    if len(linked) != len(set(linked)):
        miss(_("Kies elke locatie één keer."))
    if voorziening.aanbieder_id:
        for koppeling in voorziening.locatiekoppelingen.all():
            if koppeling.locatie.aanbieder_id != voorziening.aanbieder_id and not any(
                mede.pk == koppeling.locatie.aanbieder_id
                for mede in voorziening.mede_aanbieders.all()
            ):
                miss(
                    _("De locatie %(naam)s is van een andere aanbieder.")
                    % {"naam": koppeling.locatie.naam}
                )
