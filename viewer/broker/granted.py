"""A session that was granted, as its viewer is told of it (protocol/README.md section 2)."""

from dataclasses import dataclass
from typing import Final

from pydantic import JsonValue
from pydantic_core import to_json

from viewer.protocol.api import SessionInfo

# What the service says under these names is no viewer's business.
OWN_FIELDS: Final = frozenset({"sessionToken", "wantsStop", "gateway", "maxSessionLengthSeconds", "attempts"})


@dataclass(frozen=True, slots=True)
class Granted:
    """``text`` is the JSON object that the viewer gets: all of the service's fields but :data:`OWN_FIELDS`,
    and of those what the broker has added.
    """

    session: SessionInfo
    text: str

    def plus(self, own: dict[str, JsonValue]) -> "Granted":
        """The same with fields of the broker's ``own``."""
        return Granted(self.session, f"{self.text[:-1]}, {to_json(own)[1:].decode()}")
