"""What goes wrong with signalling, made to happen the way it happens by itself."""

from collections.abc import Callable
from typing import Final

from viewer import errors
from viewer.protocol import commands, inputs, signalling
from viewer.protocol.signalling import Signal
from viewer.session.signalling import SignallingSocket

EXPIRED: Final = "The session's time is over"


def make_happen(
    fault: commands.CutSignalling | commands.ExpireSession,
    session_id: str,
    socket: SignallingSocket | None,
    tell: Callable[[inputs.Input], None],
) -> None:
    """Do to ``socket`` what the network or the service would.

    Raises:
        UsageError: it is not open.
    """
    if socket is None or socket.state != "open":
        raise errors.UsageError("The WebSocket is not open.", hint="Wait until it is.")
    if isinstance(fault, commands.CutSignalling):
        socket.cut()
        return
    # Else the engine, which knows nothing of it, would keep the session in use.
    socket.send(signalling.encode(Signal(signalling.END_SESSION, session_id, {})))
    tell(inputs.FrameReceived(signalling.encode(Signal(signalling.END_SESSION, session_id, EXPIRED))))
