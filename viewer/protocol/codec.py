"""JSON in, checked models out: what the signalling and data-channel codecs share."""

import codecs
import json
import re
from typing import Annotated, Any, Final, NoReturn, TypeAlias, TypeVar

from pydantic import BaseModel, Field, ValidationError

MAX_NAME: Final = 256

Name: TypeAlias = Annotated[str, Field(max_length=MAX_NAME)]
"""An identifier or tag in a message. Some are kept for as long as the session lives."""

_SURROGATE: Final = re.compile(r"\\[uU][dD][89a-fA-F]")

Model = TypeVar("Model", bound=BaseModel)


class MalformedMessage(ValueError):
    """A message that does not have the form it has to have. Its text never quotes the message."""


def without_byte_order_mark(body: bytes) -> bytes:
    """``body`` without the mark that RFC 8259 section 8.1 forbids and lets everybody skip."""
    return body.removeprefix(codecs.BOM_UTF8)


def without_nulls(data: Any) -> Any:
    """``data`` without the members that are null, if it is an object: that means missing."""
    if not isinstance(data, dict) or None not in data.values():
        return data
    return {name: value for name, value in data.items() if value is not None}


def load_object(text: str | bytes) -> dict[str, Any]:
    """``text`` as a JSON object. Halves of UTF-16 characters, which nothing could encode, become U+FFFD.

    Raises:
        MalformedMessage: not JSON in UTF-8, too deep, or not an object.
    """
    try:
        written = (text if isinstance(text, str) else text.decode()).removeprefix("\ufeff")
        message = _DECODER.decode(written)
        if _SURROGATE.search(written):
            whole = json.dumps(message, ensure_ascii=False)
            message = json.loads(whole.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
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


def _no_json(constant: str) -> NoReturn:
    """NaN and the infinities, which Python's parser takes and RFC 8259 section 6 does not."""
    raise ValueError(constant)


# Made once: that takes as long as decoding a message.
_DECODER: Final = json.JSONDecoder(parse_constant=_no_json)
