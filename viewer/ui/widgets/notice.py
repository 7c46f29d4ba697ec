"""A line that tells the user something and can be put away."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from viewer.ui import look
from viewer.ui.language.told import told


class Notice(QFrame):
    """Hidden until there is something to say. What was put away stays away until it changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._said: str | None = None
        self.label = QLabel(self)
        self.label.setObjectName("noticeText")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        # Without a name of its own, which a screen reader would say in the place of what it tells.
        self.dismiss = QPushButton(look.icon("close", "on_warning"), "", self)
        self.dismiss.setObjectName("flat")
        self.dismiss.setAccessibleName(self.tr("Dismiss notice"))
        self.dismiss.setToolTip(self.tr("Dismiss"))
        self.dismiss.clicked.connect(self.hide)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 8, 8, 8)
        line.setSpacing(10)
        line.addWidget(look.Sign("alert", "warning", 18, self))
        line.addWidget(self.label, 1)
        line.addWidget(self.dismiss)
        self.hide()

    def say(self, text: str | None) -> None:
        """Show ``text``, translated if it is a sentence of ours; None hides the line."""
        if text == self._said:
            return
        self._said = text
        self.label.setText(told(text or ""))
        self.setVisible(text is not None)

    def natural_width(self) -> int:
        """With which it tells all on one line."""
        words = self.label.fontMetrics().horizontalAdvance(self.label.text())
        around = self.sizeHint().width() - self.label.sizeHint().width()
        return words + around + 1

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.label.setText(told(self._said or ""))
