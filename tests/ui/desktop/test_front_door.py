"""Links on their way to a talk: nobody is called before the user agrees."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from viewer.ui.desktop.link_question import LinkQuestion

LINK = "persona-viewer://connect?broker=https://broker.example.com&persona=lena"


class Asked:
    """A window with a question, and whom it led to."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.show()
        self.question = LinkQuestion(
            self.window, lambda _broker, persona: {"lena": "Lena"}.get(persona, persona)
        )
        self.accepted: list[tuple[str, str]] = []
        self.question.accepted.connect(lambda *whom: self.accepted.append(whom))

    @property
    def box(self) -> QMessageBox:
        assert self.question.box
        return self.question.box

    def press(self, text: str) -> None:
        [button] = (b for b in self.box.findChildren(QPushButton) if b.text().replace("&", "") == text)
        button.click()


@pytest.fixture
def asked(qtbot: QtBot) -> Asked:
    return Asked(qtbot)


def test_a_link_is_followed_once_the_user_agrees(asked: Asked) -> None:
    asked.question.ask(LINK)
    assert asked.box.text() == "Connect to broker.example.com and talk to Lena?"
    assert "broker.example.com will hear your microphone" in asked.box.informativeText()
    assert "encrypted" not in asked.box.informativeText()
    assert asked.accepted == []
    asked.press("Connect")
    assert asked.accepted == [("https://broker.example.com", "lena")]
    assert asked.question.box is None


def test_enter_and_escape_follow_nothing(asked: Asked) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        asked.question.ask(LINK)
        button = asked.box.defaultButton()
        assert button
        QTest.keyClick(button, key)
        assert asked.question.box is None
    assert asked.accepted == []


def test_what_speaks_against_it_is_said(asked: Asked) -> None:
    asked.question.ask(LINK.replace("https://", "http://"), talking=True)
    assert "not encrypted" in asked.box.informativeText()
    assert "present talk would end" in asked.box.informativeText()


def test_a_refused_link_is_explained_and_none_of_it_shown(asked: Asked) -> None:
    asked.question.ask(f"{LINK}&token=seven-secrets")
    assert "password or a token" in asked.box.text()
    assert "seven" not in asked.box.text() + asked.box.informativeText()
    asked.box.accept()
    assert asked.accepted == []


def test_names_from_a_link_are_no_markup(asked: Asked) -> None:
    asked.question.ask(LINK.replace("lena", "<b>{host}</b>"))
    assert asked.box.textFormat().name == "PlainText"
    assert "talk to <b>{host}</b>?" in asked.box.text()


def test_while_one_is_asked_about_others_are_dropped(asked: Asked) -> None:
    asked.question.ask(LINK)
    first = asked.box
    asked.question.ask(LINK.replace("lena", "joe"))
    assert asked.box is first
    asked.press("Cancel")
    assert asked.question.box is None


# macOS brings links as events, the first of them before there is a window, and asks so for the program's end.
EVENTS = """
import sys
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent
from viewer.ui.desktop.front_door import FrontDoor, LinkApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

class Window(QWidget):
    def closeEvent(self, event):
        closed.append(True)

application = LinkApplication(["persona-viewer"])
came, closed = [], []
for link in sys.argv[1:]:
    QCoreApplication.sendEvent(application, QFileOpenEvent(QUrl(link)))
    window = Window()
    FrontDoor(None, "").open(window, came.append)
QCoreApplication.sendEvent(application, QEvent(QEvent.Type.ApplicationActivate))
window.show()
QCoreApplication.sendEvent(application, QEvent(QEvent.Type.Quit))
print(came == sys.argv[1:], closed)
"""


def test_links_and_the_wish_to_quit_come_as_events_too() -> None:
    done = subprocess.run(
        [sys.executable, "-c", EVENTS, LINK, LINK.replace("lena", "joe")],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[3],
        encoding="utf-8",
    )
    assert done.stdout == "True [True]\n"
