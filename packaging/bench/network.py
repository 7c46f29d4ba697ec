"""A network of the bench's own, so that its bytes can be counted and its datagrams lost."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_ADDRESS: Final = "10.213.7.1/24"
_CARD: Final = "bench0"


class NoNetwork(Exception):
    """A namespace is wanted and cannot be made; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Network:
    """Where every process of a trial runs."""

    prefix: Sequence[str]
    """What to put before a command to run it there."""

    @property
    def is_own(self) -> bool:
        """Whether nobody else's traffic is in it."""
        return bool(self.prefix)


HOST: Final = Network(())


@contextmanager
def network(loss: float) -> Iterator[Network]:
    """A namespace that loses ``loss`` percent of UDP datagrams each way; the host's without root and loss.

    Raises:
        NoNetwork: loss is wanted but cannot be had.
    """
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("ip"):
        if loss:
            raise NoNetwork("Losing datagrams needs root, ip (iproute2) and nft (nftables).")
        yield HOST
        return
    name = f"bench-{os.getpid()}"
    inside = ("ip", "netns", "exec", name)
    _run("ip", "netns", "add", name)
    try:
        _run(*inside, "ip", "link", "set", "lo", "up")
        # ICE leaves loopback out; what is sent to this address still travels through lo, which counts it.
        _run(*inside, "ip", "link", "add", _CARD, "type", "veth", "peer", "name", f"{_CARD}p")
        _run(*inside, "ip", "address", "add", _ADDRESS, "dev", _CARD)
        for card in (_CARD, f"{_CARD}p"):
            _run(*inside, "ip", "link", "set", card, "up")
        _run(*inside, "ip", "route", "add", "default", "dev", _CARD)
        if loss:
            lost = f"meta l4proto udp numgen random mod 1000 < {round(loss * 10)} drop"
            _run(*inside, "nft", "add table inet bench")
            _run(*inside, "nft", "add chain inet bench input { type filter hook input priority 0; }")
            _run(*inside, "nft", f"add rule inet bench input {lost}")
        yield Network(inside)
    finally:
        _run("ip", "netns", "delete", name)


def bytes_on_loopback(pid: int) -> int:
    """What went over the loopback card in the network of process ``pid`` so far, both ways together."""
    for line in Path(f"/proc/{pid}/net/dev").read_text("ascii").splitlines():
        card, _, counters = line.partition(":")
        if card.strip() == "lo":
            return int(counters.split()[0])
    return 0


def _run(*command: str) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        words = error.stderr.strip() if isinstance(error, subprocess.CalledProcessError) else str(error)
        raise NoNetwork(f"“{' '.join(command)}” failed: {words}") from error
