"""Draws a state in a variant, and says what does not fit in it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from screens.fit import problems
from screens.states import STATES
from screens.variants import Variant, put_on, resize


@dataclass(frozen=True, slots=True)
class Drawn:
    """The picture of a window, and a line for each text in it that does not fit."""

    picture: QPixmap
    problems: list[str]


def draw(application: QApplication, state: str, variant: Variant) -> Drawn:
    """Make a window in ``state``, show it as ``variant`` says, and take its picture."""
    put_on(application, variant)
    made = STATES[state]()
    window, then = made if isinstance(made, tuple) else (made, None)
    resize(window, variant)
    window.show()
    _settle()
    if then:
        then()
        _settle()
    windows = [window, *_opened_by(application, window)]
    # A popover is found below its button's window, too.
    found = dict.fromkeys(line for each in windows for line in problems(each))
    drawn = Drawn(_together(windows), list(found))
    # Also those that a dialog belongs to.
    for each in (*reversed(windows), *application.topLevelWidgets()):
        each.hide()
        each.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return drawn


def _settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def _opened_by(application: QApplication, window: QWidget) -> list[QWidget]:
    """Popovers, menus and dialogs."""
    return [each for each in application.topLevelWidgets() if each.isVisible() and each is not window]


def _together(windows: list[QWidget]) -> QPixmap:
    picture = windows[0].grab()
    painter = QPainter(picture)
    for above in windows[1:]:
        painter.drawPixmap(above.pos() - windows[0].mapToGlobal(QPoint(0, 0)), above.grab())
    painter.end()
    return picture
