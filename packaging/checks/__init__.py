"""``dev.py test``: the tiers of tests in turn, lint, types and contracts beside them, and a summary."""
