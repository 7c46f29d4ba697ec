"""Input that no broker and no engine should send, by what is odd about it."""

import json
from collections.abc import Callable
from typing import Any

from pydantic import JsonValue

from tests.session.hostile.script import Frame
from tests.session.hostile.scripted_engine import granted
from viewer.session.broker import MAX_ANSWER_BYTES

# What a broker answers.

HOSTS = (
    "a..b",
    "." * 300,
    "x" * 70 + ".example",
    "host:99999",
    "host:-1",
    "host:port",
    "[::1",
    "[x]",
    "host\x00name",
    "127.0.0.1:0",
    "<b>host</b>\u202e",
    ":8080",
    "h" * 100_000,
)
ANSWERS: dict[str, Any] = {
    "no JSON": b"<html>\xff",
    "deep": b"[" * 100_000,
    "half characters": json.dumps(granted("\ud800", 9)).encode(),
    "a session without end": granted("s" * 100_000, 9),
    "an endpoint elsewhere": granted("s", 9) | {"signallingEndpoint": "//elsewhere\x00"},
    "no configuration": granted("s", 9) | {"clientConfig": None},
    "endless heartbeats": json.dumps(granted("s", 9)).replace('Seconds": 1', 'Seconds": NaN').encode(),
    "servers that are none": granted("s", 9) | {"clientConfig": {"iceServers": [7]}},
    "more than an answer": b'{"x": "' + b"y" * (MAX_ANSWER_BYTES + 1) + b'"}',
}
_URLS = ["", "stun:", "turn:\x00", "http://a", "stun:[::", "stun:a..b", "turn:a..b?transport=tcp"]
ICE_SERVERS: dict[str, list[Any]] = {
    "noise": [{"urls": _URLS}],
    "ports": [{"urls": [f"stun:127.0.0.1:{port}" for port in (0, 1, 65535, 99999, "x")]}],
    "no credentials": [{"urls": "turn:127.0.0.1:9"}, {"urls": "turns:127.0.0.1:9", "username": "u"}],
    "long labels": [{"urls": ["stun:" + "x" * 70 + ".example", "stun:" + "y." * 500]}],
    "other letters": [{"urls": ["stun:ä.example", "stun:\u202e.example"], "username": "ü\x00"}],
    "many": [{"urls": [f"stun:127.0.0.1:{port}" for port in range(10_000, 10_300)]}] * 3,
}

# What an engine says over the signalling socket.

_GOOD = "1 1 udp 2130706431 192.0.2.1 9 typ host"


def signal(action: Any, payload: Any, session_id: Any = "s") -> str:
    return json.dumps({"actionType": action, "sessionId": session_id, "payload": payload})


def candidate(line: Any, mid: Any = "0", index: Any = 0, **more: Any) -> str:
    return signal("icecandidate", {"candidate": line, "sdpMid": mid, "sdpMLineIndex": index, **more})


_LINES = (
    "1",
    "x " * 20,
    "1 1 udp 99999999999999999999 192.0.2.1 9 typ host",
    "1 1 udp nan 192.0.2.1 9 typ host",
    "1 1 udp 1 192.0.2.1 99999 typ host",
    "1 1 udp 1 192.0.2.1 -9 typ host",
    "1 1 udp 1 not..a..host 9 typ host",
    "1 1 udp 1 " + "a" * 300 + ".local 9 typ host",
    "1 1 udp 1 \x00.local 9 typ host",
    "1 1 udp 1 .local 9 typ host",
    "1 1 tcp 1 192.0.2.1 9 typ host tcptype passive",
    "1 0 udp 1 192.0.2.1 9 typ host",
    "1 256 udp 1 192.0.2.1 9 typ host",
    "1 1 udp 1 255.255.255.255 9 typ host",
    "1 1 udp 1 0.0.0.0 0 typ host",
    "1 1 udp 1 224.0.0.1 9 typ host",
    "1 1 udp 1 ::1 9 typ host",
    "1 1 udp 1 fe80::1%lo 9 typ host",
    "1 1 udp 1 127.0.0.1 1 typ host",
    "1 1 udp 1 192.0.2.1 9 typ \ud800",
    "1 1 udp 1 \ud800 9 typ host",
    "é 1 udp 1 192.0.2.1 9 typ srflx raddr é rport 1",
    _GOOD + " raddr",
    _GOOD + " \ud800 \ud800",
    _GOOD + " x" * 100_000,
)
_M_LINES = (
    ("9", 9),
    (None, None),
    (0, "0"),
    ("x" * 100_000, 0),
    ("0", -1),
    ("0", 10**30),
    ("0", 0.5),
    ("0", True),
)
_KINDS: list[Any] = [None, "", [], 7, {}, {"candidate": None}, {"candidate": {"candidate": _GOOD}}]
_NO_STREAMS: list[Any] = [None, {}, {"correlationId": 5}, {"correlationId": "x" * 100_000}]
SIGNALS: dict[str, list[Frame]] = {
    "nothing": [""],
    "no JSON": ["{", "nul", "\x00", "\ufeff{}"],
    "no object": ["null", "7", "[]", '"answer"', "true"],
    "binary": [b"", b"\x00\xff\xfe", b'{"actionType": "news"}', b"\xff\xfe{\x00}\x00"],
    "deep": ["[" * 100_000, '{"a":' * 100_000, '{"actionType":' + "[" * 900 + "]" * 900 + "}"],
    "long numbers": ['{"actionType": ' + "9" * 5000 + "}", signal("icecandidate", 10**4000)],
    "no numbers": ['{"actionType": NaN}', signal("warning", float("-inf")), signal("icecandidate", 1e308)],
    "half characters": [signal("\ud800", {}, "\udfff"), signal("warning", "\udc00\ud800")],
    "wrong types": [signal(5, {}), signal([], {}), signal("warning", {}, 5), signal("warning", {"a": []})],
    "unknown": [signal("news", {}), signal("x" * 500_000, {}), signal("", ""), signal("ANSWER ", "")],
    "for others": [signal("sessionready", {}, "another-session"), signal("heartbeat", "", "x" * 1000)],
    "our own actions": [
        signal(action, {})
        for action in ("offer", "talkstream", "agentaudioinput", "agentaudioinputend", "heartbeat")
    ],
    "the key twice": ['{"actionType": "endsession", "actionType": "news"}'],
    "large": [signal("news", "x" * 1_000_000)],
    "interrupted streams": [signal("talkinputstreaminterrupted", payload) for payload in _NO_STREAMS],
    "bad candidates": [candidate(line) for line in _LINES],
    "candidates of no m-line": [candidate(_GOOD, mid, index) for mid, index in _M_LINES],
    "candidates of another kind": [signal("icecandidate", payload) for payload in _KINDS],
}
UNUSABLE_SDP: dict[str, Callable[[str], Any]] = {
    "none": lambda _: None,
    "a number": lambda _: 7,
    "empty": lambda _: "",
    "noise": lambda _: "\x00\ud800<html>",
    "only a line": lambda _: "v=0\r\n",
    "no m-lines": lambda sdp: sdp.split("m=")[0],
    "a megabyte": lambda sdp: sdp + "a=x:" + "y" * 900_000 + "\r\n",
    "ten thousand m-lines": lambda sdp: sdp + "m=video 9 UDP/TLS/RTP/SAVPF 96\r\n" * 10_000,
    "a thousand m-lines": lambda sdp: sdp + "m=video 9 UDP/TLS/RTP/SAVPF 96\r\n" * 1000,
    "one m-line too few": lambda sdp: sdp[: sdp.rindex("m=")],
    "m-lines in another order": lambda sdp: "m=".join([sdp.split("m=")[0], *sdp.split("m=")[:0:-1]]),
    "no fingerprint": lambda sdp: _without(sdp, "a=fingerprint"),
    "one fingerprint too few": lambda sdp: "a=fingerprint".join(sdp.rsplit("a=fingerprint", 3)[:1]),
    "no ICE password": lambda sdp: _without(sdp, "a=ice-pwd"),
    "no ICE fragment": lambda sdp: _without(sdp, "a=ice-ufrag"),
    "no codec": lambda sdp: _without(sdp, "a=rtpmap"),
    "a codec nobody knows": lambda sdp: sdp.replace("VP8/90000", "AV9/90000").replace("H264", "H299"),
    "no number where one belongs": lambda sdp: sdp.replace("m=video 9", "m=video nine"),
    "an offer's setup": lambda sdp: sdp.replace("a=setup:active", "a=setup:actpass"),
    "halves of characters": lambda sdp: sdp.replace("a=ice-pwd:", "a=ice-pwd:\ud800"),
    "a fingerprint of noise": lambda sdp: sdp.replace(
        "a=fingerprint:sha-256 ", "a=fingerprint:sha-256 \ud800:"
    ),
    "another hash": lambda sdp: sdp.replace("sha-256", "md5").replace("sha-384", "x").replace("sha-512", "y"),
}


def _without(sdp: str, prefix: str) -> str:
    return "".join(line for line in sdp.splitlines(keepends=True) if not line.startswith(prefix))


# What it says over the data channel.


def message(kind: Any, data: Any) -> str:
    return json.dumps({"messageType": kind, "data": data})


def speech(content: Any, message_id: Any = "m", role: Any = "persona", **more: Any) -> str:
    return message("speechText", {"message_id": message_id, "role": role, "content": content, **more})


def tool_call(number: Any, **more: Any) -> str:
    call = {
        "session_id": "scripted-1",
        "tool_call_id": str(number),
        "tool_name": "paint",
        "tool_type": "client",
        "arguments": {},
    }
    return message("toolCallStarted", call | more)


_OURS = {"message_type": "interrupt", "session_id": "scripted-1"}
_DEEP: JsonValue = json.loads("[" * 240 + "]" * 240)
DATA: dict[str, list[str | bytes]] = {
    "nothing": ["", b""],
    "no JSON": ["{", "nul", "\x00", "\ufeff{}"],
    "no object": ["null", "7", "[]", '"speechText"'],
    "bytes": [b"\x00\xff\xfe", speech("ignored").encode()[:-3], b"\xff\xfe{\x00}\x00", bytes(60_000)],
    "deep": ["[" * 50_000, '{"a":' * 10_000, tool_call("d", arguments=_DEEP)],
    "long numbers": [speech("", content_index=10**4000), '{"messageType":' + "9" * 5000 + "}"],
    "no numbers": [tool_call(1, arguments=float("nan")), speech("", content_index=float("inf"))],
    "numbers too great": [speech("", content_index=1).replace(": 1", ": 1e999")],
    "half characters": [speech("\ud800"), speech("x", "\udfff", cue_tag="\ud800"), tool_call("\ud800")],
    "wrong types": [speech(7), speech(None), speech("x", 7), speech("x", None), message([], 7)],
    "another role": [speech("x", role=["user"]), speech("x", role={}), speech("x", role="USER\u202e")],
    "no data": [message(kind, None) for kind in ("speechText", "toolCallStarted", "userSpeechStarted")],
    "unknown": [message("news", {}), message("x" * 50_000, {}), message("", {}), message("SPEECHTEXT", {})],
    "our own messages": [json.dumps(_OURS)],
    "large": [speech("x" * 50_000), speech("x", "i" * 50_000), tool_call(2, arguments="y" * 50_000)],
    "very large": [speech("z" * 100_000)],
    "for others": [tool_call(3, session_id="another"), tool_call(4, session_id=None)],
    "late ends": [
        message("toolCallCompleted", {"tool_call_id": "never begun"}),
        message("toolCallFailed", 1),
    ],
    "configuration": [message("personaConfigUpdateApplied", {"changed_fields": {"a": 1, "b": [_DEEP]}})],
}
