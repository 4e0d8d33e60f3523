"""Thin views over sets of results."""
