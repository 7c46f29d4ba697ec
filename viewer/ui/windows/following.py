"""What the main window's controls make of the settings, and what settings make of the window."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from viewer.errors import UsageError
from viewer.media.capture.processing import Processing
from viewer.ui.settings_store import SettingsStore
from viewer.ui.talk import on_top
from viewer.ui.windows.window_actions import show_checks

if TYPE_CHECKING:
    from viewer.ui.talk.control_bar import ControlBar
    from viewer.ui.windows.main_window import MainWindow


class Following(QObject):
    """Lets ``window`` change its settings, and change with them."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        store = window.store
        store.changed.connect(self._follow)
        store.problem.connect(self._tell)
        for problem in store.file.problems[:1]:
            self._tell(problem)

    def _follow(self, name: str, value: Any) -> None:
        """A setting is another one now, wherever it was changed."""
        window = self._window
        controls, page = window.controls, window.live_page
        match name:
            case "mic":
                controls.microphones.choose(value)
                window.microphone_picked.emit(value)
            case "speaker":
                controls.speakers.choose(value)
                window.speaker_picked.emit(value)
            case "volume":
                controls.volume.show_volume(value)
                window.volume_changed.emit(value)
            case "muted":
                controls.mute.choose(value)
            case "push_to_talk":
                controls.microphone.show_push_to_talk(value)
                controls.mute.set_push_to_talk(value)
            case "scaling":
                window.video.set_scaling(value)
            case "captions" | "caption_size" | "caption_place":
                page.show_caption_look(window.store.current)
            case "fade_controls":
                page.fades = value
                page.fader.wake()
            case "always_on_top":
                if not stay_on_top(window, value):
                    window.store.change(always_on_top=False)
            case "echo_cancellation" | "noise_suppression" | "automatic_gain" | "half_duplex":
                requested = Processing.requested_in(window.store.current)
                controls.microphone.show_requested(requested)
                window.processing_requested.emit(requested)
        show_checks(window)

    def _tell(self, problem: UsageError | None) -> None:
        self._window.settings_notice.say(problem.told if problem else None)


def stay_on_top(window: "MainWindow", on: bool) -> bool:
    """Keep ``window`` above all others, or no longer; whether it can."""
    refusal = on_top.refusal() if on else None
    if on and (refusal or window.live_page_if_made):
        window.live_page.notices.window_.say(refusal)
    if refusal is None:
        on_top.keep_on_top(window, on)
    window.keys["on_top"].setChecked(on and refusal is None)
    return refusal is None


def give_choices(controls: "ControlBar", store: SettingsStore) -> None:
    """Give what the user chooses on the controls to the settings, and from there to whoever minds."""
    controls.mute.chosen.connect(lambda muted: store.change(muted=muted))
    controls.microphone.requested.connect(lambda requested: store.change(**asdict(requested)))
    controls.microphone.push_to_talk_changed.connect(lambda on: store.change(push_to_talk=on))
    controls.volume.changed.connect(lambda volume: store.change(volume=volume))
    controls.microphones.picked.connect(lambda name: store.change(mic=name))
    controls.speakers.picked.connect(lambda name: store.change(speaker=name))
