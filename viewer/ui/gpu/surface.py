"""Where the graphics processor draws: over all of the picture's widget, and under what floats there."""

import logging
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QRhi, QRhiCommandBuffer, QRhiDepthStencilClearValue
from PySide6.QtWidgets import QRhiWidget, QWidget

from viewer.media.picture import Planes
from viewer.ui.gpu.adapter import device_name, is_software
from viewer.ui.gpu.renderer import PlanesRenderer, RenderingFailed
from viewer.ui.gpu.view import Failure, View

# Asked for a picture, the system does not let it be drawn: after two such times the driver hangs. In between
# the event loop turns, so it is not ourselves who had no time.
_PATIENCE_MS: Final = 30
# There a window that nobody sees is found out by its silence.
_PATIENCE_ON_WAYLAND_MS: Final = 200

_log = logging.getLogger(__name__)


class PictureSurface(QRhiWidget):
    """Draws what ``wanted`` returns when it is asked to draw, for a target of that many pixels.

    Args:
        software_too: also by a program that pretends to be a graphics processor.
    """

    ready = Signal(str)
    """The driver has all that is needed; the adapter's name."""

    failed = Signal(str)
    """Why nothing can be drawn any more: a :data:`~viewer.ui.gpu.view.Failure`. Once."""

    def __init__(
        self, wanted: Callable[[QSize], tuple[Planes, View] | None], *, software_too: bool = False
    ) -> None:
        super().__init__()
        self._wanted = wanted
        self._software_too = software_too
        self._renderer: PlanesRenderer | None = None
        self._rhi: QRhi | None = None
        self._told = False
        self._dead = False
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._wait_longer)
        self._waits = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.renderFailed.connect(lambda: self.give_up("refused"))

    def put_under(self, parent: QWidget) -> None:
        """Become a child of ``parent``, under all its other ones, as large as can be to be no bother."""
        # So, and not by the constructor: then Qt makes a window of another kind where that is needed.
        self.setParent(parent)
        self.setGeometry(0, 0, 1, 1)
        self.lower()
        self.show()

    def cover(self) -> None:
        """Draw over all of the parent, if what is wanted is not drawn yet."""
        if not self.covers and (parent := self.parentWidget()):
            self.setGeometry(parent.rect())
            self.show()
        self.want()

    def uncover(self) -> None:
        """Let the parent be seen."""
        self._patience.stop()
        self.hide()

    @property
    def covers(self) -> bool:
        """Whether it is over all of the parent."""
        parent = self.parentWidget()
        return parent is not None and not self.isHidden() and self.size() == parent.size()

    def want(self) -> None:
        """There is something to draw."""
        self.update()
        if not self._patience.isActive():
            self._waits = 0
            self._patience.start(self._patience_ms())

    def give_up(self, reason: Failure) -> None:
        """Draw nothing any more."""
        if not self._dead:
            self._dead = True
            self._patience.stop()
            # Not while Qt draws: whoever hears it takes the window apart.
            QTimer.singleShot(0, self, lambda: self.failed.emit(reason))

    def initialize(self, commands: QRhiCommandBuffer) -> None:
        """Qt has a device, another one, or a target of another size."""
        rhi = self.rhi()
        if rhi is self._rhi or self._dead:
            return
        self._rhi, self._renderer = rhi, None
        info = rhi.driverInfo()
        if is_software(info) and not self._software_too:
            self.give_up("software")
            return
        try:
            self._renderer = PlanesRenderer(rhi, self.renderTarget().renderPassDescriptor())
        except RenderingFailed as failure:
            _log.warning("the graphics driver refused to make %s", failure)
            self.give_up("refused")
            return
        if not self._told:
            self._told = True
            name = device_name(info)
            QTimer.singleShot(0, self, lambda: self.ready.emit(name))

    def render(self, commands: QRhiCommandBuffer) -> None:  # type: ignore[override] # two of one name in Qt
        """Draw what is wanted now."""
        self._patience.stop()
        target = self.renderTarget()
        if self._rhi is not None and self._rhi.isDeviceLost():
            self.give_up("lost")
        drawing = None if self._dead or self._renderer is None else self._wanted(target.pixelSize())
        if drawing is None or self._renderer is None:
            commands.beginPass(target, QColor(0, 0, 0), QRhiDepthStencilClearValue(1.0, 0))
            commands.endPass()
            return
        try:
            self._renderer.draw(commands, target, *drawing)
        except RenderingFailed as failure:
            _log.warning("the graphics driver refused to make %s", failure)
            self.give_up("refused")

    def releaseResources(self) -> None:
        """Qt's device goes: the window changes, or it was lost."""
        if self._rhi is not None and self._rhi.isDeviceLost():
            self.give_up("lost")
        if self._renderer:
            self._renderer.destroy()
        self._renderer, self._rhi = None, None

    def _patience_ms(self) -> int:
        wayland = QGuiApplication.platformName() == "wayland"
        return _PATIENCE_ON_WAYLAND_MS if wayland else _PATIENCE_MS

    def _wait_longer(self) -> None:
        handle = self.window().windowHandle()
        if not self.isVisible() or handle is None or not handle.isExposed():
            return
        self._waits += 1
        if self._waits > 1:
            self.give_up("silent")
        else:
            self.update()
            self._patience.start(self._patience_ms())
