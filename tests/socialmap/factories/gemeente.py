"""A gemeente with its model and its places."""

from typing import Any

import factory
from factory.django import DjangoModelFactory
from wagtail.models import Page, Site

from socialmap import models

STAPPEN = [
    ("eigen-kracht", "Eigen kracht", "rechts", "0"),
    ("burgerkracht", "Burgerkracht", "rechts", "0"),
    ("algemene-voorzieningen", "Algemene voorzieningen", "rechts", "0-1"),
    ("maatwerkvoorzieningen", "Maatwerkvoorzieningen", "links", "2"),
]


class SiteFactory(DjangoModelFactory):
    """A Wagtail site; also after a flush of the database, which takes the root page with it."""

    class Meta:
        model = Site

    hostname = factory.Sequence(lambda n: f"gemeente{n}.localhost")
    port = 80

    @factory.lazy_attribute
    def root_page(self) -> Page:
        root = Page.objects.filter(depth=1).first()
        return root or Page.add_root(instance=Page(title="Root", slug="root"))


class GemeenteFactory(DjangoModelFactory):
    """With an ondersteuningsmodel of four stappen; `stappen=False` leaves it out."""

    class Meta:
        model = models.Gemeente
        skip_postgeneration_save = True

    class Params:
        historisch = factory.Trait(status="historisch", melding="Deze gegevens zijn oud.")
        met_site = factory.Trait(site=factory.SubFactory(SiteFactory))

    code = factory.Sequence(lambda n: f"GM{8000 + n % 2000}")
    slug = factory.Sequence(lambda n: f"gemeente-{n}")
    naam = factory.LazyAttribute(lambda o: o.slug.replace("-", " ").capitalize())
    loket_naam = "Loket"

    @factory.post_generation
    def stappen(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create and extracted is not False:
            OndersteuningsmodelFactory(gemeente=self, rijen=extracted or STAPPEN)


class OndersteuningsmodelFactory(DjangoModelFactory):
    class Meta:
        model = models.Ondersteuningsmodel
        skip_postgeneration_save = True

    gemeente = factory.SubFactory(GemeenteFactory, stappen=False)
    naam = "De Rotonde"
    vorm = "rotonde"

    @factory.post_generation
    def rijen(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        """Rows of (slug, naam, zijde, lijn)."""
        if not create:
            return
        for volgorde, (slug, naam, zijde, lijn) in enumerate(extracted or [], 1):
            StapFactory(
                ondersteuningsmodel=self,
                slug=slug,
                naam=naam,
                zijde=zijde,
                lijn=lijn,
                volgorde=volgorde,
            )


class StapFactory(DjangoModelFactory):
    class Meta:
        model = models.Stap

    ondersteuningsmodel = factory.SubFactory(OndersteuningsmodelFactory)
    slug = factory.Sequence(lambda n: f"stap-{n}")
    naam = factory.LazyAttribute(lambda o: o.slug.replace("-", " ").capitalize())
    volgorde = factory.Sequence(lambda n: n % 30000 + 10)
    lijn = "0-1"
    uitleg = "Hulp waar iedereen gebruik van kan maken."


class PlaatsFactory(DjangoModelFactory):
    class Meta:
        model = models.Plaats
        django_get_or_create = ("slug",)

    slug = factory.Sequence(lambda n: f"dorp-{n}")
    naam = factory.LazyAttribute(lambda o: o.slug.replace("-", " ").capitalize())
    lat = 53.139
    lon = 6.629


class PostcodeFactory(DjangoModelFactory):
    class Meta:
        model = models.Postcode
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"{1000 + n % 9000}")
    lat = 53.139
    lon = 6.629
    plaats = factory.SubFactory(PlaatsFactory)
