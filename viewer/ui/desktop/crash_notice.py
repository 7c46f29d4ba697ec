"""Offers the report of what went wrong the last time."""

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from viewer.ui.desktop.crash_archive import CrashReport

_MARGIN = 16
_WIDTH = 640


class CrashNotice(QFrame):
    """Lies over the lower edge of ``parent`` until the user has decided."""

    done = Signal()
    """It is out of the way."""

    def __init__(self, report: CrashReport, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._report = report
        self._window = parent
        ended = self.tr("Persona Viewer ended unexpectedly last time.")
        failed = self.tr("Something in Persona Viewer failed last time.")
        self.label = _label(ended if report.crashed else failed)
        self.more = _label(
            self.tr(
                "A report on this computer names the place in the program, and nothing that was said. "
                "It helps whoever mends it."
            )
        )
        self.setAccessibleName(self.label.text())
        self.copy = QPushButton(self.tr("Copy report"))
        self.show_file = QPushButton(self.tr("Show file"))
        self.discard = QPushButton(self.tr("Discard"))
        self.keep = QPushButton(self.tr("Keep"))
        self.copy.clicked.connect(self._copy)
        self.show_file.clicked.connect(self._show_file)
        self.discard.clicked.connect(self._discard)
        self.keep.clicked.connect(self.end)
        self._lay_out()
        parent.installEventFilter(self)
        self._arrange()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._arrange()
        return super().eventFilter(watched, event)

    def end(self) -> None:
        """Go, and keep the report."""
        self._window.removeEventFilter(self)
        self.hide()
        self.deleteLater()
        self.done.emit()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.text())
        self.copy.setText(self.tr("Copied"))

    def _show_file(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._report.file.parent)))

    def _discard(self) -> None:
        self._report.discard()
        self.end()

    def _arrange(self) -> None:
        width = min(_WIDTH, self._window.width() - 2 * _MARGIN)
        height = self.heightForWidth(width)
        left = (self._window.width() - width) // 2
        self.setGeometry(left, self._window.height() - height - _MARGIN, width, height)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.copy, self.show_file, self.discard, self.keep):
            button.setAccessibleName(button.text())
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.insertStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.addWidget(self.label)
        column.addWidget(self.more)
        column.addLayout(buttons)


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("noticeText")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
