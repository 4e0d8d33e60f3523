"""The public serialisation in words for a visitor: sentences, cards, the page of one entry."""
