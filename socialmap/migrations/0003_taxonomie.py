"""Fill the fixed lists, so that an empty installation can classify at once."""

from django.db import migrations

LEEFGEBIEDEN = [
    ("geld", "Geld", "Rondkomen, schulden en toeslagen"),
    ("wonen-en-huishouden", "Wonen en huishouden", "Hulp in huis, wonen en klussen"),
    ("gezondheid", "Gezondheid", "Lichaam, geest en bewegen"),
    ("sociale-contacten", "Mensen ontmoeten", "Samen iets doen, een maatje of bezoek"),
    ("mantelzorg", "Zorgen voor een ander", "Steun als u voor iemand zorgt"),
    ("opgroeien-en-opvoeden", "Opgroeien en opvoeden", "Vragen over kinderen en jongeren"),
    ("vervoer", "Vervoer", "Ergens komen als dat niet vanzelf gaat"),
    ("leren-en-taal", "Leren en taal", "Lezen, schrijven, Nederlands en computer"),
    ("werk-en-dagbesteding", "Werk en dagbesteding", "Werk vinden of overdag iets doen"),
    ("vrije-tijd-en-sport", "Vrije tijd en sport", "Bewegen, muziek, uitjes en hobby's"),
    ("vrijwilligerswerk", "Vrijwilligerswerk", "Iets doen voor een ander"),
    ("veiligheid", "Veiligheid", "Ruzie, geweld en zorgen om iemand"),
]
DOELGROEPEN = [
    ("alle-inwoners", "Alle inwoners", True),
    ("ouderen", "Ouderen", False),
    ("jongeren", "Jongeren", False),
    ("kinderen", "Kinderen", False),
    ("ouders-opvoeders", "Ouders en opvoeders", False),
    ("gezinnen", "Gezinnen", False),
    ("mantelzorgers", "Mantelzorgers", False),
    ("vrijwilligers", "Vrijwilligers", False),
    ("dementie", "Mensen met dementie", False),
    ("beperking", "Mensen met een beperking", False),
    ("psychische-kwetsbaarheid", "Mensen die psychisch kwetsbaar zijn", False),
    ("chronisch-ziek", "Mensen die lang ziek zijn", False),
    ("laag-inkomen", "Mensen met weinig inkomen", False),
    ("schulden", "Mensen met schulden", False),
    ("werkzoekenden", "Mensen die werk zoeken", False),
    ("nieuwkomers", "Nieuwkomers in Nederland", False),
    ("laaggeletterden", "Mensen die moeite hebben met lezen", False),
    ("lhbtiq", "Lhbtiq+", False),
    ("vervoersbehoefte", "Mensen die vervoer nodig hebben", False),
    ("buurtbewoners", "Mensen uit de buurt", False),
    ("eenzaamheid", "Mensen die eenzaam zijn", False),
]
TALEN = [
    ("nl", "Nederlands"),
    ("en", "Engels"),
    ("fy", "Fries"),
    ("nds", "Gronings"),
    ("de", "Duits"),
    ("fr", "Frans"),
    ("tr", "Turks"),
    ("ar", "Arabisch"),
    ("pl", "Pools"),
    ("uk", "Oekraïens"),
    ("ti", "Tigrinya"),
    ("so", "Somalisch"),
    ("fa", "Farsi"),
    ("es", "Spaans"),
    ("dse", "Nederlandse Gebarentaal"),
]


def fill(apps, schema_editor):
    leefgebied = apps.get_model("socialmap", "Leefgebied")
    doelgroep = apps.get_model("socialmap", "Doelgroep")
    taal = apps.get_model("socialmap", "Taal")
    for number, (slug, naam, uitleg) in enumerate(LEEFGEBIEDEN, 1):
        leefgebied.objects.get_or_create(
            slug=slug, defaults={"naam": naam, "uitleg": uitleg, "volgorde": number}
        )
    for number, (slug, naam, voor_iedereen) in enumerate(DOELGROEPEN, 1):
        doelgroep.objects.get_or_create(
            slug=slug, defaults={"naam": naam, "voor_iedereen": voor_iedereen, "volgorde": number}
        )
    for number, (slug, naam) in enumerate(TALEN, 1):
        taal.objects.get_or_create(slug=slug, defaults={"naam": naam, "volgorde": number})


class Migration(migrations.Migration):
    dependencies = [("socialmap", "0002_domein")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
