"""The viewer's process as a test sees it: what it told, and waiting for what it will."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import pairwise
from typing import Any, TypeAlias

from viewer.protocol.events import Phase

Fact: TypeAlias = dict[str, Any]


class Viewer:
    """Times are those of ``time.monotonic()``, which is one clock for all processes."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.facts: list[Fact] = []
        self.said: list[str] = []
        self._process = process
        self._news = asyncio.Event()
        self.complaints: list[str] = []
        """Lines on its standard error."""
        self._reading = asyncio.gather(self._read(), self._listen())

    def say(self, text: str) -> None:
        """Type ``text``."""
        self.said.append(text)
        self.order(say=text)

    def order(self, **order: Any) -> None:
        """See :mod:`tests.chaos.viewer_process`."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps(order).encode() + b"\n")

    def stop(self) -> None:
        """It sleeps."""
        if sys.platform == "win32":
            raise NotImplementedError
        os.kill(self._process.pid, signal.SIGSTOP)

    def go_on(self) -> None:
        """It wakes up."""
        if sys.platform == "win32":
            raise NotImplementedError
        os.kill(self._process.pid, signal.SIGCONT)

    async def told(self, fits: Callable[[Fact], Any], since: float = 0.0, within: float = 30) -> Fact:
        """The first fact that ``fits``, told after ``since``."""
        position = 0
        async with asyncio.timeout(within):
            while True:
                while position < len(self.facts):
                    fact = self.facts[position]
                    position += 1
                    if fact["at"] > since and fits(fact):
                        return fact
                self._news.clear()
                await self._news.wait()

    async def painted(self, since: float, within: float = 30) -> float:
        """When the next picture after ``since`` was painted."""
        return float((await self.told(lambda fact: "painted" in fact, since, within))["at"])

    async def heard_of(self, text: str, within: float = 30) -> None:
        """Wait until the engine repeated what the user said."""
        await self.told(lambda fact: fact.get("content") == text, within=within)

    def longest_gap(self, since: float, until: float) -> float:
        """Seconds without a painted picture."""
        painted = [float(fact["at"]) for fact in self.facts if "painted" in fact]
        times = [since, *(at for at in painted if since < at < until), until]
        return max(later - earlier for earlier, later in pairwise(times))

    @property
    def arrived(self) -> list[str]:
        """The user's texts as the engine repeated them."""
        return [fact["content"] for fact in self.facts if fact.get("role") == "user"]

    def how_it_went_on(self) -> str:
        """The way of recovery, in words."""
        phases = [fact["phase"] for fact in self.facts if "phase" in fact]
        if (sessions := sum("session" in fact for fact in self.facts)) > 1:
            return f"session {sessions}"
        if Phase.RECONNECTING in phases:
            return "same session, new connection"
        return "same connection, stalled" if any("stalled" in fact for fact in self.facts) else "went on"

    async def quit(self) -> None:
        """End it; it tells how long the session took to end, and must not have failed on the way."""
        self.order(quit=1)
        await self.told(lambda fact: "stopped_within" in fact)
        await self._process.wait()
        await self._reading
        assert not [line for line in self.complaints if "Traceback" in line], "".join(self.complaints)

    async def end(self) -> None:
        """However it fares."""
        if self._process.returncode is None:
            self._process.kill()
            await self._process.wait()
        await self._reading

    async def _listen(self) -> None:
        assert self._process.stderr
        async for line in self._process.stderr:
            self.complaints.append(line.decode())

    async def _read(self) -> None:
        assert self._process.stdout
        async for line in self._process.stdout:
            self.facts.append(json.loads(line))
            self._news.set()


@asynccontextmanager
async def viewer_at_work(broker: str, *wrapper: str) -> AsyncIterator[Viewer]:
    """A viewer that connects to ``broker``; ``wrapper`` is a command that runs it."""
    process = await asyncio.create_subprocess_exec(
        *wrapper,
        sys.executable,
        "-m",
        "tests.chaos.viewer_process",
        broker,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    viewer = Viewer(process)
    try:
        yield viewer
    finally:
        await viewer.end()
