from django.apps import AppConfig


class SocialmapConfig(AppConfig):
    name = "socialmap"
    verbose_name = "Sociale kaart"
