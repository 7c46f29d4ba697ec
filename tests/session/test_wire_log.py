import json

import pytest

from viewer.redaction import forget_secret, remember_secret
from viewer.session import wire_log
from viewer.session.wire_log import MAX_SHOWN, wire_message


def test_secrets_are_taken_out_before_the_text_is_cut() -> None:
    sdp = "v=0\r\na=ice-ufrag:abcd\r\na=ice-pwd:supersecretpassword\r\n" + "a=x\r\n" * 2000
    text = json.dumps({"actionType": "offer", "payload": {"sdp": sdp}})
    message = wire_message("out", "signalling", text, 12.34)
    assert message.kind == "offer"
    assert "supersecretpassword" not in message.text
    assert len(message.text) == MAX_SHOWN


def test_what_cannot_be_read_is_listed_all_the_same() -> None:
    assert wire_message("in", "data", b"\xff{", 0).kind == "malformed"
    assert wire_message("in", "data", "[1]", 0).kind == "unknown"


def test_the_kind_is_the_messages_own_word() -> None:
    assert wire_message("in", "data", '{"messageType": "speechText"}', 0).kind == "speechText"
    assert wire_message("out", "data", '{"message_type": "interrupt"}', 0).kind == "interrupt"


def test_a_secret_at_the_end_of_what_is_read_of_a_long_text_is_not_shown_in_part() -> None:
    secret = "an-unusual-secret-of-some-length"
    remember_secret(secret)
    try:
        for at in range(15_900, 16_010, 7):
            # The redaction shrinks what comes before, so that the end comes into sight.
            hidden = '{"token": "' + "x" * (at - 13) + '"}'
            message = wire_message("in", "data", hidden + secret + "y" * 10_000, 0)
            assert secret[:8] not in message.text
    finally:
        forget_secret(secret)


def test_what_nobody_looks_at_is_neither_parsed_nor_redacted(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def noted(text: str, secrets: tuple[str, ...]) -> str:
        asked.append(text)
        return text

    def read(_: str) -> None:
        raise AssertionError("it was parsed")

    with monkeypatch.context() as patched:
        patched.setattr(wire_log, "redact", noted)
        patched.setattr("json.loads", read)
        message = wire_message("out", "signalling", '{"actionType": "offer"}', 1.04)
        assert (message.direction, message.channel, message.milliseconds) == ("out", "signalling", 1.0)
        assert asked == []
        assert message.text == message.text == '{"actionType": "offer"}'
        assert len(asked) == 1
    assert message.kind == "offer"


@pytest.mark.parametrize("whole", ["", "}}"])
def test_of_a_long_message_only_the_beginning_is_read(whole: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("json.loads", lambda _: pytest.fail("a megabyte was parsed"))
    audio = '{"actionType": "agentaudioinput", "payload": {"audioData": "' + "A" * 1_000_000 + f'"{whole}'
    for text in (audio, audio.encode()):
        message = wire_message("out", "signalling", text, 0)
        assert message.kind == "agentaudioinput"
        assert message.text.startswith(audio[:100])
        assert len(message.text) == MAX_SHOWN
    assert wire_message("in", "data", "x" * 100_000, 0).kind == "unknown"


def test_a_secret_that_is_forgotten_stays_hidden_in_what_passed_before() -> None:
    remember_secret("opensesame")
    message = wire_message("in", "data", "It is opensesame.", 0)
    forget_secret("opensesame")
    assert message.text == "It is ‹hidden›."
