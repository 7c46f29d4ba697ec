"""Controls that go away when nobody wants them, and come back with the first touch."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtWidgets import QApplication, QGraphicsOpacityEffect, QStyle, QWidget

FADE_AFTER_MS: Final = 2000
_FADE_MS: Final = 220
_INPUT: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.NativeGesture,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.Wheel,
    }
)


class Fader(QObject):
    """Fades ``widgets`` after 2 s without input to their window, and the pointer over ``page`` with them.

    Args:
        stays: asked before they fade: whether they are wanted now.
    """

    changed = Signal(bool)
    """They are there from now on, or gone."""

    def __init__(self, page: QWidget, widgets: Sequence[QWidget], stays: Callable[[], bool]) -> None:
        super().__init__(page)
        self._page = page
        self._widgets = tuple(widgets)
        self._stays = stays
        self._pointer: QPointF | None = None
        self._shown = True
        self.timer = QTimer(self, singleShot=True, interval=FADE_AFTER_MS)
        self.timer.timeout.connect(self._fade)
        self.animation = QVariantAnimation(self)
        self.animation.setEndValue(0.0)
        self.animation.valueChanged.connect(self._set_opacity)
        self.animation.finished.connect(self._vanish)
        for widget in self._widgets:
            widget.setGraphicsEffect(QGraphicsOpacityEffect(widget))
        self._set_opacity(1.0)

    @property
    def shown(self) -> bool:
        """Whether they are there."""
        return self._shown

    def watch(self) -> None:
        """Come back by input to the page's window. Call when the page is shown; more than once is fine."""
        if handle := self._page.window().windowHandle():
            handle.installEventFilter(self)
        self.wake()

    def wake(self) -> None:
        """Be there, for 2 s at least."""
        self.timer.start()
        if self.animation.state() is QVariantAnimation.State.Running:
            self.animation.stop()
            self._set_opacity(1.0)
        if self._shown:
            return
        self._shown = True
        self._set_opacity(1.0)
        self._page.unsetCursor()
        self.changed.emit(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT and self._page.isVisible() and self._is_news(event):
            self.wake()
        return False

    def _is_news(self, event: QEvent) -> bool:
        """Some systems tell of a pointer that has not moved, as when it is hidden."""
        if event.type() is not QEvent.Type.MouseMove or not isinstance(event, QMouseEvent):
            return True
        before, self._pointer = self._pointer, event.globalPosition()
        return before != self._pointer

    def _fade(self) -> None:
        if not self._page.isVisible() or not self._shown:
            return
        if self._stays():
            self.timer.start()
            return
        self.animation.setStartValue(1.0)
        self.animation.setDuration(_FADE_MS if moves() else 0)
        self.animation.start()

    def _set_opacity(self, opacity: float) -> None:
        for widget in self._widgets:
            effect = widget.graphicsEffect()
            if isinstance(effect, QGraphicsOpacityEffect):
                # It costs more than it does where nothing is to be seen through.
                effect.setEnabled(opacity < 1)
                effect.setOpacity(opacity)

    def _vanish(self) -> None:
        if self._stays():
            self.wake()
            return
        self._shown = False
        self._page.setCursor(Qt.CursorShape.BlankCursor)
        self.changed.emit(False)


def moves() -> bool:
    """Whether things may move on the screen: not where the system wants less of that."""
    style = QApplication.style()
    return style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0


def somebody_needs_them(controls: Sequence[QWidget]) -> bool:
    """Whether ``controls`` are in use: keyboard or pointer are on them, or something of theirs is open.
    Also whether a screen reader, or a system that wants little motion, asks for a page that stays as it is.
    """
    focused = QApplication.focusWidget()
    return (
        QApplication.activePopupWidget() is not None
        or any(widget.isVisible() and widget.underMouse() for widget in controls)
        or any(focused is not None and widget.isAncestorOf(focused) for widget in controls)
        or QAccessible.isActive()
        or not moves()
    )
