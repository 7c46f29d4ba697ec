"""How a configuration has the persona played (``directorNotes``, protocol/README.md section 1.1)."""

import re
from typing import Final, get_args

from pydantic import Field, model_validator

from viewer.protocol.api import WireModel
from viewer.protocol.data_channel import CueTag

_MAX_PROMPT: Final = 2000
_TAG: Final = re.compile(rf"\b({'|'.join(get_args(CueTag))})\b", re.IGNORECASE)


class DirectorNotes(WireModel):
    """A style, ready-made or in one's own words, and how much of it is to show."""

    preset_style: str | None = Field(default=None, max_length=200)
    custom_style_prompt: str | None = Field(default=None, max_length=_MAX_PROMPT)
    expressivity: float = Field(default=1.0, ge=0, le=1, strict=True)

    @model_validator(mode="after")
    def _one_style(self) -> "DirectorNotes":
        if self.preset_style is not None and self.custom_style_prompt is not None:
            raise ValueError("directorNotes takes presetStyle or customStylePrompt, not both")
        return self

    @property
    def resting(self) -> CueTag | None:
        """The cue whose look the face has at rest: the first that the style names. Others change nothing."""
        found = _TAG.search(self.preset_style or self.custom_style_prompt or "")
        tags: tuple[CueTag, ...] = get_args(CueTag)
        return next((tag for tag in tags if found and tag == found[1].lower()), None)
