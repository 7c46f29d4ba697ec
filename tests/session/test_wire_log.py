import json

from viewer.redaction import forget_secret, remember_secret
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
        for at in range(63_900, 64_010, 7):
            # The redaction shrinks what comes before, so that the end comes into sight.
            hidden = '{"token": "' + "x" * (at - 13) + '"}'
            message = wire_message("in", "data", hidden + secret + "y" * 10_000, 0)
            assert secret[:8] not in message.text
    finally:
        forget_secret(secret)
