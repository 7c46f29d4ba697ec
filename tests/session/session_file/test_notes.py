"""Notes are read when somebody looks at them, and no more of them than is shown."""

import pytest

from viewer.protocol import inputs
from viewer.redaction import forget_secret, remember_secret
from viewer.session.session_file import as_json
from viewer.session.session_file.as_json import MAX_TEXT
from viewer.session.session_file.notes import note


def text_of(passed: str | bytes) -> str:
    """What a note shows of a message, of which it keeps the whole."""
    noted = note(0.0, "in", inputs.DataReceived(passed))
    assert noted.size > len(passed)
    text = noted.data["text"]
    assert isinstance(text, str)
    return text


def test_what_nobody_looks_at_is_not_redacted(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def noted(text: str, secrets: tuple[str, ...]) -> str:
        asked.append(text)
        return text

    monkeypatch.setattr(as_json, "redact", noted)
    message = note(1.0, "in", inputs.DataReceived("Hello"))
    assert (message.side, message.kind) == ("in", "DataReceived")
    assert asked == []
    assert message.data is message.data
    assert asked.count("Hello") == 1


def test_a_secret_that_is_forgotten_stays_hidden_in_what_passed_before() -> None:
    remember_secret("opensesame")
    message = note(0.0, "in", inputs.DataReceived("It is opensesame."))
    forget_secret("opensesame")
    assert message.data["text"] == "It is ‹hidden›."


def test_of_a_long_text_the_beginning_is_read_and_no_half_of_a_secret_shown() -> None:
    secret = "an-unusual-secret-of-some-length"
    remember_secret(secret)
    try:
        for at in range(MAX_TEXT - 100, MAX_TEXT + 10, 7):
            # The redaction shrinks what comes before, so that the end comes into sight.
            shown = text_of('{"token": "' + "x" * (at - 13) + '"}' + secret + "y" * 900_000)
            assert secret[:8] not in shown
            shown = text_of("x" * (at - len(secret)) + secret + "y" * 900_000)
            assert 50_000 < len(shown) < MAX_TEXT
            assert secret[:8] not in shown
    finally:
        forget_secret(secret)


def test_the_end_of_a_long_text_is_never_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    lengths: list[int] = []

    def measured(text: str, secrets: tuple[str, ...]) -> str:
        lengths.append(len(text))
        return text

    monkeypatch.setattr(as_json, "redact", measured)
    assert text_of("x" * 1_000_000)
    assert text_of(b"x" * 1_000_000)
    assert max(lengths) == MAX_TEXT
