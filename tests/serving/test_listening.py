import socket

import pytest

from viewer.errors import UsageError
from viewer.serving.listening import listen, say_ready


def test_small_answers_do_not_wait_for_an_acknowledgement() -> None:
    with listen("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname()):
        accepted, _ = listener.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_ready_says_the_url_under_which_it_is_reached(host: str, capsys: pytest.CaptureFixture[str]) -> None:
    with listen(host, 0) as listener:
        say_ready(listener)
        port = listener.getsockname()[1]
    assert capsys.readouterr().out == f"READY http://{'[::1]' if ':' in host else host}:{port}\n"


def test_an_address_in_use_is_said_clearly() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"The address 127.0.0.1:{port} is in use.") as refused:
            listen("127.0.0.1", port)
    assert "--port" in refused.value.hint


def test_an_address_that_is_not_ours_is_said_clearly() -> None:
    # RFC 5737: for documentation, on no machine.
    with pytest.raises(UsageError, match=r"Cannot listen on 192\.0\.2\.1:0"):
        listen("192.0.2.1", 0)
