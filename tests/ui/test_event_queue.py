"""Nothing is lost in peace, and no flood fills the memory or holds the window up."""

import threading

from pytestqt.qtbot import QtBot

from viewer.protocol import events
from viewer.protocol.events import Event
from viewer.protocol.transcript import Message
from viewer.ui.bridge import Bridge
from viewer.ui.event_queue import MAX_OF_A_KIND, EventQueue


def spoken(message_id: str, content: str) -> events.MessageUpdated:
    return events.MessageUpdated(Message(message_id, "persona", content))


def test_events_come_out_as_they_went_in() -> None:
    queue = EventQueue()
    told: list[Event] = [
        events.PhaseChanged(events.Phase.LIVE),
        spoken("a", "x"),
        events.Warned("1"),
        events.Warned("1"),
    ]
    assert [queue.put(event) for event in told] == [True, False, False, False]
    assert queue.take(3) + queue.take(3) == told
    assert queue.put(events.Warned("2"))


def test_a_message_that_grew_meanwhile_comes_once() -> None:
    queue = EventQueue()
    for content in ("H", "He", "Hello"):
        queue.put(spoken("a", content))
        queue.put(spoken("b", content))
    assert queue.take(10) == [spoken("a", "Hello"), spoken("b", "Hello")]


def test_a_flood_of_one_kind_loses_its_oldest_and_nothing_else() -> None:
    queue = EventQueue()
    queue.put(events.PhaseChanged(events.Phase.LIVE))
    for number in range(5 * MAX_OF_A_KIND):
        queue.put(events.Warned(str(number)))
        queue.put(spoken(str(number), "x"))
    queue.put(events.PhaseChanged(events.Phase.CLOSED))
    assert len(queue) == 2 * MAX_OF_A_KIND + 2
    left = queue.take(10 * MAX_OF_A_KIND)
    assert (left[0], left[-1]) == (
        events.PhaseChanged(events.Phase.LIVE),
        events.PhaseChanged(events.Phase.CLOSED),
    )
    assert left[-3] == events.Warned(str(5 * MAX_OF_A_KIND - 1))
    assert queue.put(events.Warned("again"))


def test_a_window_that_lags_gets_the_newest_and_still_paints(qtbot: QtBot) -> None:
    bridge = Bridge()
    order: list[str] = []
    bridge.event_published.connect(lambda event: order.append(event.text))
    bridge.picture_ready.connect(lambda: order.append("picture"))

    def flood() -> None:
        for number in range(20_000):
            bridge.publish(events.Warned(str(number)))
        bridge.wake()

    thread = threading.Thread(target=flood)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: "19999" in order)
    assert len(order) == MAX_OF_A_KIND + 1
    assert order.index("picture") < order.index("19999")
