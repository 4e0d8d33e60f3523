"""What happens around every request: one job a module, the order in `socialmap.settings.base`."""
