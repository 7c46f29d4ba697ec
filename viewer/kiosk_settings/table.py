"""What all tables of a kiosk's file are."""

from typing import Annotated, TypeAlias

from pydantic import BaseModel, ConfigDict, StringConstraints

Text: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]


class Table(BaseModel):
    """One that takes no key that it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)
