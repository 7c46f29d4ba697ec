"""The recordings of one conversation: begun and ended when somebody wishes, whichever session it is in."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from viewer.media.receive.tap import Tap
from viewer.media.record.captions import Message
from viewer.media.record.part import Speakers
from viewer.media.record.recorder import Progress, Recorder
from viewer.protocol import commands
from viewer.protocol.events import Event, MessageUpdated, RecordingChanged
from viewer.redaction import redact


class Recordings:
    """Has one recording at a time. Belongs to the running loop, in which ``publish`` is called.

    Args:
        has_voice: whether the user's voice is sent.
    """

    def __init__(self, publish: Callable[[Event], None], has_voice: bool) -> None:
        self.tap = Tap()
        """Where the conversation's media are to pass."""
        self._publish = publish
        self._has_voice = has_voice
        self._loop = asyncio.get_running_loop()
        self._recorder: Recorder | None = None

    def perform(self, command: commands.RecordingCommand) -> None:
        """Begin a recording, or end it. What comes of it is published."""
        self.end()
        if isinstance(command, commands.StartRecording):
            speakers = Speakers(command.persona, command.user, self._has_voice)
            self._recorder = Recorder(Path(command.path), speakers, self._loop.time(), self._tell)
            self._recorder.start()
            self.tap.listener = self._recorder

    def hear(self, event: Event) -> None:
        """Something was published in the conversation."""
        if self._recorder and isinstance(event, MessageUpdated):
            said, marks = event.message, event.message.marks
            content = redact(said.content)
            if content != said.content and marks:
                marks = ((len(content), marks[0][1]),)
            message = Message(said.id, said.role, content, marks, said.ended, said.interrupted)
            self._recorder.hear(message, self._loop.time())

    def end(self) -> None:
        """Nothing more is recorded; the file is put into its last form beside all else."""
        self.tap.listener = None
        if self._recorder:
            self._recorder.stop()

    async def finished(self) -> RecordingChanged | None:
        """After :meth:`end`: wait for the file of the last recording, and tell what became of it."""
        if self._recorder is None:
            return None
        return _event(await self._loop.run_in_executor(None, self._recorder.wait))

    def _tell(self, progress: Progress) -> None:
        """On any thread."""
        try:
            self._loop.call_soon_threadsafe(self._publish, _event(progress))
        except RuntimeError:
            return  # the loop has closed, and with it the conversation


def _event(progress: Progress) -> RecordingChanged:
    return RecordingChanged(progress.state, progress.path, progress.seconds, progress.problem)
