"""A conversation outlives its sessions: one that breaks is followed by another, and nobody has to ask."""

import asyncio
import logging
import random
from collections.abc import Callable, Mapping
from dataclasses import replace

from viewer import errors
from viewer.media.pcm import PcmBuffer, SoundSink
from viewer.media.picture import PictureSlot
from viewer.media.receive.losses import HUNDRED, Losses
from viewer.protocol import commands, events
from viewer.protocol.events import CloseReason, Phase, ThoughtChanged
from viewer.protocol.retry import Healing
from viewer.session.goodbye import PARTING_SECONDS
from viewer.session.recordings import Recordings
from viewer.session.session import Session
from viewer.session.session_file.notes import note
from viewer.session.statistics import received_in_all
from viewer.session.tools import Handler, ToolRunner
from viewer.tasks import is_asked_to_end

_log = logging.getLogger(__name__)


class Conversation:
    """Runs sessions one after the other and tells of them as of one.

    While a broken session is being replaced the phase is RECONNECTING; what the user says meanwhile, and what
    the broken one may not have delivered, is said in the next. All methods belong to the event loop that runs
    it; ``publish`` is called in that loop.

    Args:
        tools: what to call for the persona's client tools, by their names.
    """

    def __init__(
        self,
        request: commands.Connect,
        publish: Callable[[events.Event], None],
        pictures: PictureSlot,
        speaker: SoundSink,
        microphone: PcmBuffer | None,
        tools: Mapping[str, Handler] | None = None,
    ) -> None:
        self._now = asyncio.get_running_loop().time
        self._listener = publish
        self._recordings = Recordings(publish, has_voice=microphone is not None)
        self._request = request
        self._pictures = pictures
        self._speaker = speaker
        self._microphone = microphone
        self._tools = ToolRunner({} if tools is None else tools)
        self._losses = Losses()
        self._healing = Healing()
        self._number = 0
        self._session = self._new_session()
        self._phase = Phase.IDLE
        self._end = events.SessionClosed(CloseReason.NORMAL, None)
        self._received: events.MediaReceived | None = None
        self._closing = asyncio.Event()

    async def run(self) -> None:
        """From the command to connect to the true end, which is told whatever happens."""
        try:
            await self._run_sessions()
        except (Exception, asyncio.CancelledError) as error:
            if is_asked_to_end():
                raise
            _log.exception("the conversation failed")
            self._end = events.SessionClosed(CloseReason.NORMAL, errors.as_failure(error))
        self._recordings.end()
        if self._received:
            self._publish(self._received)
        self._enter(Phase.CLOSED)
        self._publish(replace(self._end, unsaid=self._unsaid() if self._end.error else ()))
        try:
            await self._session.part(PARTING_SECONDS)
        except (Exception, asyncio.CancelledError):
            if is_asked_to_end():
                raise
            _log.exception("the broker may not know that the conversation is over")

    async def _run_sessions(self) -> None:
        while True:
            await self._session.run()
            wait = self._healing.wait_after(self._end.error, self._now(), random.random())  # noqa: S311
            if wait is None or self._closing.is_set():
                break
            _log.warning("the session broke (%s); another one is asked for", self._end.error)
            self._enter(Phase.RECONNECTING)
            ended = self._session
            self._replace_session()
            is_closed = await self._closed_within(wait)
            # A broker that knows of it grants another where there may be one at a time.
            await ended.part(PARTING_SECONDS)
            if is_closed:
                self._end = events.SessionClosed(CloseReason.NORMAL, None)
                break

    def close(self) -> None:
        """End it; :meth:`run` returns within a second."""
        self._closing.set()
        self._session.close()

    def perform(self, command: commands.SessionCommand | commands.RecordingCommand) -> None:
        """Carry ``command`` out; what is said waits while there is no session."""
        if isinstance(command, commands.RecordingCommand):
            self._recordings.perform(command)
            return
        if isinstance(command, commands.SendText):
            self._publish(events.TextTyped(command.text, self._now()))
        self._session.perform(command)

    def suffer(self, fault: commands.FaultCommand) -> None:
        """Have ``fault`` come over the session, as it comes by itself; losses last for all that follow."""
        self._publish(note(self._now(), "told", fault))
        if not isinstance(fault, commands.LoseMedia):
            self._session.suffer(fault)
        elif 0 <= fault.percent <= HUNDRED:
            self._losses.percent = fault.percent
        else:
            self._publish(
                events.CommandRefused(
                    errors.UsageError("Of a hundred, 0 to 100 can be lost.", hint="Choose one.")
                )
            )

    def _new_session(self) -> Session:
        places = (self._pictures, self._speaker, self._microphone)
        session = Session(self._request, self._relay, *places, self._tools)
        session.pass_by(self._recordings.tap)
        session.losses = self._losses
        return session

    def _replace_session(self) -> None:
        undelivered = self._session.undelivered
        self._number += 1
        self._session = self._new_session()
        for command in undelivered:
            self._session.perform(command)

    def _unsaid(self) -> tuple[str, ...]:
        return tuple(said.text for said in self._session.undelivered if isinstance(said, commands.SendText))

    async def _closed_within(self, seconds: float) -> bool:
        try:
            async with asyncio.timeout(seconds):
                await self._closing.wait()
        except TimeoutError:
            return False
        return True

    def _publish(self, event: events.Event) -> None:
        self._recordings.hear(event)
        self._listener(event)

    def _enter(self, phase: Phase) -> None:
        if phase is not self._phase:
            self._phase = phase
            self._publish(events.PhaseChanged(phase))

    def _relay(self, event: events.Event) -> None:
        """Pass on what a session tells, so that the next one goes on where the last one ended."""
        match event:
            case events.PhaseChanged(phase):
                self._phase_changed(phase)
            case events.SessionClosed():
                self._end = event
            case events.MediaReceived():
                self._received = received_in_all(self._received, event)
            case events.MilestoneReached() if self._number:
                return  # milestones are those of the first connection
            # An engine may count its messages anew in each session.
            case events.MessageUpdated(message) if self._number:
                self._publish(events.MessageUpdated(replace(message, id=self._unique(message.id))))
            case ThoughtChanged(thought) if self._number:
                self._publish(ThoughtChanged(replace(thought, id=self._unique(thought.id))))
            case _:
                self._publish(event)

    def _phase_changed(self, phase: Phase) -> None:
        if phase is Phase.LIVE:
            self._healing.live(self._now())
            self._enter(phase)
        elif phase is Phase.RECONNECTING or (phase is not Phase.CLOSED and not self._number):
            self._enter(phase)

    def _unique(self, name: str) -> str:
        return f"{self._number}/{name}"
