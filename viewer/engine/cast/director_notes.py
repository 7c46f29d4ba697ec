"""How a configuration has the persona played (``directorNotes``, protocol/README.md section 1.1)."""

import re
from typing import Final, Literal, TypeAlias, get_args

from pydantic import Field, model_validator

from viewer.engine.cast.wanted import Wanted
from viewer.protocol.data_channel import CueTag

_MAX_PROMPT: Final = 2000
_TAG: Final = re.compile(rf"\b({'|'.join(get_args(CueTag))})\b", re.IGNORECASE)

PresetStyle: TypeAlias = Literal["happy", "warm", "playful", "supportive", "sad", "angry", "distressed"]


class DirectorNotes(Wanted):
    """A style, ready-made or in one's own words, and how much of it is to show."""

    preset_style: PresetStyle | None = None
    custom_style_prompt: str | None = Field(default=None, max_length=_MAX_PROMPT)
    expressivity: float = Field(default=1.0, ge=0, le=1)

    @model_validator(mode="after")
    def _one_style(self) -> "DirectorNotes":
        if self.preset_style is not None and self.custom_style_prompt is not None:
            raise ValueError("directorNotes takes presetStyle or customStylePrompt, not both")
        return self

    @property
    def resting(self) -> CueTag | None:
        """The cue whose look the face has at rest: the preset, or the first that the prompt names, if any."""
        if self.preset_style is not None:
            return self.preset_style
        found = _TAG.search(self.custom_style_prompt or "")
        tags: tuple[CueTag, ...] = get_args(CueTag)
        return next((tag for tag in tags if found and tag == found[1].lower()), None)
