"""The media thread: one asyncio loop of its own, on which sessions run one after the other."""

import asyncio
import threading
from collections.abc import Callable, Mapping
from typing import Final

import httpx

from viewer import errors
from viewer.media.pcm import PcmBuffer, SoundSink
from viewer.media.picture import PictureSlot
from viewer.protocol import commands, events
from viewer.protocol.events import CloseReason
from viewer.session.conversation import Conversation
from viewer.session.loop import new_session_loop
from viewer.session.proxy import NONE, http_client
from viewer.session.tools import Handler
from viewer.tasks import BackgroundTasks
from viewer.webrtc.warm_up import load_webrtc

MAX_WAITING: Final = 256


class SessionThread:
    """Runs sessions beside the GUI thread.

    Args:
        on_event: called on the media thread.
        microphone: None when the user wants none.
        tools: what to call for the persona's client tools, by their names; see
            :data:`viewer.session.tools.Handler`.
    """

    def __init__(
        self,
        on_event: Callable[[events.Event], None],
        pictures: PictureSlot,
        speaker: SoundSink,
        microphone: PcmBuffer | None,
        tools: Mapping[str, Handler] | None = None,
    ) -> None:
        self._on_event = on_event
        self._pictures = pictures
        self._speaker = speaker
        self._microphone = microphone
        self._tools = tools
        self._thread = threading.Thread(target=self._run, name="media")
        self._running = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._commands: asyncio.Queue[commands.Command | None] | None = None

    def start(self) -> None:
        """Start the thread and wait until it takes commands.

        Raises:
            RuntimeError: it cannot; the log says why.
        """
        self._thread.start()
        self._running.wait()
        if self._loop is None:
            raise RuntimeError("the media thread did not start")

    def submit(self, command: commands.Command) -> None:
        """Hand ``command`` over. Callable from any thread; never waits; ignored after :meth:`stop`."""
        self._put(command)

    def stop(self) -> None:
        """End the session and the thread, within a second. May be called twice."""
        self._put(None)
        if self._thread.ident is not None:
            self._thread.join()

    def _put(self, command: commands.Command | None) -> None:
        if self._loop and self._commands and self._thread.is_alive():
            try:
                self._loop.call_soon_threadsafe(self._arrive, self._commands, command)
            except RuntimeError:
                # The loop closed between the question and the call: the thread is ending anyway.
                return

    def _arrive(
        self, queue: asyncio.Queue[commands.Command | None], command: commands.Command | None
    ) -> None:
        """In the loop. They wait only while a session ends."""
        if queue.qsize() >= MAX_WAITING and isinstance(command, commands.SessionCommand):
            self._on_event(events.CommandRefused(errors.NotSent()))
        else:
            queue.put_nowait(command)

    def _run(self) -> None:
        try:
            with asyncio.Runner(loop_factory=new_session_loop) as runner:
                runner.run(self._main())
        finally:
            self._running.set()

    async def _main(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._commands = asyncio.Queue()
        self._running.set()
        problem = await _warm_up()
        tasks = BackgroundTasks("media")
        session: Conversation | None = None
        life: asyncio.Task[None] | None = None
        while True:
            command = await self._commands.get()
            match command:
                case commands.Connect() | commands.Disconnect() | None:
                    if session and life:
                        session.close()
                        await life
                        session = life = None
                    if command is None:
                        return
                    if problem and isinstance(command, commands.Connect):
                        self._on_event(events.PhaseChanged(events.Phase.CLOSED))
                        self._on_event(events.SessionClosed(CloseReason.NORMAL, problem))
                    elif isinstance(command, commands.Connect):
                        session = Conversation(
                            command,
                            self._on_event,
                            self._pictures,
                            self._speaker,
                            self._microphone,
                            self._tools,
                        )
                        life = tasks.spawn("session", session.run())
                case _ if session:
                    session.perform(command)


async def _warm_up() -> errors.UsageError | None:
    """Load what the first session would wait for; returns why there can be none."""
    await http_client("http://localhost", NONE, httpx.Timeout(1)).aclose()
    try:
        await load_webrtc()
    except errors.UsageError as error:
        return error
    return None
