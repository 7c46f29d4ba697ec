"""What a request may ask of a session, as far as this engine acts on it (protocol/README.md section 1.1).

Fields that are not there change nothing, as do those of the service's own kind: IDs of stored tools, say.
This engine keeps no replay, whatever is said of it.
"""

from typing import Any, Final

from pydantic import model_validator

from viewer.engine.cast.director_notes import DirectorNotes
from viewer.protocol.configuration import persona_config
from viewer.protocol.configuration.strict_model import StrictModel

REGION: Final = "local"

# Whose rooms a session may be to take place in, by the beginning of the names in “environment”.
_FOREIGN_ROOMS: Final = {"livekit": "LiveKit", "agora": "Agora"}


class PersonaConfig(persona_config.PersonaConfig):
    """``personaConfig``."""

    director_notes: DirectorNotes = DirectorNotes()


class SessionOptions(persona_config.SessionOptions):
    """``sessionOptions``."""

    egress: Any = None

    @model_validator(mode="after")
    def _can_be_had_here(self) -> "SessionOptions":
        if self.region_policy == "strict" and self.region != REGION:
            raise ValueError(f"regionPolicy strict: this engine is in the region “{REGION}” only")
        if self.egress is not None:
            raise ValueError("egress: this engine sends to no other service's room")
        return self


class Environment(StrictModel):
    """``environment``: where the service is to have the session."""

    @model_validator(mode="after")
    def _is_here(self) -> "Environment":
        for name in self.model_extra or {}:
            for beginning, room in _FOREIGN_ROOMS.items():
                if name.lower().startswith(beginning):
                    raise ValueError(f"environment: this engine has no sessions in {room} rooms")
        return self
