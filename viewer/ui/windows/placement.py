"""Where a window is on the screen, as text, so that it comes back there.

Places are in Qt's coordinates, which screens of different densities share. On Wayland only the compositor
places windows: there a window comes back in its size and state.

Qt's ``saveGeometry`` does so, too, but keeps room for a title bar that it imagines: where there is no window
manager, a window at the edge of the screen came back 25 pixels below.
"""

import re
from typing import Final

from PySide6.QtCore import QMargins, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from viewer.ui import look

_LEAST: Final = QSize(520, 480)
_STATES: Final = {
    "normal": Qt.WindowState.WindowNoState,
    "maximized": Qt.WindowState.WindowMaximized,
    "fullscreen": Qt.WindowState.WindowFullScreen,
}
# Left, top, width and height without the frame; the frame's left, top, right and bottom; the state.
_TEXT: Final = re.compile(
    r"(-?\d{1,6}) (-?\d{1,6}) ([1-9]\d{0,5}) ([1-9]\d{0,5}) (\d{1,3}) (\d{1,3}) (\d{1,3}) (\d{1,3}) (\w+)",
    re.ASCII,
)


def keep_room(window: QWidget, panel: QWidget) -> None:
    """Keep ``window`` wide enough for its controls, and for ``panel`` while it is open."""
    beside = 0 if panel.isHidden() else panel.minimumSizeHint().width()
    wanted = QSize(look.scaled(_LEAST.width()) + beside, _LEAST.height())
    window.setMinimumSize(wanted.boundedTo(window.screen().availableSize()))


def placement_of(window: QWidget) -> str:
    """Size, place and state of ``window``, for :func:`place`."""
    inside, outside = window.geometry(), window.frameGeometry()
    normal = window.normalGeometry()
    numbers = (
        *(normal.left(), normal.top(), normal.width(), normal.height()),
        *(max(0, inside.left() - outside.left()), max(0, inside.top() - outside.top())),
        *(max(0, outside.right() - inside.right()), max(0, outside.bottom() - inside.bottom())),
    )
    state = next((name for name, flag in _STATES.items() if flag & window.windowState()), "normal")
    return " ".join([*map(str, numbers), state])


def keep_on_a_screen(window: QWidget) -> None:
    """Bring ``window`` to one that is left when the one that it is on goes, as some systems do."""
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication), "windows need one"
    application.screenRemoved.connect(_Guard(window).wait)


class _Guard(QObject):
    """Goes with its window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._bring_back)

    def wait(self, _gone: QScreen) -> None:
        """Until Qt itself has dealt with it."""
        self._timer.start()

    def _bring_back(self) -> None:
        frame = self._window.frameGeometry()
        if not any(screen.geometry().intersects(frame) for screen in QGuiApplication.screens()):
            place(self._window, placement_of(self._window))


def place(window: QWidget, text: str) -> None:
    """Put ``window`` where one was, but wholly on a screen; a text that is not understood changes nothing."""
    found = _TEXT.fullmatch(text)
    if not found or found[9] not in _STATES:
        return
    left, top, width, height, *frame = (int(number) for number in found.groups()[:8])
    framed = QRect(left, top, width, height).marginsAdded(QMargins(*frame))
    screen = QGuiApplication.screenAt(framed.center()) or QGuiApplication.primaryScreen()
    room = screen.availableGeometry()
    framed.setSize(framed.size().boundedTo(room.size()))
    framed.moveLeft(min(max(framed.left(), room.left()), room.right() - framed.width() + 1))
    framed.moveTop(min(max(framed.top(), room.top()), room.bottom() - framed.height() + 1))
    window.setGeometry(framed.marginsRemoved(QMargins(*frame)))
    window.setWindowState(_STATES[found[9]])
