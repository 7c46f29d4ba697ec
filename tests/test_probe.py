"""A session without a window: how long it lasts, and what is said of it."""

import asyncio
import json
import signal
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.session.timed_engine import TimedEngine, timed_engine
from viewer import probe
from viewer.cli import main
from viewer.errors import BrokerUnreachable, UsageError, ViewerError
from viewer.media.picture import PictureSlot
from viewer.protocol import commands, events
from viewer.protocol.events import CloseReason
from viewer.protocol.personas import Persona
from viewer.session.report import ReportBuilder
from viewer.settings import ViewerSettings


@pytest.fixture
async def engine(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[TimedEngine]:
    async with timed_engine(monkeypatch) as engine:
        yield engine


@pytest.mark.virtual_time
async def test_it_watches_for_as_long_as_it_was_told_and_says_goodbye(engine: TimedEngine) -> None:
    report, pictures = ReportBuilder(), PictureSlot()
    began = asyncio.get_running_loop().time()
    await probe._watch(commands.Connect(engine.url, "joe"), 7.0, report, pictures)
    assert asyncio.get_running_loop().time() - began == pytest.approx(7.0, abs=0.1)
    assert len(engine.times("endsession")) == 1
    told = report.report()
    assert told["closed"] == "normal"
    assert told["video"]["frames"] > 50
    assert pictures.take() is not None


@pytest.mark.virtual_time
async def test_it_ends_before_its_time_with_a_session_that_is_over(engine: TimedEngine) -> None:
    engine.refusal = 403
    report = ReportBuilder()
    began = asyncio.get_running_loop().time()
    await probe._watch(commands.Connect(engine.url, "joe"), 100.0, report, PictureSlot())
    assert asyncio.get_running_loop().time() - began < 1
    assert (report.exit_code, report.report()["error"]["code"]) == (3, "not-permitted")


@pytest.mark.virtual_time
@pytest.mark.parametrize(
    ("fault", "code", "exit_code"),
    [
        ("the broker hangs", "broker-timeout", 3),
        ("the signalling port is dead", "signalling-lost", 4),
        ("offers are not answered", "signalling-lost", 4),
        ("UDP is blocked", "connection-blocked", 5),
        ("there are no pictures", "no-media", 5),
    ],
)
@pytest.mark.parametrize("seconds", [1.0, 30.0])
async def test_what_is_slower_than_it_waits_is_blamed_on_the_step_it_had_reached(
    engine: TimedEngine, fault: str, code: str, exit_code: int, seconds: float
) -> None:
    engine.broker_hangs = fault == "the broker hangs"
    engine.is_dead = fault == "the signalling port is dead"
    engine.answers = fault != "offers are not answered"
    engine.way.connects = fault != "UDP is blocked"
    engine.way.pictures = fault != "there are no pictures"
    report = ReportBuilder()
    await probe._watch(commands.Connect(engine.url, "joe"), seconds, report, PictureSlot())
    assert (report.report()["error"]["code"], report.exit_code) == (code, exit_code)


@pytest.mark.virtual_time
async def test_one_that_is_told_to_end_says_goodbye_and_waits_until_all_is_released(
    engine: TimedEngine,
) -> None:
    report = ReportBuilder()
    watching = asyncio.create_task(
        probe._watch(commands.Connect(engine.url, "joe"), 100.0, report, PictureSlot())
    )
    await asyncio.sleep(5)
    watching.cancel()
    with pytest.raises(asyncio.CancelledError):
        await watching
    assert len(engine.times("endsession")) == 1
    assert report.report()["closed"] == "normal"
    assert engine.peer.is_closed


@pytest.mark.virtual_time
async def test_one_that_is_told_to_end_while_the_broker_is_silent_ends_at_once(engine: TimedEngine) -> None:
    engine.broker_hangs = True
    watching = asyncio.create_task(
        probe._watch(commands.Connect(engine.url, "joe"), 100.0, ReportBuilder(), PictureSlot())
    )
    await asyncio.sleep(5)
    watching.cancel()
    with pytest.raises(asyncio.CancelledError):
        await watching
    assert asyncio.get_running_loop().time() < 6


@pytest.mark.parametrize("pictures", [True, False])
def test_after_ctrl_c_it_tells_what_it_saw_if_it_saw_anything(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], pictures: bool
) -> None:
    async def interrupted(_request: Any, _seconds: float, report: ReportBuilder, *_: Any) -> None:
        report.add(events.MediaReceived(720, 480, "VP8", 250 * pictures, 25.0, 500, 0.05))
        report.add(events.SessionClosed(CloseReason.NORMAL, None))
        signal.raise_signal(signal.SIGINT)
        await asyncio.Event().wait()

    monkeypatch.setattr(probe, "_watch", interrupted)
    # A shell starts what runs in its background with Ctrl+C ignored.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            probe.run(ViewerSettings(broker="http://b", persona="joe"), 1, as_json=True)
    finally:
        signal.signal(signal.SIGINT, before)
    said = capsys.readouterr().out
    assert bool(said) is pictures
    assert not pictures or json.loads(said)["video"]["frames"] == 250


def test_what_it_prints_is_for_people_or_one_json_object(capsys: pytest.CaptureFixture[str]) -> None:
    report = ReportBuilder()
    report.add(events.MilestoneReached("broker", 12.3))
    report.add(events.MediaReceived(720, 480, "VP8", 250, 25.0, 500, 0.05))
    report.add(events.SessionClosed(CloseReason.NORMAL, None))
    probe._print(report, as_json=True)
    assert json.loads(capsys.readouterr().out) == report.report()
    probe._print(report, as_json=False)
    words = capsys.readouterr().out
    assert "720×480 VP8, 250 frames, 25.0 a second" in words
    assert words.splitlines()[-1] == "ok"


JOE = Persona("joe", "Joe", "A guide.", "en", "/v1/personas/joe/landscape", idle="/v1/personas/joe/idle")


def listing(monkeypatch: pytest.MonkeyPatch, outcome: tuple[Persona, ...] | ViewerError) -> None:
    async def list_personas(_broker: str, _proxy: str) -> tuple[Persona, ...]:
        if isinstance(outcome, ViewerError):
            raise outcome
        return outcome

    monkeypatch.setattr(probe, "list_personas", list_personas)


def list_them(*, as_json: bool) -> int:
    flags = ["--json"] if as_json else []
    return main(["probe", "--broker", "http://127.0.0.1:9", "--personas", *flags])


def test_it_lists_the_personas_in_a_table(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    listing(monkeypatch, (JOE, Persona("of-the-house", "Eve")))
    assert list_them(as_json=False) == 0
    assert capsys.readouterr().out.splitlines() == [
        "ID            NAME  LANGUAGE  PICTURES        DESCRIPTION",
        "joe           Joe   en        landscape idle  A guide.",
        "of-the-house  Eve             none",
    ]
    listing(monkeypatch, ())
    assert list_them(as_json=False) == 0
    assert capsys.readouterr().out == "The broker names no personas.\n"


def test_it_lists_the_personas_as_one_json_object(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    listing(monkeypatch, (JOE,))
    assert list_them(as_json=True) == 0
    assert json.loads(capsys.readouterr().out) == {
        "personas": [
            {
                "id": "joe",
                "name": "Joe",
                "description": "A guide.",
                "language": "en",
                "landscape": "/v1/personas/joe/landscape",
                "portrait": "",
                "idle": "/v1/personas/joe/idle",
            }
        ],
        "error": None,
    }


def test_a_list_that_cannot_be_had_is_said_in_both_forms(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    listing(monkeypatch, BrokerUnreachable())
    assert list_them(as_json=False) == 3
    assert "The broker cannot be reached." in capsys.readouterr().err
    assert list_them(as_json=True) == 3
    told = json.loads(capsys.readouterr().out)
    assert (told["personas"], told["error"]["code"]) == ([], "broker-unreachable")


@pytest.mark.parametrize("missing", ["broker", "persona"])
def test_without_broker_or_persona_there_is_nothing_to_probe(missing: str, tmp_path: Path) -> None:
    given: dict[str, Any] = {"broker": "http://127.0.0.1:9", "persona": "joe"} | {missing: ""}
    with pytest.raises(UsageError):
        probe.run(ViewerSettings(**given), 1, as_json=True, kept=probe.Kept(tmp_path / "picture.png"))
