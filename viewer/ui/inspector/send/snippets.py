"""Messages that the user keeps by a name. No Qt."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

MAX_SNIPPETS: Final = 100
MAX_NAME: Final = 60
_MAX_TEXT: Final = 20_000


@dataclass(frozen=True, slots=True)
class Snippet:
    """A form of that ``kind``, filled in."""

    kind: str
    fields: Mapping[str, str]


class Snippets:
    """By their names.

    Args:
        kept: what :meth:`as_text` gave once; what is wrong in it is left out.
    """

    def __init__(self, kept: object = None) -> None:
        self._snippets = dict(_read(kept))

    @property
    def names(self) -> tuple[str, ...]:
        """In the order of the alphabet."""
        return tuple(sorted(self._snippets, key=str.casefold))

    def get(self, name: str) -> Snippet | None:
        """The one of that ``name``."""
        return self._snippets.get(name)

    def put(self, name: str, snippet: Snippet) -> bool:
        """Keep ``snippet``, in the place of another of that ``name``; False: there are too many, or it is
        too long.
        """
        if name not in self._snippets and len(self._snippets) >= MAX_SNIPPETS:
            return False
        if sum(len(text) for text in snippet.fields.values()) > _MAX_TEXT:
            return False
        self._snippets[name[:MAX_NAME]] = snippet
        return True

    def remove(self, name: str) -> None:
        """Forget the one of that ``name``."""
        self._snippets.pop(name, None)

    def as_text(self) -> str:
        """All of them, for the settings file."""
        return json.dumps(
            {name: {"kind": each.kind, "fields": dict(each.fields)} for name, each in self._snippets.items()}
        )


def _read(kept: object) -> Mapping[str, Snippet]:
    try:
        found = json.loads(kept) if isinstance(kept, str) else {}
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    right = {name[:MAX_NAME]: _snippet(each) for name, each in [*found.items()][:MAX_SNIPPETS]}
    return {name: snippet for name, snippet in right.items() if snippet}


def _snippet(each: Any) -> Snippet | None:
    if not isinstance(each, dict):
        return None
    kind, fields = each.get("kind"), each.get("fields")
    if not isinstance(kind, str) or not isinstance(fields, dict):
        return None
    return Snippet(kind, {str(name): text for name, text in fields.items() if isinstance(text, str)})
