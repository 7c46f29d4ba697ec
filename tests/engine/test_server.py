import socket

import pytest

from viewer.engine import serve
from viewer.engine.server import _listen
from viewer.errors import UsageError
from viewer.settings import EngineSettings


def test_small_answers_do_not_wait_for_an_acknowledgement() -> None:
    with _listen("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname()):
        accepted, _ = listener.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_a_port_in_use_is_said_in_one_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(UsageError, match=f"127.0.0.1:{port}"):
            serve(EngineSettings(port=port))


@pytest.mark.parametrize("text", ["", "{", "5", '[{"username": "u"}]'])
def test_ice_servers_that_are_none_are_said_in_one_sentence(text: str) -> None:
    with pytest.raises(UsageError, match="ice_servers"):
        serve(EngineSettings(port=0, ice_servers=text))
