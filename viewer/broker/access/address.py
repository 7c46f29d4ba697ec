"""From which address a request came, when proxies stand between (``X-Forwarded-For``)."""

from collections.abc import Sequence
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final, TypeAlias

from viewer.broker.rules import Network

_Address: TypeAlias = IPv4Address | IPv6Address

# More proxies than that stand in no row; whoever writes more wants the broker to work.
_MAX_HOPS: Final = 32


def client_address(peer: str, forwarded: Sequence[str], trusted: Sequence[Network]) -> str:
    """The address that the request of ``peer`` came from; "" if it is unknown.

    A proxy appends the address that it was asked from, so the list is true from its right end, as far as
    proxies of ``trusted`` wrote it: the right-most address that is not one of theirs counts. Everything left
    of it may have been made up by whoever asked.

    Args:
        forwarded: the values of all headers ``X-Forwarded-For``, in their order.
    """
    here = _parsed(peer)
    if here is None:
        return ""
    if forwarded and trusted:
        said = ",".join(forwarded).rsplit(",", _MAX_HOPS)[-_MAX_HOPS:]
        while said and _is_in(here, trusted):
            before = _parsed(said.pop())
            if before is None:
                break  # “unknown”, or nonsense: the proxy that wrote it is as far as one sees
            here = before
    return str(here)


def neighbourhood(address: str) -> str:
    """Where ``address`` is, as narrowly as one client can be told from another: of IPv6 a home has a /64."""
    return str(ip_network((address, 64), strict=False)) if ":" in address else address


# The same few proxies, and clients that ask again.
@lru_cache(maxsize=4096)
def _parsed(text: str) -> _Address | None:
    """Some proxies add the port, and IPv6 may come in brackets or with a zone."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    # A socket for both families tells IPv4 in the clothes of IPv6.
    return (address.ipv4_mapped or address) if isinstance(address, IPv6Address) else address


def _is_in(address: _Address, networks: Sequence[Network]) -> bool:
    return any(address in network for network in networks)
