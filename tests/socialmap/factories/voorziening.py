"""An entry with its children, published through the one gate when `live=True`."""

import datetime
from typing import Any

import factory
from factory.django import DjangoModelFactory

from socialmap import models
from tests.socialmap.factories.aanbieder import AanbiederFactory
from tests.socialmap.factories.gemeente import GemeenteFactory
from tests.socialmap.factories.rows import openings, save_rows


class VoorzieningFactory(DjangoModelFactory):
    """Offered in its whole gemeente, on the third stap; a draft unless `live=True`."""

    class Meta:
        model = models.Voorziening
        skip_postgeneration_save = True

    class Params:
        met_aanbieder = factory.Trait(
            beherende_gemeente=factory.LazyFunction(GemeenteFactory),
            aanbieder=factory.LazyAttribute(
                lambda o: AanbiederFactory(gemeente=o.beherende_gemeente)
            ),
        )
        gratis = factory.Trait(eigen_bijdrage="nee")
        betaald = factory.Trait(eigen_bijdrage="ja", bijdrage_soort="deelnemersbijdrage")
        gecontroleerd = factory.Trait(
            laatst_gecontroleerd_op=factory.LazyFunction(datetime.date.today),
            gecontroleerd_door="De aanbieder",
        )
        gesloten = factory.Trait(tijdelijk_gesloten=True, mededeling="Tijdelijk gesloten.")

    aanbieder = None
    beherende_gemeente = factory.LazyAttribute(
        lambda o: o.aanbieder.gemeente if o.aanbieder else GemeenteFactory()
    )
    naam = factory.Sequence(lambda n: f"Koffieochtend {n}")
    samenvatting = "U drinkt samen koffie en ontmoet mensen uit de buurt."
    live = False

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> models.Voorziening:
        """Save a draft; `_after_postgeneration` publishes it once the children are there."""
        live = kwargs.pop("live", False)
        voorziening = super()._create(model_class, *args, **kwargs)
        voorziening.factory_publishes = live
        return voorziening

    @classmethod
    def _after_postgeneration(cls, instance: Any, create: bool, results: Any = None) -> None:
        if create and instance.factory_publishes:
            # A fresh copy: what the hooks stored is read from the database.
            models.Voorziening.objects.get(pk=instance.pk).save_revision().publish()
            instance.refresh_from_db()

    @factory.post_generation
    def stappen(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        """`Stap` objects, or slugs of the model of the own gemeente."""
        if not create:
            return
        for stap in ["algemene-voorzieningen"] if extracted is None else extracted:
            if isinstance(stap, str):
                model = self.beherende_gemeente.ondersteuningsmodel
                stap = models.Stap.objects.get(ondersteuningsmodel=model, slug=stap)
            models.VoorzieningStap.objects.create(voorziening=self, stap=stap)

    @factory.post_generation
    def werkingsgebieden(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        """A Gemeente, a Plaats (with a gemeente) or "landelijk"."""
        if create:
            for gebied in [self.beherende_gemeente] if extracted is None else extracted:
                models.Werkingsgebied.objects.create(voorziening=self, **_area(self, gebied))

    @factory.post_generation
    def leefgebieden(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        _set_terms(self, "leefgebieden", models.Leefgebied, create, extracted)

    @factory.post_generation
    def doelgroepen(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        _set_terms(self, "doelgroepen", models.Doelgroep, create, extracted)

    @factory.post_generation
    def talen(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        _set_terms(self, "talen", models.Taal, create, extracted)

    @factory.post_generation
    def begrippen(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        """Confirmed ones: `Begrip` objects, or slugs, which are made when they are not there."""
        for begrip in (extracted or []) if create else ():
            if isinstance(begrip, str):
                values = {"term": begrip, "leefgebied": models.Leefgebied.objects.first()}
                begrip = models.Begrip.objects.get_or_create(slug=begrip, defaults=values)[0]
            models.VoorzieningBegrip.objects.create(voorziening=self, begrip=begrip)

    @factory.post_generation
    def mede_aanbieders(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create and extracted:
            self.mede_aanbieders.set(extracted)
            self.save()

    @factory.post_generation
    def locaties(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create:
            rows = [{"locatie": locatie} for locatie in extracted or []]
            save_rows(models.VoorzieningLocatie, {"voorziening": self}, rows)

    @factory.post_generation
    def prijzen(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create:
            rows = [{"bedrag_cents": cents, "eenheid": unit} for cents, unit in extracted or []]
            save_rows(models.Prijs, {"voorziening": self}, rows)

    @factory.post_generation
    def contacten(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create:
            rows = [{"soort": soort, "waarde": waarde} for soort, waarde in extracted or []]
            save_rows(models.Contact, {"voorziening": self}, rows)

    @factory.post_generation
    def openingstijden(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        """Rows of (weekdag, van, tot) with times as "09:00"."""
        if create:
            save_rows(models.VoorzieningOpening, {"voorziening": self}, openings(extracted))

    @factory.post_generation
    def activiteiten(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        """Dicts of fields, such as {"herhaling": "FREQ=WEEKLY;BYDAY=TU"}."""
        if create:
            save_rows(models.Activiteit, {"voorziening": self}, extracted or [])


def _area(voorziening: models.Voorziening, gebied: Any) -> dict[str, Any]:
    if gebied == "landelijk":
        return {"soort": "landelijk"}
    if isinstance(gebied, models.Plaats):
        gemeente = gebied.gemeente or voorziening.beherende_gemeente
        return {"soort": "plaats", "plaats": gebied, "gemeente": gemeente}
    return {"soort": "gemeente", "gemeente": gebied}


def _set_terms(voorziening: Any, name: str, model: Any, create: bool, slugs: Any) -> None:
    if not create or not slugs:
        return
    terms = [
        model.objects.get_or_create(
            slug=slug,
            defaults={"naam": slug} | _for_everybody(slug),
        )[0]
        for slug in slugs
    ]
    getattr(voorziening, name).set(terms)
    voorziening.save()


def _for_everybody(slug: str) -> dict[str, bool]:
    return {"voor_iedereen": True} if slug == "alle-inwoners" else {}
