"""The files for other programs: what they say of each connection, and nothing secret and nobody's address."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.session.session_file.conversations import BEGAN, file_of, text_of
from tests.session.session_file.test_lines import SDP, SECRET, planted
from viewer.cli import main
from viewer.protocol import actions, events, inputs, insight
from viewer.protocol.events import CloseReason
from viewer.protocol.insight import Noted
from viewer.protocol.signalling import IceCandidate
from viewer.protocol.stats import StatsSampled
from viewer.session.session_file.dumps import internals, rtcstats
from viewer.session.session_file.dumps.trace import Recorded, masked, traced
from viewer.session.session_file.notes import note

MS = BEGAN.timestamp() * 1000
SENT = SDP.format(secret=SECRET)


def sample(at: float, received: int, **more: Any) -> Noted:
    """A second later each: ``received`` bytes of ``received // 1000`` pictures, decoded in 2 ms each."""
    timestamp = MS + at * 1000
    pictures = {
        "timestamp": timestamp,
        "type": "inbound-rtp",
        "id": "inbound-rtp-video",
        "bytesReceived": received,
        "framesDecoded": received // 1000,
        "totalDecodeTime": round(received // 1000 * 0.002, 6),
        **more,
    }
    transport: dict[str, Any] = {
        "timestamp": timestamp,
        "type": "transport",
        "id": "transport",
        "dtlsState": "connected",
    }
    return note(at, "told", StatsSampled(at, {"inbound-rtp-video": pictures, "transport": transport}))


def talk() -> list[Noted]:
    """A connection that is measured, breaks and is made again, and all that was planted elsewhere."""
    line = "candidate:1 1 udp 2130706431 192.168.7.5 9 typ host"
    again = IceCandidate(line.removeprefix("candidate:"), "0", 0, "efgh")
    return [
        note(0.0, "told", insight.BrokerAsked("https://inside.example", "joe", "auto", gateway=False)),
        Noted(0.05, "told", "BrokerAnswered", planted()[1].data),
        note(0.1, "out", actions.MakeOffer()),
        note(0.2, "told", insight.OfferEdited(SENT, SENT + "a=x\r\n")),
        note(0.2, "in", inputs.OfferMade(SENT + "a=x\r\n")),
        note(0.25, "in", inputs.CandidateGathered(IceCandidate(line, "0", 0, "abcd"))),
        note(0.3, "out", actions.ApplyAnswer(SENT)),
        note(0.35, "out", actions.AddCandidate(again)),
        note(0.36, "out", actions.AddCandidate(None)),
        note(0.4, "told", insight.StateChanged("peer", "connected")),
        sample(1.0, 30_000, **{"viewer.skew": 0.01}),
        sample(2.0, 55_000),
        sample(3.0, 55_000, **{"viewer.skew": 0.02}),
        sample(4.0, 80_000, **{"viewer.skew": 0.02}),
        note(4.5, "told", events.MediaStalled()),
        note(5.0, "out", actions.MakeOffer()),
        note(5.1, "told", insight.StateChanged("ice", "checking")),
        sample(6.0, 10_000),
        note(9.0, "out", actions.Finish(CloseReason.NORMAL, None)),
    ]


def recorded(notes: list[Noted], began: datetime = BEGAN) -> Recorded:
    return Recorded(masked(notes), began, notes[0].at, "1.2")


def read_rtcstats(text: str) -> Iterator[tuple[float, str, str | None, Any]]:
    """As readers do: times added up, figures that are not told of kept, objects that are null gone."""
    first, about, *lines = text.split("\n")
    assert first == "RTCStatsDump"
    assert json.loads(about)["fileFormat"] == 3
    assert lines.pop() == ""
    time, known = 0.0, dict[str | None, dict[str, Any]]()
    for line in lines:
        name, connection, value, delta = json.loads(line)
        time += delta
        if name == "getStats":
            objects = known.setdefault(connection, {})
            for key, figures in value.items():
                if figures is None:
                    del objects[key]
                else:
                    objects[key] = objects.get(key, {}) | figures
            value = {key: dict(figures) for key, figures in objects.items()}
        yield time, name, connection, value


def test_rtcstats_has_each_step_of_each_connection_at_its_time() -> None:
    steps = [*read_rtcstats("".join(rtcstats.lines(traced(recorded(talk())))))]
    assert [name for _, name, connection, _ in steps if connection is None] == ["create"]
    first = [(round(time - MS), name) for time, name, connection, _ in steps if connection == "1-1"]
    assert [each for each in first if each[1] != "getStats"] == [
        (100, "create"),
        (100, "createOffer"),
        (200, "createOfferOnSuccess"),
        (200, "setLocalDescription"),
        (250, "onicecandidate"),
        (300, "setRemoteDescription"),
        (350, "addIceCandidate"),
        (360, "addIceCandidate"),
        (400, "onconnectionstatechange"),
        (4500, "viewer.MediaStalled"),
        (5000, "close"),
    ]
    assert [name for _, name, connection, _ in steps if connection == "1-2"] == [
        *("create", "createOffer", "oniceconnectionstatechange", "getStats", "close")
    ]
    values = {name: value for _, name, connection, value in steps if connection == "1-1"}
    assert values["create"]["iceServers"] == [{"urls": ["turn:host-3.example:3478"]}], "and no credentials"
    assert values["setLocalDescription"]["type"] == "offer"
    assert values["setLocalDescription"]["sdp"].endswith("a=x\r\n")
    assert values["onicecandidate"]["candidate"].startswith("candidate:1 1 udp")
    assert values["addIceCandidate"] is None
    assert values["onconnectionstatechange"] == "connected"


def test_rtcstats_gives_each_figure_back_and_none_that_was_not_measured() -> None:
    steps = read_rtcstats("".join(rtcstats.lines(traced(recorded(talk())))))
    read = [value for _, name, connection, value in steps if (name, connection) == ("getStats", "1-1")]
    told = [noted.data["stats"] for noted in talk() if noted.kind == "StatsSampled"][:4]
    for objects in told:
        for figures in objects.values():  # type: ignore[union-attr]
            del figures["id"]  # type: ignore[union-attr, arg-type]
    # Where an object has fewer figures than before, it is gone for a moment that is no moment.
    assert [value for value in read if "inbound-rtp-video" in value] == told
    assert len(read) == 5


def test_webrtc_internals_has_a_log_and_rows_of_figures_for_each_connection() -> None:
    dump = json.loads(internals.text(traced(recorded(talk()))))
    assert dump["getUserMedia"] == []
    assert dump["UserAgentData"][0] == {"brand": "Persona Viewer", "version": "1.2"}
    assert [*dump["PeerConnections"]] == ["1-1", "1-2"]
    one = dump["PeerConnections"]["1-1"]
    assert one["url"] == "https://host-1.example"
    log = {each["type"]: each for each in one["updateLog"]}
    assert [*log][:4] == ["createOffer", "createOfferOnSuccess", "setLocalDescription", "icecandidate"]
    assert all(isinstance(each["value"], str) for each in one["updateLog"]), "readers look into texts"
    assert log["connectionstatechange"]["value"] == "connected"
    assert log["connectionstatechange"]["time"] == "2026-03-01T12:00:00.400Z"
    assert log["setRemoteDescription"]["value"].startswith('{"type":'), "readers know it by this"
    assert json.loads(log["icecandidate"]["value"])["sdpMid"] == "0"
    rows = {name: json.loads(row["values"]) for name, row in one["stats"].items()}
    name = "inbound-rtp-video-"
    assert one["stats"][name + "bytesReceived"]["statsType"] == "inbound-rtp"
    assert one["stats"][name + "bytesReceived"]["endTime"] == "2026-03-01T12:00:04.000Z"
    assert rows[name + "timestamp"] == [MS + 1000, MS + 2000, MS + 3000, MS + 4000]
    assert rows[name + "bytesReceived"] == [30_000, 55_000, 55_000, 80_000]
    assert rows[name + "viewer.skew"] == [0.01, None, 0.02, 0.02]
    assert rows["transport-dtlsState"] == ["connected"] * 4
    # From the second sample on; nothing where nothing grew.
    assert rows[name + "[bytesReceived_in_bits/s]"] == [200_000, 0, 200_000]
    assert rows[name + "[framesDecoded/s]"] == [25, 0, 25]
    assert rows[name + "[totalDecodeTime/framesDecoded_in_ms]"] == [2, None, 2]
    again = dump["PeerConnections"]["1-2"]["stats"]
    assert json.loads(again[name + "bytesReceived"]["values"]) == [10_000], "another connection's begin anew"
    assert name + "[bytesReceived_in_bits/s]" not in again


def test_neither_has_a_secret_or_an_address_or_what_was_said_and_stand_ins_are_the_session_files() -> None:
    notes = [*planted(), *talk()]
    trace = traced(recorded(notes))
    told = text_of(notes)
    for text in (internals.text(trace), "".join(rtcstats.lines(trace))):
        for never in (
            SECRET,
            "192.168.7.5",
            "2a02:8070",
            "81.2.69.160",
            "10.1.2.3",
            "inside.example",
            "f.local",
        ):
            assert never not in text
        assert "my token is" not in text
        stand_ins = set(re.findall(r"198\.51\.\d+\.\d+", text))
        assert stand_ins
        assert all(stand_in in told for stand_in in stand_ins)


def test_a_session_file_becomes_both_by_the_command_line_without_a_window(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for addresses, flags, shown in (("masked", [], 0), ("plain", [], 0), ("plain", ["--addresses"], 1)):
        session = file_of(talk(), tmp_path / "s.jsonl", addresses)  # type: ignore[arg-type]
        a, b = tmp_path / "a.json", tmp_path / "b"
        told = ["--webrtc-internals", str(a), "--rtcstats", str(b), *flags]
        assert main(["replay", str(session), *told]) == 0
        assert capsys.readouterr().out == f"{a}: webrtc-internals\n{b}: rtcstats\n"
        assert len(json.loads(a.read_text("utf-8"))["PeerConnections"]) == 2
        assert len([*read_rtcstats(b.read_text("utf-8"))]) == 22
        for path in (a, b):
            assert ("192.168.7.5" in path.read_text("utf-8")) == bool(shown)
            assert SECRET not in path.read_text("utf-8")
    assert "198.51.100." in text_of(talk())
    assert main(["replay", str(session), "--rtcstats", str(tmp_path / "nowhere" / "b")]) != 0
    assert "could not be saved as “b”" in capsys.readouterr().err
