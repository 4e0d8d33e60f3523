from django.apps import AppConfig


class SocialmapConfig(AppConfig):
    name = "socialmap"
    verbose_name = "Sociale kaart"

    def ready(self) -> None:
        from socialmap.geo import checks  # noqa: F401  # registers the checks on the geocoder
