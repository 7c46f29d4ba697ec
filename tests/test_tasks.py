"""Background tasks of one owner."""

import asyncio
import logging

import pytest

from viewer.tasks import BackgroundTasks


async def test_a_task_that_fails_is_told_in_the_log_and_hurts_no_other(
    caplog: pytest.LogCaptureFixture,
) -> None:
    tasks = BackgroundTasks("owner")
    go_on = asyncio.Event()

    async def fail() -> None:
        raise ValueError("as it happens")

    other = tasks.spawn("other", go_on.wait())
    failing = tasks.spawn("failing", fail())
    await asyncio.wait([failing])
    await asyncio.sleep(0)
    [record] = [record for record in caplog.records if record.name == "viewer.tasks"]
    assert record.levelno == logging.ERROR
    assert "owner:failing" in record.getMessage()
    assert "as it happens" in caplog.text
    go_on.set()
    assert await other


async def test_cancelling_waits_until_every_task_has_ended_and_may_be_done_twice(
    caplog: pytest.LogCaptureFixture,
) -> None:
    tasks = BackgroundTasks("owner")
    ended: list[int] = []

    async def linger(number: int) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            for _ in range(20):  # what has to be put away takes a while
                await asyncio.sleep(0)
            ended.append(number)

    for number in range(3):
        tasks.spawn("linger", linger(number))
    await asyncio.sleep(0)
    await tasks.cancel()
    assert sorted(ended) == [0, 1, 2]
    await tasks.cancel()
    assert caplog.records == []


async def test_a_member_may_cancel_the_others_and_goes_on() -> None:
    tasks = BackgroundTasks("owner")
    other = tasks.spawn("other", asyncio.Event().wait())

    async def end_all() -> str:
        await tasks.cancel()
        return "went on"

    assert await tasks.spawn("member", end_all()) == "went on"
    assert other.cancelled()


async def test_a_task_is_held_until_it_is_done_and_named_after_its_owner() -> None:
    tasks = BackgroundTasks("owner")
    task = tasks.spawn("name", asyncio.sleep(0))
    assert task.get_name() == "owner:name"
    assert task in tasks._tasks
    await task
    await asyncio.sleep(0)
    assert task not in tasks._tasks


@pytest.mark.virtual_time
async def test_what_settles_in_time_comes_to_its_end_and_the_rest_is_cancelled() -> None:
    tasks = BackgroundTasks("owner")
    quick, slow = (tasks.spawn("wait", asyncio.sleep(seconds)) for seconds in (1, 3))
    await tasks.settle(2)
    assert (quick.cancelled(), slow.cancelled()) == (False, True)
    assert asyncio.get_running_loop().time() == 2
    await tasks.settle(2)
    assert asyncio.get_running_loop().time() == 2
