"""What the local engine needs for 1, 2 and 4 sessions at one time, and for what.

The clients are processes of their own that take the packets and decode nothing, so that the engine has the
machine. Its threads tell who works: the event loop has the main one, drawing is timed by the engine itself,
and nearly all the rest is libvpx.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from typing import Any, Final

import httpx
import psutil

from bench.peers import API_KEY
from bench.receiver import LIVE
from tests.processes import Server, start_engine

SESSIONS: Final = (1, 2, 4)
# The encoders begin anew with the first bitrate that a client asks for.
_SETTLE_SECONDS: Final = 4.0


@dataclass(frozen=True, slots=True)
class Load:
    """What so many ``sessions`` need: cores by use, private memory, and the pictures a second of each."""

    sessions: int
    fps: float
    drawing_cores: float
    encoding_cores: float
    loop_cores: float
    memory_mb: float

    @property
    def cores(self) -> float:
        """All of it."""
        return self.drawing_cores + self.encoding_cores + self.loop_cores


@dataclass(frozen=True, slots=True)
class _Sample:
    at: float
    process: float
    loop: float
    drawing: float
    frames: int


def run(seconds: float, *, as_json: bool) -> int:
    """Measure for ``seconds`` each, and print it."""
    loads = []
    for sessions in SESSIONS:
        sys.stderr.write(f"bench: {sessions} of up to {SESSIONS[-1]} sessions\n")
        loads.append(measure(sessions, seconds))
    print(json.dumps([asdict(load) for load in loads], indent=2) if as_json else render(loads))
    return 0


def render(loads: list[Load]) -> str:
    """The table."""
    heads = ("sessions", "pictures/s", "cores", "drawing", "encoding", "event loop", "USS, MB")
    lines = ["| " + " | ".join(heads) + " |", "| " + " | ".join(["---"] * len(heads)) + " |"]
    for load in loads:
        cores = (load.cores, load.drawing_cores, load.encoding_cores, load.loop_cores)
        cells = (f"{load.sessions}", f"{load.fps:.1f}", *(f"{each:.2f}" for each in cores))
        lines.append("| " + " | ".join((*cells, f"{load.memory_mb:.0f}")) + " |")
    return "\n".join(lines)


def measure(sessions: int, seconds: float) -> Load:
    """What so many ``sessions`` need on a new engine, over ``seconds``."""
    with ExitStack() as stack:
        engine = start_engine(API_KEY, hearing=True)
        stack.callback(engine.stop)
        for client in [stack.enter_context(_client(engine.url)) for _ in range(sessions)]:
            assert client.stdout
            if client.stdout.readline().strip() != LIVE:
                raise RuntimeError("a client got no session")
        time.sleep(_SETTLE_SECONDS)
        before = _sample(engine)
        time.sleep(seconds)
        after = _sample(engine)
        memory = int(psutil.Process(engine.process.pid).memory_full_info().uss)
    elapsed = after.at - before.at
    drawing = (after.drawing - before.drawing) / elapsed
    loop = (after.loop - before.loop) / elapsed
    return Load(
        sessions,
        fps=(after.frames - before.frames) / elapsed / sessions,
        drawing_cores=drawing,
        encoding_cores=(after.process - before.process) / elapsed - drawing - loop,
        loop_cores=loop,
        memory_mb=memory / 1e6,
    )


@contextmanager
def _client(url: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "bench.receiver", url, API_KEY]
    # Where the bench's own modules are found.
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as client:
        try:
            yield client
        finally:
            assert client.stdin
            client.stdin.close()  # so it says goodbye
            client.wait()


def _sample(engine: Server) -> _Sample:
    pid = engine.process.pid
    headers = {"Authorization": f"Bearer {API_KEY}"}
    answer = httpx.get(f"{engine.url}/v1/engine/sessions", headers=headers)
    videos: list[dict[str, Any]] = [session["video"] for session in answer.json()]
    process = psutil.Process(pid)
    times = process.cpu_times()
    loop = next(thread for thread in process.threads() if thread.id == pid)
    return _Sample(
        time.monotonic(),
        times.user + times.system,
        loop.user_time + loop.system_time,
        sum(video["drawingSeconds"] for video in videos),
        sum(video["framesSent"] for video in videos),
    )
