"""Tools that the persona calls: those of the client, and the engine's own (protocol/README.md section 6)."""

import asyncio
import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal

from pydantic import JsonValue

from viewer.engine.brains.brain import ToolFailed
from viewer.engine.persona.speech import timestamp
from viewer.protocol.data_channel import (
    ClientToolEvent,
    EngineMessage,
    ToolCallCompleted,
    ToolCallFailed,
    ToolCallStarted,
    ToolResult,
)

_log = logging.getLogger(__name__)

# How long the client may take, which the protocol leaves open: longer than the 30 s that the viewer gives its
# handlers, so that its own error, which says more, is here first.
PATIENCE: Final = 35.0


@dataclass(frozen=True, slots=True)
class Found:
    """What one of the engine's own tools found, and where."""

    result: JsonValue
    documents: tuple[str, ...] = ()


class ToolCalls:
    """The tool calls of one session. Use from the event loop."""

    def __init__(self, session_id: str, send: Callable[[EngineMessage], None]) -> None:
        self._session_id = session_id
        self._send = send
        self._awaited: dict[str, asyncio.Future[ToolResult]] = {}

    async def call_client(
        self, name: str, arguments: dict[str, JsonValue], correlation_id: str, patience: float = PATIENCE
    ) -> JsonValue:
        """Have the client run the tool ``name``; returns its result.

        Raises:
            ToolFailed: the client reports an error, or nothing in time.
        """
        call = self._started("client", name, arguments, correlation_id)
        answered: asyncio.Future[ToolResult] = asyncio.get_running_loop().create_future()
        self._awaited[call.tool_call_id] = answered
        try:
            async with asyncio.timeout(patience):
                result = await answered
        except TimeoutError:
            self._fail(call, f"No result within {patience:g} seconds")
            raise ToolFailed("there was no answer in time") from None
        finally:
            del self._awaited[call.tool_call_id]
        if result.error:
            raise ToolFailed(result.error)
        return result.result

    def tell_client(self, name: str, arguments: dict[str, JsonValue], correlation_id: str) -> None:
        """Have the client run the tool ``name``, whose result nobody waits for."""
        self._started("client", name, arguments, correlation_id)

    async def call_own(
        self,
        name: str,
        arguments: dict[str, JsonValue],
        correlation_id: str,
        work: Callable[[], Found],
        seconds: float,
    ) -> JsonValue:
        """Run one of the engine's own tools, which takes ``seconds``; returns its result.

        Raises:
            ToolFailed: ``work`` raised it.
        """
        call = self._started("server", name, arguments, correlation_id)
        await asyncio.sleep(seconds)
        try:
            found = work()
        except ToolFailed as error:
            self._fail(call, str(error))
            raise
        documents: JsonValue = list(found.documents) or None
        fields = self._again(call)
        self._send(ToolCallCompleted(**fields, result=found.result, documents_accessed=documents))
        return found.result

    def tell_older_client(self, name: str, data: dict[str, JsonValue], correlation_id: str) -> None:
        """Call a client's tool as older engines do, which await nothing."""
        self._send(
            ClientToolEvent(
                event_uid=str(uuid.uuid4()),
                session_id=self._session_id,
                event_name=name,
                event_data=data,
                timestamp=timestamp(),
                timestamp_user_action=timestamp(),
                user_action_correlation_id=correlation_id,
            )
        )

    def answered(self, result: ToolResult) -> None:
        """The client answers a call. Late, repeated and unasked answers change nothing."""
        awaited = self._awaited.get(result.tool_call_id)
        if awaited is None or awaited.done():
            _log.info("ignored a tool result that is not awaited")
            return
        awaited.set_result(result)

    def _started(
        self,
        tool_type: Literal["client", "server"],
        name: str,
        arguments: dict[str, JsonValue],
        correlation_id: str,
    ) -> ToolCallStarted:
        call = ToolCallStarted(
            event_uid=str(uuid.uuid4()),
            session_id=self._session_id,
            tool_call_id=str(uuid.uuid4()),
            tool_name=name,
            tool_type=tool_type,
            tool_subtype="knowledge" if tool_type == "server" else None,
            arguments=arguments,
            timestamp=timestamp(),
            timestamp_user_action=timestamp(),
            user_action_correlation_id=correlation_id,
            used_outside_engine=tool_type == "client",
        )
        self._send(call)
        return call

    def _fail(self, call: ToolCallStarted, message: str) -> None:
        self._send(ToolCallFailed(**self._again(call), error_message=message))

    def _again(self, call: ToolCallStarted) -> dict[str, Any]:
        return call.model_dump() | {"event_uid": str(uuid.uuid4()), "timestamp": timestamp()}
