"""Clients with tokens of the broker: kept hashed in a private file, shown once, taken back within seconds."""

import asyncio
import json
import os
import stat
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.broker.access.conftest import Ask, start
from tests.broker.upstream import ScriptedUpstream
from viewer.broker.access import clients
from viewer.broker.access.client_tokens import LOOK_EVERY, ClientTokens
from viewer.broker.access.clients import add_client, hash_of, new_token, read_clients, remove_client
from viewer.broker.refusal import SessionNotGranted
from viewer.broker.rules import Allowance
from viewer.errors import UsageError

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "broker" / "clients.json"


def put(file: Path, content: bytes | None, mode: int = 0o600) -> None:
    """What somebody else did to ``file``; None: removed it."""
    if content is None:
        file.unlink()
        return
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content)
    file.chmod(mode)


async def refused(tokens: ClientTokens, token: str | None) -> str:
    with pytest.raises(SessionNotGranted) as refusal:
        await tokens.check(token)
    assert refusal.value.status == 401
    assert refusal.value.headers["WWW-Authenticate"].startswith("Bearer ")
    return refusal.value.refusal.message


def test_a_token_cannot_be_guessed_and_says_what_it_is() -> None:
    made = {new_token() for _ in range(100)}
    assert len(made) == 100
    for token in made:
        assert token.startswith("pvc_")
        assert len(token) == len("pvc_") + 43  # 256 bits in base64


def test_the_file_holds_no_token_and_is_its_owners_alone(file: Path) -> None:
    token = add_client(file, "kiosk", now=NOW)
    text = file.read_text()
    assert token not in text
    assert token.removeprefix("pvc_") not in text
    assert hash_of(token) in text
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert json.loads(text)["version"] == 1
    assert [entry.name for entry in file.parent.iterdir()] == [file.name]


def test_what_a_client_may_have_is_kept(file: Path) -> None:
    add_client(
        file,
        "kiosk",
        now=NOW,
        expires=NOW + timedelta(days=1),
        personas=frozenset({"joe", "lena"}),
        allowance=Allowance(sessions=2),
    )
    [client] = read_clients(file).clients
    assert client.personas == frozenset({"joe", "lena"})
    assert client.allowance == Allowance(sessions=2)
    assert client.expires == NOW + timedelta(days=1)


@pytest.mark.parametrize("name", ["", "a b", "x" * 65, "new\nline", "semi;colon", "../up"])
def test_a_name_fits_into_a_line_of_a_log(file: Path, name: str) -> None:
    with pytest.raises(UsageError, match="cannot be the name of a client"):
        add_client(file, name, now=NOW)
    assert not file.exists()


def test_two_clients_have_two_names_and_who_is_not_there_is_not_taken_out(file: Path) -> None:
    add_client(file, "kiosk", now=NOW)
    before = file.read_bytes()
    with pytest.raises(UsageError, match="There is a client kiosk already"):
        add_client(file, "Kiosk", now=NOW)
    with pytest.raises(UsageError, match="There is no client wall"):
        remove_client(file, "wall")
    assert file.read_bytes() == before
    assert [entry.name for entry in file.parent.iterdir()] == [file.name]


def test_of_two_who_change_the_file_at_once_none_is_lost(file: Path) -> None:
    """Whoever comes second is told so; nothing that was said to be done is undone."""

    told: set[str] = set()

    def add(number: int) -> bool:
        try:
            add_client(file, f"c{number}", now=NOW)
        except UsageError as error:
            told.add(error.message)
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        done = sum(pool.map(add, range(40)))
    assert done > 0
    assert len(read_clients(file).clients) == done
    assert all("is being changed just now" in message for message in told)


def test_a_change_that_breaks_off_leaves_the_old_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_client(file, "kiosk", now=NOW)
    before = file.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match="cannot be written: No space left on device"):
        add_client(file, "wall", now=NOW)
    assert file.read_bytes() == before
    assert [entry.name for entry in file.parent.iterdir()] == [file.name]


def test_root_leaves_the_file_to_the_user_whose_it_is(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_client(file, "kiosk", now=NOW)
    owner = file.stat()
    given: list[tuple[int, int]] = []
    monkeypatch.setattr(os, "geteuid", lambda: owner.st_uid + 1)
    monkeypatch.setattr(os, "chown", lambda _, user, group: given.append((user, group)))
    add_client(file, "wall", now=NOW)
    assert given == [(owner.st_uid, owner.st_gid)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "is wrong: Invalid JSON"),
        (b"[]", "is wrong"),
        (b'{"clients": [{"name": "x"}]}', "is wrong at clients.0.token_sha256: Field required"),
        (b'{"version": 2}', "is wrong at version"),
        (b"\xff", "is wrong"),
        (b" " * (clients.MAX_FILE_BYTES + 1), "is too long"),
    ],
)
def test_a_file_that_is_none_is_refused(file: Path, content: bytes, said: str) -> None:
    put(file, content)
    with pytest.raises(UsageError) as refusal:
        read_clients(file)
    assert said in refusal.value.message


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_file_into_which_others_can_write_themselves_is_refused(file: Path, mode: int) -> None:
    add_client(file, "kiosk", now=NOW)
    file.chmod(mode)
    with pytest.raises(UsageError, match="can be changed by others"):
        read_clients(file)
    file.chmod(0o640)  # a hash is nothing that others could use
    assert len(read_clients(file).clients) == 1


def test_windows_has_no_such_bits(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_client(file, "kiosk", now=NOW)
    file.chmod(0o666)
    monkeypatch.setattr(sys, "platform", "win32")
    assert len(read_clients(file).clients) == 1


async def test_only_who_shows_the_whole_token_is_known(file: Path) -> None:
    token = add_client(file, "kiosk", now=NOW, personas=frozenset({"joe"}), allowance=Allowance(sessions=1))
    tokens = ClientTokens(file)
    caller = await tokens.check(token)
    assert (caller.name, caller.personas, caller.allowance) == (
        "kiosk",
        frozenset({"joe"}),
        Allowance(sessions=1),
    )
    assert await refused(tokens, None) == "The broker wants a token."
    unknown = "The broker does not accept the token: it is unknown or was revoked."
    for other in ("", token[:-1], token + "a", token.upper(), new_token(), hash_of(token), "ü"):
        assert await refused(tokens, other) == unknown


async def test_another_hash_that_begins_alike_is_another(file: Path) -> None:
    token = new_token()
    alike = hash_of(token)[:-1] + ("0" if hash_of(token)[-1] != "0" else "1")
    client = {"name": "kiosk", "token_sha256": alike, "created": NOW.isoformat()}
    put(file, json.dumps({"clients": [client]}).encode())
    await refused(ClientTokens(file), token)


async def test_a_token_ends_when_its_time_is_over(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    token = add_client(file, "kiosk", now=NOW, expires=NOW + timedelta(hours=1))
    tokens = ClientTokens(file)
    end = (NOW + timedelta(hours=1)).timestamp()
    monkeypatch.setattr(time, "time", lambda: end - 1)
    assert (await tokens.check(token)).until == end
    monkeypatch.setattr(time, "time", lambda: end)
    assert await refused(tokens, token) == "The broker does not accept the token: it has expired."


@pytest.mark.virtual_time
async def test_a_running_broker_notices_who_comes_and_goes(file: Path) -> None:
    tokens = ClientTokens(file)
    await tokens.start()
    token = add_client(file, "kiosk", now=NOW)
    await refused(tokens, token)
    await asyncio.sleep(1.5 * LOOK_EVERY)
    assert (await tokens.check(token)).name == "kiosk"
    remove_client(file, "kiosk")
    await asyncio.sleep(1.5 * LOOK_EVERY)
    await refused(tokens, token)
    again = add_client(file, "kiosk", now=NOW)
    await asyncio.sleep(1.5 * LOOK_EVERY)
    assert (await tokens.check(again)).name == "kiosk"
    put(file, None)
    await asyncio.sleep(1.5 * LOOK_EVERY)
    await refused(tokens, again)
    await tokens.close()


async def test_a_file_that_breaks_changes_nothing_and_is_told_once(
    file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    token = add_client(file, "kiosk", now=NOW)
    tokens = ClientTokens(file)
    for content, mode in ((b'{"clients"', 0o600), (b"{}", 0o666)):
        caplog.clear()
        put(file, content, mode)
        await tokens.look()
        await tokens.look()
        assert (await tokens.check(token)).name == "kiosk"
        told = [
            record.getMessage() for record in caplog.records if "stay as they were" in record.getMessage()
        ]
        assert len(told) == 1
    put(file, b"{}")
    await tokens.look()
    await refused(tokens, token)


async def test_the_file_is_looked_at_and_read_on_other_threads(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokens = ClientTokens(file)
    add_client(file, "kiosk", now=NOW)
    asked: list[str] = []
    to_thread = asyncio.to_thread

    async def noted(what: object, *words: object) -> object:
        asked.append(getattr(what, "__name__", ""))
        return await to_thread(what, *words)  # type: ignore[arg-type]

    monkeypatch.setattr(asyncio, "to_thread", noted)
    await tokens.look()
    assert asked == ["_state_of", "read_clients"]


@pytest.mark.parametrize("by", ["settings", "rules"])
async def test_a_broker_with_clients_serves_them_only(
    asking: Ask, upstream: ScriptedUpstream, file: Path, by: str, caplog: pytest.LogCaptureFixture
) -> None:
    token = add_client(file, "kiosk", now=NOW)
    access = {"mode": "tokens", "tokens": str(file)} if by == "rules" else {}
    settings = {"clients": file} if by == "settings" else {}
    async with asking(access, **settings) as client:
        answers = [await start(client), await start(client, new_token()), await start(client, token)]
        others = [
            await start(client, Authorization=value)
            for value in (token, f"Basic {token}", f"Bearer {token} x", "Bearer", f"Bearer{token}")
        ]
        lower = await start(client, Authorization=f"bearer  {token}")
        health = await client.get("/healthz")
    assert [answer.status_code for answer in answers] == [401, 401, 200]
    assert [answer.json()["error"] for answer in answers[:2]] == ["token-missing", "token-refused"]
    assert answers[0].headers["www-authenticate"] == 'Bearer realm="persona-viewer broker"'
    assert 'error="invalid_token"' in answers[1].headers["www-authenticate"]
    assert {answer.status_code for answer in others} == {401}
    assert [lower.status_code, health.status_code] == [200, 200]
    assert upstream.count("/v1/engine/session") == 2
    assert "granted to kiosk" in caplog.text
    for text in (caplog.text, *(answer.text for answer in (*answers, *others))):
        assert token not in text


async def test_a_token_of_the_environment_is_a_clients(asking: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    token = "0123456789abcdef" * 2
    monkeypatch.setenv("PERSONA_VIEWER_CLIENT_TOKEN", token)
    async with asking() as client:
        assert [(await start(client, shown)).status_code for shown in (None, token[1:], token)] == [
            401,
            401,
            200,
        ]
    monkeypatch.setenv("PERSONA_VIEWER_CLIENT_TOKEN", token[1:])
    with pytest.raises(UsageError, match="PERSONA_VIEWER_CLIENT_TOKEN is too short"):
        async with asking():
            pass
