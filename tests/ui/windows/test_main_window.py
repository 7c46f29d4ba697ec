"""What the user sees and does in the window, with events as a session tells them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import BROKER, PERSONA, Stage, all_heard
from viewer import errors
from viewer.media.capture.processing import Processing
from viewer.media.picture import PictureSlot
from viewer.protocol import events
from viewer.protocol.commands import Connect, Disconnect, InterruptPersona, SendText
from viewer.protocol.events import CloseReason, SessionClosed
from viewer.protocol.transcript import Message
from viewer.settings import ViewerSettings
from viewer.settings_file import load_what_is_right
from viewer.ui.settings_store import SettingsStore
from viewer.ui.windows.main_window import MainWindow

MOUSE = Qt.MouseButton.LeftButton
STATISTICS = events.Statistics(
    720, 480, "VP8", 1734.4, 250, 25.0, 61.2, 3, 2, 1, 0.0014, "open", "completed", "connected"
)


def test_a_call_by_id_is_submitted_and_remembered(stage: Stage) -> None:
    stage.store.change(remember_recent=True)
    page = stage.window.start_page.gallery
    page.persona.setText(" anna ")
    QTest.mouseClick(page.call_by_id, MOUSE)
    assert stage.commands == [Connect(BROKER, "anna")]
    assert stage.remembered["persona"] == "anna"
    assert [each["url"] for each in stage.remembered["brokers"]] == [BROKER]
    assert stage.window.live_page.isVisible()


def test_enter_in_the_field_for_ids_calls(stage: Stage) -> None:
    QTest.keyClick(stage.window.start_page.gallery.persona, Qt.Key.Key_Return)
    assert stage.commands == [Connect(BROKER, PERSONA)]


@pytest.mark.parametrize("url", ["", "broker.example", "ftp://broker.example"])
def test_an_unusable_broker_url_is_told_and_asked_for_again(stage: Stage, url: str) -> None:
    stage.window.connect_session(url, PERSONA)
    page = stage.window.start_page
    assert stage.commands == []
    assert page.failure.isVisible()
    assert page.failure.message.text()
    assert page.panel.url.hasFocus()


def test_a_failure_shows_its_sentence_and_hint_and_try_again_calls(stage: Stage) -> None:
    error = errors.BrokerUnreachable()
    stage.window.connect_session(BROKER, PERSONA)
    stage.play(
        events.PhaseChanged(events.Phase.ASKING_BROKER),
        events.PhaseChanged(events.Phase.CLOSED),
        events.SessionClosed(CloseReason.NORMAL, error),
    )
    failure = stage.window.start_page.failure
    assert failure.isVisible()
    assert (failure.message.text(), failure.hint.text()) == (error.message, error.hint)
    assert failure.retry.hasFocus()
    stage.commands.clear()
    QTest.mouseClick(failure.retry, MOUSE)
    assert stage.commands == [Connect(BROKER, PERSONA)]


def test_a_wrong_persona_leads_to_its_field(stage: Stage) -> None:
    stage.go_live()
    stage.play(events.SessionClosed(CloseReason.NORMAL, errors.InvalidRequest()))
    page = stage.window.start_page
    assert page.gallery.persona.hasFocus()
    assert not page.failure.retry.isVisible()


def test_a_failures_words_are_shown_plainly(stage: Stage) -> None:
    stage.play(
        events.PhaseChanged(events.Phase.ASKING_BROKER),
        events.SessionClosed(CloseReason.NORMAL, errors.BrokerError("<b>no</b>", hint="<i>x</i>")),
    )
    failure = stage.window.start_page.failure
    assert failure.message.text() == "<b>no</b>"
    assert failure.message.textFormat() == Qt.TextFormat.PlainText
    assert failure.hint.textFormat() == Qt.TextFormat.PlainText


def test_a_wished_end_leads_back_without_a_failure(stage: Stage) -> None:
    stage.go_live()
    stage.play(events.SessionClosed(CloseReason.NORMAL, None))
    assert stage.window.start_page.isVisible()
    assert not stage.window.start_page.failure.isVisible()


def test_while_connecting_the_state_stands_in_plain_words_and_can_be_cancelled(stage: Stage) -> None:
    stage.play(events.PhaseChanged(events.Phase.ASKING_BROKER))
    controls = stage.window.controls
    assert controls.leave.accessibleName() == "Cancel"
    assert not controls.message.isEnabled()
    QTest.mouseClick(controls.leave, MOUSE)
    assert stage.commands == [Disconnect()]


def test_going_live_shows_the_picture_and_puts_the_keyboard_on_it(qtbot: QtBot, stage: Stage) -> None:
    stage.go_live()
    window = stage.window
    qtbot.waitUntil(lambda: window.video.painted == 1)
    assert window.video.hasFocus()
    assert window.live_page.status.text == "Live"
    assert window.controls.leave.accessibleName() == "Disconnect"
    centre = window.video.grab().toImage().pixelColor(20, window.video.height() // 2)
    assert (centre.red(), centre.green(), centre.blue()) == (40, 80, 160)


def test_enter_sends_the_message_and_clears_the_line(stage: Stage) -> None:
    stage.go_live()
    line = stage.window.controls.message
    QTest.keyClicks(line, "  What is your name?")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert stage.commands == [SendText("What is your name?")]
    assert line.text() == ""
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert len(stage.commands) == 1


def test_the_send_button_waits_for_words(stage: Stage) -> None:
    stage.go_live()
    controls = stage.window.controls
    assert not controls.send.isEnabled()
    QTest.keyClicks(controls.message, "Hello")
    QTest.mouseClick(controls.send, MOUSE)
    assert stage.commands == [SendText("Hello")]


def test_stop_talking_interrupts(stage: Stage) -> None:
    stage.go_live()
    QTest.mouseClick(stage.window.controls.interrupt, MOUSE)
    assert stage.commands == [InterruptPersona()]


def test_ctrl_m_mutes_and_is_remembered(qtbot: QtBot, stage: Stage) -> None:
    stage.go_live()
    with qtbot.waitSignal(stage.window.mute_changed) as muted:
        QTest.keyClick(stage.window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert muted.args == [True]
    assert stage.remembered["muted"] is True
    assert stage.window.controls.mute.accessibleName() == "Unmute microphone"


def test_devices_are_listed_chosen_and_remembered(qtbot: QtBot, stage: Stage) -> None:
    stage.go_live()
    stage.bridge.tell_devices(("Headset",), ("Headset", "Screen"))
    QApplication.processEvents()
    picker = stage.window.controls.speakers
    assert [picker.itemData(row) for row in range(picker.count())] == ["", "Headset", "Screen", "none"]
    picker.setCurrentIndex(2)
    with qtbot.waitSignal(stage.window.speaker_picked) as picked:
        picker.activated.emit(2)
    assert picked.args == ["Screen"]
    assert stage.remembered["speaker"] == "Screen"


def test_a_chosen_device_that_goes_away_stays_chosen(stage: Stage) -> None:
    picker = stage.window.controls.microphones
    picker.set_devices(["Headset"])
    picker.setCurrentIndex(1)
    picker.set_devices([])
    assert picker.chosen == "Headset"
    assert "not there" in picker.currentText()
    picker.set_devices(["Headset", "Other"])
    assert picker.currentText() == "Headset"


def test_a_device_problem_is_a_notice_that_can_be_put_away(stage: Stage) -> None:
    stage.go_live()
    error = errors.AudioDeviceError("The microphone “<x>” could not be opened.")
    stage.bridge.tell_device_problem(error)
    QApplication.processEvents()
    notice = stage.window.live_page.device_notice
    assert notice.isVisible()
    assert notice.label.text() == f"{error.message} {error.hint}"
    assert notice.label.textFormat() == Qt.TextFormat.PlainText
    QTest.mouseClick(notice.dismiss, MOUSE)
    assert not notice.isVisible()
    assert stage.window.state.live


def test_the_caption_follows_the_conversation(stage: Stage) -> None:
    stage.go_live()
    stage.play(events.MessageUpdated(Message("1", "persona", "I am <b>Joe</b>.")))
    caption = stage.window.live_page.caption
    all_heard(caption)
    assert caption.isVisible()
    assert caption.text() == "I am <b>Joe</b>."


def test_a_stall_is_told_and_leaves_when_pictures_come_again(stage: Stage) -> None:
    stage.go_live()
    stage.play(events.MediaStalled())
    assert stage.window.live_page.session_notice.isVisible()
    stage.play(events.MediaResumed())
    assert not stage.window.live_page.session_notice.isVisible()


def test_f12_shows_the_figures(stage: Stage) -> None:
    stage.go_live()
    panel = stage.window.inspector
    assert not panel.isVisible()
    stage.play(STATISTICS)
    QTest.keyClick(stage.window, Qt.Key.Key_F12)
    assert panel.isVisible()
    assert panel.overview.values["session"].text() == "session-1"
    assert panel.overview.values["picture"].text().split() == ["720×480", "VP8"]
    assert panel.overview.values["received"].text().startswith("25.0 fps")
    assert panel.overview.values["ice"].text() == "completed"
    QTest.keyClick(stage.window, Qt.Key.Key_F12)
    assert not panel.isVisible()


def test_the_inspector_says_what_is_wrong_and_forgets_it_with_the_next_session(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.go_live()
    stage.play(events.Found("silent-voice", "Nothing is heard.", "It was silence."))
    stage.window.toggle_inspector()
    findings = stage.window.inspector.overview.findings
    qtbot.waitUntil(findings.isVisible)
    assert findings.text() == "silent-voice: Nothing is heard. It was silence."
    stage.play(events.PhaseChanged(events.Phase.ASKING_BROKER))
    assert not findings.isVisible()


def test_the_inspector_begins_anew_with_a_session(stage: Stage) -> None:
    stage.go_live()
    stage.play(STATISTICS)
    stage.go_live()
    assert stage.window.inspector.overview.values["ice"].text() == "–"


def test_f11_fills_the_screen_and_escape_leaves_it(stage: Stage) -> None:
    QTest.keyClick(stage.window, Qt.Key.Key_F11)
    assert stage.window.isFullScreen()
    QTest.keyClick(stage.window, Qt.Key.Key_Escape)
    assert not stage.window.isFullScreen()


def test_closing_hides_at_once_and_says_so(qtbot: QtBot, stage: Stage) -> None:
    with qtbot.waitSignal(stage.window.closed):
        stage.window.close()
    assert not stage.window.isVisible()


def test_the_place_on_the_screen_is_remembered(stage: Stage) -> None:
    stage.window.resize(1000, 700)
    kept = stage.window.geometry_text()
    stage.window.resize(1000, 777)
    stage.window.restore_geometry(kept)
    assert stage.window.height() == 700
    stage.window.restore_geometry("not a geometry")
    assert stage.window.height() == 700


def test_every_control_has_a_name_for_those_who_cannot_see_it(stage: Stage) -> None:
    stage.go_live()
    controls: list[QWidget] = []
    for kind in (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit):
        controls += stage.window.findChildren(kind)
    assert len(controls) > 10
    # A combo box and a text edit have inner parts of their own, which Qt names.
    nameless = [control for control in controls if not control.accessibleName() and control.parent()]
    assert nameless == []


def test_screen_readers_know_both_windows_as_windows(stage: Stage) -> None:
    stage.go_live()
    stage.window.keys["small_window"].trigger()
    assert stage.window.small_window
    for window in (stage.window, stage.window.small_window):
        assert QAccessible.queryAccessibleInterface(window).role() == QAccessible.Role.Window


def test_the_level_is_shown_while_live(qtbot: QtBot, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    meter = stage.window.controls.meter
    monkeypatch.setattr(stage.window, "_microphone_level", lambda: 0.5)
    assert meter.read() == 0
    stage.go_live()
    qtbot.waitUntil(lambda: meter.shown > 0.8)
    meter.read = lambda: 0.0
    qtbot.waitUntil(lambda: meter.shown == 0.0)


def test_how_the_picture_fits_is_chosen_in_its_menu_and_remembered(stage: Stage) -> None:
    fit, fill, actual = (stage.window.keys[name] for name in ("fit", "fill", "actual"))
    assert fit.isChecked()
    fill.trigger()
    assert stage.window.video.scaling == "fill"
    assert stage.remembered["scaling"] == "fill"
    assert [action.isChecked() for action in (fit, fill, actual)] == [False, True, False]


def test_what_could_not_be_said_is_in_the_message_line_again(stage: Stage) -> None:
    stage.window.controls.message.setText("and more")
    closed = SessionClosed(CloseReason.WEBRTC_FAILURE, errors.MediaLost(), ("First.", "Second."))
    stage.window.handle(closed)
    assert stage.window.controls.message.text() == "First. Second. and more"


def test_each_device_is_remembered_under_its_own_name(stage: Stage) -> None:
    stage.bridge.tell_devices(("Headset", "Camera"), ("Headset", "Screen"))
    QApplication.processEvents()
    told: list[tuple[str, str]] = []
    stage.window.microphone_picked.connect(lambda name: told.append(("mic", name)))
    stage.window.speaker_picked.connect(lambda name: told.append(("speaker", name)))
    controls = stage.window.controls
    for picker, name in ((controls.microphones, "Camera"), (controls.speakers, "Screen")):
        picker.setCurrentIndex(picker.findData(name))
        picker.activated.emit(picker.currentIndex())
    assert stage.remembered == {"mic": "Camera", "speaker": "Screen"}
    assert told == [("mic", "Camera"), ("speaker", "Screen")]


def test_nothing_can_be_sent_or_cut_off_before_the_session_is_live(stage: Stage) -> None:
    controls = stage.window.controls
    for state in (events.Phase.ASKING_BROKER, events.Phase.SIGNALLING, events.Phase.CONNECTING):
        stage.play(events.PhaseChanged(state))
        assert not controls.message.isEnabled()
        assert not controls.interrupt.isEnabled()
        assert not controls.send.isEnabled()
    stage.play(events.PhaseChanged(events.Phase.LIVE))
    assert controls.message.isEnabled()
    assert controls.interrupt.isEnabled()
    assert not controls.send.isEnabled()  # there is nothing to send yet


def test_a_persona_that_is_pasted_is_asked_for_whole(stage: Stage) -> None:
    # What is too long for one is refused by that name, and not asked for by its beginning.
    page = stage.window.start_page.gallery
    page.persona.setText("")
    QGuiApplication.clipboard().setText("a" * 5000)
    page.persona.paste()
    QTest.mouseClick(page.call_by_id, MOUSE)
    assert stage.commands == [Connect(BROKER, "a" * 5000)]


def test_ctrl_comma_opens_the_preferences_and_what_is_changed_there_acts_in_the_window(
    qtbot: QtBot, stage: Stage
) -> None:
    window = stage.window
    stage.go_live()
    stage.bridge.tell_devices(("Headset",), ("Screen",))
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.later.preferences is not None and window.later.preferences.isVisible())
    dialog = window.later.preferences
    assert dialog
    dialog.show_page("devices")
    assert [dialog.rows["mic"].editor.control.property("count")] == [3]
    told: list[object] = []
    window.processing_requested.connect(told.append)
    window.volume_changed.connect(told.append)
    window.speaker_picked.connect(told.append)
    window.mute_changed.connect(told.append)
    stage.store.change(volume=40, speaker="Screen", muted=True, noise_suppression=False, half_duplex=True)
    wanted = Processing(noise_suppression=False, half_duplex=True)
    assert told == [40, "Screen", True, wanted, wanted]
    controls = window.controls
    assert (controls.volume.slider.value(), controls.speakers.chosen) == (40, "Screen")
    assert controls.mute.muted
    assert controls.microphone.switches["half_duplex"].isChecked()
    stage.store.change(push_to_talk=True, scaling="fill", persona="anna")
    assert controls.mute.push_to_talk
    assert controls.microphone.switches["push_to_talk"].isChecked()
    assert window.start_page.gallery.persona.text() == "anna"
    window.keys["actual"].trigger()
    assert stage.store.current.scaling == "actual"


def test_what_is_wrong_with_the_settings_file_is_said_in_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("volume = [", "utf-8")
    store = SettingsStore(*load_what_is_right(ViewerSettings, {}, file))
    window = MainWindow(store, PictureSlot(), lambda: 0.0)
    qtbot.addWidget(window)
    window.show()
    assert window.settings_notice.isVisible()
    assert window.settings_notice.label.text().startswith(f"The settings file {file} is not TOML")
    assert "It is kept as settings.toml.broken-" in window.settings_notice.label.text()
    store.change(muted=True)
    store.flush()
    assert not window.settings_notice.isVisible()
