"""Libraries of the system that are missing, by the words of the dynamic loader and for people."""

import re
from collections.abc import Sequence
from typing import Final

from viewer.errors import UsageError

_COMPLAINT: Final = re.compile(r"\b(lib[\w+.-]+?\.so\.\d+)[\d.]*: cannot open shared object")
# Debian names a library's package by its soname; GLib's own is older than that rule.
_SONAME: Final = re.compile(r"(lib[\w+.-]+?)\.so\.(\d+)")
_GLIB: Final = ("libglib-2.0", "libgthread-2.0", "libgobject-2.0", "libgio-2.0")


def missing_in(complaint: str) -> str | None:
    """The library, as ``libxcb-cursor.so.0``, that the loader's ``complaint`` says it cannot find."""
    found = _COMPLAINT.search(complaint)
    return found[1] if found else None


def missing(names: Sequence[str]) -> UsageError:
    """What to tell of the libraries ``names``, at least one, that are not there."""
    *others, last = names
    which = f"libraries {', '.join(others)} and {last} are" if others else f"library {last} is"
    packages = " ".join(dict.fromkeys(debian_package(name) for name in names))
    return UsageError(
        f"The window cannot open: the {which} missing.",
        hint=f"Install {'them' if others else 'it'}; on Debian and Ubuntu: apt install {packages}.",
    )


def debian_package(name: str) -> str:
    """The package of Debian and Ubuntu that brings the library ``name``."""
    found = _SONAME.match(name)
    if not found:
        return name
    library, number = found.groups()
    if library in _GLIB:
        return "libglib2.0-0"
    joint = "-" if library[-1].isdigit() else ""
    return f"{library.lower().replace('_', '-')}{joint}{number}"
