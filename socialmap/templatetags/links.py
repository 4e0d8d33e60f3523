"""Addresses of public pages that keep the context gemeente."""

from typing import Any

from django import template

from socialmap.context import page_url

register = template.Library()


@register.simple_tag(takes_context=True)
def link(context: template.Context, name: str, **kwargs: Any) -> str:
    """`{% link "voorziening" slug=v.slug %}`; `gemeente=` asks for another gemeente."""
    return page_url(context.get("request"), name, **kwargs)
