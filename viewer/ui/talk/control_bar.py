"""The controls that float over the picture, from the microphone to leaving."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from viewer.media.capture.processing import Processing
from viewer.settings import ViewerSettings
from viewer.ui import look
from viewer.ui.actions import Actions
from viewer.ui.talk.device_popovers import LoudspeakerPopover, MicrophonePopover
from viewer.ui.talk.message_editor import MessageEditor, cleaned
from viewer.ui.view_state import ViewState
from viewer.ui.widgets.bar_button import bar_button
from viewer.ui.widgets.device_picker import NONE
from viewer.ui.widgets.level_meter import LevelMeter
from viewer.ui.widgets.mute_button import MuteButton
from viewer.ui.widgets.volume import VolumeButton

WIDEST: Final = 780
# With less room beside the buttons, the message has a line of its own. Both grow with the text.
_LEAST_MESSAGE: Final = 270
_GAP: Final = 6
_FRAME: Final = 2
"""Pixels of border around the message."""


class ControlBar(QFrame):
    """One line of controls, two where there is little room, in the order of the Tab key."""

    text_sent = Signal(str)
    verbatim_sent = Signal(str)
    """To be said word for word."""

    interrupted = Signal()
    left = Signal()
    resized = Signal()
    """It needs another height."""

    def __init__(self, settings: ViewerSettings, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("floating")
        self._actions = actions
        self.mute = MuteButton(settings.muted, settings.push_to_talk, self)
        self.meter = LevelMeter(self, over=True)
        self.tune = bar_button(
            self, "tune", "chevron-up", self.tr("Microphone settings"), actions.tip("microphone")
        )
        self.microphone = MicrophonePopover(
            Processing.requested_in(settings), settings.push_to_talk, settings.mic, self
        )
        self.microphones = self.microphone.picker
        self.volume = VolumeButton(settings.volume, self)
        self.loudspeaker = LoudspeakerPopover(self.volume.row, settings.speaker, self)
        self.speakers = self.loudspeaker.picker
        self._writing = QFrame(self)
        self.message = MessageEditor(self._writing)
        self.verbatim = bar_button(
            self._writing,
            "inside",
            "verbatim",
            self.tr("Have it said word for word"),
            actions.tip("verbatim"),
        )
        self.send = bar_button(
            self._writing, "send", "send", self.tr("Send message"), self.tr("Send (Enter)"), "on_primary"
        )
        self.interrupt = bar_button(self, "stop", "stop", self.tr("Stop talking"), actions.tip("interrupt"))
        self.transcript = bar_button(
            self, "transcript", "transcript", self.tr("Transcript"), actions.tip("transcript")
        )
        self.transcript.setCheckable(True)
        self.more = bar_button(self, "more", "more", self.tr("More"))
        self.leave = bar_button(
            self, "leave", "leave", self.tr("Disconnect"), actions.tip("leave"), "on_alarm"
        )
        self._beside = (
            _beside_the_last_line(self.mute, self.meter, self.tune, self.volume),
            _beside_the_last_line(self.interrupt, self.transcript, self.more, self.leave),
        )
        self._row = QHBoxLayout()
        self._top = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._narrow = False
        for button in (self.mute, self.volume):
            button.setFocusPolicy(self.tune.focusPolicy())
        self._lay_out()
        self._connect_signals()
        self._live = self._busy = False
        self.render_state(ViewState())

    def render_state(self, state: ViewState) -> None:
        """Offer what makes sense in ``state``."""
        became_live, self._live = state.live and not self._live, state.live
        became_busy, self._busy = state.busy and not self._busy, state.busy
        words = self.tr("Disconnect") if state.live else self.tr("Cancel")
        self.leave.setAccessibleName(words)
        self.leave.setToolTip(self._actions.tip("leave") if state.live else words)
        _set(self.interrupt, "speaking", state.speaking)
        self._enable()
        if became_live and self.leave.hasFocus():
            self.leave.clearFocus()
        elif became_busy and not state.live:
            self.leave.setFocus()

    def give_back(self, texts: Sequence[str]) -> None:
        """Put into the message what could not be said, before what stands there."""
        if texts:
            self.message.setText(" ".join([*texts, self.message.text()]).strip())

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.sizeHint().height() != self.height():
            self.resized.emit()
        return done

    def fit(self, room: int) -> None:
        """Arrange itself for ``room`` pixels of width."""
        buttons = sum(line.sizeHint().width() + _GAP for line in self._beside)
        around = self.contentsMargins() + self._column.contentsMargins()
        needed = around.left() + buttons + look.scaled(_LEAST_MESSAGE) + around.right()
        narrow = room < needed
        if narrow != self._narrow:
            self._narrow = narrow
            if narrow:
                self._top.addWidget(self._writing)
            else:
                self._row.insertWidget(1, self._writing, 1)
        self.setFixedWidth(min(room, look.scaled(WIDEST)))
        self.setFixedHeight(self.sizeHint().height())

    def send_message(self) -> None:
        """Send what is typed, if it can be sent."""
        if text := self._taken():
            self.text_sent.emit(text)

    def send_verbatim(self) -> None:
        """Have what is typed said word for word, if it can be sent."""
        if text := self._taken():
            self.verbatim_sent.emit(text)

    def _taken(self) -> str:
        if not (self._live and self.message.can_be_sent):
            return ""
        return cleaned(self.message.take())

    def _enable(self) -> None:
        has_microphone = self.microphones.chosen != NONE
        self.mute.setEnabled(has_microphone)
        self.meter.setVisible(has_microphone)
        self.message.setEnabled(self._live)
        self.interrupt.setEnabled(self._live)
        can_send = self._live and self.message.can_be_sent
        self.send.setEnabled(can_send)
        self.verbatim.setEnabled(can_send)

    def _connect_signals(self) -> None:
        self.message.sent.connect(self.send_message)
        self.message.textChanged.connect(self._enable)
        self.message.focused.connect(lambda focused: _set(self._writing, "focused", focused))
        self.send.clicked.connect(self.send_message)
        self.verbatim.clicked.connect(self.send_verbatim)
        self.interrupt.clicked.connect(self.interrupted)
        self.leave.clicked.connect(self.left)
        self.tune.clicked.connect(self.open_microphone)
        self.volume.clicked.connect(self.open_loudspeaker)
        self.microphones.picked.connect(lambda _: self._enable())

    def open_microphone(self) -> None:
        """Show what belongs to the microphone, with the keyboard on it."""
        self.microphone.open_above(self.tune)
        self.microphones.setFocus()

    def open_loudspeaker(self) -> None:
        """Show what belongs to the loudspeaker, with the keyboard on it."""
        self.loudspeaker.open_above(self.volume)
        self.volume.slider.setFocus()

    def _lay_out(self) -> None:
        self._writing.setObjectName("writing")
        inside = QHBoxLayout(self._writing)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2)
        inside.addSpacing(16)  # on the right in languages that begin there, as a margin would not be
        inside.addWidget(self.message, 1, Qt.AlignmentFlag.AlignVCenter)
        inside.addWidget(self.verbatim, 0, Qt.AlignmentFlag.AlignBottom)
        inside.addWidget(self.send, 0, Qt.AlignmentFlag.AlignBottom)
        self._row.setSpacing(_GAP)
        before, after = self._beside
        self._row.addLayout(before)
        self._row.addWidget(self._writing, 1)
        self._row.addLayout(after)
        self._column.setContentsMargins(10, 8, 10, 8)
        self._column.setSpacing(_GAP)
        self._column.addLayout(self._top)
        self._column.addLayout(self._row)


def _beside_the_last_line(*widgets: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(_GAP)
    line.setContentsMargins(0, 0, 0, _FRAME)
    for widget in widgets:
        line.addWidget(widget, 0, Qt.AlignmentFlag.AlignBottom)
    return line


def _set(widget: QWidget, name: str, value: bool) -> None:
    """Give the sheet's rules a property to go by."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
