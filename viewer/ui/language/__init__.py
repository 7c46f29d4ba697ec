"""The user's language: words, numbers, direction. No widget."""
