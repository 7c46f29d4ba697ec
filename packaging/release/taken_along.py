"""Which files of a builder's system go into a bundle; for the specifications beside ``dev.py``."""

from typing import Final

# Of the system's libraries only those that Python itself is linked with are taken along. The rest (X11,
# fonts, D-Bus, C++) must be the system's own: its graphics drivers load them, too, and want them as new as
# they are.
_OF_SYSTEM: Final = ("/lib/", "/lib64/", "/usr/lib/", "/usr/local/lib/")
_OF_PYTHON: Final = (
    "libpython",
    "libssl.",
    "libcrypto.",
    "libffi.",
    "libbz2.",
    "liblzma.",
    "libz.",
    "libsqlite3.",
    "libexpat.",
)

NEVER: Final = (
    *("distutils", "tkinter", "unittest", "lib2to3", "ensurepip", "numpy.f2py", "numpy.testing"),
    # It loads libreadline, which is under the GPL, and nobody types at a Python of the bundle.
    *("readline", "curses", "rlcompleter", "pdb"),
)
"""Modules that no bundle needs."""


def is_taken(name: str, source: str) -> bool:
    """Whether the file ``source``, to be called ``name``, may be in any bundle."""
    name = name.replace("\\", "/")
    if name.startswith("persona_viewer-"):  # of the builder's own environment: it names his folders
        return False
    if "/" not in name and source.startswith(_OF_SYSTEM):
        return name.startswith(_OF_PYTHON)
    return True
