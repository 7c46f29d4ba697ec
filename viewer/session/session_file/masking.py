"""Addresses of computers out of text: each by another one that stands for it, the same wherever it comes."""

import ipaddress
import re
from collections.abc import Mapping
from typing import Final

from pydantic import JsonValue

# IPv4, IPv6, and names: of mDNS candidates and of hosts in URLs. A name that is not in a URL is no address.
_ANY: Final = re.compile(
    r"(?<![\w.:-])(?P<v4>\d{1,3}(?:\.\d{1,3}){3})(?![\w.])"
    r"|(?<![\w:.])(?P<v6>(?=[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:)[0-9A-Fa-f:.]{2,45}(?:%\w+)?)(?![\w:])"
    r"|(?<![\w-])(?P<mdns>[\w-]{1,80}\.local)\b"
    r"|(?P<scheme>\b(?:https?|wss?|socks5h?)://(?:[^/\s@\"']{0,200}@)?|\b(?:stuns?|turns?):(?://)?)(?P<host>[\w-]+(?:\.[\w-]+)*)"
)
_HOST_MEMBERS: Final = frozenset({"engineHost", "host"})
# Names of RTP header extensions look like URLs there; nobody is asked by them.
_HOSTS_OF_NAMES: Final = frozenset({"www.ietf.org", "www.webrtc.org"})


class Mask:
    """Remembers which address it has put for which, :data:`MAX_KNOWN` at most; the others become one.

    Loopback and the unspecified address tell nothing of anybody, and stay.
    """

    MAX_KNOWN: Final = 5000

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def members(self, data: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
        """``data`` without addresses."""
        return {name: self._value(name, value) for name, value in data.items()}

    def text(self, text: str) -> str:
        """``text`` without addresses."""
        return _ANY.sub(self._stand_in, text)

    def _value(self, name: str, value: JsonValue) -> JsonValue:
        match value:
            case str() if name in _HOST_MEMBERS:
                return self.text(f"https://{value}").removeprefix("https://")
            case str():
                return self.text(value)
            case dict():
                return {key: self._value(key, each) for key, each in value.items()}
            case list():
                return [self._value(name, each) for each in value]
        return value

    def _stand_in(self, found: re.Match[str]) -> str:
        if host := found["host"]:
            inner = self.text(host)
            return found["scheme"] + (inner if inner != host or _stays(host) else self._name(host))
        if name := found["mdns"]:
            return self._put(name, f"host-{len(self._known) + 1}.local")
        address = found["v4"] or found["v6"]
        try:
            parsed = ipaddress.ip_address(address)
        except ValueError:
            return address
        if parsed.is_loopback or parsed.is_unspecified:
            return address
        number = len(self._known) + 1
        # Of the ranges that are for documentation (RFC 5737, RFC 3849), so that nobody's is meant.
        v4 = f"198.51.{100 + number // 250}.{number % 250 + 1}"
        return self._put(address.lower(), v4 if parsed.version == 4 else f"2001:db8::{number:x}")

    def _name(self, host: str) -> str:
        return self._put(host.lower(), f"host-{len(self._known) + 1}.example")

    def _put(self, address: str, stand_in: str) -> str:
        if address not in self._known and len(self._known) >= self.MAX_KNOWN:
            return stand_in
        return self._known.setdefault(address, stand_in)


def _stays(host: str) -> bool:
    host = host.lower()
    return host == "localhost" or host in _HOSTS_OF_NAMES or bool(re.fullmatch(r"[\d.]+", host))
