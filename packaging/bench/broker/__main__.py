"""``dev.py bench --broker``: our broker beside a dozen lines of Hono on Node, in turn, in one run.

Both stand in front of the same upstream and are asked by the same program. Brokers have one core, upstream
and load another. Ours does all that a public one does: it asks for a token, counts requests, sessions and
minutes, keeps metrics and logs each session as JSON. What a request costs in CPU time hardly depends on what
else the machine does.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import psutil

from bench.broker.table import Trial, render

HONO: Final = Path(__file__).parent / "hono"
KEY: Final = "key-of-the-bench"
MILESTONES: Final = (1_000, 10_000, 100_000)
# As Node compiles what runs often.
_WARM_UP: Final = 2_000
_AS_LONG_AS_IT_TAKES: Final = 3600.0
# Limits that no trial reaches, and that are counted all the same.
_RULES: Final = """\
[access]
mode = "tokens"
[limits]
session_seconds = {seconds}
[limits.client]
requests_a_minute = 300_000
sessions = 100_000
minutes_a_day = 1_000_000_000
[limits.all]
requests_a_minute = 300_000
sessions = 100_000
minutes_a_day = 1_000_000_000
"""
# No session of a trial ends within it; those of the watch over the memory do.
_LONG_SESSION: Final = 600
_SHORT_SESSION: Final = 2


@dataclass(frozen=True, slots=True)
class Broker:
    """One that listens at ``url`` as the process ``pid``, and asks for the token ``bearer`` or for none."""

    name: str
    url: str
    pid: int
    bearer: str = ""


def main(argv: Sequence[str]) -> int:
    """Measure and print; 0, or 2 where Node is missing."""
    arguments = _parser().parse_args(argv)
    if not shutil.which("npm"):
        sys.stderr.write("bench: npm is missing: install Node.js with npm and run this again.\n")
        return 2
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        shutil.copytree(HONO, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("node_modules"))
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], cwd=folder, check=True)
        upstream, _ = stack.enter_context(_process([sys.executable, "-m", "bench.broker.upstream"], 1))
        bearer = _client_token(folder)
        trials = list(_trials(folder, upstream, bearer, arguments))
        memory = _memory(folder, upstream, bearer, arguments.requests) if arguments.requests else {}
    if arguments.json:
        print(
            json.dumps({"state": _state(), "trials": [asdict(t) for t in trials], "rss_mb": memory}, indent=2)
        )
        return 0
    print(f"{_state()}\n\n{render(trials)}")
    if memory:
        print("\n| requests answered | RSS, MB |\n| --- | --- |")
        print("\n".join(f"| {count:,} | {size:.1f} |" for count, size in memory.items()))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py bench --broker", description=__doc__)
    parser.add_argument("--seconds", type=float, default=4.0, help="of asking in a trial (default: 4)")
    parser.add_argument("--rounds", type=int, default=3, help="trials of each broker (default: 3)")
    parser.add_argument("--connections", type=int, nargs="+", default=[1, 16, 64], metavar="N")
    parser.add_argument(
        "--delays", type=int, nargs="+", default=[0, 50], metavar="MS", help="of the upstream"
    )
    parser.add_argument(
        "--requests",
        type=int,
        default=MILESTONES[-1],
        metavar="N",
        help=f"how many the memory is watched over (default: {MILESTONES[-1]}; 0: not)",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


def _client_token(folder: Path) -> str:
    command = [sys.executable, "-m", "viewer", "broker", "token", "add", "bench"]
    command += ["--clients", str(folder / "clients.json")]
    text = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=_environment()).stdout
    return next(word for word in text.split() if word.startswith("pvc_"))


def _ours(folder: Path, upstream: str, session_seconds: int) -> list[str]:
    rules = folder / f"rules-{session_seconds}.toml"
    rules.write_text(_RULES.format(seconds=session_seconds), "utf-8")
    command = [sys.executable, "-m", "viewer", "broker", "--port", "0", "--upstream", upstream]
    logs = ["--log-format", "json", "--log-level", "info"]
    return [*command, "--rules", str(rules), "--operation-port", "0", *logs]


def _trials(folder: Path, upstream: str, bearer: str, arguments: argparse.Namespace) -> Iterator[Trial]:
    for delay in arguments.delays:
        url = f"{upstream}/{delay}"
        ours = _ours(folder, url, _LONG_SESSION)
        commands = {
            "ours": ours,
            "hono": ["node", str(folder / "broker.js")],
            "ours, no token": [*ours, "--token-form", "none"],
        }
        environment = {"ANAM_API_KEY": KEY, "UPSTREAM": url}
        with ExitStack() as stack:
            brokers = [
                Broker(name, *stack.enter_context(_process(command, 0, environment)), bearer)
                for name, command in commands.items()
            ]
            for broker in brokers:
                _ask(broker, 16, _AS_LONG_AS_IT_TAKES, _WARM_UP)
            for connections in arguments.connections:
                for number in range(arguments.rounds):
                    sys.stderr.write(f"bench: {delay} ms, {connections} connections, round {number + 1}\n")
                    for broker in brokers:
                        yield _trial(broker, delay, connections, arguments)


def _trial(broker: Broker, delay: int, connections: int, arguments: argparse.Namespace) -> Trial:
    before = _cpu(broker)
    found = _ask(broker, connections, arguments.seconds, sys.maxsize)
    if found["failed"]:
        raise SystemExit(f"bench: {found['failed']:.0f} requests to {broker.name} got no session")
    requests = found["requests"]
    return Trial(
        broker.name,
        delay,
        connections,
        requests / found["seconds"],
        found["p50_ms"],
        found["p99_ms"],
        1000 * (_cpu(broker) - before) / requests,
    )


def _memory(folder: Path, upstream: str, bearer: str, requests: int) -> dict[int, float]:
    sizes = {}
    with _process(_ours(folder, f"{upstream}/0", _SHORT_SESSION), 0) as (url, pid):
        broker, answered = Broker("ours", url, pid, bearer), 0
        for milestone in [count for count in MILESTONES if count < requests] + [requests]:
            _ask(broker, 16, _AS_LONG_AS_IT_TAKES, milestone - answered)
            answered = milestone
            sizes[milestone] = psutil.Process(pid).memory_info().rss / 1e6
            sys.stderr.write(f"bench: {sizes[milestone]:.1f} MB after {milestone:,} requests\n")
    return sizes


def _ask(broker: Broker, connections: int, seconds: float, requests: int) -> dict[str, float]:
    words = [broker.url, str(connections), str(seconds), str(requests), broker.bearer]
    command = [*_pinned(1), sys.executable, "-m", "bench.broker.load", *words]
    out = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=_environment()).stdout
    found: dict[str, float] = json.loads(out)
    return found


@contextmanager
def _process(
    command: list[str], core: int, environment: dict[str, str] | None = None
) -> Iterator[tuple[str, int]]:
    """The URL that it says it listens on, and its process ID."""
    environment = _environment() | (environment or {})
    # The log goes to a file, as an operator's does.
    with (
        tempfile.TemporaryFile() as log,
        subprocess.Popen(
            [*_pinned(core), *command], stdout=subprocess.PIPE, stderr=log, text=True, env=environment
        ) as process,
    ):
        try:
            assert process.stdout
            word, _, url = process.stdout.readline().strip().partition(" ")
            if word != "READY":
                log.seek(0)
                raise SystemExit(f"bench: {' '.join(command)} did not start: {log.read().decode()}")
            yield url, process.pid
        finally:
            process.terminate()


def _environment() -> dict[str, str]:
    return os.environ | {
        "PYTHONPATH": os.pathsep.join(sys.path),
        "ANAM_API_KEY": KEY,
        "NODE_ENV": "production",
    }


def _pinned(number: int) -> list[str]:
    """Lets a command run on one core only: the first for brokers, another for what asks and answers."""
    if sys.platform != "linux":
        return []
    cores = sorted(os.sched_getaffinity(0))
    return ["taskset", "--cpu-list", str(cores[number % len(cores)])]


def _cpu(broker: Broker) -> float:
    times = psutil.Process(broker.pid).cpu_times()
    return float(times.user + times.system)


def _state() -> str:
    node = subprocess.run(["node", "--version"], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    load = psutil.getloadavg()[0]
    return (
        f"{time.strftime('%Y-%m-%d %H:%M %Z')}, {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, Node {node.removeprefix('v')}, load {load:.1f}."
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
