import asyncio
import time

import pytest

pytestmark = pytest.mark.virtual_time


async def test_an_hour_takes_no_time() -> None:
    loop = asyncio.get_running_loop()
    began = loop.time()
    await asyncio.sleep(3600)
    assert loop.time() - began == pytest.approx(3600)


async def test_the_clock_stands_still_while_a_thread_works() -> None:
    loop = asyncio.get_running_loop()
    late = loop.call_later(1, pytest.fail, "the clock went on")
    await asyncio.to_thread(time.sleep, 0.05)
    assert loop.time() < 1
    late.cancel()


async def test_what_is_sent_within_the_loop_comes_before_the_next_timer() -> None:
    async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(await reader.readline())
        writer.close()

    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    async with server, asyncio.timeout(1):
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(b"hello\n")
        assert await reader.readline() == b"hello\n"
        writer.close()
        await writer.wait_closed()
