"""Looks after the microphone for the window: opens the devices, tells faults, and serves the check page.

All methods are called on the GUI thread; what is told comes on others and crosses by the bridge.
"""

from collections.abc import Callable

from viewer.audio.slots import DeviceSlots, Names
from viewer.audio.system_microphone import SystemMicrophone
from viewer.errors import AudioDeviceError, MicrophoneFault
from viewer.media.capture.ear import Heard
from viewer.media.capture.microphone_check import MicrophoneCheck
from viewer.media.capture.microphone_guard import MicrophoneGuard
from viewer.media.capture.voice import Voice
from viewer.media.pcm import Samples
from viewer.media.playout.loudspeaker import Loudspeaker
from viewer.protocol.commands import Command, Connect, SendText
from viewer.protocol.events import Event, Phase, PhaseChanged, SessionClosed
from viewer.ui.bridge import Bridge
from viewer.ui.microphone.permission import ask_to_record
from viewer.ui.windows.main_window import MainWindow


class MicrophoneDesk:
    """The devices are open during a call, and while they are checked; then the call hears nothing of it.

    Args:
        on_fault: gets why the user is not heard, None when all is well again, on any thread.
    """

    def __init__(
        self,
        voice: Voice,
        loudspeaker: Loudspeaker,
        devices: DeviceSlots,
        on_fault: Callable[[MicrophoneFault | None], None],
    ) -> None:
        self._voice = voice
        self._devices = devices
        self._guard = MicrophoneGuard(on_fault)
        self._check = MicrophoneCheck(loudspeaker, lambda: self._guard.heard)
        self._system = SystemMicrophone(self._guard.system_says)
        self._muting = (False, False)
        self._there: tuple[Names, Names] = ((), ())
        self._problem: AudioDeviceError | None = None
        self._open = self._in_call = self._live = self._checking = False
        voice.on_heard = self._hear

    def submitted(self, command: Command) -> None:
        """The user wants ``command``."""
        match command:
            case Connect():
                self._in_call = True
                self._settle()
            case SendText():
                self._guard.sent()

    def followed(self, event: Event) -> None:
        """``event`` reached the GUI thread."""
        match event:
            case PhaseChanged(phase):
                self._live = phase is Phase.LIVE
            case SessionClosed():
                self._in_call = self._live = False
            case _:
                return
        self._settle()

    def mute(self, muted: bool, push_to_talk: bool) -> None:
        """The user is muted from now on, or heard."""
        self._muting = (muted, push_to_talk)
        self._tell_muting()

    def wait_for_voice(self, hear: Callable[[Heard], None]) -> None:
        """Have the microphone open while nobody is called, too; ``hear`` gets each block, on its thread."""
        self._guard.on_block = hear
        self._devices.listen(True)

    def serve(self, window: MainWindow, bridge: Bridge) -> None:
        """Show ``window`` what is wrong, follow what the user does there, and open the check from it."""
        bridge.devices_changed.connect(self._note_devices)
        bridge.device_problem.connect(self._note_problem)
        bridge.microphone_fault.connect(window.show_microphone_fault)
        window.microphone_fault_dismissed.connect(self._guard.dismiss)
        window.microphone_picked.connect(lambda _: self._guard.another_microphone())
        window.mute_changed.connect(lambda muted: self.mute(muted, window.controls.mute.push_to_talk))
        window.controls.message.textChanged.connect(lambda *_: self._guard.typing())
        window.microphone_check_requested.connect(lambda: self._open_check(window, bridge))
        ask_to_record(window, lambda fault: self._guard.system_says("", fault))

    def stop(self) -> None:
        """End what runs. May be called twice."""
        self._system.stop()

    def _open_check(self, window: MainWindow, bridge: Bridge) -> None:
        from viewer.ui.microphone.check_page import CheckPage  # noqa: PLC0415 # no window needs it at its start

        page = CheckPage(self._check.look, window)
        bridge.devices_changed.connect(page.set_devices)
        bridge.device_problem.connect(page.show_device_problem)
        bridge.microphone_fault.connect(page.show_fault)
        page.set_devices(*self._there)
        page.show_device_problem(self._problem)
        page.choose(window.controls.microphones.chosen, window.controls.speakers.chosen)
        page.set_in_call(self._in_call)
        page.microphone_picked.connect(lambda name: window.store.change(mic=name))
        page.speaker_picked.connect(lambda name: window.store.change(speaker=name))
        page.test_sound_requested.connect(self._check.play)
        page.recording_requested.connect(self._check.record)
        page.echo_test_requested.connect(self._check.listen)
        page.stop_requested.connect(self._check.stop)
        page.fault_dismissed.connect(self._guard.dismiss)
        page.finished.connect(lambda _: self._end_check())
        page.finished.connect(page.deleteLater)
        self._checking = True
        self._settle()
        page.open()

    def _note_devices(self, microphones: Names, speakers: Names) -> None:
        self._there = (microphones, speakers)

    def _note_problem(self, problem: AudioDeviceError | None) -> None:
        self._problem = problem

    def _end_check(self) -> None:
        self._checking = False
        self._check.stop()
        self._settle()

    def _settle(self) -> None:
        """Have open and attended to what is wanted now."""
        wanted = self._in_call or self._checking
        if wanted and not self._open:
            self._devices.open()
            self._system.open()
        elif self._open and not wanted:
            self._devices.close()
            self._system.close()
        self._open = wanted
        self._voice.withhold(self._checking)
        self._tell_muting()
        self._guard.attend(self._live or self._checking)

    def _tell_muting(self) -> None:
        """In a check the user wants to be heard, whatever he chose for calls."""
        self._guard.mute(*((False, False) if self._checking else self._muting))

    def _hear(self, raw: Samples, cleaned: Samples, persona: bool, leaks: bool) -> None:
        """On the voice's thread."""
        self._check.hear(raw)
        self._guard.hear(raw, cleaned, persona, leaks)
