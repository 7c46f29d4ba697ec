"""How a configuration has the persona played (``directorNotes``, protocol/README.md section 1.1)."""

import re
from typing import Final, get_args

from viewer.protocol.configuration import persona_config
from viewer.protocol.data_channel import CueTag

_TAG: Final = re.compile(rf"\b({'|'.join(get_args(CueTag))})\b", re.IGNORECASE)


class DirectorNotes(persona_config.DirectorNotes):
    """The same, and what this engine's faces make of it."""

    @property
    def resting(self) -> CueTag | None:
        """The cue whose look the face has at rest: the preset, or the first that the prompt names, if any."""
        if self.preset_style is not None:
            return self.preset_style
        found = _TAG.search(self.custom_style_prompt or "")
        tags: tuple[CueTag, ...] = get_args(CueTag)
        return next((tag for tag in tags if found and tag == found[1].lower()), None)
