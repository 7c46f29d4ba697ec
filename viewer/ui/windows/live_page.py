"""A running session: the picture fills the page, what is said lies over it, the controls are below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.ui.view_state import ViewState
from viewer.ui.widgets.caption import Caption
from viewer.ui.widgets.control_bar import ControlBar
from viewer.ui.widgets.notice import Notice
from viewer.ui.widgets.status_pill import StatusPill
from viewer.ui.widgets.video import VideoWidget

_MARGIN = 16
_NOTICE_WIDTH = 560
_NOTICE_SPACE = 240


class LivePage(QWidget):
    """Arranges the picture, its overlays and the controls."""

    def __init__(self, video: VideoWidget, controls: ControlBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.video = video
        self.controls = controls
        # A click on the picture takes the keyboard away from the message line, so that Space talks.
        video.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.caption = Caption(video)
        self.status = StatusPill(video)
        self.session_notice = Notice()
        self.device_notice = Notice()
        self.microphone_notice = Notice()
        self.processing_notice = Notice()
        self.message_notice = Notice()
        controls.message.problem.connect(self.message_notice.say)
        self._notices = QWidget(video)
        lines = QVBoxLayout(self._notices)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self.session_notice)
        lines.addWidget(self.device_notice)
        lines.addWidget(self.microphone_notice)
        lines.addWidget(self.processing_notice)
        lines.addWidget(self.message_notice)
        lines.addStretch()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(video, 1)
        self._column.addWidget(controls)

    def render_state(self, state: ViewState) -> None:
        """Show ``state``."""
        self.status.render_state(state)
        self.status.setVisible(state.live)
        self.session_notice.say(state.notice)
        self.caption.show_caption(state.caption)
        self.video.set_waiting_words(state.words)
        self.video.set_stalled(state.stalled)
        self.controls.render_state(state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._column.activate()
        width = min(_NOTICE_WIDTH, self.video.width() - 2 * _MARGIN)
        self.status.move(_MARGIN, _MARGIN)
        self._notices.setGeometry((self.video.width() - width) // 2, _MARGIN, width, _NOTICE_SPACE)
        self.caption.refit()
