"""The persona's calls of client tools, as far as they await an answer. No Qt."""

import json
from dataclasses import dataclass
from typing import Any, Final

from viewer.protocol.events import Event, SessionStarted
from viewer.protocol.insight import Noted
from viewer.protocol.text import plain

MAX_CALLS: Final = 100
_MAX_ARGUMENTS: Final = 300


@dataclass(frozen=True, slots=True)
class Call:
    """A call; ``arguments`` are JSON, for people."""

    id: str
    name: str
    arguments: str


class ToolCalls:
    """Those of the present session."""

    def __init__(self) -> None:
        self._open: dict[str, Call] = {}
        self.last_error = ""
        """Why the last call failed, empty if it did not."""

    @property
    def open(self) -> tuple[Call, ...]:
        """The oldest first."""
        return tuple(self._open.values())

    def add(self, event: Event) -> bool:
        """Take ``event`` in; returns whether that changed anything."""
        match event:
            case SessionStarted():
                self._open.clear()
                self.last_error = ""
            case Noted(kind="ToolCalled"):
                self._begun(_call_in(event))
            case Noted(kind="ToolCallEnded"):
                call = _call_in(event)
                self._open.pop(str(call.get("tool_call_id")), None)
                self.last_error = plain(str(call.get("error_message") or ""), _MAX_ARGUMENTS)
            case _:
                return False
        return True

    def _begun(self, call: dict[str, Any]) -> None:
        if call.get("tool_type") != "client":
            return
        name, arguments = str(call.get("tool_call_id")), json.dumps(call.get("arguments"), ensure_ascii=False)
        self._open[name] = Call(name, plain(str(call.get("tool_name")), 60), plain(arguments, _MAX_ARGUMENTS))
        while len(self._open) > MAX_CALLS:
            self._open.pop(next(iter(self._open)))


def _call_in(noted: Noted) -> dict[str, Any]:
    call = noted.data.get("call")
    return call if isinstance(call, dict) else {}
