"""The socket at which a program that is watched answers whoever asks: a line of JSON each way."""

import json
import socket
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

Ask: TypeAlias = Callable[[list[str]], Any]


def answer_at(address: Path, ask: Ask) -> None:
    """Listen from now on; each who asks is answered on a thread of its own."""
    address.unlink(missing_ok=True)
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(address))
    listener.listen()
    threading.Thread(target=_listen, args=(listener, ask), name="guide", daemon=True).start()


def _listen(listener: socket.socket, ask: Ask) -> None:
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=_serve, args=(connection, ask), daemon=True).start()


def _serve(connection: socket.socket, ask: Ask) -> None:
    with connection, connection.makefile("rw", encoding="utf-8") as lines:
        for line in lines:
            lines.write(json.dumps(ask(json.loads(line))) + "\n")
            lines.flush()
