"""Picture in picture: a small window without a frame that stays on top."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QSizeGrip, QWidget

from viewer.ui import look
from viewer.ui.actions import Actions
from viewer.ui.talk import on_top
from viewer.ui.talk.caption import Caption, CaptionLook
from viewer.ui.widgets.bar_button import bar_button
from viewer.ui.widgets.video import VideoWidget

_NAMES: Final = (
    *("mute", "small_window", "leave", "escape", "interrupt"),
    *("louder", "quieter", "captions", "on_top", "quit"),
)
_WIDTH: Final = 360
_MARGIN: Final = 24
_EDGE: Final = 10
# So wide it has captions in the size of the main window's, and in smaller letters where it is less.
_PLAIN_WIDTH: Final = 480
_LETTERS: Final = (0.75, 1.5)


class SmallWindow(QMainWindow):
    """Shows the picture that it is lent, by which it is dragged, and its captions. Its buttons appear under
    the pointer or the keyboard, at the edge that has no captions, and that of a muted microphone stays.

    Args:
        key_pressed: gets the keys that nothing here wants.
    """

    returned = Signal()
    """The user wants the window back."""

    left = Signal()
    """The user ends the talk."""

    mute_clicked = Signal()

    def __init__(self, actions: Actions, key_pressed: Callable[[QKeyEvent], None]) -> None:
        super().__init__(
            None,
            Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint,
        )
        self.setObjectName("smallWindow")
        self.setWindowTitle(self.tr("Persona Viewer, small window"))
        self.setMinimumSize(QSize(200, 150))
        self.bar = bar = QFrame(self)
        bar.setObjectName("floating")
        self.mute = bar_button(bar, "mute", "microphone", self.tr("Mute microphone"), actions.tip("mute"))
        self.mute.setCheckable(True)
        self.back = bar_button(
            bar, "back", "full-screen", self.tr("Back to the window"), actions.tip("small_window")
        )
        self.leave = bar_button(
            bar, "leave", "leave", self.tr("End the talk"), actions.tip("leave"), "on_alarm"
        )
        self._key_pressed = key_pressed
        self._video: VideoWidget | None = None
        self._caption: Caption | None = None
        self._muted = False
        self._dragged_from: QPoint | None = None
        self._grip = _Grip(self)
        line = QHBoxLayout(self.bar)
        line.setContentsMargins(6, 4, 6, 4)
        line.setSpacing(6)
        for button in (self.mute, self.back, self.leave):
            line.addWidget(button)
            button.installEventFilter(self)
        self.addActions([actions[name] for name in _NAMES])
        self.mute.clicked.connect(self.mute_clicked)
        self.back.clicked.connect(self.returned)
        self.leave.clicked.connect(self.left)

    def borrow(self, video: VideoWidget, caption: Caption, beside: QRect) -> None:
        """Show both in the lower right corner of ``beside``, on the screen, until :meth:`give_back`."""
        self._video, self._caption = video, caption
        caption.move_to(self)
        caption.look_changed.connect(self._arrange)
        self.setToolTip(on_top.refusal() or "")
        video.setParent(self)
        video.lower()
        video.setFocus()
        size = video.picture_size if not video.picture_size.isEmpty() else QSize(3, 2)
        self.resize(size.scaled(_WIDTH, _WIDTH, Qt.AspectRatioMode.KeepAspectRatio))
        corner = beside.bottomRight() - QPoint(self.width() + _MARGIN, self.height() + _MARGIN)
        self.move(corner)
        video.show()
        self._arrange()
        self._show_controls(False)
        self.show()
        self.raise_()
        self.activateWindow()

    def give_back(self) -> None:
        """Close: picture and captions can be had again."""
        if self._caption:
            self._caption.look_changed.disconnect(self._arrange)
        self._video = self._caption = None
        self.hide()

    def show_muted(self, muted: bool, name: str) -> None:
        """Show whether the microphone is heard; ``name`` says what its button does."""
        self._muted = muted
        self.mute.setIcon(
            look.icon("microphone-off", "over_danger") if muted else look.icon("microphone", "on_over")
        )
        self.mute.setChecked(muted)
        self.mute.setAccessibleName(name)
        self._show_controls(self.underMouse())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._key_pressed(event)
        super().keyPressEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:
        self._show_controls(True)  # what is hidden cannot have the keyboard
        return super().focusNextPrevChild(onward)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            handle = self.windowHandle()
            # The window manager moves it, as only that may on Wayland.
            if handle is None or not handle.startSystemMove():
                self._dragged_from = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged_from is not None:
            self.move(event.globalPosition().toPoint() - self._dragged_from)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged_from = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.returned.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._show_controls(True)

    def leaveEvent(self, event: QEvent) -> None:
        self._show_controls(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.returned.emit()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_controls(event.type() is QEvent.Type.FocusIn)
        return False

    def _show_controls(self, shown: bool) -> None:
        focused = self.focusWidget()
        shown = shown or (self.isActiveWindow() and focused is not None and self.bar.isAncestorOf(focused))
        self.back.setVisible(shown)
        self.leave.setVisible(shown)
        self.mute.setVisible(shown or self._muted)
        self.bar.setVisible(shown or self._muted)
        self._grip.setVisible(shown)
        self._arrange()

    def _arrange(self) -> None:
        if self._video:
            self._video.setGeometry(self.rect())
        self.bar.adjustSize()
        below = self.height() - self.bar.height() - _EDGE
        captions = self._caption.look if self._caption else CaptionLook("off")
        is_free_below = captions.style == "off" or captions.place == "top"
        self.bar.move((self.width() - self.bar.width()) // 2, below if is_free_below else _EDGE)
        if self._caption:
            least, most = _LETTERS
            letters = min(max(self.width() / _PLAIN_WIDTH, least), most)
            self._caption.refit(self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE), letters)
            self._caption.raise_()
        self._grip.move(self.width() - self._grip.width(), self.height() - self._grip.height())
        self.bar.raise_()
        self._grip.raise_()


class _Grip(QSizeGrip):
    """The corner by which the window is made larger."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setFixedSize(22, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Dark under light: it is seen on any picture.
        for colour, width in ((look.colour("over"), 3.5), (look.colour("on_over"), 1.5)):
            painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            for inset in (6, 12):
                painter.drawLine(QPointF(18, 18 - inset), QPointF(18 - inset, 18))
        painter.end()
