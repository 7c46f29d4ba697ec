"""Our figures of a stream beside those of Chromium's ``getStats``; ``dev.py bench --stats`` runs it."""

import argparse
import asyncio
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from typing import Final

import httpx

from bench.stats import figures
from bench.stats.clients import CLIENTS, samples_of
from tests.chaos.network import network
from tests.processes import start_broker, start_engine
from viewer.protocol.api import SESSION_PATH

PERSONA: Final = "clock-busy"
# The first seconds are not compared: pictures grow and buffers settle.
SETTLED: Final = 8.0
_DESCRIPTION: Final = """\
Connects our client and a page in Chromium, one after the other, to the same persona of the same local
engine, through a relay that loses datagrams of both by the same seeded die, and prints what each says of its
stream with W3C's names, from the eighth second on.
"""


def main(argv: Sequence[str]) -> int:
    """Print the tables; returns the exit code."""
    parser = argparse.ArgumentParser(prog="dev.py bench --stats", description=_DESCRIPTION)
    parser.add_argument("--seconds", type=float, default=30.0, help="that are compared (default: 30)")
    parser.add_argument(
        "--loss", nargs="+", type=float, default=[0.0, 5.0], metavar="PERCENT", help="default: 0 and 5"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args(argv)
    tables = asyncio.run(_tables(arguments.seconds, arguments.loss))
    if arguments.json:
        shown = {f"{loss:g}": [asdict(row) for row in rows] for loss, rows in tables.items()}
        print(json.dumps(shown, indent=2))
        return 0
    print(time.strftime("%Y-%m-%d %H:%M"))
    for loss, rows in tables.items():
        print(f"\n{loss:g} % loss each way\n\n" + figures.render(rows))
    return 0


async def _tables(seconds: float, losses: Sequence[float]) -> dict[float, list[figures.Row]]:
    tables = {}
    engine = start_engine()
    broker = start_broker(engine.url)
    try:
        await _until_it_speaks(broker.url)
        for loss in losses:
            told = []
            for client in CLIENTS:
                sys.stderr.write(f"bench: {client} at {loss:g} % loss\n")
                async with network(broker.url, engine.url) as way:
                    way.weather.loss = loss / 100
                    told.append(await samples_of(client, way.tcp.url, PERSONA, SETTLED + seconds))
            tables[loss] = figures.compare(*told, settled=SETTLED)
    finally:
        broker.stop()
        engine.stop()
    return tables


async def _until_it_speaks(broker: str) -> None:
    """Sessions wait for the engine's voice, and a broker does not wait for long."""
    async with httpx.AsyncClient(timeout=60) as http, asyncio.timeout(300):
        while True:
            answer = await http.post(broker + SESSION_PATH, json={"personaId": PERSONA})
            if answer.is_success:
                return
            await asyncio.sleep(1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
