"""The way to the avatar, whole and broken in every place, as ``persona-viewer doctor`` tells it."""

import asyncio
import base64
import json
import re
import signal
import socket
import time
from collections.abc import Callable, Iterator
from email.utils import formatdate
from threading import Event, Thread
from typing import Any

import httpx
import pytest

from tests.doctor.conftest import (
    QUIET,
    Answer,
    examine,
    examine_as_a_user,
    interrupted,
    odd_broker,
    session_at,
    sessions,
)
from tests.network.coturn import CREDENTIAL, Coturn
from tests.processes import API_KEY, Server
from tests.sound_system import MICROPHONE, SPEAKER, SoundSystem, tone
from viewer.doctor import rehearsal
from viewer.doctor.examination import Examination
from viewer.protocol import client
from viewer.settings import DoctorSettings
from viewer.webrtc.ice import server as ice_server

LOCAL = ("versions", "settings", "display", "microphone", "speaker", "echo", "udp", "proxy")
NETWORK = (
    "dns",
    "tcp",
    "tls",
    "broker",
    "clock",
    "ice-server",
    "websocket",
    "connection",
    "picture",
    "sound",
)
AFTER_BROKER = ("ice-server", "websocket", "connection", "picture", "sound")


@pytest.fixture
def nobody() -> Iterator[str]:
    """``host:port`` where nobody listens, kept free by a socket that does not either."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"127.0.0.1:{taken.getsockname()[1]}"


@pytest.fixture
def silent() -> Iterator[str]:
    """``host:port`` of something that takes datagrams and says nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as hole:
        hole.bind(("127.0.0.1", 0))
        yield f"127.0.0.1:{hole.getsockname()[1]}"


def through(broker: Server, client_config: dict[str, Any]) -> Callable[[str, bytes], Answer]:
    """A broker that passes everything on to the real one, and adds ``client_config`` to what that grants."""

    def answer(path: str, body: bytes) -> Answer:
        if not body:
            return Answer({}, 404)
        passed = httpx.post(f"{broker.url}{path}", json=json.loads(body), timeout=30, trust_env=False)
        session = passed.json()
        session["clientConfig"] |= client_config
        return Answer(session, passed.status_code)

    return answer


@pytest.mark.wire
def test_all_that_works_is_told_step_by_step_and_nothing_stays_behind(
    engine: Server, broker: Server, sound_system: SoundSystem
) -> None:
    with_sound = sound_system.environment | {"ALSA_CONFIG_PATH": ""}
    with sound_system.playing_into_microphone(tone(440, 4)):
        examined = examine_as_a_user("--broker", broker.url, "--persona", "joe", changes=with_sound)
    assert examined.exit_code == 0
    assert examined.report["ok"] is True
    assert [check["name"] for check in examined.report["checks"]] == [*LOCAL, *NETWORK]
    # The test's loudspeaker and microphone are wires apart.
    others = {"tls": "skipped", "ice-server": "skipped", "echo": "warning"}
    assert examined.states == dict.fromkeys((*LOCAL, *NETWORK), "ok") | others
    assert f"“{MICROPHONE}”" in examined.check("microphone")["found"]
    assert "dBFS" in examined.check("microphone")["found"]
    assert f"“{SPEAKER}”" in examined.check("speaker")["found"]
    assert "720×480" in examined.check("picture")["found"]
    assert sessions(engine) == 0


def test_without_a_broker_the_rest_is_checked_and_the_option_named() -> None:
    examined = examine(*QUIET)
    assert examined.exit_code == 0
    assert {examined.states[name] for name in NETWORK} == {"skipped"}
    assert all(
        "--broker" in check["found"] for check in examined.report["checks"] if check["name"] in NETWORK
    )
    assert examined.states["display"] == "ok"


def test_without_a_persona_the_way_to_the_broker_is_checked() -> None:
    with odd_broker(lambda *_: Answer({})) as url:
        examined = examine("--broker", url, *QUIET)
    assert examined.exit_code == 0
    assert (examined.states["tcp"], examined.states["clock"]) == ("ok", "ok")
    assert {examined.states[name] for name in ("broker", *AFTER_BROKER)} == {"skipped"}
    assert "--persona" in examined.check("sound")["found"]


def test_a_persona_that_nobody_knows_is_exit_code_3() -> None:
    refusal = {"error": "Bad Request", "message": "Unknown persona 'nobody'"}
    with odd_broker(lambda *_: Answer(refusal, 400)) as url:
        examined = examine("--broker", url, "--persona", "nobody", *QUIET)
    assert examined.exit_code == 3
    assert examined.check("broker")["code"] == "invalid-request"
    assert "Unknown persona" in examined.check("broker")["found"]
    assert {examined.states[name] for name in AFTER_BROKER} == {"skipped"}


def test_a_broker_with_a_wrong_key_is_exit_code_3() -> None:
    refusal = {"error": "Unauthorized", "message": "Invalid API key"}
    with odd_broker(lambda *_: Answer(refusal, 401)) as url:
        examined = examine("--broker", url, "--persona", "joe", *QUIET)
    assert examined.exit_code == 3
    assert examined.check("broker")["code"] == "key-refused"
    assert "key" in examined.check("broker")["fix"]
    assert {examined.states[name] for name in AFTER_BROKER} == {"skipped"}


def test_a_broker_that_is_none_is_exit_code_3() -> None:
    page = Answer(b"<!doctype html><title>Welcome</title>", headers={"Content-Type": "text/html"})
    with odd_broker(lambda *_: page) as url:
        examined = examine("--broker", url, "--persona", "joe", *QUIET)
    assert examined.exit_code == 3
    assert examined.check("broker")["code"] == "broker-bad-answer"
    assert examined.states["clock"] == "ok"


def test_a_broker_that_is_not_there_is_exit_code_3(nobody: str) -> None:
    examined = examine("--broker", f"http://{nobody}", "--persona", "joe", *QUIET)
    assert examined.exit_code == 3
    assert examined.check("tcp")["code"] == "broker-unreachable"
    assert "nobody listens there" in examined.check("tcp")["found"]
    assert examined.states["broker"] == "skipped"


def test_a_name_that_nobody_knows_is_exit_code_3() -> None:
    examined = examine("--broker", "http://broker.invalid", "--persona", "joe", *QUIET)  # RFC 6761
    assert examined.exit_code == 3
    assert "broker.invalid is not known" in examined.check("dns")["found"]
    assert examined.states["tcp"] == "skipped"


@pytest.mark.parametrize("path", ["nobody", "wrong path"])
def test_an_engine_whose_websocket_is_dead_is_exit_code_4(path: str, nobody: str) -> None:
    def answer(_path: str, body: bytes) -> Answer:
        return Answer(
            session_at(nobody if path == "nobody" else url.removeprefix("http://")), 200 if body else 404
        )

    with odd_broker(answer) as url:
        examined = examine("--broker", url, "--persona", "joe", *QUIET)
    assert examined.exit_code == 4
    assert examined.states["broker"] == "ok"
    assert examined.check("websocket")["code"] == "signalling-lost"
    told = "Nobody listens at" if path == "nobody" else "answers HTTP 404"
    assert told in examined.check("websocket")["found"]
    assert {examined.states[name] for name in ("connection", "picture", "sound")} == {"skipped"}


@pytest.mark.wire
def test_an_engine_that_cannot_be_reached_by_udp_is_exit_code_5(
    engine: Server, broker: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "CONNECT_WITHIN", 3.0)
    # Nothing but a relay is allowed, and there is none.
    with odd_broker(through(broker, {"iceTransportPolicy": "relay"})) as url:
        examined = examine("--broker", url, "--persona", "joe", *QUIET)
    assert examined.exit_code == 5
    assert (examined.states["websocket"], examined.states["connection"]) == ("ok", "failed")
    assert (examined.states["picture"], examined.states["sound"]) == ("skipped", "skipped")
    assert sessions(engine) == 0


@pytest.mark.wire
def test_each_stun_and_turn_url_is_told_by_itself_and_without_secrets(
    engine: Server, coturn: Coturn, silent: str, nobody: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ice_server, "CHECK_SECONDS", 2.0)
    monkeypatch.setattr(rehearsal, "HEAR_SECONDS", 2.0)
    servers = [
        coturn.server("stun", "udp", "tcp", "tls"),
        coturn.server("udp", credential="wrong-secret"),
        {"urls": [f"stun:{silent}", f"turn:{nobody}?transport=tcp"], "username": "u", "credential": "c"},
    ]

    def start_without_greeting(path: str, body: bytes) -> Answer:
        if not body:
            return Answer({}, 404)
        persona = {"personaConfig": {"personaId": "joe", "skipGreeting": True}}
        key = {"Authorization": f"Bearer {API_KEY}"}
        started = httpx.post(f"{engine.url}{path}", json=persona, headers=key, timeout=30, trust_env=False)
        session = started.json() | {"sessionToken": "token-of-the-doctors-tests"}
        session["clientConfig"] |= {"iceServers": servers}
        return Answer(session)

    with odd_broker(start_without_greeting) as url:
        examined = examine("--broker", url, "--persona", "joe", *QUIET)
    asked = [check for check in examined.report["checks"] if check["name"] == "ice-server"]
    assert [check["target"] for check in asked] == [url for server in servers for url in server["urls"]]
    assert [check["state"] for check in asked] == ["ok"] * 3 + ["warning"] * 4
    stun, udp, tcp, untrusted, wrong, mute, absent = (check["found"] for check in asked)
    assert "sees this computer as 127.0.0.1:" in stun
    assert "relays from 127.0.0.1:" in udp
    assert "relays from 127.0.0.1:" in tcp
    assert "certificate is not trusted" in untrusted
    assert "refused the credentials" in wrong
    assert mute == "The server does not answer."
    assert absent == "The server cannot be reached."
    assert all(check["fix"] for check in asked[3:])
    assert not {CREDENTIAL, "wrong-secret"} & set(re.findall(r"[\w-]+", examined.output))
    # No server was needed here, and this persona waits to be spoken to.
    assert (examined.states["picture"], examined.states["sound"]) == ("ok", "warning")
    assert "silence" in examined.check("sound")["found"]
    assert examined.exit_code == 0


def test_a_clock_that_is_off_is_a_warning() -> None:
    an_hour_ago = {"Date": formatdate(time.time() - 3600, usegmt=True)}
    with odd_broker(lambda *_: Answer({}, headers=an_hour_ago)) as url:
        clock = examine("--broker", url, *QUIET).check("clock")
    assert clock["state"] == "warning"
    assert "60 min ahead" in clock["found"]
    assert "clock" in clock["fix"]


@pytest.mark.parametrize(
    ("claim", "offset", "said"),
    [("exp", -600, "expired before it came"), ("iat", 600, "issued in the future")],
)
def test_a_token_of_another_time_is_a_warning(nobody: str, claim: str, offset: float, said: str) -> None:
    claims = base64.urlsafe_b64encode(json.dumps({claim: time.time() + offset}).encode()).decode().rstrip("=")
    session = session_at(nobody) | {"sessionToken": f"e30.{claims}.c2lnbmF0dXJl"}
    with odd_broker(lambda *_: Answer(session)) as url:
        examined = examine("--broker", url, "--persona", "joe", *QUIET)
    assert examined.check("clock")["state"] == "warning"
    assert said in examined.check("clock")["found"]
    assert claims not in examined.output


def test_a_proxy_is_named_without_its_password(nobody: str) -> None:
    proxy = {"http_proxy": f"http://somebody:password-of-the-proxy@{nobody}"}
    examined = examine("--broker", "http://broker.invalid", "--persona", "joe", *QUIET, changes=proxy)
    assert f"http through http://{nobody}" in examined.check("proxy")["found"]
    assert f"to the proxy {nobody}" in examined.check("tcp")["found"]
    assert examined.check("tcp")["code"] == "proxy-unreachable"
    assert "password-of-the-proxy" not in examined.output
    assert "somebody" not in examined.output


@pytest.mark.wire
@pytest.mark.parametrize(("by", "ends_with"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("command", [("doctor", *QUIET), ("probe", "--seconds", "60")])
def test_being_told_to_end_during_the_session_says_goodbye(
    engine: Server, broker: Server, silent: str, command: tuple[str, ...], by: signal.Signals, ends_with: int
) -> None:
    live = Event()
    # The session goes on for as long as the server is waited for.
    silence = {"iceServers": [{"urls": f"stun:{silent}"}]}
    watcher = Thread(target=until_live, args=(engine, live))
    watcher.start()
    with odd_broker(through(broker, silence)) as url:
        code, errors = interrupted(*command, "--broker", url, "--persona", "joe", when=live, by=by)
    watcher.join()
    assert code == ends_with
    assert errors == ""
    assert sessions(engine) == 0


async def test_who_ends_it_while_the_broker_is_silent_waits_for_nothing() -> None:
    asked, over = Event(), Event()

    def silence(_path: str, body: bytes) -> Answer:
        if body:
            asked.set()
        over.wait()
        return Answer({})

    with odd_broker(silence) as url:
        settings = DoctorSettings(broker=url, persona="joe", mic="none", speaker="none")
        async with Examination(settings, None, None).findings() as rows:
            assert (await anext(rows)).name == "versions"
            await asyncio.to_thread(asked.wait)
        # Here it has ended, with the broker still silent.
        assert len(asyncio.all_tasks()) == 1
        over.set()


def until_live(engine: Server, live: Event) -> None:
    """Set ``live`` when ``engine`` has a session that is."""
    headers = {"Authorization": f"Bearer {API_KEY}"}
    with httpx.Client(base_url=engine.url, headers=headers, trust_env=False, verify=False) as http:
        while not live.is_set():
            if any(session["state"] == "live" for session in http.get("/v1/engine/sessions").json()):
                live.set()
            time.sleep(0.02)
