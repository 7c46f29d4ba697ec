"""What is asked of a service: JSON whose values have the type and the range that is documented."""

from typing import Any

from pydantic import ConfigDict, model_validator

from viewer.protocol.api import WireModel


class StrictModel(WireModel):
    """A part of a request: “5” is no number, ``null`` means missing, and unknown fields change nothing."""

    model_config = ConfigDict(strict=True, allow_inf_nan=False)

    @model_validator(mode="before")
    @classmethod
    def _null_is_missing(cls, data: Any) -> Any:
        if isinstance(data, dict):
            return {name: value for name, value in data.items() if value is not None}
        return data
