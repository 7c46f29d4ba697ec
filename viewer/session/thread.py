"""The media thread: one asyncio loop of its own, on which sessions run one after the other."""

import asyncio
import logging
import threading
from collections.abc import Callable, Mapping
from typing import Final

import httpx

from viewer import errors
from viewer.erasure import overwrite_free
from viewer.media.pcm import PcmBuffer, SoundSink
from viewer.media.picture import PictureSlot
from viewer.memory import give_back
from viewer.protocol import commands, events
from viewer.protocol.events import CloseReason
from viewer.session.conversation import Conversation
from viewer.session.faces import Faces
from viewer.session.loop import SessionLoop
from viewer.session.posts import Posts
from viewer.session.proxy import http_client
from viewer.session.session_file.findings import with_findings
from viewer.session.session_file.notes import with_notes
from viewer.session.tools import Handler
from viewer.tasks import BackgroundTasks, is_asked_to_end
from viewer.webrtc.warm_up import load_webrtc

_log = logging.getLogger(__name__)

MAX_WAITING: Final = 256


class SessionThread:
    """Runs sessions beside the GUI thread.

    Args:
        on_event: called on the media thread.
        microphone: None when the user wants none.
        tools: what to call for the persona's client tools, by their names; see
            :data:`viewer.session.tools.Handler`.
        on_death: called on the media thread when it ends although nobody stopped it. There will be no session
            any more, and :attr:`failure` says why.
    """

    def __init__(
        self,
        on_event: Callable[[events.Event], None],
        pictures: PictureSlot,
        speaker: SoundSink,
        microphone: PcmBuffer | None,
        tools: Mapping[str, Handler] | None = None,
        on_death: Callable[[], None] = lambda: None,
    ) -> None:
        self._on_event = on_event
        self._pictures = pictures
        self._speaker = speaker
        self._microphone = microphone
        self._tools = tools
        self._on_death = on_death
        self.failure: errors.ViewerError | None = None
        self._thread = threading.Thread(target=self._run, name="media")
        self._running = threading.Event()
        self._loop: SessionLoop | None = None
        self._commands: asyncio.Queue[commands.Command | None] | None = None
        self._tasks = BackgroundTasks("media", lambda error: self._tell_closed(errors.as_failure(error)))
        self._problem: errors.ViewerError | None = None
        self._session: Conversation | None = None
        self._life: asyncio.Task[None] | None = None
        self._faces = Faces(on_event)
        self._posts = Posts(on_event)

    def start(self) -> None:
        """Start the thread and wait until it takes commands.

        Raises:
            ViewerError: it cannot; the log says why.
        """
        self._thread.start()
        self._running.wait()
        if self._loop is None:
            raise self.failure or errors.InternalError()

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
            with asyncio.Runner(loop_factory=SessionLoop) as runner:
                runner.run(self._main())
        except BaseException as error:  # whatever it is, no session goes on without this thread
            _log.critical("the media thread ended", exc_info=error)
            self.failure = errors.as_failure(error)
            self._on_death()
        finally:
            self._running.set()

    async def _main(self) -> None:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, SessionLoop)
        self._loop = loop
        self._commands = asyncio.Queue()
        self._running.set()
        self._problem = await _warm_up()
        while (command := await self._commands.get()) is not None:
            try:
                await self._obey(command)
            except (Exception, asyncio.CancelledError) as error:
                if is_asked_to_end():
                    raise
                _log.exception("the command was not obeyed: %s", type(command).__name__)
                self._tell_closed(errors.as_failure(error))
        await self._faces.close()
        await self._posts.close()
        await self._end_session()

    async def _obey(self, command: commands.Command) -> None:
        match command:
            case commands.Connect():
                self._faces.rest()
                await self._end_session()
                if self._problem:  # what failed then may be mended by now
                    self._problem = await _warm_up()
                if self._problem:
                    self._tell_closed(self._problem)
                else:
                    self._begin_session(command)
            case commands.Disconnect():
                await self._end_session()
            case commands.OverwriteFree():
                if self._session is None:
                    overwrite_free()
            case commands.ListPersonas() | commands.FetchStill():
                self._faces.perform(command)
            case commands.KeepToken() | commands.ForgetToken():
                self._faces.perform(command)
            case commands.Post():
                self._posts.perform(command)
            case _ if self._session:
                _pass_on(command, self._session)

    def _begin_session(self, command: commands.Connect) -> None:
        sound = self._speaker, self._microphone
        publish = with_notes(with_findings(self._publish), asyncio.get_running_loop().time)
        session = Conversation(command, publish, self._pictures, *sound, self._tools)
        self._life = self._tasks.spawn("session", session.run())
        # What the threads of a talk have freed lies where no other finds it.
        self._life.add_done_callback(lambda _: give_back())
        self._session = session

    def _publish(self, event: events.Event) -> None:
        if self._loop and isinstance(event, events.PhaseChanged):
            self._loop.pace(live=event.phase is events.Phase.LIVE)
        self._on_event(event)

    async def _end_session(self) -> None:
        if self._session and self._life:
            self._session.close()
            await asyncio.wait([self._life])
        self._session = self._life = None

    def _tell_closed(self, why: errors.ViewerError) -> None:
        self._on_event(events.PhaseChanged(events.Phase.CLOSED))
        self._on_event(events.SessionClosed(CloseReason.NORMAL, why))


def _pass_on(
    command: commands.SessionCommand | commands.FaultCommand | commands.Unplug | commands.RecordingCommand,
    session: Conversation,
) -> None:
    match command:
        case commands.CutSignalling() | commands.LoseMedia() | commands.ExpireSession():
            session.suffer(command)
        case commands.Unplug():
            return  # whoever has the devices sees to it
        case _:
            session.perform(command)


async def _warm_up() -> errors.ViewerError | None:
    """Load what the first session would wait for; returns why there can be none."""
    try:
        await http_client(None, httpx.Timeout(1)).aclose()
        await load_webrtc()
    except errors.ViewerError as error:
        return error
    except (Exception, asyncio.CancelledError) as error:
        if is_asked_to_end():
            raise
        _log.exception("not everything that a session needs could be loaded")
        return errors.as_failure(error)
    return None
