"""How to reach someone about a voorziening."""

import uuid

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator, validate_email
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

TELEFOON = RegexValidator(
    r"^[+0-9][0-9 ()-]{5,19}$", _("Schrijf alleen cijfers, zoals 050 123 45 67.")
)


class Contact(Orderable):
    """A telephone number, e-mail address or website; `historisch` means it may no longer work."""

    class Soort(models.TextChoices):
        TELEFOON = "telefoon", _("Telefoon")
        EMAIL = "email", _("E-mail")
        WEBSITE = "website", _("Website")

    public_id = models.UUIDField(default=uuid.uuid4, editable=False)
    voorziening = ParentalKey(
        "socialmap.Voorziening", on_delete=models.CASCADE, related_name="contacten"
    )
    soort = models.CharField(_("soort"), max_length=10, choices=Soort.choices)
    waarde = models.CharField(_("nummer of adres"), max_length=200)
    toelichting = models.CharField(
        _("uitleg"), max_length=150, blank=True, help_text=_("Bijvoorbeeld wanneer u kunt bellen.")
    )
    historisch = models.BooleanField(
        _("alleen als bron"),
        default=False,
        help_text=_("Het adres komt uit een oude bron. Wij tonen het niet als link."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("contact")
        verbose_name_plural = _("contacten")

    def __str__(self) -> str:
        return self.waarde

    def clean(self) -> None:
        super().clean()
        if self.historisch or not self.waarde:
            return
        try:
            if self.soort == self.Soort.TELEFOON:
                TELEFOON(self.waarde)
            elif self.soort == self.Soort.EMAIL:
                validate_email(self.waarde)
            else:
                URLValidator(schemes=["http", "https"])(self.waarde)
        except ValidationError as error:
            raise ValidationError({"waarde": error.messages}) from error

    @property
    def href(self) -> str:
        """The address behind the link; empty when it may not be followed."""
        if self.historisch:
            return ""
        if self.soort == self.Soort.TELEFOON:
            return "tel:" + "".join(char for char in self.waarde if char in "+0123456789")
        if self.soort == self.Soort.EMAIL:
            return f"mailto:{self.waarde}"
        return self.waarde
