"""Marks texts for Qt's tools where they are kept, to be translated where they are shown."""


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """``text`` itself. By this name lupdate finds it; Qt's own function tells mypy nothing of its type."""
    return text
