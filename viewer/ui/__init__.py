"""The windows: widgets, and the view state they show. The only package that draws."""

import builtins

import PySide6.QtCore  # noqa: F401 - it has put an import of its own in the place of Python's

# Qt's looks through the source of each module for “from __feature__ import”, which nobody here writes. That
# takes time with each start, and 20 MB for the source, which Python keeps.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
