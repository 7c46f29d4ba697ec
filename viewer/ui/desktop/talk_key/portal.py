"""A key that a desktop's portal lends: org.freedesktop.portal.GlobalShortcuts, as on Wayland.

The desktop asks its user the first time, remembers the answer, and may give another key. By jeepney, as
notifications are: Qt for Python cannot write what the calls want.
"""

import select
import socket
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Final, TypeAlias

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, Properties, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from viewer.ui.desktop.talk_key.combination import Combination, KeyUnavailable, State

Ready: TypeAlias = Callable[[State | str], None]

_SERVICE: Final = "org.freedesktop.portal.Desktop"
_PATH: Final = "/org/freedesktop/portal/desktop"
_SHORTCUTS: Final = DBusAddress(_PATH, _SERVICE, "org.freedesktop.portal.GlobalShortcuts")
_REGISTRY: Final = DBusAddress(_PATH, _SERVICE, "org.freedesktop.host.portal.Registry")
_REQUEST: Final = "org.freedesktop.portal.Request"
_SESSION: Final = "org.freedesktop.portal.Session"
_NOT_ALLOWED: Final = "org.freedesktop.portal.Error.NotAllowed"
_PROGRAM: Final = "persona-viewer"
"""The name of its .desktop file."""
_NAME: Final = "talk"
_MODIFIERS: Final = {"Ctrl": "CTRL", "Alt": "ALT", "Shift": "SHIFT", "Meta": "LOGO"}
_ANSWER_SECONDS: Final = 10.0


def listen(
    keys: Combination,
    description: str,
    over: socket.socket,
    ready: Ready,
    pressed: Callable[[bool], None],
) -> None:
    """Hear ``keys``, or those that the desktop gives instead, until ``over`` can be read; on a thread of its
    own.

    Args:
        description: what they are for, for whoever is asked.
        ready: called with what the desktop calls them, “” for none, and again when that changes.
        pressed: called when they go down, and when they are let go.

    Raises:
        KeyUnavailable: the desktop or its user does not want it, or no longer.
    """
    with _bus() as bus, _Desk(bus, over) as desk:
        try:
            session = desk.open_session()
            ready(desk.bind(session, keys, description))
            desk.tell(session, ready, pressed)
        except _OverError:
            return
        finally:
            desk.close_session()


def check(_keys: Combination | None) -> State:
    """Whether there is such a portal; its user is not asked.

    Raises:
        KeyUnavailable: there is none.
    """
    with _bus() as bus:
        answer = bus.send_and_get_reply(Properties(_SHORTCUTS).get("version"), timeout=_ANSWER_SECONDS)
        if answer.header.message_type is not MessageType.method_return:
            raise KeyUnavailable(State.NO_PORTAL)
    return State.ASKED_LATER


def trigger(keys: Combination) -> str:
    """``keys`` as freedesktop.org's specification of shortcuts writes them."""
    held = [name for ours, name in _MODIFIERS.items() if ours in keys.held]
    return "+".join((*held, keys.keysym_name))


@contextmanager
def _bus() -> Iterator[DBusConnection]:
    try:
        with open_dbus_connection() as bus:
            yield bus
    except (KeyError, ValueError, FileNotFoundError, ConnectionRefusedError, TimeoutError):
        raise KeyUnavailable(State.NO_PORTAL) from None
    except OSError:
        raise KeyUnavailable(State.LOST) from None


class _OverError(Exception):
    """Nobody wants to hear the key any more."""


class _Desk:
    """The portal's, on ``bus``."""

    def __init__(self, bus: DBusConnection, over: socket.socket) -> None:
        self._bus = bus
        self._over = over
        self._portal = ""
        self._session: str | None = None
        self._signals: deque[Message] = deque(maxlen=100)
        self._filters = ExitStack()

    def __enter__(self) -> "_Desk":
        gone = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
        gone.add_arg_condition(0, _SERVICE)
        for rule in (
            *(
                MatchRule(type="signal", interface=each)
                for each in (_REQUEST, _SESSION, _SHORTCUTS.interface)
            ),
            gone,
        ):
            self._filters.enter_context(self._bus.filter(rule, queue=self._signals))
            self._bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=_ANSWER_SECONDS)
        return self

    def __exit__(self, *_: object) -> None:
        self._filters.close()

    def open_session(self) -> str:
        """Returns the session's path."""
        # Newer portals lend keys to programs in the menu only; older ones know nothing of this.
        register = new_method_call(_REGISTRY, "Register", "sa{sv}", (_PROGRAM, {}))
        self._bus.send_and_get_reply(register, timeout=_ANSWER_SECONDS)
        tokens = {"handle_token": ("s", _NAME), "session_handle_token": ("s", _NAME)}
        self._session = str(self._ask("CreateSession", "a{sv}", (tokens,))["session_handle"])
        return self._session

    def bind(self, session: str, keys: Combination, description: str) -> str:
        """Returns what the desktop calls the keys that it gives."""
        wish = {"description": ("s", description), "preferred_trigger": ("s", trigger(keys))}
        wishes, options = [(_NAME, wish)], {"handle_token": ("s", f"{_NAME}_key")}
        bound = self._ask("BindShortcuts", "oa(sa{sv})sa{sv}", (session, wishes, "", options))
        name = _called(bound.get("shortcuts", ()))
        if name is None:
            raise KeyUnavailable(State.DECLINED)
        return name

    def tell(self, session: str, ready: Ready, pressed: Callable[[bool], None]) -> None:
        """What happens to the key, until nobody wants to know."""
        while True:
            signal = self._next()
            match signal.header.fields[HeaderFields.member], signal.body:
                case "Activated", (of, name, *_) if (of, name) == (session, _NAME):
                    pressed(True)
                case "Deactivated", (of, name, *_) if (of, name) == (session, _NAME):
                    pressed(False)
                case "ShortcutsChanged", (of, shortcuts) if of == session:
                    ready(_called(shortcuts) or "")
                case "Closed", _ if signal.header.fields[HeaderFields.path] == session:
                    self._lose()

    def close_session(self) -> None:
        """Give the key back."""
        if self._session:
            self._bus.send(new_method_call(DBusAddress(self._session, _SERVICE, _SESSION), "Close"))

    def _ask(self, member: str, signature: str, body: tuple[Any, ...]) -> dict[str, Any]:
        """Call, and wait for what the desktop or its user says; that may take minutes."""
        call = new_method_call(_SHORTCUTS, member, signature, body)
        reply = self._bus.send_and_get_reply(call, timeout=_ANSWER_SECONDS)
        if reply.header.message_type is not MessageType.method_return:
            name = reply.header.fields.get(HeaderFields.error_name)
            raise KeyUnavailable(State.NOT_IN_MENU if name == _NOT_ALLOWED else State.NO_PORTAL)
        self._portal = reply.header.fields[HeaderFields.sender]
        while True:
            signal = self._next()
            if signal.header.fields[HeaderFields.path] == reply.body[0]:
                refused, results = signal.body
                if refused:
                    raise KeyUnavailable(State.DECLINED)
                return {name: value for name, (_, value) in results.items()}

    def _next(self) -> Message:
        """The next signal of the portal."""
        while True:
            while self._signals:
                signal = self._signals.popleft()
                if signal.header.fields[HeaderFields.sender] == self._portal:
                    return signal
                if signal.header.fields[HeaderFields.member] == "NameOwnerChanged":
                    self._note_owner(*signal.body)
            try:
                self._bus.recv_messages(timeout=0)
            except TimeoutError:
                readable, _, _ = select.select([self._bus.sock, self._over], [], [])
                if self._over in readable:
                    raise _OverError from None

    def _note_owner(self, _name: str, before: str, _now: str) -> None:
        if before == self._portal:  # what it lent is gone with it
            self._lose()

    def _lose(self) -> None:
        self._session = None
        raise KeyUnavailable(State.LOST)


def _called(shortcuts: Any) -> str | None:
    """What the desktop calls our key among ``shortcuts``; None: it is not among them."""
    for name, told in shortcuts:
        if name == _NAME:
            return str(told.get("trigger_description", ("s", ""))[1])
    return None
