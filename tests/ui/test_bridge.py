"""From any thread to the GUI's."""

import threading

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from viewer.media.capture.processing import NOTHING, Applied
from viewer.protocol import events
from viewer.ui.bridge import Bridge


def test_events_of_another_thread_arrive_on_this_one_in_their_order(qtbot: QtBot) -> None:
    bridge = Bridge()
    got: list[tuple[object, QThread]] = []
    bridge.event_published.connect(lambda event: got.append((event, QThread.currentThread())))
    sent = [events.Warned(str(number)) for number in range(100)]

    def publish() -> None:
        for event in sent:
            bridge.publish(event)

    thread = threading.Thread(target=publish)
    thread.start()
    thread.join()
    assert got == []
    qtbot.waitUntil(lambda: len(got) == len(sent))
    assert [event for event, _ in got] == sent
    assert {thread for _, thread in got} == {QThread.currentThread()}


def test_what_was_on_its_way_goes_with_the_bridge(qtbot: QtBot) -> None:
    bridge = Bridge()
    got: list[object] = []
    bridge.event_published.connect(got.append)
    bridge.publish(events.Warned("late"))
    del bridge
    qtbot.wait(0)
    assert got == []


def test_whatever_another_thread_tells_arrives_on_this_one(qtbot: QtBot) -> None:
    bridge = Bridge()
    got: list[QThread] = []
    for signal in (
        bridge.picture_ready,
        bridge.devices_changed,
        bridge.device_problem,
        bridge.processing_applied,
    ):
        signal.connect(lambda *_: got.append(QThread.currentThread()))

    def tell() -> None:
        bridge.wake()
        bridge.tell_devices((), ())
        bridge.tell_device_problem(None)
        bridge.tell_processing(Applied(NOTHING))

    thread = threading.Thread(target=tell)
    thread.start()
    thread.join()
    assert got == []
    qtbot.waitUntil(lambda: len(got) == 4)
    assert set(got) == {QThread.currentThread()}
    assert bridge.pictures.painting.longest_wait() > 0, "so long the picture waited for this thread"
    assert bridge.pictures.painting.longest_wait() == 0
