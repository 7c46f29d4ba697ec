"""Cause and effect: how long each turn took until the persona was heard and moved."""
