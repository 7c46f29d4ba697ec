"""The signalling socket keeps what it could not send, within bounds."""

import asyncio

from websockets.asyncio.server import ServerConnection, serve

from viewer.protocol import inputs
from viewer.session.signalling import MAX_OUTBOX_BYTES, SignallingSocket


async def test_what_could_not_be_sent_is_sent_later_in_order_and_what_is_too_much_is_refused() -> None:
    received: list[str | bytes] = []
    last = asyncio.Event()

    async def listen(connection: ServerConnection) -> None:
        async for text in connection:
            received.append(text)
            if text == "last":
                last.set()

    async with serve(listen, "127.0.0.1", 0) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        url = f"ws://127.0.0.1:{port}"
        socket = SignallingSocket(url, "", lambda _: None)
        assert socket.send("first")
        assert socket.send("x" * (MAX_OUTBOX_BYTES // 10))
        assert not socket.send("y" * MAX_OUTBOX_BYTES)
        assert socket.send("last")
        life = asyncio.create_task(socket.run())
        async with asyncio.timeout(20):
            await last.wait()
        await socket.close()
        await life
    assert received == ["first", "x" * (MAX_OUTBOX_BYTES // 10), "last"]


async def test_a_socket_that_is_cut_ends_and_says_so() -> None:
    opened = asyncio.Event()
    told: list[inputs.SocketInput] = []

    def tell(happened: inputs.SocketInput) -> None:
        told.append(happened)
        opened.set()

    async def stay(connection: ServerConnection) -> None:
        await connection.wait_closed()

    async with serve(stay, "127.0.0.1", 0) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        url = f"ws://127.0.0.1:{port}"
        socket = SignallingSocket(url, "", tell)
        life = asyncio.create_task(socket.run())
        async with asyncio.timeout(20):
            await opened.wait()
            socket.cut()
            await life
    assert told == [inputs.SocketOpened(), inputs.SocketLost()]


async def test_closing_waits_until_what_was_said_last_has_gone_out() -> None:
    received: list[str | bytes] = []
    opened, over = asyncio.Event(), asyncio.Event()

    async def listen(connection: ServerConnection) -> None:
        async for text in connection:
            received.append(text)
        over.set()

    async with serve(listen, "127.0.0.1", 0) as server:
        url = f"ws://127.0.0.1:{next(iter(server.sockets)).getsockname()[1]}"
        socket = SignallingSocket(url, "", lambda _: opened.set())
        life = asyncio.create_task(socket.run())
        async with asyncio.timeout(20):
            await opened.wait()
            words = [f"{number}" for number in range(20)]
            for word in words:
                assert socket.send(word)
            await socket.close()
            await life
            await over.wait()
    assert received == words


async def test_what_is_sent_makes_room_for_more_and_many_small_frames_are_too_much_as_well() -> None:
    received: list[str | bytes] = []
    arrived = asyncio.Event()

    async def listen(connection: ServerConnection) -> None:
        async for text in connection:
            received.append(text)
            if len(received) == 8:
                arrived.set()

    async with serve(listen, "127.0.0.1", 0, max_size=None) as server:
        url = f"ws://127.0.0.1:{next(iter(server.sockets)).getsockname()[1]}"
        socket = SignallingSocket(url, "", lambda _: None)
        eighth = "x" * (MAX_OUTBOX_BYTES // 8)
        assert all(socket.send(eighth) for _ in range(8))
        assert not socket.send("and more")
        life = asyncio.create_task(socket.run())
        async with asyncio.timeout(20):
            await arrived.wait()
            while not socket.send("and more"):  # noqa: ASYNC110 - no event says so
                await asyncio.sleep(0.01)  # the last frame is being written off
        await socket.close()
        await life
    assert received == [*[eighth] * 8, "and more"]
