"""Keys from the environment."""

import os
from collections.abc import Sequence

from viewer.errors import UsageError


def key_in_environment(names: Sequence[str], what: str) -> str | None:
    """The first variable of ``names`` that is set; ``what`` it holds, for people.

    Raises:
        UsageError: it cannot be a key.
    """
    for name in names:
        if key := os.environ.get(name, "").strip():
            return checked_key(key, name, what)
    return None


def checked_key(key: str, source: str, what: str) -> str:
    """``key``, which is ``what`` and comes from ``source``.

    Raises:
        UsageError: it cannot be one.
    """
    if not key or not all("!" <= character <= "~" for character in key):
        raise UsageError(
            f"{source} does not hold {what}.", hint="A key is one word of letters, digits and signs."
        )
    return key
