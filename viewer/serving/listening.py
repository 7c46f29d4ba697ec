"""The socket that a server listens on, and how it says so."""

import errno
import socket
import sys

from viewer.errors import UsageError


def listen(host: str, port: int, option: str = "--port") -> socket.socket:
    """A TCP socket that listens there; port 0 is a free one, no host all addresses. The port is that of
    ``option``.

    Raises:
        UsageError: the address cannot be had.
    """
    try:
        family, _, _, _, address = socket.getaddrinfo(
            host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.create_server((str(address[0]), port), family=family, backlog=128)
        # asyncio sets it on sockets that it makes itself; without it every answer waits for a delayed ACK.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listener
    except OSError as error:
        where = f"{host}:{port}"
        if error.errno == errno.EADDRINUSE:
            raise UsageError(
                f"The address {where} is in use.",
                hint=f"End the program that uses it, or choose another {option} (0 for a free one).",
            ) from None
        raise UsageError(
            f"Cannot listen on {where}: {error.strerror or error}.",
            hint="Choose an address of this machine and a port above 1023.",
        ) from None


def say_ready(listener: socket.socket, word: str = "READY", scheme: str = "http") -> None:
    """Print ``READY http://HOST:PORT``, for whoever started this process."""
    host, port = listener.getsockname()[:2]
    sys.stdout.write(f"{word} {scheme}://{f'[{host}]' if ':' in host else host}:{port}\n")
    sys.stdout.flush()
