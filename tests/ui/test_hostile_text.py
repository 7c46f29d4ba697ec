"""What an engine or a broker says is shown as text: no markup, no tricks with direction or control."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.protocol.play import started
from tests.ui.conftest import KioskStage, Stage, all_heard
from viewer.protocol import events, refusals
from viewer.protocol.data_channel import SpeechText
from viewer.protocol.events import CloseReason
from viewer.protocol.signalling import Signal
from viewer.protocol.transcript import Transcript

EVIL = "<b>x</b><img src='/etc/hostname'>\u202e\u2066\x1b[31m\x00\u2028&amp;"
SHOWN = "<b>x</b><img src='/etc/hostname'>[31m &amp;"


def warned(text: str) -> events.Warned:
    play = started()
    play.receive(Signal("warning", "s", text))
    (told,) = play.outputs()
    assert isinstance(told, events.Warned)
    return told


def spoken(text: str) -> events.MessageUpdated:
    return events.MessageUpdated(Transcript().add(SpeechText(message_id="m", role="persona", content=text)))


def texts(window: QWidget) -> list[str]:
    """Everything that ``window`` says anywhere, tool tips and accessible names included."""
    widgets = [window, *window.findChildren(QWidget)]
    said = [text for w in widgets for text in (w.toolTip(), w.accessibleName(), w.windowTitle())]
    said += [w.text() for w in widgets if isinstance(w, QLabel | QAbstractButton)]
    return said


def test_no_label_takes_text_for_markup(stage: Stage) -> None:
    stage.go_live()
    stage.play(spoken(EVIL), warned(EVIL))
    rich = [
        label.text()
        for label in stage.window.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText and "<" in label.text()
    ]
    assert rich == []


def test_caption_and_notice_show_the_words_as_they_are(stage: Stage) -> None:
    stage.go_live()
    stage.play(spoken(EVIL), warned(EVIL))
    page = stage.window.live_page
    assert page.session_notice.label.text() == SHOWN
    assert page.session_notice.label.textFormat() is Qt.TextFormat.PlainText
    all_heard(page.caption)
    assert page.caption.text().replace("\n", " ").startswith("<b>x</b><img")
    assert not any("\u202e" in text or "\x1b" in text for text in texts(stage.window))


@pytest.mark.parametrize("status", [400, 401, 402, 429, 500, 503])
def test_a_brokers_refusal_is_shown_as_it_is(stage: Stage, status: int) -> None:
    body = refusals.ErrorAnswer(error=EVIL, message=EVIL).model_dump_json().encode()
    stage.play(events.SessionClosed(CloseReason.NORMAL, refusals.refusal(status, body)))
    box = stage.window.start_page.failure
    assert SHOWN in box.message.text()
    assert box.message.textFormat() is box.hint.textFormat() is Qt.TextFormat.PlainText
    assert not any("\u202e" in text or "\x1b" in text for text in texts(stage.window))


def test_the_inspector_shows_ids_as_they_are(stage: Stage) -> None:
    stage.play(
        events.PhaseChanged(events.Phase.ASKING_BROKER),
        events.SessionStarted(EVIL * 100),
    )
    inspector = stage.window.inspector.overview
    assert inspector.values["session"].text().startswith("<b>x</b>")
    assert len(inspector.values["session"].text()) <= 80
    assert not any("\u202e" in text for text in texts(inspector))


def test_the_kiosk_shows_the_words_as_they_are(kiosk: KioskStage) -> None:
    kiosk.window.woken("touch")
    kiosk.window.handle(events.PhaseChanged(events.Phase.LIVE))
    kiosk.window.handle(spoken(EVIL))
    all_heard(kiosk.window.caption)
    assert kiosk.window.caption.text().replace("\n", " ").startswith("<b>x</b><img")
    assert not any("\u202e" in text for text in texts(kiosk.window))
