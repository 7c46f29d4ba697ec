"""Handlers of client tools, well-behaved and not."""

import asyncio
import threading
from collections.abc import Callable

import pytest
from pydantic import JsonValue

from viewer.redaction import forget_secret, remember_secret
from viewer.session.tools import MAX_RESULT, MAX_RUNNING, Outcome, ToolRunner


async def test_plain_and_async_handlers_get_the_arguments_and_give_the_result() -> None:
    async def slowly(arguments: JsonValue) -> JsonValue:
        await asyncio.sleep(0)
        return [arguments]

    runner = ToolRunner({"plain": lambda arguments: {"got": arguments}, "async": slowly})
    assert await runner.run("plain", {"a": 1}) == Outcome({"got": {"a": 1}})
    assert await runner.run("async", None) == Outcome([None])


async def test_a_tool_that_is_not_there_is_an_error_for_the_persona() -> None:
    assert (await ToolRunner({}).run("weather", None)).error == "This viewer has no such tool."


def raises(_: JsonValue) -> JsonValue:
    raise LookupError("the password is open-sesame")


def exits(_: JsonValue) -> JsonValue:
    raise SystemExit(3)


def not_json(_: JsonValue) -> JsonValue:
    return {1, 2}  # type: ignore[return-value]


def not_a_number(_: JsonValue) -> JsonValue:
    return float("nan")


@pytest.mark.parametrize("handler", [raises, exits, not_json, not_a_number])
async def test_a_handler_that_fails_is_an_error_for_the_persona(
    handler: Callable[[JsonValue], JsonValue],
) -> None:
    remember_secret("open-sesame")
    try:
        outcome = await ToolRunner({"tool": handler}).run("tool", None)
    finally:
        forget_secret("open-sesame")
    assert outcome.error
    assert outcome.error.startswith("The tool failed: ")
    assert "open-sesame" not in outcome.error


async def test_a_result_that_no_message_can_carry_is_an_error() -> None:
    outcome = await ToolRunner({"tool": lambda _: "x" * MAX_RESULT}).run("tool", None)
    assert outcome.error == "The tool's result is too long."


async def test_handlers_that_never_return_hold_up_nobody_and_are_bounded() -> None:
    released = threading.Event()
    runner = ToolRunner({"hangs": lambda _: released.wait(), "works": lambda _: 1}, patience=0.05)
    try:
        outcomes = await asyncio.gather(*(runner.run("hangs", None) for _ in range(MAX_RUNNING)))
        assert {outcome.error for outcome in outcomes} == {"The tool did not answer within 0.05 seconds."}
        assert (await runner.run("works", None)).error == "Too many tools are running; try again later."
    finally:
        released.set()


async def test_an_async_handler_that_never_returns_is_cancelled() -> None:
    ended = threading.Event()

    async def waits(_: JsonValue) -> JsonValue:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()
        return None

    outcome = await ToolRunner({"tool": waits}, patience=0.05).run("tool", None)
    assert outcome.error
    assert await asyncio.to_thread(ended.wait, 10)
