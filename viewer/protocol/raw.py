"""Messages that a developer writes by hand: sent as they are, as long as they can be sent at all."""

import json
import re
from typing import Final

from viewer.errors import UsageError
from viewer.protocol.codec import MalformedMessage, load_object

# Peers take data-channel messages of 64 KiB unless they say otherwise (RFC 8841 section 6.1).
MAX_RAW: Final = 60_000
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]")


def sendable(text: str) -> str:
    """``text`` in ASCII, and otherwise as it is.

    Raises:
        UsageError: it is no JSON object, or too long.
    """
    text = text.strip().removeprefix("\ufeff")
    try:
        load_object(text)
    except MalformedMessage:
        raise UsageError("That is not a JSON object.", hint="Correct it, then send it.") from None
    # Beyond ASCII there are characters of texts only, where an escape means the same.
    written = _BEYOND_ASCII.sub(lambda character: json.dumps(character[0])[1:-1], text)
    if len(written) > MAX_RAW:
        raise UsageError("That is too long for one message.", hint="Shorten it.")
    return written
