"""Looks for inputs that break what reads foreign text; ``python -m tests.fuzz`` goes on for minutes."""
