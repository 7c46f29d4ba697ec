"""The windows: widgets, and the view state they show. The only package that draws."""

import builtins
import re
import sys
from functools import partial
from typing import Any, Final

_QT_SUPPORT: Final = "shibokensupport."
_compile: Final = re.compile


class _LatePattern:
    """A pattern that is compiled when it is first looked for."""

    def __init__(self, *pattern: Any, **flags: Any) -> None:
        self._compiled = partial(_compile, *pattern, **flags)  # which remembers what it has compiled

    def __getattr__(self, name: str) -> Any:
        return partial(self._call, name)

    def _call(self, name: str, *arguments: Any, **options: Any) -> Any:
        return getattr(self._compiled(), name)(*arguments, **options)


def _compile_late(*pattern: Any, **flags: Any) -> Any:
    """What Qt's own modules look for is for stubs and for the words of some TypeErrors: 20 ms with each
    start, and hardly ever needed.
    """
    who = sys._getframe(1).f_globals.get("__name__", "")  # noqa: SLF001 - as inspect and logging find it
    return (_LatePattern if who.startswith(_QT_SUPPORT) else _compile)(*pattern, **flags)


re.compile = _compile_late
try:
    import PySide6.QtCore  # noqa: F401 - it has put an import of its own in the place of Python's
finally:
    re.compile = _compile

# Qt's looks through the source of each module for “from __feature__ import”, which nobody here writes. That
# takes time with each start, and 20 MB for the source, which Python keeps.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
