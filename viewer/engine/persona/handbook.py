"""A handbook of a few lines, so that the persona has something to look up."""

from collections.abc import Mapping
from typing import Final

from viewer.engine.brains.brain import ToolFailed
from viewer.engine.persona.tools import Found

# By document: words to find it by, and what it says.
_PAGES: Final[Mapping[str, tuple[frozenset[str], str]]] = {
    "microphones.md": (
        frozenset({"microphone", "microphones", "mic", "mute", "sound"}),
        "The viewer connects without a microphone, and one may be plugged in later.",
    ),
    "networks.md": (
        frozenset({"network", "networks", "firewall", "turn", "proxy"}),
        "Media goes over UDP; where a firewall blocks that, a TURN server helps.",
    ),
    "sessions.md": (
        frozenset({"session", "sessions", "limit", "length", "time"}),
        "A session ends at the limit that its persona sets, with a warning half a minute before.",
    ),
}


def search(topic: str) -> Found:
    """What the handbook says about ``topic``.

    Raises:
        ToolFailed: nothing.
    """
    words = set(topic.lower().split())
    documents = [name for name, (keys, _) in _PAGES.items() if keys & words]
    if not documents:
        raise ToolFailed(f"the handbook has nothing about {topic}")
    return Found(" ".join(_PAGES[name][1] for name in documents), tuple(documents))
