"""The tab that sends: each message, again and again, snippets, and what is wrong."""

import json
import wave
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from screens.talks import tool_called, tool_failed
from tests.ui.conftest import Stage
from viewer.errors import UsageError
from viewer.protocol import commands, events
from viewer.protocol.commands import Command
from viewer.protocol.events import CloseReason
from viewer.settings import ViewerSettings
from viewer.settings_file import SettingsFile
from viewer.ui.inspector.faults.tab import FaultsTab
from viewer.ui.inspector.send.forms import CueForm, RawForm, StreamForm, WordsForm
from viewer.ui.inspector.send.sender import Parcel, Sender
from viewer.ui.inspector.send.snippets import MAX_SNIPPETS, Snippet, Snippets
from viewer.ui.inspector.send.sound_form import SoundForm
from viewer.ui.inspector.send.tab import KEPT, SendTab
from viewer.ui.inspector.send.tool_form import ToolForm
from viewer.ui.inspector.send.wav import UnusableSoundError, read_sound
from viewer.ui.settings_store import SettingsStore

MOUSE = Qt.MouseButton.LeftButton


class Bench:
    """The tab in a session, and what it asked for."""

    def __init__(self, file: Path | None = None) -> None:
        self.store = SettingsStore(ViewerSettings(), SettingsFile(file))
        self.tab = SendTab(self.store)
        self.asked: list[Command] = []
        self.tab.command.connect(self.asked.append)
        self.tab.take(events.SessionStarted("s1"), 0)

    def words(self, kind: str, words: str) -> None:
        self.tab.kind.choose(kind)
        form = self.tab.form
        assert isinstance(form, WordsForm | StreamForm)
        form.words.setPlainText(words)

    def send(self) -> list[Command]:
        """What a click asks for."""
        before = len(self.asked)
        self.tab.send_button.click()
        return self.asked[before:]


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    made = Bench()
    qtbot.addWidget(made.tab)
    made.tab.resize(460, 700)
    made.tab.show()
    return made


@pytest.mark.parametrize(
    ("kind", "make"),
    [("text", commands.SendText), ("talk", commands.Talk), ("context", commands.AddContext)],
)
def test_words_are_sent_and_stay(bench: Bench, kind: str, make: Callable[[str], Command]) -> None:
    bench.tab.kind.choose(kind)
    assert bench.send() == []
    assert bench.tab.words.text() == "Write some words first."
    bench.words(kind, "How old is it?")
    assert bench.send() == [make("How old is it?")]
    assert bench.tab.words.text() == "Sent."
    assert bench.send() == [make("How old is it?")]


def test_words_in_pieces_are_one_stream_until_the_last(bench: Bench) -> None:
    bench.words("stream", "Once ")
    assert bench.send() == [commands.StreamTalk("stream-1", "Once ")]
    form = bench.tab.form
    assert isinstance(form, StreamForm)
    form.ends.switch.click()
    assert bench.send() == [commands.StreamTalk("stream-1", "Once ", end_of_speech=True)]
    form.ends.switch.click()
    assert bench.send() == [commands.StreamTalk("stream-2", "Once ")]


def test_a_cue_comes_at_once_or_later_and_an_interruption_at_once(bench: Bench) -> None:
    bench.tab.kind.choose("cue")
    form = bench.tab.form
    assert isinstance(form, CueForm)
    form.tag.choose("sad")
    assert bench.send() == [commands.DirectPersona("sad")]
    form.time.set_value(1500)
    form.when.choose("in")
    assert bench.send() == [commands.DirectPersona("sad", in_seconds=1.5)]
    form.when.choose("at")
    assert bench.send() == [commands.DirectPersona("sad", at_seconds=1.5)]
    bench.tab.kind.choose("interrupt")
    assert bench.send() == [commands.InterruptPersona()]


def test_raw_json_wants_the_warning_confirmed_and_knows_the_session(bench: Bench) -> None:
    bench.tab.kind.choose("raw")
    form = bench.tab.form
    assert isinstance(form, RawForm)
    assert json.loads(form.text.toPlainText())["session_id"] == "s1"
    assert bench.send() == []
    assert bench.tab.words.text() == "Confirm the warning first."
    form.channel.choose("signalling")
    form.confirm.switch.click()
    assert bench.send() == [commands.SendRaw("signalling", '{"actionType": "", "sessionId": "s1"}')]
    form.text.setPlainText("{mine}")
    form.channel.choose("data")
    bench.tab.take(events.SessionStarted("s2"), 0)
    assert bench.send() == [commands.SendRaw("data", "{mine}")], "the session says what is wrong with it"


def test_a_tool_is_answered_by_hand(bench: Bench) -> None:
    bench.tab.kind.choose("tool")
    form = bench.tab.form
    assert isinstance(form, ToolForm)
    assert bench.send() == []
    assert bench.tab.words.text() == "No call awaits an answer."
    form.by_hand.switch.click()
    bench.tab.take(tool_called("c1", "weather", {"city": "Ulm"}), 0)
    assert form.call.currentText() == "weather"
    assert "Ulm" in form.about.text()
    form.words.setPlainText('{"sky": "blue"}')
    assert bench.send() == [commands.AnswerToolCall("c1", {"sky": "blue"})]
    form.words.setPlainText("no such city")
    assert bench.send() == [commands.AnswerToolCall("c1", "no such city")]
    form.kind.choose("error")
    assert bench.send() == [commands.AnswerToolCall("c1", error="no such city")]
    bench.tab.take(tool_failed("c1", "weather", "no such city"), 0)
    assert form.call.count() == 0
    assert "no such city" in form.about.text()
    assert bench.asked[0] == commands.AnswerToolsByHand(True)
    bench.tab.take(events.SessionStarted("s2"), 0)
    assert bench.asked[-1] == commands.AnswerToolsByHand(True), "another session knows nothing of it"


def sound(path: Path, seconds: float = 0.25, width: int = 2) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(width)
        file.setframerate(24_000)
        file.writeframes(bytes(width * round(24_000 * seconds)))
    return path


def test_a_sound_file_is_sent_in_pieces_of_100_ms_and_its_end(
    bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    bench.tab.kind.choose("sound")
    form = bench.tab.form
    assert isinstance(form, SoundForm)
    form._which = lambda _, chosen: chosen(sound(tmp_path / "hello.wav"))
    form.browse.click()
    qtbot.waitUntil(lambda: not form._reading)
    assert form.words.text() == "It takes 0.3 s."
    bench.send()
    qtbot.waitUntil(lambda: not bench.tab.post.is_busy)
    *pieces, end = bench.asked
    assert [len(each.pcm) for each in pieces if isinstance(each, commands.SendAgentAudio)] == [
        4800,
        4800,
        2400,
    ]
    assert end == commands.EndAgentAudio()


def test_a_sound_that_is_stopped_is_ended(qtbot: QtBot) -> None:
    sender, asked = Sender(), list[Command]()
    sender.command.connect(asked.append)
    sender.send(
        Parcel(
            (commands.SendAgentAudio(b"ab"), commands.SendAgentAudio(b"cd"), commands.EndAgentAudio()), 9999
        )
    )
    sender.stop()
    assert asked == [commands.SendAgentAudio(b"ab"), commands.EndAgentAudio()]
    assert not sender.is_busy


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda path: path, "unreadable"),
        (lambda path: path.write_bytes(b"no"), "no wav"),
        (lambda path: sound(path, width=3), "not 16 bits"),
        (lambda path: sound(path, 0), "empty"),
    ],
)
def test_what_is_wrong_with_a_sound_is_named(
    make: Callable[[Path], object], fault: str, tmp_path: Path
) -> None:
    path = tmp_path / "odd.wav"
    make(path)
    with pytest.raises(UnusableSoundError) as unusable:
        read_sound(path)
    assert unusable.value.fault == fault


def test_the_microphone_is_lent_at_once_and_never_to_another_session(bench: Bench) -> None:
    bench.tab.kind.choose("sound")
    form = bench.tab.form
    assert isinstance(form, SoundForm)
    form.lent.switch.click()
    assert bench.asked == [commands.LendVoice(True)]
    bench.tab.take(events.SessionStarted("s2"), 0)
    assert not form.lent.switch.isChecked()
    bench.tab.take(events.SessionClosed(CloseReason.NORMAL, None), 0)
    form.lent.switch.click()
    assert not form.lent.switch.isChecked()
    assert bench.tab.words.text() == "There is no session: connect first."
    assert len(bench.asked) == 1


def test_a_message_goes_out_as_often_as_wanted_until_it_is_refused_or_stopped(
    bench: Bench, qtbot: QtBot
) -> None:
    bench.words("text", "Hi")
    bench.tab.times.set_value(3)
    bench.tab.every.set_value(20)
    bench.send()
    assert bench.tab.send_button.text() == "Stop"
    qtbot.waitUntil(lambda: not bench.tab.post.is_busy)
    assert bench.asked == [commands.SendText("Hi")] * 3
    assert bench.tab.words.text() == "Sent 3 of 3."
    bench.tab.every.set_value(60_000)
    bench.tab.again.click()
    bench.tab.take(events.CommandRefused(UsageError("That text is too long.", hint="Say it in parts.")), 0)
    assert bench.tab.words.text() == "That text is too long. Say it in parts."
    assert bench.tab.send_button.text() == "Send"
    bench.tab.again.click()
    bench.send()
    assert bench.tab.words.text() == "Sent 1 of 3."
    assert len(bench.asked) == 5


def test_without_a_session_nothing_is_sent_and_nothing_lost(bench: Bench) -> None:
    bench.words("text", "Hi")
    bench.tab.take(events.SessionClosed(CloseReason.NORMAL, None), 0)
    assert bench.send() == []
    assert bench.tab.words.text() == "There is no session: connect first."
    bench.tab.take(events.SessionStarted("s2"), 0)
    assert bench.send() == [commands.SendText("Hi")]


def test_snippets_fill_forms_and_reach_the_disk_only_where_the_user_wants_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "settings.toml"
    bench = Bench(file)
    qtbot.addWidget(bench.tab)
    bench.words("talk", "Good morning!")
    bench.tab.snippets.name.setText("greeting")
    bench.tab.snippets.keep.click()
    bench.words("talk", "Other words")
    bench.tab.kind.choose("text")
    bench.tab.snippets.picked.emit("greeting")
    assert bench.send() == [commands.Talk("Good morning!")]
    bench.store.flush()
    assert not file.exists() or "Good morning!" not in file.read_text("utf-8")
    bench.tab.snippets.writes.switch.click()
    bench.store.flush()
    again = SendTab(SettingsStore(ViewerSettings(), SettingsFile(file)))
    qtbot.addWidget(again)
    assert again.snippets.names.itemText(0) == "greeting"
    assert again.snippets.writes.switch.isChecked()
    bench.tab.snippets.writes.switch.click()
    bench.store.flush()
    assert KEPT not in file.read_text("utf-8")
    bench.tab.snippets.names.setCurrentIndex(0)
    bench.tab.snippets.remove.click()
    assert bench.tab.snippets.names.count() == 0


def test_what_a_file_says_of_snippets_is_taken_as_far_as_it_is_right() -> None:
    right = Snippet("text", {"words": "Hi"})
    kept = Snippets()
    assert kept.put("a", right)
    assert not kept.put("b", Snippet("text", {"words": "x" * 30_000}))
    assert Snippets(kept.as_text()).get("a") == right
    for wrong in (None, 5, "no JSON", "[1]", '{"a": 1, "b": {"kind": "text", "fields": []}}'):
        assert Snippets(wrong).names == ()
    for number in range(MAX_SNIPPETS + 5):
        kept.put(str(number), right)
    assert len(kept.names) == MAX_SNIPPETS


def test_the_inspectors_tabs_act_by_the_windows_commands_and_keys_send(stage: Stage) -> None:
    stage.go_live()
    panel = stage.window.inspector
    panel.show()
    (index,) = (i for i in range(panel.tabs.count()) if panel.tabs.name(i) == "Send")
    panel.tabs.setCurrentIndex(index)
    tab = panel.tab(index)
    assert isinstance(tab, SendTab)
    form = tab.form
    assert isinstance(form, WordsForm)
    form.words.setFocus()
    QTest.keyClicks(form.words, "Hello")
    QTest.keyClick(form.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stage.commands == [commands.SendText("Hello")]
    QTest.keyClick(form.words, Qt.Key.Key_Tab)
    assert tab.send_button.hasFocus()
    panel.tabs.setCurrentIndex(index + 1)
    faults = panel.tab(index + 1)
    assert isinstance(faults, FaultsTab)
    faults.cut.click()
    assert stage.commands[-1] == commands.CutSignalling()
