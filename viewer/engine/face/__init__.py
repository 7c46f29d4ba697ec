"""Draws a persona, picture by picture."""
