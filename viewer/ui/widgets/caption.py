"""The caption: the last lines of what is being said."""

from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QWidget

from viewer.ui import view_state

_LINES: Final = 2
_MAX_WIDTH: Final = 760
_PADDING: Final = 44
_READING_MS: Final = 3500
_READING_MS_A_CHARACTER: Final = 45


class Caption(QLabel):
    """Shows at most two lines, the newest, as plain text; goes away when they can have been read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = parent
        self.setObjectName("caption")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName("Caption")
        self.expiry = QTimer(self, singleShot=True)
        """Runs once a message is complete; the caption goes away at its end."""
        self.expiry.timeout.connect(self.hide)
        self._shown: view_state.Caption | None = None
        self.hide()

    def show_caption(self, caption: view_state.Caption | None) -> None:
        """Show ``caption``, or nothing. The same again does not prolong it."""
        if caption == self._shown:
            return
        self._shown = caption
        self.expiry.stop()
        if caption is None:
            self.hide()
            return
        if self.property("speaker") != caption.role:
            self.setProperty("speaker", caption.role)
            self.style().unpolish(self)
            self.style().polish(self)
        self.refit()
        self.show()
        if caption.complete:
            self.expiry.start(_READING_MS + _READING_MS_A_CHARACTER * len(self.text()))

    def refit(self) -> None:
        """Break the lines anew and sit at the bottom of the parent, in the middle."""
        if self._shown is None:
            return
        self.ensurePolished()
        space = self._picture.size()
        width = min(_MAX_WIDTH, space.width() - 48)
        self.setText("\n".join(last_lines(self._shown.text, self.font(), width - _PADDING)))
        size = self.sizeHint().boundedTo(QSize(max(width, 0), space.height()))
        self.setGeometry(
            (space.width() - size.width()) // 2,
            space.height() - size.height() - 24,
            size.width(),
            size.height(),
        )


def last_lines(text: str, font: QFont, width: float) -> list[str]:
    """``text`` broken into lines of ``width`` logical pixels, the last ones of them."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, QFontMetricsF(font).maxWidth()))
        lines.append((line.textStart(), line.textLength()))
    layout.endLayout()
    units = text.encode("utf-16-le")  # Qt counts in UTF-16 code units
    return [
        units[2 * start : 2 * (start + length)].decode("utf-16-le").strip()
        for start, length in lines[-_LINES:]
    ]
