"""The controls below the picture: microphone, devices, message line, interrupt, leave."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from viewer.media.capture.processing import Processing
from viewer.protocol.text import plain
from viewer.settings import ViewerSettings
from viewer.ui import look
from viewer.ui.view_state import ViewState
from viewer.ui.widgets.device_picker import NONE, DevicePicker
from viewer.ui.widgets.level_meter import LevelMeter
from viewer.ui.widgets.message_line import MAX_MESSAGE, MessageLine
from viewer.ui.widgets.microphone_popover import MicrophonePopover
from viewer.ui.widgets.mute_button import MuteButton
from viewer.ui.widgets.volume import VolumeButton

# Narrower, the message line needs the room of words.
_ROOMY = 1040


class ControlBar(QFrame):
    """One line of controls, in the order of the Tab key."""

    text_sent = Signal(str)
    interrupted = Signal()
    left = Signal()

    def __init__(self, settings: ViewerSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.mute = MuteButton(settings.muted, settings.push_to_talk)
        self.meter = LevelMeter()
        self.microphones = DevicePicker("microphone", settings.mic)
        self.tune = _button("tune", "tune", "What is done to the microphone's sound", "Microphone settings")
        self.microphone = MicrophonePopover(
            Processing.requested_in(settings),
            settings.push_to_talk,
            self,
        )
        self.speakers = DevicePicker("speaker", settings.speaker)
        self.volume = VolumeButton(settings.volume)
        self.message = MessageLine()
        self.send = _button("send", "send", "Send (Enter)", "Send message", "on_primary")
        self.interrupt = _button("stop", "stop", "Cut the avatar's speech off", "Stop talking")
        self.leave = _button("leave", "leave", "End the session", "Disconnect", "danger")
        self._lay_out()
        self.message.returnPressed.connect(self._send)
        self.message.textChanged.connect(self._enable)
        self.send.clicked.connect(self._send)
        self.interrupt.clicked.connect(self.interrupted)
        self.leave.clicked.connect(self.left)
        self.tune.clicked.connect(lambda: self.microphone.open_above(self.tune))
        self.microphones.picked.connect(lambda _: self._enable())
        self._live = self._busy = False
        self.render_state(ViewState())

    def render_state(self, state: ViewState) -> None:
        """Offer what makes sense in ``state``."""
        became_live, self._live = state.live and not self._live, state.live
        became_busy, self._busy = state.busy and not self._busy, state.busy
        words = "Disconnect" if state.live else "Cancel"
        self.leave.setText(words)
        self.leave.setAccessibleName(words)
        self._enable()
        if became_live and self.mute.push_to_talk:
            self.mute.setFocus()  # so that Space talks
        elif became_live:
            self.message.setFocus()
        elif became_busy:
            self.leave.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.interrupt.setText("Stop talking" if self.width() >= _ROOMY else "")

    def give_back(self, texts: Sequence[str]) -> None:
        """Put into the message line what could not be said, before what stands there."""
        if texts:
            self.message.setText(" ".join([*texts, self.message.text()]).strip())

    def _enable(self) -> None:
        has_microphone = self.microphones.chosen != NONE
        self.mute.setEnabled(has_microphone)
        self.meter.setVisible(has_microphone)
        self.message.setEnabled(self._live)
        self.interrupt.setEnabled(self._live)
        self.send.setEnabled(self._live and self.message.can_be_sent)

    def _send(self) -> None:
        text = plain(self.message.text(), MAX_MESSAGE).strip()
        if text and self._live and self.message.can_be_sent:
            self.message.clear()
            self.text_sent.emit(text)

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 12, 16, 12)
        line.setSpacing(10)
        line.addWidget(self.mute)
        line.addWidget(self.meter)
        line.addLayout(_pair(self.microphones, self.tune))
        line.addLayout(_pair(self.speakers, self.volume))
        line.addWidget(self.message, 1)
        line.addWidget(self.send)
        line.addSpacing(6)
        line.addWidget(self.interrupt)
        line.addWidget(self.leave)


def _pair(picker: QWidget, button: QWidget) -> QHBoxLayout:
    """A picker and what belongs to it, close together."""
    pair = QHBoxLayout()
    pair.setSpacing(2)
    pair.addWidget(picker)
    pair.addWidget(button)
    return pair


def _button(style: str, image: str, tip: str, name: str, role: look.Role = "text") -> QPushButton:
    button = QPushButton(look.icon(image, role), "")
    button.setObjectName(style)
    button.setToolTip(tip)
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAutoDefault(False)
    return button
