"""A persona that is defined in the broker's file of rules, and the options of a session with one."""

from collections.abc import Callable
from typing import Annotated, Any, TypeAlias

from pydantic import BaseModel, Field, GetPydanticSchema, model_validator
from pydantic_core import CoreSchema, core_schema

from viewer.protocol.configuration.persona_config import PersonaConfig, SessionOptions


class PersonaDefinition(PersonaConfig):
    """Section 1.1 of the protocol: an ephemeral ``personaConfig``, whole."""

    name: str = Field(min_length=1, max_length=200)
    avatar_id: str = Field(min_length=1)
    voice_id: str = Field(min_length=1)

    @model_validator(mode="after")
    def _is_its_own(self) -> "PersonaDefinition":
        if self.persona_id is not None:
            raise ValueError("a persona of the service has an “id” beside its alias, and no config")
        return self


def _written(model: BaseModel) -> dict[str, Any]:
    return model.model_dump(mode="json", by_alias=True, exclude_unset=True)


def _checked_as(model: type[BaseModel]) -> GetPydanticSchema:
    def schema(_source: Any, handler: Callable[[Any], CoreSchema]) -> CoreSchema:
        return core_schema.no_info_after_validator_function(_written, handler(model))

    return GetPydanticSchema(schema)


# Checked as what they are, and kept as they go to the API.
PersonaConfigJson: TypeAlias = Annotated[dict[str, Any], _checked_as(PersonaDefinition)]
SessionOptionsJson: TypeAlias = Annotated[dict[str, Any], _checked_as(SessionOptions)]
