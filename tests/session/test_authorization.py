"""A viewer shows a broker the token that it keeps for it, and says what to do where one is wanted."""

import asyncio
import json
import logging
import sys
import threading
from typing import Any

import httpx
import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from tests.session.test_broker import SESSION
from tests.test_kept_tokens import HangingKeyring, MemoryKeyring
from viewer import errors, kept_tokens
from viewer.kept_tokens import PATIENCE_SECONDS, tokens_file
from viewer.session.broker import request_session

URL = "https://broker.example"
TOKEN = "pvc_of-the-session-tests"


class Broker(httpx.AsyncBaseTransport):
    """Notes what it is shown; answers as it is told, and else grants a session."""

    def __init__(self) -> None:
        self.shown: list[str | None] = []
        self.answer: httpx.Response | None = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.shown.append(request.headers.get("Authorization"))
        return self.answer or httpx.Response(200, json=SESSION)


@pytest.fixture
def broker(monkeypatch: pytest.MonkeyPatch) -> Broker:
    monkeypatch.delenv(kept_tokens.VARIABLE, raising=False)
    monkeypatch.delenv("PERSONA_VIEWER_BROKER", raising=False)
    broker = Broker()
    monkeypatch.setattr(
        "viewer.session.broker.http_client",
        lambda _proxy, timeout: httpx.AsyncClient(transport=broker, timeout=timeout),
    )
    return broker


def keep(entry: dict[str, str]) -> None:
    tokens_file().parent.mkdir(parents=True, exist_ok=True)
    tokens_file().write_text(json.dumps({URL: entry}))
    tokens_file().chmod(0o600)


async def test_without_a_token_none_is_shown(broker: Broker) -> None:
    await request_session(URL, "p1")
    assert broker.shown == [None]


async def test_the_token_is_shown_to_its_broker_only(broker: Broker) -> None:
    keep({"token": TOKEN})
    await request_session(f"{URL}/", "p1")
    await request_session("https://other.example", "p1")
    await request_session("http://broker.example", "p1")
    assert broker.shown == [f"Bearer {TOKEN}", None, None]


async def test_the_environment_outranks_the_keyring_which_outranks_the_file(
    broker: Broker, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = MemoryKeyring()
    system.kept["persona-viewer", URL] = "of-the-keyring"
    monkeypatch.setattr(keyring.core, "_keyring_backend", system)
    keep({"in": "keyring", "token": "of-the-file"})
    await request_session(URL, "p1")
    keep({"token": "of-the-file"})
    await request_session(URL, "p1")
    monkeypatch.setenv(kept_tokens.VARIABLE, "of-the-environment")
    await request_session(URL, "p1")
    assert broker.shown == [f"Bearer of-the-{where}" for where in ("keyring", "file", "environment")]


async def test_the_keyring_is_asked_off_the_loop_and_only_for_who_has_a_token(
    broker: Broker, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = MemoryKeyring()
    monkeypatch.setattr(keyring.core, "_keyring_backend", system)
    await request_session(URL, "p1")
    keep({"token": TOKEN})
    await request_session(URL, "p1")
    assert system.asked_by == []
    keep({"in": "keyring"})
    await request_session(URL, "p1")
    assert system.asked_by
    assert threading.current_thread() not in system.asked_by


async def test_without_a_keyring_a_broker_is_asked_without_a_token(
    broker: Broker, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep({"in": "keyring"})
    monkeypatch.setattr(keyring.core, "_keyring_backend", NoKeyring())  # type: ignore[no-untyped-call]
    await request_session(URL, "p1")
    monkeypatch.setitem(sys.modules, "keyring", None)
    await request_session(URL, "p1")
    assert broker.shown == [None, None]


@pytest.mark.virtual_time
async def test_a_keyring_that_hangs_holds_the_session_up_for_a_while_and_no_longer(
    broker: Broker, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    system = HangingKeyring()
    monkeypatch.setattr(keyring.core, "_keyring_backend", system)
    keep({"in": "keyring"})
    began = asyncio.get_running_loop().time()
    async with asyncio.timeout(10 * PATIENCE_SECONDS):
        await request_session(URL, "p1")
        await request_session(URL, "p1")
    assert asyncio.get_running_loop().time() - began == 2 * PATIENCE_SECONDS
    assert broker.shown == [None, None]
    assert len(system.asked_by) == 1
    assert "keyring does not answer" in caplog.text
    # Unlocked meanwhile, it has what the next session needs.
    system.kept["persona-viewer", URL] = TOKEN
    system.unlocked.set()
    kept_tokens.ask_keyring(URL).result(10)
    await request_session(URL, "p1")
    assert broker.shown[-1] == f"Bearer {TOKEN}"


def refusal(body: dict[str, Any], challenge: str | None = 'Bearer realm="x"') -> httpx.Response:
    return httpx.Response(401, json=body, headers={"WWW-Authenticate": challenge} if challenge else {})


async def refused(broker: Broker, answer: httpx.Response) -> errors.ViewerError:
    broker.answer = answer
    before = len(broker.shown)
    with pytest.raises(errors.SessionRefused) as refusal:
        await request_session(URL, "p1")
    assert len(broker.shown) == before + 1  # nobody asks again with the same token
    return refusal.value


async def test_a_broker_that_wants_a_token_says_how_to_give_it_one(broker: Broker) -> None:
    error = await refused(broker, refusal({"error": "token-missing", "message": "The broker wants a token."}))
    assert error.as_dict() == {
        "code": "token-wanted",
        "message": "The broker wants a token.",
        "hint": f"Ask the broker's operator for one, and keep it: persona-viewer token set --broker {URL}.",
    }
    assert error.exit_code == 3


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (
            "The broker does not accept the token: it has expired.",
            "The broker does not accept the token: it has expired.",
        ),
        ("invalid token", "The broker does not accept the token."),
        ("", "The broker does not accept the token."),
    ],
)
async def test_a_token_that_is_refused_is_told_from_one_that_is_missing(
    broker: Broker, said: str, message: str
) -> None:
    keep({"token": TOKEN})
    error = await refused(broker, refusal({"message": said}, 'bearer error="invalid_token"'))
    assert (error.code, error.message) == ("token-wanted", message)
    assert error.hint == (
        f"Ask the broker's operator for a new one, and keep it: persona-viewer token set --broker {URL}."
    )


async def test_the_environments_token_is_mended_in_the_environment(
    broker: Broker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(kept_tokens.VARIABLE, TOKEN)
    error = await refused(broker, refusal({}))
    assert error.hint == (
        "Ask the broker's operator for a new one, and put it into PERSONA_VIEWER_BROKER_TOKEN."
    )


@pytest.mark.parametrize("challenge", [None, "Basic realm=x", "Bearerish"])
async def test_a_key_that_the_service_refused_is_still_the_brokers_own(
    broker: Broker, challenge: str | None
) -> None:
    assert (await refused(broker, refusal({"error": "Unauthorized"}, challenge))).code == "key-refused"


async def test_a_broker_that_is_called_by_a_wrong_name_says_so(broker: Broker) -> None:
    body = {"error": "wrong-host", "message": "The broker does not go by this name.", "hint": "…"}
    error = await refused(broker, httpx.Response(421, json=body))
    assert error.message == "The broker does not go by this name."
    assert "the broker's operator" in error.hint


async def test_a_url_with_a_name_in_it_is_asked_nothing(broker: Broker) -> None:
    with pytest.raises(errors.UsageError):
        await request_session("https://ann:word@broker.example", "p1")
    assert broker.shown == []
