"""What this viewer does for a persona that calls a client tool."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from pydantic import JsonValue

from viewer.session.tools import Handler


def _local_time(_: JsonValue) -> JsonValue:
    """The computer's date and time, as people write them and with its zone."""
    return datetime.now().astimezone().strftime("%A, %d %B %Y, %H:%M %Z")


LOCAL_TOOLS: Final[Mapping[str, Handler]] = {"get_local_time": _local_time}
