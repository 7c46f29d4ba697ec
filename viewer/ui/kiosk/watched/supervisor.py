"""Tells systemd how this process is: sd_notify(3), a datagram to the socket that it names."""

import logging
import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Supervisor:
    """``address``: of the socket; empty: nobody listens. ``watchdog_seconds``: who says nothing for so long
    is ended and started anew; None: nobody minds.
    """

    address: str = ""
    watchdog_seconds: float | None = None

    def tell(self, **said: str) -> bool:
        """Say ``said``, as ``READY="1"``; whether it was sent. Never waits."""
        family = getattr(socket, "AF_UNIX", None)
        if not self.address or family is None:
            return False
        # “@” stands for the zero byte that begins the name of a socket which is no file.
        place = f"\0{self.address[1:]}" if self.address.startswith("@") else self.address
        text = "\n".join(f"{name}={' '.join(value.split())}" for name, value in said.items())
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as sender:
                sender.setblocking(False)
                sender.sendto(text.encode(), place)
        except OSError as error:
            _log.info("systemd could not be told: %s", error.strerror)
            return False
        return True


def supervisor(environment: Mapping[str, str] = os.environ) -> Supervisor:
    """Who started this process, if that wants to know.

    ``WATCHDOG_PID`` is not looked at: within a compositor the kiosk is not the process that systemd started.
    """
    microseconds = environment.get("WATCHDOG_USEC", "")
    seconds = int(microseconds) / 1e6 if microseconds.isascii() and microseconds.isdigit() else 0.0
    return Supervisor(environment.get("NOTIFY_SOCKET", ""), seconds or None)
