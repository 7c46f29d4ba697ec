"""A talk: the picture fills the page, and what is said, told and done floats over it."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from viewer.media.picture import PictureSlot
from viewer.protocol.events import Event
from viewer.settings import ViewerSettings
from viewer.ui import look
from viewer.ui.actions import Actions
from viewer.ui.language.told import told
from viewer.ui.talk import quality
from viewer.ui.talk.caption import Caption, CaptionLook
from viewer.ui.talk.control_bar import ControlBar
from viewer.ui.talk.fading import Fader, somebody_needs_them
from viewer.ui.talk.hands import Hands
from viewer.ui.talk.notices import Notices
from viewer.ui.talk.quality import Quality
from viewer.ui.talk.time_left import TimeLeft
from viewer.ui.view_state import ViewState
from viewer.ui.widgets.pill import Pill
from viewer.ui.widgets.status_pill import StatusPill
from viewer.ui.widgets.video import VideoWidget

_MARGIN: Final = 16
_GAP: Final = 12
_NOTICE_WIDTH: Final = 560


class LivePage(QWidget):
    """Arranges the picture and what floats over it."""

    arranged = Signal()
    """Everything has its place, for now."""

    def __init__(
        self,
        pictures: PictureSlot,
        settings: ViewerSettings,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        # Each widget is made where it belongs: one that is moved is styled anew, with all within.
        self.video = video = VideoWidget(pictures, self)
        self.controls = controls = ControlBar(settings, actions, self)
        self.hands = Hands(video)
        self.caption = Caption(self)
        self.show_caption_look(settings)
        self.status = StatusPill(self)
        self.time_left = TimeLeft(self)
        self.notices = Notices(self)
        self.session_notice = self.notices.session
        self.device_notice = self.notices.device
        self.microphone_notice = self.notices.microphone
        self.processing_notice = self.notices.processing
        self.message_notice = self.notices.message
        self.fades = settings.fade_controls
        """Whether the controls go away while nobody touches anything."""
        self._pills: list[Pill] = [self.status, self.time_left]
        self._state = ViewState()
        self._quality = Quality()
        video.set_scaling(settings.scaling)
        # The keyboard rests on the picture, so that Space talks and the controls can fade.
        video.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        video.setMouseTracking(True)
        controls.raise_()
        self.setFocusProxy(video)
        self.fader = Fader(self, (controls, self.status, self.time_left), self._stays)
        self.fader.changed.connect(lambda _: self._show_floating())
        controls.resized.connect(self._arrange)
        controls.message.problem.connect(self.message_notice.say)

    def render_state(self, state: ViewState) -> None:
        """Show ``state``."""
        before, self._state = self._state, state
        self.status.render_state(state)
        self.session_notice.say(state.notice)
        self.caption.show_caption(state.caption)
        self.video.set_waiting_words(told(state.words))
        self.video.set_stalled(state.stalled)
        self.controls.render_state(state)
        if (before.session_id, before.seconds) != (state.session_id, state.seconds):
            self.time_left.begin(state.seconds)
        if before.live != state.live or before.words != state.words:
            self.fader.wake()
        if state.live and not before.live:
            self.video.setFocus()
        if before.busy and not state.busy:
            self.hands.zoom_off()
            self.time_left.begin(None)
        self._show_floating()

    def show_caption_look(self, settings: ViewerSettings) -> None:
        """Have captions look as ``settings`` say."""
        self.caption.set_look(CaptionLook.of(settings))

    def judge_quality(self, event: Event) -> None:
        """Tell what is wrong with the connection after ``event``, and what to do."""
        before, self._quality = self._quality, quality.fold(self._quality, event)
        fault = self._quality.fault
        if fault != before.fault:
            self.notices.quality.say(quality.words(fault) if fault else None)

    def show_first(self, pill: Pill) -> None:
        """Have ``pill`` stand before the others for as long as it shows itself."""
        self._pills.insert(0, pill)

    def arrange(self) -> None:
        """Something that floats has another size, or is there no longer."""
        self._arrange()

    def take_back(self) -> None:
        """Picture and captions, lent to another window, are here again."""
        self.caption.move_to(self)
        self.caption.lower()
        self.video.setParent(self)
        self.video.lower()
        self.video.show()
        self._arrange()
        self.video.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.render_state(self._state)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fader.watch()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.fader.timer.stop()

    def _stays(self) -> bool:
        """Whether the controls are wanted though nothing was touched."""
        state = self._state
        if not self.fades or not state.live or state.stalled:
            return True
        if self.time_left.is_soon or self.controls.mute.held:
            return True
        return somebody_needs_them((self.controls, self.notices))

    def _show_floating(self) -> None:
        shown = self.fader.shown
        self.controls.setVisible(shown)
        self.status.setVisible(shown and self._state.live)
        self.time_left.setVisible(shown and self._state.live and self.time_left.seconds is not None)
        self._arrange()

    def _arrange(self) -> None:
        room = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        if self.video.parent() is self:
            self.video.setGeometry(self.rect())
        controls = self.controls
        controls.fit(max(room.width(), 0))
        self.video.covered = self.height() - room.bottom() + controls.height() + _GAP
        controls.move(room.center().x() - controls.width() // 2, room.bottom() + 1 - controls.height())
        self._arrange_top(room)
        bottom = room.bottom() - (controls.height() + _GAP if self.fader.shown else 0)
        top = self.notices.geometry().bottom() + _GAP if self._tells() else room.top()
        free = QRect(room.left(), top, room.width(), max(bottom - top, 0))
        if self.caption.parent() is self:
            self.caption.refit(free)
        self.arranged.emit()

    def _arrange_top(self, room: QRect) -> None:
        pills = [pill for pill in self._pills if pill in (self.status, self.time_left) or not pill.isHidden()]
        place = room.left()
        for pill in pills:
            pill.move(place, room.top())
            place += pill.width() + 8
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            for pill in pills:
                pill.move(self.width() - pill.x() - pill.width(), pill.y())
        width = min(look.scaled(_NOTICE_WIDTH), room.width(), self.notices.natural_width())
        beside = (room.width() - width) // 2 >= place
        top = room.top() if beside else room.top() + self.status.height() + 8
        self.notices.fit(QRect(room.center().x() - width // 2, top, width, 0))

    def _tells(self) -> bool:
        return any(not notice.isHidden() for notice in self.notices.all())
