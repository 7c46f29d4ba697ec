import json
import time
from dataclasses import replace
from typing import Any

import pytest

from viewer import errors
from viewer.protocol import events
from viewer.protocol.events import CloseReason
from viewer.protocol.stats import StatsSampled
from viewer.protocol.transcript import Message
from viewer.session.report import ReportBuilder

GOOD = events.MediaReceived(720, 480, "VP8", 250, 25.0, 500, 0.04)
NORMAL_END = events.SessionClosed(CloseReason.NORMAL, None)


def folded(*happened: events.Event) -> ReportBuilder:
    builder = ReportBuilder()
    for event in happened:
        builder.add(event)
    return builder


def test_a_good_session_is_the_documented_object() -> None:
    before = time.time()
    builder = folded(
        events.MilestoneReached("broker", 12.5),
        events.RouteChosen("relay", "host", "turns:relay.example"),
        events.MessageUpdated(Message("persona::1", "persona", "Hel")),
        events.MessageUpdated(Message("persona::1", "persona", "Hello", complete=True)),
        *(StatsSampled(at, {"viewer.process": {"totalCpuTime": at}}) for at in (1.5, 2.5)),
        GOOD,
        NORMAL_END,
    )
    assert builder.exit_code == 0
    report = json.loads(json.dumps(builder.report()))
    assert before - 0.0125 <= report.pop("started_at") <= time.time() - 0.0125
    assert report == {
        "ok": True,
        "milestones_ms": {
            "broker": 12.5,
            "signalling": None,
            "answer": None,
            "ice": None,
            "first_frame": None,
            "session_ready": None,
        },
        "route": {"local": "relay", "remote": "host", "relay": "turns:relay.example"},
        "video": {
            "width": 720,
            "height": 480,
            "codec": "VP8",
            "frames": 250,
            "fps": 25.0,
            "painted_fps": None,
        },
        "audio": {"frames": 500, "rms": 0.04},
        "statistics": {"viewer.process": {"totalCpuTime": 2.5}},
        "messages": [{"role": "persona", "content": "Hello", "interrupted": False}],
        "findings": [],
        "recording": None,
        "closed": "normal",
        "error": None,
    }


def test_a_recording_that_failed_is_told_and_one_in_another_kind_of_file_is_no_failure() -> None:
    ended = events.RecordingChanged("ended", "/talk.mkv", 2.5, errors.DiskFull())
    builder = folded(GOOD, ended, NORMAL_END)
    recording = builder.report()["recording"]
    assert (recording["file"], recording["seconds"]) == ("/talk.mkv", 2.5)
    assert recording["error"]["code"] == "disk-full"
    assert builder.exit_code == 1
    assert folded(GOOD, replace(ended, problem=errors.NotInMp4()), NORMAL_END).exit_code == 0


@pytest.mark.parametrize(
    ("happened", "code", "exit_code"),
    [
        ([events.SessionClosed(CloseReason.NORMAL, errors.NoPlan())], "no-plan", 3),
        (
            [events.SessionClosed(CloseReason.SIGNALLING_FAILURE, errors.SignallingLost())],
            "signalling-lost",
            4,
        ),
        (
            [events.SessionClosed(CloseReason.WEBRTC_FAILURE, errors.ConnectionBlocked())],
            "connection-blocked",
            5,
        ),
        ([events.MediaReceived(720, 480, "VP8", 250, 25, 500, 0.0), NORMAL_END], "content", 6),
    ],
)
def test_exit_codes_tell_where_it_failed(happened: list[Any], code: str, exit_code: int) -> None:
    builder = folded(*happened)
    assert builder.exit_code == exit_code
    report = builder.report()
    assert report["ok"] is False
    assert report["error"]["code"] == code
    assert report["error"]["hint"]


STEPS: tuple[events.Milestone, ...] = ("broker", "signalling", "answer", "ice", "first_frame")


@pytest.mark.parametrize(
    ("reached", "code", "exit_code"),
    [
        (0, "broker-timeout", 3),
        (1, "signalling-lost", 4),
        (2, "signalling-lost", 4),
        (3, "connection-blocked", 5),
        (4, "no-media", 5),
    ],
)
def test_a_session_that_is_ended_too_soon_is_blamed_on_the_step_it_had_reached(
    reached: int, code: str, exit_code: int
) -> None:
    milestones = [events.MilestoneReached(step, 10.0) for step in STEPS[:reached]]
    builder = folded(*milestones, events.MediaReceived(0, 0, None, 0, 0, 0, 0.0), NORMAL_END)
    error = builder.report()["error"]
    assert (error["code"], builder.exit_code) == (code, exit_code)
    assert error["message"].endswith("when the session was ended.")
    assert "--seconds" in error["hint"]


def test_where_no_session_was_asked_for_nobody_but_the_user_is_to_blame() -> None:
    builder = folded()
    assert builder.exit_code == 2
    assert builder.report()["error"]["message"] == "No session was asked for."
