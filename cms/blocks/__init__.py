"""What an editorial page is built of."""

from cms.blocks.tekst import TEKSTBLOKKEN

__all__ = ["TEKSTBLOKKEN"]
