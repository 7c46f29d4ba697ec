"""Linux desktops' notifications, over the session's D-Bus.

By jeepney, which is there for keyrings and for the screen: Qt for Python cannot write the unsigned numbers
that the call wants, and Qt itself shows notifications only where there is a tray. Blocks: call it on a thread
of its own.
"""

import html
import logging
import time
from collections import deque
from typing import Any, Final

from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

_log = logging.getLogger(__name__)

PATIENCE_SECONDS: Final = 300.0
"""So long a click is waited for."""
_ANSWER_SECONDS: Final = 5.0
_NORMAL_URGENCY: Final = 1
_BY_THE_DESKTOP: Final = -1

_NOTIFICATIONS: Final = DBusAddress(
    "/org/freedesktop/Notifications",
    bus_name="org.freedesktop.Notifications",
    interface="org.freedesktop.Notifications",
)


def notify(title: str, text: str, open_words: str) -> bool:
    """Show a notification, and wait until it is gone; whether it was clicked.

    Args:
        open_words: the name of the click, for who hears the screen.

    Raises:
        OSError: there is no bus, or nobody on it who shows notifications.
    """
    try:
        with open_dbus_connection() as connection:
            return _shown(connection, title, text, open_words)
    except (KeyError, ValueError) as error:  # of the address in the environment
        raise OSError(0, f"there is no bus: {error}") from None


def _shown(connection: DBusConnection, title: str, text: str, open_words: str) -> bool:
    rule = MatchRule(type="signal", interface=_NOTIFICATIONS.interface, path=_NOTIFICATIONS.object_path)
    signals: deque[Any] = deque(maxlen=100)
    with connection.filter(rule, queue=signals):
        connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=_ANSWER_SECONDS)
        hints = {"desktop-entry": ("s", "persona-viewer"), "urgency": ("y", _NORMAL_URGENCY)}
        call = new_method_call(
            _NOTIFICATIONS,
            "Notify",
            "susssasa{sv}i",
            # Some desktops read the text as markup.
            (
                *("Persona Viewer", 0, "persona-viewer", title, html.escape(text, quote=False)),
                *(["default", open_words], hints, _BY_THE_DESKTOP),
            ),
        )
        answer = connection.send_and_get_reply(call, timeout=_ANSWER_SECONDS)
        if answer.header.message_type is not MessageType.method_return:
            raise OSError(0, "nobody shows notifications")
        return _clicked(connection, signals, answer.body[0])


def _clicked(connection: DBusConnection, signals: deque[Any], number: int) -> bool:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while (left := deadline - time.monotonic()) > 0:
        try:
            signal = connection.recv_until_filtered(signals, timeout=left)
        except TimeoutError:
            return False
        if signal.body and signal.body[0] == number:
            return bool(signal.header.fields.get(HeaderFields.member) == "ActionInvoked")
    return False
