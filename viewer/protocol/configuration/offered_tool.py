"""A tool that a configuration brings along (``tools``, protocol/README.md section 1.1)."""

import json
from typing import Any, Final, Literal

from pydantic import Field, field_validator

from viewer.protocol.configuration.strict_model import StrictModel

_MAX_PARAMETERS: Final = 10_000
_MAX_DESCRIPTION: Final = 1024
# What language models take for a function's name.
_NAME: Final = r"^[A-Za-z0-9_.-]{1,64}\z"


class OfferedTool(StrictModel):
    """One tool. ``parameters`` is a JSON Schema of its arguments; ``await_result``: whether it answers."""

    type: Literal["client", "server", "system"]
    name: str = Field(pattern=_NAME)
    description: str = Field(default="", max_length=_MAX_DESCRIPTION)
    parameters: dict[str, Any] = Field(default_factory=dict)
    await_result: bool = True

    @field_validator("parameters")
    @classmethod
    def _fits(cls, schema: dict[str, Any]) -> dict[str, Any]:
        written = json.dumps(schema, separators=(",", ":"), ensure_ascii=False)
        if len(written.encode(errors="surrogatepass")) > _MAX_PARAMETERS:
            raise ValueError(f"must not take more than {_MAX_PARAMETERS} bytes as JSON")
        return schema
