"""Who made a row of a list that ships with the code and that editors add to."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Herkomst(models.TextChoices):
    """A row that shipped follows the next version, as far as nobody changed it."""

    MEEGELEVERD = "meegeleverd", _("Meegeleverd")
    REDACTIE = "redactie", _("Van de redactie")
