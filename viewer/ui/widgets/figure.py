"""A number beside what changes it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel


class Figure(QLabel):
    """Has room for ``widest`` in letters of any size, so that nothing moves while the number does."""

    def __init__(self, widest: str) -> None:
        super().__init__()
        self._widest = widest
        self.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        return super().sizeHint().expandedTo(QSize(self.fontMetrics().horizontalAdvance(self._widest), 0))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
