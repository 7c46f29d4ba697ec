"""A key that a desktop's portal lends, on a real bus with somebody who answers as xdg-desktop-portal does."""

import queue
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from jeepney import DBusAddress, HeaderFields, Message, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

from viewer.ui.desktop.talk_key import portal
from viewer.ui.desktop.talk_key.combination import Combination, KeyUnavailable, State

pytestmark = [pytest.mark.long, pytest.mark.skipif(sys.platform != "linux", reason="D-Bus")]

PATIENCE = 10.0
KEYS = Combination.parsed("Ctrl+Alt+,")
SESSION = "/a/session"
HERE = DBusAddress(portal._PATH, interface=portal._SHORTCUTS.interface)


class TheirPortal:
    """Lends its own key to programs in its menu, unless it is ``odd``; ``asked`` is what was called."""

    def __init__(self, odd: str = "") -> None:
        self.odd = odd
        self.asked: queue.Queue[tuple[str, Any]] = queue.Queue()
        self._registered = False
        self._bus = open_dbus_connection()
        self._bus.send_and_get_reply(message_bus.RequestName(portal._SERVICE))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def signal(self, name: str, signature: str, body: tuple[Any, ...], path: str = "") -> None:
        """Tell everybody."""
        where = DBusAddress(path, interface=portal._SESSION) if path else HERE
        self._bus.send(new_signal(where, name, signature, body))

    def close(self) -> None:
        """Leave the bus. May be called twice."""
        if self._thread.is_alive():
            self._bus.sock.shutdown(socket.SHUT_RDWR)
            self._thread.join(PATIENCE)
            self._bus.close()

    def _serve(self) -> None:
        while True:
            try:
                call = self._bus.receive()
            except OSError:
                return
            if call.header.fields.get(HeaderFields.destination) == portal._SERVICE:
                self._answer(call, call.header.fields[HeaderFields.member])
                self.asked.put((call.header.fields[HeaderFields.member], call.body))

    def _answer(self, call: Message, name: str) -> None:
        match name:
            case "Register":
                self._registered = self.odd != "not in its menu"
                self._bus.send(new_method_return(call))
            case "Get" if self.odd == "old":
                self._bus.send(new_error(call, "org.freedesktop.DBus.Error.InvalidArgs"))
            case "Get":
                self._bus.send(new_method_return(call, "v", (("u", 1),)))
            case "CreateSession" if not self._registered:
                self._bus.send(new_error(call, "org.freedesktop.portal.Error.NotAllowed"))
            case "CreateSession":
                self._respond(call, {"session_handle": ("s", SESSION)})
            case "BindShortcuts":
                bound = [] if self.odd == "stingy" else [("talk", {"trigger_description": ("s", "Hyper+T")})]
                self._respond(call, {"shortcuts": ("a(sa{sv})", bound)}, self.odd == "unwilling")

    def _respond(self, call: Message, results: dict[str, Any], refused: bool = False) -> None:
        """The signal may come before the reply."""
        request = DBusAddress(f"/request/{call.body[-1]['handle_token'][1]}", interface=portal._REQUEST)
        self._bus.send(new_signal(request, "Response", "ua{sv}", (int(refused), results)))
        self._bus.send(new_method_return(call, "o", (request.object_path,)))


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.stdout.readline().strip())
        yield
        daemon.terminate()


@contextmanager
def listening() -> Iterator[queue.Queue[object]]:
    told: queue.Queue[object] = queue.Queue()
    ours, over = socket.socketpair()

    def listen() -> None:
        with over:
            try:
                portal.listen(KEYS, "Talk", over, told.put, told.put)
            except KeyUnavailable as unavailable:
                told.put(unavailable.state)

    thread = threading.Thread(target=listen)
    thread.start()
    yield told
    ours.close()
    thread.join(PATIENCE)
    assert not thread.is_alive()


def test_the_desktop_lends_a_key_and_it_is_given_back(bus: None) -> None:
    theirs = TheirPortal()
    assert portal.check(KEYS) is State.ASKED_LATER
    with listening() as told:
        assert told.get(timeout=PATIENCE) == "Hyper+T"
        pressed = "osta{sv}"
        for name, of in (("Activated", "/of/another"), ("Activated", SESSION), ("Deactivated", SESSION)):
            theirs.signal(name, pressed, (of, "talk", 1, {}))
        assert [told.get(timeout=PATIENCE) for _ in range(2)] == [True, False]
        changed = [("talk", {"trigger_description": ("s", "F13")})]
        theirs.signal("ShortcutsChanged", "oa(sa{sv})", (SESSION, changed))
        assert told.get(timeout=PATIENCE) == "F13"
    asked = [theirs.asked.get(timeout=PATIENCE) for _ in range(5)]
    assert [name for name, _ in asked] == ["Get", "Register", "CreateSession", "BindShortcuts", "Close"]
    wish = {"description": ("s", "Talk"), "preferred_trigger": ("s", "CTRL+ALT+comma")}
    assert asked[1][1] == ("persona-viewer", {})
    assert asked[3][1][:3] == (SESSION, [("talk", wish)], "")
    theirs.close()


@pytest.mark.parametrize(
    ("odd", "state"),
    [
        ("unwilling", State.DECLINED),
        ("stingy", State.DECLINED),
        ("not in its menu", State.NOT_IN_MENU),
    ],
)
def test_a_desktop_that_lends_none_says_why(bus: None, odd: str, state: State) -> None:
    theirs = TheirPortal(odd)
    with listening() as told:
        assert told.get(timeout=PATIENCE) is state
    theirs.close()


@pytest.mark.parametrize("how", ["it says so", "it dies"])
def test_a_key_that_the_desktop_takes_back_is_lost(bus: None, how: str) -> None:
    theirs = TheirPortal()
    with listening() as told:
        assert told.get(timeout=PATIENCE) == "Hyper+T"
        if how == "it dies":
            theirs.close()
        else:
            theirs.signal("Closed", "a{sv}", ({},), SESSION)
        assert told.get(timeout=PATIENCE) is State.LOST
    theirs.close()


def test_where_there_is_no_such_portal_it_is_said(bus: None, monkeypatch: pytest.MonkeyPatch) -> None:
    old = TheirPortal("old")
    with pytest.raises(KeyUnavailable) as unavailable:
        portal.check(KEYS)
    assert unavailable.value.state is State.NO_PORTAL
    old.close()
    with listening() as told:  # nobody is there at all
        assert told.get(timeout=PATIENCE) is State.NO_PORTAL
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    with pytest.raises(KeyUnavailable) as unavailable:
        portal.check(KEYS)
    assert unavailable.value.state is State.NO_PORTAL
