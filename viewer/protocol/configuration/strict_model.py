"""What is asked of a service: JSON whose values have the type and the range that is documented."""

from pydantic import ConfigDict

from viewer.protocol.api import LooseModel


class StrictModel(LooseModel):
    """A part of a request: “5” is no number, ``null`` means missing, and unknown fields change nothing."""

    model_config = ConfigDict(strict=True, allow_inf_nan=False)
