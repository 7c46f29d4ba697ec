"""When a machine is full: the rule, fed with figures, and an engine on a core that others keep busy."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.engine.client import PATIENCE, granted, joined, start_session
from tests.processes import API_KEY, Server, viewer_command
from viewer.engine.service.capacity import Capacity, Work
from viewer.engine.service.cores import usable_cores


def after(capacity: Capacity, seconds: int, **work: Any) -> Capacity:
    """``capacity`` after so long of the same; each of ``live`` sessions costs ``each`` cores."""
    each, live = work.pop("each", 0.2), work["live"]
    for _ in range(seconds):
        capacity.measured(Work(1.0, cpu_seconds=each * live, **work), sessions=live)
    return capacity


def carried(capacity: Capacity, each: float, lateness: float = 0.005) -> int:
    """How many sessions are let in when one comes every half minute."""
    sessions = 0
    while sessions < 50 and capacity.has_room(sessions):
        sessions += 1
        after(capacity, 30, live=sessions, each=each, lateness=lateness)
    return sessions


@pytest.mark.parametrize(
    ("cores", "each", "sessions"), [(2, 0.2, 8), (2, 0.5, 3), (0.5, 0.2, 2), (8, 0.21, 32)]
)
def test_as_many_sessions_are_carried_as_cores_do_for(cores: float, each: float, sessions: int) -> None:
    assert carried(Capacity(cores), each) == sessions


def test_the_first_session_is_taken_however_slow_the_machine_is() -> None:
    capacity = after(Capacity(0.1), 60, live=1, each=0.1, lateness=3.0)
    assert not capacity.has_room(1)
    assert capacity.has_room(0)


def test_those_that_come_at_once_are_counted_before_they_cost_anything() -> None:
    capacity = Capacity(2)
    assert next(sessions for sessions in range(99) if not capacity.has_room(sessions)) == 6
    # As they begin, the sum of what is measured and what is expected does not jump.
    rooms = []
    for _ in range(30):
        after(capacity, 1, live=5)
        rooms.append(capacity.has_room(5))
    assert all(rooms)


def test_a_machine_that_others_keep_busy_is_full_although_this_process_does_little() -> None:
    capacity = after(Capacity(8), 10, live=1, lateness=0.1)
    assert not capacity.has_room(1)
    assert after(capacity, 30, live=1, lateness=0.005).has_room(1)


def test_a_moment_of_lateness_is_not_a_full_machine() -> None:
    capacity = after(Capacity(2), 30, live=2, lateness=0.004)
    assert after(capacity, 1, live=2, lateness=0.15).has_room(2)


@pytest.mark.parametrize("lateness", [0.03, 0.039])
def test_a_full_machine_has_room_only_when_it_is_clearly_better_off(lateness: float) -> None:
    fresh = after(Capacity(2), 60, live=1, lateness=lateness)
    assert fresh.has_room(1)
    full = after(Capacity(2), 60, live=1, lateness=0.06)
    assert not after(full, 60, live=1, lateness=lateness).has_room(1)
    assert after(full, 60, live=1, lateness=0.01).has_room(1)


def test_costs_about_the_limit_do_not_make_the_answer_flap() -> None:
    capacity, answers = after(Capacity(2), 60, live=7, lateness=0.01, each=0.2), []
    for second in range(120):
        after(capacity, 1, live=7, lateness=0.01, each=0.225 if second % 8 < 4 else 0.2)
        answers.append(capacity.has_room(7))
    assert sum(one != other for one, other in pairwise(answers)) <= 1


def test_lateness_is_forgotten_when_nobody_is_there() -> None:
    capacity = after(Capacity(2), 30, live=1, lateness=0.2)
    assert not capacity.has_room(1)
    assert after(capacity, 60, live=0).has_room(1)


def test_a_second_without_any_picture_is_no_good_second() -> None:
    capacity = after(Capacity(2), 30, live=1, lateness=0.2)
    assert not after(capacity, 60, live=1, lateness=None).has_room(1)


def control_groups(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


@pytest.mark.parametrize(
    ("member", "files", "cores"),
    [
        ("0::/\n", {}, None),
        ("0::/\n", {"cpu.max": "max 100000\n"}, None),
        ("0::/\n", {"cpu.max": "50000 100000\n"}, 0.5),
        (
            "0::/slice/engine\n",
            {"slice/cpu.max": "20000 100000\n", "slice/engine/cpu.max": "max 100000\n"},
            0.2,
        ),
        (
            "4:memory:/x\n1:cpu,cpuacct:/x\n",
            {"cpu/x/cpu.cfs_quota_us": "-1", "cpu/x/cpu.cfs_period_us": "9"},
            None,
        ),
        ("1:cpu:/x\n", {"cpu/x/cpu.cfs_quota_us": "25000", "cpu/x/cpu.cfs_period_us": "100000"}, 0.25),
    ],
)
def test_quotas_of_control_groups_count(
    member: str, files: dict[str, str], cores: float | None, tmp_path: Path
) -> None:
    control_groups(tmp_path, {"member": member} | files)
    assert usable_cores(tmp_path, tmp_path / "member") == (every_core() if cores is None else cores)


def every_core() -> int:
    """That this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@pytest.fixture
def measuring() -> Iterator[Server]:
    """An engine that measures what it can carry."""
    server = Server(viewer_command("engine", "--port", "0"), {"PERSONA_VIEWER_API_KEY": API_KEY})
    yield server
    assert server.stop() == 0


def confine(process: int, core: int) -> None:
    """Let ``process`` use one core only."""
    if sys.platform != "linux":
        raise NotImplementedError
    for thread in Path(f"/proc/{process}/task").iterdir():
        os.sched_setaffinity(int(thread.name), {core})


def keep_busy(core: int) -> subprocess.Popen[bytes]:
    """A process that wants all of ``core``."""
    work = f"import os; os.sched_setaffinity(0, {{{core}}})\nwhile True: pass"
    return subprocess.Popen([sys.executable, "-c", work])


async def health(engine: Server, fits: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """The engine's health once it ``fits``; it measures once a second."""
    async with httpx.AsyncClient(timeout=PATIENCE) as http, asyncio.timeout(2 * PATIENCE):
        while not fits(found := dict((await http.get(f"{engine.url}/healthz")).json())):  # noqa: ASYNC110
            await asyncio.sleep(0.25)
    return found


@pytest.mark.long
async def test_a_machine_whose_pictures_leave_late_takes_nobody_else_until_they_do_not(
    measuring: Server,
) -> None:
    if sys.platform != "linux":
        pytest.skip("processes are not bound to cores there")
    core = min(os.sched_getaffinity(0))
    async with joined(await granted(measuring.url, API_KEY)) as client:
        await client.until(lambda: client.pictures)
        confine(measuring.process.pid, core)
        with ExitStack() as stack:
            for busy in [keep_busy(core) for _ in range(12)]:
                stack.callback(busy.wait)
                stack.callback(busy.kill)
            full = await health(measuring, lambda found: found["full"])
            body = {"personaConfig": {"personaId": "joe"}}
            refused = await start_session(measuring.url, API_KEY, body)
        assert full["lateness_ms"] > 20
        assert refused.status_code == 503
        assert refused.json() == {
            "error": "Service busy",
            "message": "No avatar is free on this machine now",
        }
        await health(measuring, lambda found: not found["full"])
        assert (await start_session(measuring.url, API_KEY, body)).status_code == 200
