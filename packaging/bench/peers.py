"""The engines that the clients are measured on, each with a broker in front, new for every trial."""

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from bench.network import Network
from tests.processes import Server, viewer_command

EngineName = Literal["local", "libwebrtc"]

API_KEY: Final = "key-of-the-bench"
PERSONA: Final = "clock-busy"
_FULL_WIDTH: Final = 720


@dataclass(frozen=True, slots=True)
class Peer:
    """An engine and its broker."""

    engine: EngineName
    api: str
    broker: str
    network: Network
    sent: Path
    """Where the libwebrtc engine writes what it sent."""

    def full_size_after(self) -> float | None:
        """See :func:`full_size_after`; None where the engine knows one size only."""
        if self.engine == "local":
            return None
        lines = self.sent.read_text("utf-8").splitlines()
        return full_size_after([json.loads(line) for line in lines])


@contextmanager
def peer(engine: EngineName, network: Network, folder: Path) -> Iterator[Peer]:
    """Both servers in ``network``, until the context ends; ``folder`` takes what they write."""
    sent = folder / "sent"
    command = {
        "local": viewer_command("engine", "--port", "0"),
        "libwebrtc": [sys.executable, "-m", "bench.libwebrtc_engine", str(sent)],
    }[engine]
    with ExitStack() as stack:
        api = Server([*network.prefix, *command], {"PERSONA_VIEWER_API_KEY": API_KEY})
        stack.callback(api.stop)
        command = viewer_command("broker", "--port", "0", "--upstream", api.url)
        broker = Server([*network.prefix, *command], {"ANAM_API_KEY": API_KEY})
        stack.callback(broker.stop)
        yield Peer(engine, api.url, broker.url, network, sent)


def full_size_after(sent: list[dict[str, float]]) -> float | None:
    """Seconds from the first picture sent until all were of full width.

    Args:
        sent: in order of time: ``at``, ``frames`` sent so far, ``width`` of the last one.

    Returns:
        Infinity when the last picture was still smaller; None when nothing was sent.
    """
    shown = [sample for sample in sent if sample["frames"] > 0]
    if not shown:
        return None
    small = [number for number, sample in enumerate(shown) if sample["width"] < _FULL_WIDTH]
    if not small:
        return 0.0
    if small[-1] == len(shown) - 1:
        return float("inf")
    return shown[small[-1] + 1]["at"] - shown[0]["at"]
