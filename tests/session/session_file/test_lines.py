"""What a session file says: nothing secret, nobody's address, and the same again when it is read."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.session.session_file.conversations import file_of, text_of
from viewer.errors import UsageError
from viewer.protocol import actions, commands, events, inputs, insight
from viewer.protocol.api import BrokerSession
from viewer.protocol.insight import Noted
from viewer.protocol.signalling import IceCandidate
from viewer.protocol.transcript import Message
from viewer.redaction import forget_secret, remember_secret
from viewer.session.session_file.lines import FORMAT, SessionFile
from viewer.session.session_file.masking import Mask
from viewer.session.session_file.notes import Notes, note, with_notes

SECRET = "Qplanted4secret7"
SDP = (
    "v=0\r\no=- 1 1 IN IP4 192.168.7.5\r\na=ice-ufrag:abcd\r\na=ice-pwd:{secret}\r\n"
    "a=candidate:1 1 udp 2130706431 192.168.7.5 54321 typ host\r\n"
    "a=candidate:2 1 udp 1 2a02:8070:1:2::9 54321 typ srflx raddr 192.168.7.5 rport 54321\r\n"
)


def granted() -> BrokerSession:
    return BrokerSession.model_validate(
        {
            "sessionId": "s",
            "engineHost": "engine.inside.example:443/x",
            "engineProtocol": "https",
            "sessionToken": SECRET,
            "clientConfig": {
                "iceServers": [
                    {"urls": "turn:relay.inside.example:3478", "username": SECRET, "credential": SECRET}
                ]
            },
        }
    )


def planted() -> list[Noted]:
    """Every place that a secret or an address was ever seen in."""
    sdp = SDP.format(secret=SECRET)
    frame = json.dumps({"actionType": "offer", "payload": {"sdp": sdp, "sessionToken": SECRET}})
    pair = insight.CandidatePair("host udp f.local 1", "host udp 10.1.2.3 1", "failed", nominated=False)
    line = "candidate:1 1 udp 1 81.2.69.160 9 typ srflx raddr 192.168.7.5 rport 9"
    return [
        note(5.0, "told", insight.BrokerAsked(f"https://u:{SECRET}@inside.example", "joe", "auto", False)),
        note(5.1, "told", insight.BrokerAnswered(granted().model_dump(mode="json", by_alias=True))),
        note(5.2, "told", insight.OfferEdited(sdp, sdp + "a=x\r\n")),
        note(5.3, "in", inputs.OfferMade(sdp)),
        note(5.4, "in", inputs.CandidateGathered(IceCandidate(line, "0", 0, "abcd"))),
        note(5.5, "out", actions.SendFrame(frame)),
        note(5.6, "in", inputs.FrameReceived(frame.encode())),
        note(5.7, "in", inputs.DataReceived(f'{{"api_key": "{SECRET}", "at": "10.1.2.3"}}')),
        note(5.8, "in", inputs.CommandGiven(commands.SendText(f"my token is Bearer {SECRET}"), "t")),
        note(5.9, "told", events.Warned(f"Authorization: Bearer {SECRET} at 81.2.69.160")),
        note(6.0, "told", insight.PairsChecked((pair,))),
        note(6.1, "in", inputs.IceServerAsked("turn:relay.inside.example:3478", "works")),  # type: ignore[arg-type]
    ]


def test_no_secret_is_in_it_wherever_one_stood() -> None:
    remember_secret(f"exactly {SECRET[::-1]}")
    notes = [*planted(), note(7.0, "told", events.Warned(f"it was exactly {SECRET[::-1]}."))]
    forget_secret(f"exactly {SECRET[::-1]}")  # the session is over by the time that it is written
    for addresses in ("masked", "plain"):
        text = text_of(notes, addresses)
        assert SECRET not in text
        assert SECRET[::-1] not in text
        assert len(text.splitlines()) == len(notes) + 1, "nothing is left out"


def test_no_address_is_in_it_unless_asked_for() -> None:
    addresses = ("192.168.7.5", "2a02:8070", "81.2.69.160", "10.1.2.3", "inside.example", "f.local")
    masked, plain = text_of(planted()), text_of(planted(), "plain")
    assert not [address for address in addresses if address in masked]
    assert [address for address in addresses if address in plain] == list(addresses)


def test_one_address_is_always_put_for_another_and_what_is_none_stays() -> None:
    mask = Mask()
    line = mask.text("192.168.7.5 and 192.168.7.6, again 192.168.7.5; fe80::1 and https://a.b.example:8/x?y")
    first, _, second, _, again, *_ = line.split(" ")
    assert first == again.rstrip(";")
    assert first != second.rstrip(",")
    no_address = "127.0.0.1 ::1 0.0.0.0, at 12:34:56, 1.2.3, http://localhost:8080/v1, x::y, AA:BB:CC"
    assert mask.text(no_address) == no_address
    extension = "a=extmap:3 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time"
    assert mask.text(extension) == extension


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    file = SessionFile(file_of(planted(), tmp_path / "s.jsonl"))
    assert file.header.addresses == "masked"
    assert [(noted.kind, noted.side) for noted in file.notes] == [(n.kind, n.side) for n in planted()]
    assert [round(noted.at, 6) for noted in file.notes] == [round(noted.at, 6) for noted in planted()]
    assert file.notes[4].data["candidate"]["sdp_mid"] == "0"  # type: ignore[index, call-overload]


def test_a_last_line_that_was_cut_off_is_left_out(tmp_path: Path) -> None:
    path = file_of(planted(), tmp_path / "s.jsonl")
    path.write_bytes(path.read_bytes()[:-20])
    assert len(SessionFile(path).notes) == len(planted()) - 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "is no session file"),
        ("{}\n", "is no session file"),
        ("[" * 5000 + "\n", "is no session file"),
        (f'{{"format": "{FORMAT}", "version": 2}}\n', "newer Persona Viewer"),
        (f'{{"format": "{FORMAT}", "version": 1}}\n', "Line 1 "),
        ("{header}" + '{"at": 1, "side": "in", "kind": "X", "data": []}\n', "Line 2 "),
        ("{header}\n\n" + '{"at": 1e99, "side": "in", "kind": "X", "data": {}}\n', "Line 4 "),
        ("{header}" + '{"at": 1, "side": "in", "kind": "a b", "data": {}}\n', "Line 2 "),
    ],
)
def test_what_is_wrong_with_a_file_is_told_in_a_sentence(tmp_path: Path, text: str, told: str) -> None:
    header = text_of(planted()[:1]).splitlines()[0] + "\n"
    path = tmp_path / "s.jsonl"
    path.write_text(text.replace("{header}", header))
    with pytest.raises(UsageError, match=told):
        SessionFile(path)
    with pytest.raises(UsageError, match="cannot be read"):
        SessionFile(tmp_path / "nowhere")


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda leaf: st.lists(leaf) | st.dictionaries(st.text(), leaf),
    max_leaves=5,
)


@settings(max_examples=10)
@given(ANYTHING)
def test_any_text_becomes_one_line_that_can_be_read(value: object) -> None:
    told = insight.BrokerAnswered({"any": value})  # type: ignore[dict-item]
    _, line, end = text_of([note(1.0, "told", told)]).split("\n")  # nothing else ends a line of JSON Lines
    assert end == ""
    line.encode()
    assert json.loads(line)["kind"] == "BrokerAnswered"


def test_a_message_that_grows_is_noted_once_and_packets_in_runs() -> None:
    told: list[events.Event] = []
    publish = with_notes(told.append, lambda: 9.0)
    for text, complete in (("He", False), ("Hello", False), ("Hello.", True)):
        publish(events.MessageUpdated(Message("1", "persona", text, complete=complete)))
    assert [noted.kind for noted in told if isinstance(noted, Noted)] == ["MessageUpdated"]
    assert len(told) == 4
    told.clear()
    notes = Notes(told.append, lambda: 0.0)
    for at in (*(n * 0.25 for n in range(200)), 60.0, 60.25):
        notes.took(inputs.PacketsReceived(), at)
    notes.finish()
    runs = [noted for noted in told if isinstance(noted, Noted)]
    assert sum(noted.data["times"] for noted in runs) == 202  # type: ignore[misc]
    assert [noted.at for noted in runs] == [30.0, 49.75, 60.25]
