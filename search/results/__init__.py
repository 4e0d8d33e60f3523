"""Everything that shows a set of results: list, filters, chips, notices, map."""
