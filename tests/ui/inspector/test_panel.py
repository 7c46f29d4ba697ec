"""The inspector's tabs, over the picture and in a window of their own."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Stage
from tests.ui.painted import eye_on
from viewer.protocol.events import Event
from viewer.protocol.insight import Noted
from viewer.ui import look
from viewer.ui.inspector.tab import Tab

MOUSE = Qt.MouseButton.LeftButton


class Listening(Tab):
    """Notes what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Event] = []

    def take(self, event: Event, painted: int) -> None:
        self.heard.append(event)


def note(text: str) -> Noted:
    return Noted(1.0, "told", "Warned", {"text": text})


def test_a_tab_is_made_when_it_is_first_shown_and_knows_what_came_before(stage: Stage) -> None:
    made: list[Listening] = []

    def make() -> Listening:
        made.append(Listening())
        return made[-1]

    panel = stage.window.inspector
    panel.add_tab("Listening", "microphone", make)
    stage.go_live()
    stage.play(note("before"))
    QTest.keyClick(stage.window, Qt.Key.Key_F12)
    assert made == [], "nobody has looked at it"
    panel.tabs.setFocus()
    while not made:
        QTest.keyClick(panel.tabs, Qt.Key.Key_Right)
    assert panel.pages.currentWidget() is made[0]
    assert made[0].heard[-1] == note("before")
    QTest.keyClick(panel.tabs, Qt.Key.Key_Left)
    stage.play(note("after"))
    QTest.keyClick(panel.tabs, Qt.Key.Key_Right)
    assert [event for event in made[0].heard if isinstance(event, Noted)] == [
        note("before"),
        note("after"),
    ]


def test_it_becomes_a_window_of_its_own_and_comes_back(stage: Stage) -> None:
    stage.go_live()
    panel = stage.window.inspector
    QTest.keyClick(stage.window, Qt.Key.Key_F12)
    over_the_picture = panel.geometry()
    QTest.mouseClick(panel.apart, MOUSE)
    assert panel.isWindow()
    assert panel.isVisible()
    assert panel.windowTitle() == "Inspector"
    stage.window.resize(900, 600)
    assert panel.isWindow()
    QTest.mouseClick(panel.apart, MOUSE)
    assert not panel.isWindow()
    assert panel.isVisible()
    assert panel.geometry().size() != over_the_picture.size(), "the window has another size by now"
    assert stage.window.rect().contains(panel.geometry())


def test_its_key_closes_it_wherever_it_is_and_the_menu_knows(stage: Stage) -> None:
    stage.go_live()
    panel = stage.window.inspector
    shown = stage.window.keys["inspector"]
    QTest.keyClick(stage.window, Qt.Key.Key_F12)
    assert shown.isChecked()
    QTest.mouseClick(panel.close_button, MOUSE)
    assert not shown.isChecked()
    QTest.keyClick(stage.window, Qt.Key.Key_F12)
    QTest.mouseClick(panel.apart, MOUSE)
    QTest.keyClick(panel, Qt.Key.Key_F12)
    assert panel.isHidden()
    assert not shown.isChecked()
    stage.window.toggle_inspector()
    panel.close()
    assert not shown.isChecked()


def test_where_names_have_no_room_tabs_are_icons_and_say_their_names(stage: Stage) -> None:
    stage.go_live()
    panel = stage.window.inspector
    QTest.keyClick(stage.window, Qt.Key.Key_F12)
    names = [panel.tabs.name(index) for index in range(panel.tabs.count())]
    assert panel.tabs.is_by_icon
    assert {panel.tabs.tabText(index) for index in range(panel.tabs.count())} == {""}
    assert [panel.tabs.tabToolTip(index) for index in range(panel.tabs.count())] == names
    assert [panel.tabs.accessibleTabName(index) for index in range(panel.tabs.count())] == names
    places = [panel.tabs.tabRect(index) for index in range(panel.tabs.count())]
    assert panel.tabs.rect().contains(places[-1]), "all are seen"
    assert min(min(place.width(), place.height()) for place in places) >= look.TARGET
    panel.tabs.setCurrentIndex(2)
    assert panel._head.title.text() == names[2]
    assert panel._head.title.isVisible()
    QTest.mouseClick(panel.apart, MOUSE)
    assert not panel.tabs.is_by_icon
    assert [panel.tabs.tabText(index) for index in range(panel.tabs.count())] == names
    assert not panel._head.title.isVisible()
    QTest.mouseClick(panel.apart, MOUSE)
    assert panel.tabs.is_by_icon
    assert panel._head.title.text() == names[2]


def test_a_picture_below_it_has_none_of_its_tab_painted(stage: Stage, qtbot: QtBot) -> None:
    stage.window.resize(1280, 800)
    stage.go_live()
    stage.window.show()
    stage.window.toggle_inspector()
    tab = stage.window.inspector.tab(1)
    stage.window.inspector.tabs.setCurrentIndex(1)
    qtbot.waitUntil(tab.isVisible)
    qtbot.waitExposed(stage.window)
    QApplication.processEvents()
    painted = eye_on(tab)
    counts = []
    for _ in range(10):  # it may have something of its own to paint, once
        painted.clear()
        stage.window.video.repaint()
        QApplication.processEvents()
        counts.append(len(painted))
    assert sum(counts) <= 2
    tab.repaint()
    assert painted
