"""What a session asks for that takes a while: words for ``POST /talk``, and the application's tools."""

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

import httpx

from viewer import errors
from viewer.protocol import data_channel, events, inputs
from viewer.protocol.gateway import Way
from viewer.session.proxy import http_client, proxy_for
from viewer.session.tools import ToolRunner
from viewer.tasks import BackgroundTasks

_log = logging.getLogger(__name__)

MAX_TALKS: Final = 16
TALK_TIMEOUT: Final = 10.0


class Errands:
    """Runs them beside the session. Belongs to its event loop.

    Args:
        way: where words are posted.
        proxy: as :func:`~viewer.session.proxy.proxy_for` takes it.
        tell: takes what came of a tool.
        publish: takes what was refused.
        fail: takes what broke.
    """

    def __init__(
        self,
        way: Way,
        proxy: str,
        tools: ToolRunner,
        tell: Callable[[inputs.Input], None],
        publish: Callable[[events.Event], None],
        fail: Callable[[BaseException], None],
    ) -> None:
        self._way = way
        self._proxy = proxy
        self._tools = tools
        self._tell = tell
        self._publish = publish
        self._tasks = BackgroundTasks("errands", fail)
        self._talks = 0
        self._talking = asyncio.Lock()

    def post_talk(self, text: str) -> None:
        """Let the persona speak ``text`` as it is, after what was posted before."""
        if self._talks >= MAX_TALKS:
            error = errors.UsageError("Too much is waiting to be spoken.", hint="Wait a moment.")
            self._publish(events.CommandRefused(error))
            return
        self._talks += 1
        self._tasks.spawn("talk", self._post_talk(text))

    def run_tool(self, call: data_channel.ToolCallStarted | data_channel.ClientToolEvent) -> None:
        """Let the application's handler see to it."""
        if isinstance(call, data_channel.ClientToolEvent):
            self._tasks.spawn("tool", self._tools.run(call.event_name, call.event_data))
        else:
            self._tasks.spawn("tool", self._answer(call))

    async def cancel(self) -> None:
        """Wait for nothing more."""
        await self._tasks.cancel()

    async def _post_talk(self, text: str) -> None:
        try:
            async with self._talking:  # in the order asked
                await _talk(self._way, text, self._proxy)
        except errors.ViewerError as error:
            self._publish(events.CommandRefused(error))
        except Exception:
            _log.exception("a talk failed")
            self._publish(events.CommandRefused(errors.TalkRefused()))
        finally:
            self._talks -= 1

    async def _answer(self, call: data_channel.ToolCallStarted) -> None:
        outcome = await self._tools.run(call.tool_name, call.arguments)
        self._tell(inputs.ToolFinished(call, outcome.result, outcome.error, timestamp()))


def timestamp() -> str:
    """Now, as ISO 8601 in UTC without zone (protocol/README.md section 6.2)."""
    return datetime.now(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds")


async def _talk(way: Way, text: str, proxy: str) -> None:
    """``POST /talk``: the persona speaks ``text`` as it is (protocol/README.md section 3).

    ``proxy`` is as :func:`~viewer.session.proxy.proxy_for` takes it.

    Raises:
        errors.TalkRefused: the engine cannot be reached or said no.
    """
    through = await proxy_for(way.talk_url, proxy)
    try:
        async with (
            http_client(through, httpx.Timeout(TALK_TIMEOUT)) as client,
            # What its body says does not matter, however long it is.
            client.stream("POST", way.talk_url, json={"content": text}, headers=way.talk_headers) as response,
        ):
            if not response.is_success:
                raise errors.TalkRefused(
                    f"The persona was not told to speak: the engine answered {response.status_code}."
                )
    except httpx.TransportError:
        raise errors.TalkRefused() from None
