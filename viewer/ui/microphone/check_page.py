"""Whether the user will be heard, tried out before a call: level, recording, test sound, echo."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from viewer.errors import ViewerError
from viewer.media.capture.check_state import CheckState, Step
from viewer.ui import look
from viewer.ui.microphone.level_bar import LevelBar
from viewer.ui.widgets.device_picker import DevicePicker
from viewer.ui.widgets.notice import Notice

_LOOK_MS: Final = 50
_WIDTH: Final = 540
_FRAME: Final = 48
_LARGEST: Final = 16_777_215
# So loud (dBFS, at its peak) a voice is heard well, and below the second nobody speaks.
_WELL: Final = -30.0
_SOMETHING: Final = -45.0
_SECONDS: Final = 3
# What is said of the level stays so many looks.
_STAYS: Final = 40


class CheckPage(QDialog):
    """Shows what ``look`` tells, 20 times a second, and tells what the user wants done.

    Args:
        look: how far the check is, as long as the page is shown.
    """

    microphone_picked = Signal(str)
    speaker_picked = Signal(str)
    test_sound_requested = Signal()
    recording_requested = Signal()
    echo_test_requested = Signal()
    stop_requested = Signal()
    fault_dismissed = Signal()

    def __init__(self, look: Callable[[], CheckState], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("microphoneCheck")
        self.setWindowTitle(self.tr("Microphone check"))
        self.setModal(True)
        self._look = look
        self._loudest = -120.0
        self._loudest_left = 0
        # Once Qt has laid out what changed: until then wrapped text has the height that it had before.
        self._refit = QTimer(self, interval=0, singleShot=True)
        self._refit.timeout.connect(self._fit)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(lambda: self.show_state(self._look()))
        self._content = QWidget()
        self.microphones = _wide(DevicePicker("microphone", "", self))
        self.speakers = _wide(DevicePicker("speaker", "", self))
        self.bar = LevelBar()
        self.level_words = _words("rowLine", self.tr("How loud you are"))
        self.devices = Notice()
        self.fault = Notice()
        self.record = _button(self.tr("Record 3 seconds"))
        self.play = _button(self.tr("Play a test sound"))
        self.listen = _button(self.tr("Test the echo"))
        self.echo_words = _words("rowLine", self.tr("What the microphone hears of the loudspeaker"))
        self.call_words = _words("rowLine", self.tr("Your call"))
        self.end_button = _button(self.tr("Done"))
        self.end_button.setObjectName("primary")
        self.end_button.setDefault(True)
        self._lay_out()
        self.set_in_call(False)
        self._connect()
        self.show_state(CheckState())

    def set_devices(self, microphones: Sequence[str], speakers: Sequence[str]) -> None:
        """List the devices there are now."""
        self.microphones.set_devices(microphones)
        self.speakers.set_devices(speakers)

    def choose(self, microphone: str, speaker: str) -> None:
        """Show what is chosen."""
        self.microphones.choose(microphone)
        self.speakers.choose(speaker)

    def show_device_problem(self, error: ViewerError | None) -> None:
        """Tell why a device is not open; None: all is well again."""
        self.devices.say(error.told if error else None)
        self._refit.start()

    def show_fault(self, error: ViewerError | None) -> None:
        """Tell what is wrong with the microphone; None: all is well again."""
        self.fault.say(error.told if error else None)
        self._refit.start()

    def set_in_call(self, in_call: bool) -> None:
        """Whether a call goes on meanwhile, in which nothing of the check is heard."""
        self.call_words.setText(
            self.tr("Your call goes on. You are not heard in it until you close this check.")
            if in_call
            else ""
        )
        self.call_words.setVisible(in_call)
        self._refit.start()

    def show_state(self, state: CheckState) -> None:
        """Draw the level and how far the step is."""
        self.bar.show_level(state.level, state.peak, state.clips)
        self._say_level(state)
        self.record.setText(self._recording_words(state))
        self.play.setText(
            self.tr("Stop the test sound") if state.step is Step.PLAYING else self.tr("Play a test sound")
        )
        self.listen.setText(
            self.tr("Listening…") if state.step is Step.LISTENING else self.tr("Test the echo")
        )
        if (sentence := self._echo_sentence(state)) != self.echo_words.text():
            self.echo_words.setText(sentence)
            self._refit.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refit.start()
        self._timer.start()
        self.record.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _say_level(self, state: CheckState) -> None:
        self._loudest_left -= 1
        if state.peak >= self._loudest or self._loudest_left <= 0:
            self._loudest, self._loudest_left = state.peak, _STAYS
        if self.bar.clipped:
            words = self.tr("Too loud. Turn the microphone down, or move away from it.")
        elif self._loudest >= _WELL:
            words = self.tr("You are heard well.")
        elif self._loudest >= _SOMETHING:
            words = self.tr("A little quiet. Come closer, or turn the microphone up.")
        else:
            words = self.tr("Say something: the bar moves while you speak.")
        self.level_words.setText(words)

    def _recording_words(self, state: CheckState) -> str:
        if state.step is Step.RECORDING:
            left = max(1, _SECONDS - int(state.progress * _SECONDS))
            return self.tr("Speak… %n", "seconds left", left)
        if state.step is Step.REPLAYING:
            return self.tr("Playing it back…")
        return self.tr("Record 3 seconds")

    def _echo_sentence(self, state: CheckState) -> str:
        if state.step is Step.LISTENING:
            return self.tr("You will hear two short tones. Keep quiet for a moment.")
        if state.echo is None:
            return self.tr("Plays two short tones and listens whether your microphone hears them.")
        if state.echo:
            return self.tr("Your microphone hears your loudspeaker well; echo cancellation will be used.")
        return self.tr(
            "Nothing of the test sound came back to your microphone. "
            "With headphones that is as it should be. "
            "Otherwise turn the volume up, or choose another device."
        )

    def _connect(self) -> None:
        self.microphones.picked.connect(self.microphone_picked)
        self.speakers.picked.connect(self.speaker_picked)
        for button, begin, running in (
            (self.record, self.recording_requested, (Step.RECORDING, Step.REPLAYING)),
            (self.play, self.test_sound_requested, (Step.PLAYING,)),
            (self.listen, self.echo_test_requested, (Step.LISTENING,)),
        ):
            button.clicked.connect(lambda _, begin=begin.emit, running=running: self._toggle(begin, running))
        self.fault.dismiss.clicked.connect(self.fault_dismissed)
        self.end_button.clicked.connect(self.accept)

    def _toggle(self, begin: Callable[[], None], running: tuple[Step, ...]) -> None:
        """Begin the step, or end it where it runs."""
        if self._look().step in running:
            self.stop_requested.emit()
        else:
            begin()
        self.show_state(self._look())

    def _fit(self) -> None:
        """As high as what is said needs, as far as the screen allows; the rest is scrolled to."""
        content = self._content.layout()
        if content is None:
            return
        content.activate()
        room = self.screen().availableGeometry().size()
        width = min(look.scaled(_WIDTH), room.width())
        height = max(content.heightForWidth(width), content.minimumSize().height())
        fits = height <= room.height() - _FRAME
        # One that comes for a moment only takes the width away by which it would not be needed.
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._scroll.setVerticalScrollBarPolicy(bar)
        self.setMinimumSize(width, min(height, room.height() - _FRAME))
        self.resize(self.minimumSize())

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Microphone check"))
        title.setObjectName("title")
        scroll = self._scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(14)
        column.addWidget(title)
        column.addWidget(self.call_words)
        column.addWidget(self.devices)
        column.addWidget(self.fault)
        column.addWidget(
            _card(self.tr("Microphone"), self.microphones, [self.bar, self.level_words], [self.record])
        )
        column.addWidget(
            _card(self.tr("Loudspeaker"), self.speakers, [self.echo_words], [self.play, self.listen])
        )
        column.addStretch()
        end = QHBoxLayout()
        end.addStretch()
        end.addWidget(self.end_button)
        column.addLayout(end)


def _card(title: str, picker: QWidget, rows: Sequence[QWidget], buttons: Sequence[QWidget]) -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(20, 16, 20, 20)
    column.setSpacing(12)
    name = QLabel(title)
    name.setObjectName("fieldName")
    name.setBuddy(picker)
    column.addWidget(name)
    column.addWidget(picker)
    for row in rows:
        column.addWidget(row)
    line = QHBoxLayout()
    line.setSpacing(10)
    for button in buttons:
        line.addWidget(button)
    line.addStretch()
    column.addLayout(line)
    return card


def _wide(picker: DevicePicker) -> DevicePicker:
    """As wide as there is room: names of devices are long."""
    picker.setMinimumWidth(0)
    picker.setMaximumWidth(_LARGEST)
    picker.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return picker


def _words(style: str, name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(style)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAccessibleDescription(name)
    return label


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    return button
