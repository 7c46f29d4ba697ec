"""The desktop's portal on a real bus: what it says at first, and what it says later."""

import os
import subprocess
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant, QDBusVirtualObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer.ui.look import portal as the_portal
from viewer.ui.look.portal import Portal, bus_address

THEIRS = "their-portal"


class TheirPortal(QDBusVirtualObject):
    """As xdg-desktop-portal answers: a variant in a variant, and an error for what it does not know."""

    def __init__(self) -> None:
        super().__init__()
        self.settings = {"color-scheme": 2, "contrast": 0, "enable-animations": True}

    def introspect(self, path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:  # noqa: N802
        key = message.arguments()[1]
        if key not in self.settings:
            return connection.send(message.createErrorReply("org.freedesktop.portal.Error.NotFound", key))
        reply = message.createReply()
        outer = QDBusVariant()
        outer.setVariant(QDBusVariant(self.settings[key]))
        reply.setArguments([outer])
        return connection.send(reply)

    def change(self, namespace: str, key: str, value: object) -> None:
        signal = QDBusMessage.createSignal(the_portal.PATH, the_portal.INTERFACE, "SettingChanged")
        signal.setArguments([namespace, key, QDBusVariant(value)])
        QDBusConnection(THEIRS).send(signal)


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A bus of its own; its address is this session's."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
    ) as daemon:
        assert daemon.stdout
        address = daemon.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address
        for name in (THEIRS, "persona-viewer-look"):
            QDBusConnection.disconnectFromBus(name)
        daemon.terminate()


@pytest.mark.wire
def test_the_portal_is_asked_and_heard(bus: str, qtbot: QtBot, qapp: QApplication) -> None:
    theirs = TheirPortal()
    connection = QDBusConnection.connectToBus(bus, THEIRS)
    assert connection.registerService(the_portal.SERVICE)
    assert connection.registerVirtualObject(the_portal.PATH, theirs)
    parent = QObject()
    portal = Portal(parent)
    told: dict[str, int] = {}
    portal.told.connect(told.__setitem__)
    portal.ask()
    qtbot.waitUntil(lambda: told == {"color-scheme": 2, "contrast": 0, "enable-animations": True})
    theirs.change("org.example", "color-scheme", 0)
    theirs.change("org.freedesktop.appearance", "accent-color", 5)
    theirs.change("org.freedesktop.appearance", "color-scheme", 1)
    qtbot.waitUntil(lambda: told["color-scheme"] == 1)
    assert set(told) == {"color-scheme", "contrast", "enable-animations"}


@pytest.mark.parametrize("there", ["no bus", "nobody at its address"])
def test_without_a_bus_nothing_is_told(there: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    assert bus_address() is None
    if there != "no bus":
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    parent = QObject()
    portal = Portal(parent)
    portal.told.connect(lambda *_: pytest.fail("somebody told something"))
    with qtbot.waitSignal(portal.asked) as asked:
        portal.ask()
    assert asked.args == [False]


def test_the_bus_of_the_user_is_found_without_its_variable(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    runtime = tmp_path_factory.mktemp("runtime")
    (runtime / "bus").touch()
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    assert bus_address() == f"unix:path={runtime}/bus"
    assert "DBUS_SESSION_BUS_ADDRESS" not in os.environ
