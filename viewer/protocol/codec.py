"""JSON in, checked models out: what the signalling and data-channel codecs share."""

import json
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

Model = TypeVar("Model", bound=BaseModel)


class MalformedMessage(ValueError):
    """A message that does not have the form PROTOCOL.md gives it. Its text never quotes the message."""


def load_object(text: str | bytes) -> dict[str, Any]:
    """``text`` as a JSON object.

    Raises:
        MalformedMessage: not JSON, too deep, or not an object.
    """
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        raise MalformedMessage("not JSON") from None
    if not isinstance(message, dict):
        raise MalformedMessage("not an object")
    return message


def validated(model: type[Model], data: Any) -> Model:
    """``data`` as ``model``.

    Raises:
        MalformedMessage: names the first wrong field, never its value.
    """
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise MalformedMessage(first_fault(error)) from None


def first_fault(error: ValidationError) -> str:
    """The first fault as ``field.path: what is wrong``, without the value."""
    fault = error.errors(include_input=False, include_url=False)[0]
    return f"{'.'.join(map(str, fault['loc'])) or error.title}: {fault['type']}"
