"""What the application asks of a running session, and the tools that the persona asks of the application."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final, TypeAlias

from viewer import errors
from viewer.protocol import commands, data_channel, events
from viewer.protocol.dialogue import Dialogue
from viewer.session.talk import talk
from viewer.session.tools import ToolRunner
from viewer.tasks import BackgroundTasks

MAX_KEPT: Final = 100
MAX_TALKS: Final = 16

Feed: TypeAlias = Callable[[Callable[[Dialogue, float], None]], None]
"""Calls its argument with the running dialogue and the time, unless the session is over."""

Kept: TypeAlias = commands.SendText | commands.AddContext | commands.Talk


class Commands:
    """Carries out the commands of one session; those that must not be lost wait until it is there."""

    def __init__(
        self, feed: Feed, publish: Callable[[events.Event], None], tools: ToolRunner, tasks: BackgroundTasks
    ) -> None:
        self._feed = feed
        self._publish = publish
        self._tools = tools
        self._tasks = tasks
        self._talk_url: str | None = None
        self._proxy = ""
        self._talks = 0
        self._talking = asyncio.Lock()
        self._waiting: list[Kept] = []

    @property
    def waiting(self) -> tuple[Kept, ...]:
        """What could not be begun."""
        return tuple(self._waiting)

    def begin(self, talk_url: str, proxy: str) -> None:
        """The session is there. ``proxy`` is as :func:`~viewer.session.proxy.proxy_for` takes it."""
        self._talk_url, self._proxy = talk_url, proxy
        waiting, self._waiting = self._waiting, []
        for command in waiting:
            self.perform(command)

    def end(self) -> None:
        """The session is over: what comes now waits for the next one."""
        self._talk_url = None

    def perform(self, command: commands.SessionCommand) -> None:
        """Carry ``command`` out, or publish why not."""
        try:
            if self._talk_url is None:
                self._keep(command)
            elif isinstance(command, commands.Talk):
                self._begin_talk(self._talk_url, command)
            else:
                self._feed(lambda dialogue, now: _tell(dialogue, command, now))
        except errors.ViewerError as error:
            self._publish(events.CommandRefused(error))

    def run_tool(self, call: data_channel.ToolCallStarted | data_channel.ClientToolEvent) -> None:
        """Let the application's handler see to a client tool that the persona calls."""
        if isinstance(call, data_channel.ClientToolEvent):
            self._tasks.spawn("tool", self._tools.run(call.event_name, call.event_data))
        elif call.tool_type == "client":
            self._tasks.spawn("tool", self._answer(call))

    def _keep(self, command: commands.SessionCommand) -> None:
        if not isinstance(command, Kept):
            raise errors.UsageError("There is no session yet.", hint="Wait until the persona is there.")
        if len(self._waiting) >= MAX_KEPT:
            raise errors.UsageError("Too much is waiting to be said.", hint="Wait for the connection.")
        self._waiting.append(command)

    def _begin_talk(self, url: str, command: commands.Talk) -> None:
        if self._talks >= MAX_TALKS:
            raise errors.UsageError("Too much is waiting to be spoken.", hint="Wait a moment.")
        self._talks += 1
        self._tasks.spawn("talk", self._talk(url, command.text))

    async def _talk(self, url: str, text: str) -> None:
        try:
            async with self._talking:  # in the order asked
                await talk(url, text, self._proxy)
        except errors.TalkRefused as error:
            self._publish(events.CommandRefused(error))
        finally:
            self._talks -= 1

    async def _answer(self, call: data_channel.ToolCallStarted) -> None:
        outcome = await self._tools.run(call.tool_name, call.arguments)
        self._feed(
            lambda dialogue, _: dialogue.answer_tool_call(call, outcome.result, outcome.error, _timestamp())
        )


def _tell(dialogue: Dialogue, command: commands.SessionCommand, now: float) -> None:
    match command:
        case commands.SendText(text):
            dialogue.send_text(text, _timestamp(), now)
        case commands.AddContext(text):
            dialogue.add_context(text, now)
        case commands.InterruptPersona():
            dialogue.interrupt(_timestamp())
        case commands.StreamTalk(stream, text, end_of_speech, utterance_id):
            dialogue.stream_talk(stream, text, end_of_speech, utterance_id, now)
        case commands.DirectPersona(tag, in_seconds, at_seconds):
            dialogue.cue(tag, in_seconds, at_seconds)
        case commands.SendAgentAudio(pcm, sample_rate, channels):
            dialogue.send_agent_audio(pcm, sample_rate, channels)
        case commands.EndAgentAudio():
            dialogue.end_agent_audio()


def _timestamp() -> str:
    """ISO 8601 in UTC without zone (PROTOCOL.md section 6.2)."""
    return datetime.now(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds")
