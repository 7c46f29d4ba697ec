"""The notices over the picture, one below the other, only as tall as they are."""

from PySide6.QtCore import QEvent, QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.ui.widgets.notice import Notice


class Notices(QWidget):
    """Sits at the top of the room it is given, in the middle."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notices")
        self.session = Notice(self)
        self.quality = Notice(self)
        self.device = Notice(self)
        self.microphone = Notice(self)
        """Why the user is not heard."""
        self.processing = Notice(self)
        self.recording = Notice(self)
        self.message = Notice(self)
        self.window_ = Notice(self)
        """What the window cannot do here."""
        self._room = QRect()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        for notice in self.all():
            self._lines.addWidget(notice)

    def all(self) -> tuple[Notice, ...]:
        """From top to bottom."""
        of_sound = self.device, self.microphone, self.processing
        return self.session, self.quality, *of_sound, self.recording, self.message, self.window_

    def natural_width(self) -> int:
        """With which each tells all on one line."""
        return max((notice.natural_width() for notice in self.all() if not notice.isHidden()), default=0)

    def fit(self, room: QRect) -> None:
        """Sit there."""
        self._room = room
        height = self._lines.heightForWidth(room.width()) if self._lines.hasHeightForWidth() else 0
        self.setGeometry(room.x(), room.y(), room.width(), max(height, 0))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self.fit(self._room)
        return done
