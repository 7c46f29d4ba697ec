"""A line below the transcript that says what came of something, for a while."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from viewer.ui.announcements import announce
from viewer.ui.widgets.flat_button import flat_button

SECONDS: Final = 8.0


class MessageBar(QFrame):
    """Hidden until there is something to say. It may offer to take that back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transcriptMessage")
        self._over: Callable[[], None] = _nothing
        self._undo: Callable[[], None] = _nothing
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.undo = QPushButton(self.tr("Undo"))
        self.undo.setObjectName("small")
        self.undo.setAutoDefault(False)
        self.undo.clicked.connect(self.take_back)
        self.dismiss = flat_button("close", self.tr("Dismiss"), "quiet")
        self.dismiss.clicked.connect(self.end)
        self.expiry = QTimer(self, singleShot=True, interval=round(SECONDS * 1000))
        self.expiry.timeout.connect(self.end)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(8)
        row.addWidget(self.label, 1)
        row.addWidget(self.undo)
        row.addWidget(self.dismiss)
        self.hide()

    def say(self, words: str) -> None:
        """Say ``words``, for :data:`SECONDS`."""
        self._show(words)
        self.expiry.start()

    def warn(self, words: str) -> None:
        """Say ``words`` until they are put away."""
        self._show(words)
        self.expiry.stop()

    def offer_undo(self, words: str, undo: Callable[[], None], over: Callable[[], None]) -> None:
        """Say ``words`` and let the user ``undo``; ``over`` is called when that was not done in time."""
        self._show(words)
        self._undo, self._over = undo, over
        self.undo.show()
        self.expiry.start()

    def take_back(self) -> None:
        """What the user is offered to take back is taken back."""
        undo, self._over = self._undo, _nothing
        self.end()
        undo()

    def end(self) -> None:
        """Say nothing any more."""
        self.expiry.stop()
        over, self._over, self._undo = self._over, _nothing, _nothing
        self.hide()
        over()

    def _show(self, words: str) -> None:
        self.end()
        self.label.setText(words)
        announce(self, words)
        self.undo.hide()
        self.show()


def _nothing() -> None:
    return
