"""What a Linux desktop says of colours, contrast and motion: org.freedesktop.portal.Settings on the bus.

Loaded late: QtDBus costs time that the first window does not need.
"""

import os
import threading
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import SLOT, QObject, Qt, Signal, Slot
from PySide6.QtDBus import (
    QDBusArgument,
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusVariant,
)

SERVICE: Final = "org.freedesktop.portal.Desktop"
PATH: Final = "/org/freedesktop/portal/desktop"
INTERFACE: Final = "org.freedesktop.portal.Settings"

_CONNECTION: Final = "persona-viewer-look"
_KEYS: Final = (
    ("org.freedesktop.appearance", "color-scheme"),
    ("org.freedesktop.appearance", "contrast"),
    ("org.freedesktop.appearance", "reduced-motion"),
    # What GNOME had before the portal knew of motion.
    ("org.gnome.desktop.interface", "enable-animations"),
)


class Portal(QObject):
    """Tells what the desktop says, now and whenever it changes. Where there is no bus or no portal: nothing.

    The bus is connected to on a thread of its own: a bus that hangs would hold the window up.
    """

    told = Signal(str, object)
    """A key, such as ``contrast``, and its value: a number or a bool."""

    asked = Signal(bool)
    """Whether there is a bus. With one the answers follow, if there are any."""

    _connected = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._connected.connect(self._ask, Qt.ConnectionType.QueuedConnection)

    def ask(self) -> None:
        """Begin; returns at once."""
        address = bus_address()
        if address is None:
            self.asked.emit(False)
            return

        def connect() -> None:
            self._connected.emit(QDBusConnection.connectToBus(address, _CONNECTION).isConnected())

        threading.Thread(target=connect, name="portal", daemon=True).start()

    @Slot(bool)
    def _ask(self, there: bool) -> None:
        if there:
            bus = QDBusConnection(_CONNECTION)
            heard = SLOT("_changed(QDBusMessage)")  # the stubs want bytes, PySide itself text
            bus.connect(SERVICE, PATH, INTERFACE, "SettingChanged", self, heard)  # type: ignore[call-overload]
            for namespace, key in _KEYS:
                # “ReadOne” would be newer; portals of 2022 lack it.
                call = QDBusMessage.createMethodCall(SERVICE, PATH, INTERFACE, "Read")
                call.setArguments([namespace, key])
                watcher = QDBusPendingCallWatcher(bus.asyncCall(call), self)
                watcher.setProperty("key", key)
                watcher.finished.connect(self._answered)
        self.asked.emit(there)

    @Slot(QDBusPendingCallWatcher)
    def _answered(self, watcher: QDBusPendingCallWatcher) -> None:
        arguments = watcher.reply().arguments()
        if not watcher.isError() and arguments:
            self._tell(str(watcher.property("key")), arguments[0])
        watcher.deleteLater()

    @Slot(QDBusMessage)
    def _changed(self, message: QDBusMessage) -> None:
        match message.arguments():
            case [namespace, key, value] if (namespace, key) in _KEYS:
                self._tell(key, value)

    def _tell(self, key: str, value: Any) -> None:
        while isinstance(value, (QDBusVariant, QDBusArgument)):
            value = value.variant() if isinstance(value, QDBusVariant) else value.asVariant()
        if isinstance(value, int):
            self.told.emit(key, value)


def bus_address() -> str | None:
    """Where this user's bus is. Not left to libdbus, which would start one where there is none."""
    if address := os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return address
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return f"unix:path={runtime}/bus" if runtime and Path(runtime, "bus").exists() else None
