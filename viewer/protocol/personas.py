"""Somebody to talk to, as our own broker tells of them (protocol/README.md section 2)."""

from viewer.value import value


@value
class Persona:
    """Somebody to talk to. ``landscape`` and ``portrait`` (stills) and ``idle`` (a film without sound) are
    paths at the broker; empty: there is none.
    """

    id: str
    name: str
    description: str = ""
    language: str = ""
    landscape: str = ""
    portrait: str = ""
    idle: str = ""
