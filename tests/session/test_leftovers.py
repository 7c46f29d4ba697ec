"""Sessions one after the other, and nothing is left of them in this process."""

import asyncio
import gc
import threading
from pathlib import Path

import pytest

from tests.session.watch import watched_session
from viewer.session.events import Phase

pytestmark = pytest.mark.wire


def threads() -> list[str]:
    """What runs here, but for the pool that asyncio keeps for later."""
    names = [thread.name for thread in threading.enumerate()]
    return sorted(name.partition("-")[0] for name in names if not name.startswith("asyncio_"))


def sockets() -> int:
    """How many are open; 0 where nobody says."""
    descriptors = Path("/proc/self/fd")
    return sum("socket:" in str(file.readlink()) for file in _present(descriptors))


def _present(folder: Path) -> list[Path]:
    return [file for file in folder.iterdir() if file.is_symlink()] if folder.exists() else []


async def one_session() -> None:
    async with watched_session() as (_, running):
        await running.phase(Phase.LIVE)
    assert running.closed.error is None
    gc.collect()


async def test_no_session_leaves_a_thread_a_task_or_a_socket_behind() -> None:
    await one_session()  # what is loaded once stays
    before = threads(), sockets(), len(asyncio.all_tasks())
    for _ in range(2):
        await one_session()
        assert (threads(), sockets(), len(asyncio.all_tasks())) == before
