"""What is done beside the GUI thread, and its end."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer.ui.worker import Worker, finish_all


def test_things_are_done_in_turn_and_their_results_arrive_on_the_gui_thread(qtbot: QtBot) -> None:
    worker, arrived = Worker(), list[tuple[int, threading.Thread]]()
    for number in range(3):
        worker.do(lambda number=number: lambda: arrived.append((number, threading.current_thread())))  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(arrived) == 3)
    assert arrived == [(number, threading.main_thread()) for number in range(3)]


def test_the_end_waits_for_what_has_begun_and_forgets_the_rest(qapp: QApplication) -> None:
    parent = QObject()
    worker, begun, may_end, done = Worker(parent), threading.Event(), threading.Event(), list[str]()

    def long() -> Callable[[], None]:
        begun.set()
        may_end.wait(5)
        done.append("first")
        return lambda: None

    def never() -> Callable[[], None]:
        done.append("second")
        return lambda: None

    worker.do(long)
    worker.do(never)
    assert begun.wait(5)
    threading.Timer(0.05, may_end.set).start()
    finish_all()
    assert done == ["first"]
