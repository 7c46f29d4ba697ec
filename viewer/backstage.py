"""What runs behind a window: the media thread, the microphone's processing and the sound devices.

Nothing of it is imported before the window is there: libraries of network, media and sound take a second.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from viewer.audio.slots import NONE, DeviceSlots
from viewer.media.capture.ear import Heard
from viewer.media.capture.processing import Processing
from viewer.media.capture.voice import Voice
from viewer.media.capture.voice_wake import VoiceWake
from viewer.media.film import Film
from viewer.media.picture import PictureSlot
from viewer.media.playout.buffer import PlayoutBuffer
from viewer.media.playout.loudspeaker import Loudspeaker
from viewer.microphone_desk import MicrophoneDesk
from viewer.protocol.commands import Command, Unplug
from viewer.protocol.events import Event
from viewer.session.local_tools import LOCAL_TOOLS
from viewer.session.report import ReportBuilder
from viewer.session.thread import SessionThread
from viewer.session.tools import Handler
from viewer.settings import ViewerSettings
from viewer.ui.bridge import Bridge
from viewer.ui.windows.main_window import MainWindow


@dataclass(frozen=True)
class Backstage:
    """The parts behind a window, for the GUI thread."""

    bridge: Bridge
    thread: SessionThread
    devices: DeviceSlots
    voice: Voice
    loudspeaker: Loudspeaker
    desk: MicrophoneDesk

    def submit(self, command: Command) -> None:
        """Carry ``command`` out. The devices are open only during a session, or a check of them."""
        self.desk.submitted(command)
        if isinstance(command, Unplug):
            self.devices.unplug(command.devices)
        self.thread.submit(command)

    def serve(self, window: MainWindow) -> None:
        """Follow what the user does in ``window``, and tell it of devices."""
        bridge, devices, voice = self.bridge, self.devices, self.voice
        bridge.devices_changed.connect(window.show_devices)
        bridge.device_problem.connect(window.show_device_problem)
        bridge.processing_applied.connect(window.show_processing)
        self.desk.serve(window, bridge)
        window.command.connect(self.submit)
        window.microphone_picked.connect(devices.choose_microphone)
        window.speaker_picked.connect(devices.choose_speaker)
        window.mute_changed.connect(voice.mute)
        voice.mute(window.controls.mute.muted)
        window.processing_requested.connect(voice.process)
        window.volume_changed.connect(self.loudspeaker.set_volume)

    def wait_for_voice(self, listener: Callable[[VoiceWake], Callable[[], None]]) -> None:
        """Listen while nobody is called, too. ``listener`` gets what decides whether that is a visitor, and
        gives what is called when it is, on any thread.
        """
        wake = VoiceWake()
        tell = listener(wake)

        def hear(heard: Heard) -> None:
            if wake.hear(heard):
                tell()

        self.desk.wait_for_voice(hear)

    @staticmethod
    def film(file: Path, slot: PictureSlot, kind: str | None) -> Film:
        """What plays ``file`` into ``slot`` once it is told to."""
        return Film(file, slot, kind)

    def raise_if_dead(self) -> None:
        """A window without its media thread is of no use.

        Raises:
            ViewerError: why that ended.
        """
        if self.thread.failure:
            raise self.thread.failure


@contextmanager
def backstage(
    settings: ViewerSettings, bridge: Bridge, report: ReportBuilder | None, *, always_listen: bool
) -> Iterator[Backstage]:
    """The parts behind a window, started; they are ended in reverse order.

    Args:
        report: is told every event, and keeps what was said; None: nobody is.
        always_listen: have room for a microphone even if none is chosen now.
    """
    playout = PlayoutBuffer()
    loudspeaker = Loudspeaker(playout, settings.volume)
    voice = Voice(loudspeaker, Processing.requested_in(settings), settings.muted, bridge.tell_processing)

    def on_event(event: Event) -> None:
        if report:
            report.add(event)
        bridge.publish(event)

    listens = always_listen or settings.mic != NONE
    heard = voice.processed if listens else None
    tools = _tools(settings.tools_folder)
    thread = SessionThread(on_event, bridge.pictures, playout, heard, tools, bridge.tell_death)
    devices = DeviceSlots(
        settings.mic,
        settings.speaker,
        (voice.captured, loudspeaker),
        bridge.tell_devices,
        bridge.tell_device_problem,
    )
    desk = MicrophoneDesk(voice, loudspeaker, devices, bridge.tell_microphone)
    desk.mute(settings.muted or settings.push_to_talk, settings.push_to_talk)
    bridge.event_published.connect(desk.followed)
    with ExitStack() as stack:
        stack.callback(thread.stop)
        thread.start()
        stack.callback(voice.stop)
        voice.start()
        stack.callback(devices.stop)
        devices.start()
        stack.callback(desk.stop)
        yield Backstage(bridge, thread, devices, voice, loudspeaker, desk)


def _tools(folder: str) -> Mapping[str, Handler]:
    """What the persona may call: with a ``folder`` of the user's, what is in there as well."""
    if not folder:
        return LOCAL_TOOLS
    from viewer.session.workbench.own_tools import OwnTools  # noqa: PLC0415 - where the user wants them

    return OwnTools(LOCAL_TOOLS, Path(folder).expanduser())
