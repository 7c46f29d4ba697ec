"""Three hosts in network namespaces, and between them a router whose rules a test writes."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from typing import Any, Final, Literal, TypeAlias

from tests.processes import Server, viewer_command

Host: TypeAlias = Literal["viewer", "engine", "relay"]

_HOSTS: Final[tuple[Host, ...]] = ("viewer", "engine", "relay")

API_KEY: Final = "key-of-the-network-tests"


def why_impossible() -> str | None:
    """Why there can be no namespaces here, or None."""
    name = f"pv{os.getpid()}-try"
    try:
        made = subprocess.run(["ip", "netns", "add", name], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return "iproute2 is not installed"
    if made.returncode:
        return f"network namespaces are not permitted: {made.stderr.strip()}"
    rules = ["ip", "netns", "exec", name, "nft", "add", "table", "inet", "test"]
    tried = subprocess.run(rules, capture_output=True, text=True, check=False)
    _run("ip", "netns", "del", name)
    return f"nftables cannot be used: {tried.stderr.strip()}" if tried.returncode else None


class Network:
    """``viewer``, ``engine`` and ``relay``, each in a network of its own behind the router."""

    def __init__(self) -> None:
        self._prefix = f"pv{os.getpid()}"
        self._router = f"{self._prefix}-router"
        self._servers: list[Server] = []
        _run("ip", "netns", "add", self._router)
        # Router advertisements are not waited for, and both families are forwarded.
        for setting in ("net.ipv4.ip_forward", "net.ipv6.conf.all.forwarding"):
            self._in(self._router, "sysctl", "-qw", f"{setting}=1")
        for host in _HOSTS:
            self._connect(host)
        rules = "add table inet test; add chain inet test forward { type filter hook forward priority 0; }"
        self._in(self._router, "nft", rules)

    @staticmethod
    def address(host: Host) -> str:
        """The IPv4 address of ``host``."""
        return f"10.77.{_HOSTS.index(host) + 1}.2"

    @staticmethod
    def address6(host: Host) -> str:
        """The IPv6 address of ``host``."""
        return f"fd77:{_HOSTS.index(host) + 1}::2"

    @staticmethod
    def router_address(host: Host) -> str:
        """The router's IPv4 address on the side of ``host``."""
        return f"10.77.{_HOSTS.index(host) + 1}.1"

    def forget_ipv4(self) -> None:
        """From now on there is IPv6 only."""
        for host in _HOSTS:
            self._in(f"{self._prefix}-{host}", "ip", "-4", "addr", "flush", "dev", "eth0")

    def drop(self, rule: str) -> None:
        """Drop what fits the nftables expression ``rule``; interfaces are named after their hosts."""
        self._in(self._router, "nft", f"add rule inet test forward {rule} drop")

    def let_through(self) -> None:
        """Forget what :meth:`drop` and :meth:`counted` said."""
        self._in(self._router, "nft", "flush chain inet test forward")

    def readdress_viewer(self) -> None:
        """Take the viewer's IPv4 address away and give it another, as another Wi-Fi does."""
        name, network = f"{self._prefix}-viewer", _HOSTS.index("viewer") + 1
        _run(*f"ip -n {name} addr flush dev eth0".split())
        _run(*f"ip -n {name} addr add 10.77.{network}.3/24 dev eth0".split())
        _run(*f"ip -n {name} route add default via 10.77.{network}.1".split())

    def translate(self) -> None:
        """Hide the viewer behind the router's addresses (NAT)."""
        nat = "add table ip nat; add chain ip nat after { type nat hook postrouting priority 100; }"
        self._in(self._router, "nft", nat)
        self._in(self._router, "nft", 'add rule ip nat after iifname "viewer" masquerade')

    def counted(self, rule: str) -> None:
        """Count what fits ``rule``; see :meth:`counts`."""
        self._in(self._router, "nft", f"add rule inet test forward {rule} counter")

    def counts(self) -> list[int]:
        """Packets that fitted each rule of :meth:`counted`, in their order."""
        listed = self._in(self._router, "nft", "-j", "list", "chain", "inet", "test", "forward")
        expressions = [
            e for item in json.loads(listed)["nftables"] for e in item.get("rule", {}).get("expr", [])
        ]
        return [expression["counter"]["packets"] for expression in expressions if "counter" in expression]

    def command(self, host: Host, words: Sequence[str]) -> list[str]:
        """``words`` as a command line that runs on ``host``."""
        return ["ip", "netns", "exec", f"{self._prefix}-{host}", *words]

    def serve(self, ice_servers: Sequence[dict[str, Any]], policy: str = "all", ipv6: bool = False) -> str:
        """Start engine and broker; returns the broker's URL."""
        host = self.address6("engine") if ipv6 else self.address("engine")
        engine = viewer_command("engine", "--host", host, "--port", "8090")
        servers = {
            "PERSONA_VIEWER_API_KEY": API_KEY,
            "PERSONA_VIEWER_ICE_SERVERS": json.dumps(ice_servers),
            "PERSONA_VIEWER_ICE_TRANSPORT_POLICY": policy,
        }
        self._servers.append(Server(self.command("engine", engine), servers))
        broker = viewer_command(
            "broker", "--host", host, "--port", "8080", "--upstream", self._servers[-1].url
        )
        self._servers.append(Server(self.command("engine", broker), {"ANAM_API_KEY": API_KEY}))
        return self._servers[-1].url

    def probe(self, broker: str, seconds: int, environment: dict[str, str] | None = None) -> dict[str, Any]:
        """The report of ``probe --json`` on the viewer's host."""
        words = viewer_command(
            "probe", "--broker", broker, "--persona", "clock", "--seconds", str(seconds), "--json"
        )
        report: dict[str, Any] = self._json_from_viewer(words, environment or {})
        return report

    def wire(self, broker: str) -> list[str]:
        """What a session's signalling socket carried, each message after “in” or “out”."""
        messages: list[str] = self._json_from_viewer([sys.executable, "-m", "tests.network.wire", broker], {})
        return messages

    def stop_servers(self) -> None:
        """End engine and broker."""
        while self._servers:
            self._servers.pop().stop()

    def close(self) -> None:
        """End the servers and remove every namespace."""
        self.stop_servers()
        for name in (*(f"{self._prefix}-{host}" for host in _HOSTS), self._router):
            _run("ip", "netns", "del", name)

    def _connect(self, host: Host) -> None:
        name = f"{self._prefix}-{host}"
        _run("ip", "netns", "add", name)
        _run(*f"ip link add eth0 netns {name} type veth peer name {host} netns {self._router}".split())
        _run("ip", "-n", name, "link", "set", "lo", "up")
        for place, device, last in ((self._router, host, 1), (name, "eth0", 2)):
            number = _HOSTS.index(host) + 1
            _run(*f"ip -n {place} addr add 10.77.{number}.{last}/24 dev {device}".split())
            _run(*f"ip -n {place} addr add fd77:{number}::{last}/64 dev {device} nodad".split())
            _run("ip", "-n", place, "link", "set", device, "up")
        _run(*f"ip -n {name} route add default via 10.77.{number}.1".split())
        _run(*f"ip -n {name} -6 route add default via fd77:{number}::1".split())

    def _json_from_viewer(self, words: Sequence[str], environment: dict[str, str]) -> Any:
        result = subprocess.run(
            self.command("viewer", words),
            env=os.environ | environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert result.stdout, result.stderr
        return json.loads(result.stdout)

    @staticmethod
    def _in(namespace: str, *words: str) -> str:
        return _run("ip", "netns", "exec", namespace, *words)


def _run(*words: str) -> str:
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout
