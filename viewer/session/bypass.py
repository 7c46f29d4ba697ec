"""Which hosts are asked past a proxy: a question that the system may put to a name server."""

import asyncio
import socket
from typing import Final, TypeAlias
from urllib.request import getproxies, proxy_bypass

# A name that nobody knows by then is the proxy's to resolve.
PATIENCE: Final = 2.0
# Documentation's addresses (RFC 5737, RFC 3849), which are routed like any other far away.
_FAR_AWAY: Final = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))

_Network: TypeAlias = tuple[tuple[tuple[str, str], ...], tuple[str, ...]]


class Bypasses:
    """Decides for each host once in a network, off the event loop: for it macOS looks up names always, and
    Windows with a proxy, which takes as long as the name server does. Use from one event loop.
    """

    def __init__(self) -> None:
        self._network: _Network | None = None
        self._decided: dict[str, bool] = {}

    async def includes(self, host: str) -> bool:
        """Whether ``host`` is to be asked without a proxy, as ``NO_PROXY`` or the system says."""
        if (network := _present_network()) != self._network:
            self._network, self._decided = network, {}
        if host in self._decided:
            return self._decided[host]
        asked = f"[{host}]" if ":" in host else host
        try:
            async with asyncio.timeout(PATIENCE):
                is_included = await asyncio.get_running_loop().run_in_executor(None, _ask, asked)
        except TimeoutError:
            return False
        if network == self._network:
            self._decided[host] = is_included
        return is_included

    def forget(self) -> None:
        """A connection failed: perhaps what was decided does not hold any more."""
        self._network = None


def _ask(host: str) -> bool:
    return bool(proxy_bypass(host))


def _present_network() -> _Network:
    """Other proxies or other addresses of this machine are another network."""
    return tuple(sorted(getproxies().items())), tuple(_own_address(*far) for far in _FAR_AWAY)


def _own_address(family: socket.AddressFamily, far_away: str) -> str:
    """By which address this machine would reach ``far_away``; empty if it would not. Nothing is sent."""
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as unbound:
            unbound.connect((far_away, 9))
            return str(unbound.getsockname()[0])
    except OSError:
        return ""
