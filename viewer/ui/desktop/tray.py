"""An icon in the tray while a talk lasts, where there is a tray: who is heard, and the way back."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon


class Tray(QObject):
    """GNOME has no tray: there this shows nothing, and a minimised window stays in the list of windows."""

    show_requested = Signal()
    mute_requested = Signal()
    leave_requested = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.icon: QSystemTrayIcon | None = None
        """What is shown; None: nothing."""
        self._menu: QMenu | None = None
        self._muted = False
        self._mute_action: QAction | None = None

    def begin(self, name: str) -> None:
        """A talk with ``name`` begins."""
        if self.icon is not None or not QSystemTrayIcon.isSystemTrayAvailable():
            return
        self._menu = QMenu()
        self._menu.addAction(self.tr("Show window")).triggered.connect(self.show_requested)
        self._mute_action = self._menu.addAction(self.tr("Mute microphone"))
        self._mute_action.setCheckable(True)
        self._mute_action.setChecked(self._muted)
        self._mute_action.triggered.connect(self.mute_requested)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Leave the talk")).triggered.connect(self.leave_requested)
        self.icon = QSystemTrayIcon(QApplication.windowIcon(), self)
        self.icon.setContextMenu(self._menu)
        self.icon.setToolTip(self.tr("Persona Viewer: talking to {name}").format(name=name))
        self.icon.activated.connect(self._activated)
        self.icon.show()

    def show_muted(self, muted: bool) -> None:
        """The microphone is muted, or heard."""
        self._muted = muted
        if self._mute_action is not None:
            self._mute_action.setChecked(muted)

    def end(self) -> None:
        """The talk is over. May be called twice."""
        if self.icon is not None and self._menu is not None:
            self.icon.hide()
            self.icon.deleteLater()
            self._menu.deleteLater()
        self.icon = self._menu = self._mute_action = None

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.show_requested.emit()
