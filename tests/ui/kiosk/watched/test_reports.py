"""What others are told by themselves, and when."""

import json
from itertools import pairwise

import pytest
from PySide6.QtCore import QObject

from viewer.errors import BrokerUnreachable, KeyRefused, ViewerError
from viewer.kiosk_settings.looked_after import Watched
from viewer.protocol.commands import Post
from viewer.protocol.events import CloseReason, Posted, SessionClosed, SessionStarted
from viewer.redaction import redact
from viewer.ui.kiosk.happenings import Forget
from viewer.ui.kiosk.stage import Stage
from viewer.ui.kiosk.watched.diary import FALSE_WAKE_SECONDS, Diary
from viewer.ui.kiosk.watched.outbox import MAX_WAITING, Outbox
from viewer.ui.kiosk.watched.reporter import Reporter
from viewer.ui.kiosk.watched.status import Moment, Status, status_of
from viewer.ui.kiosk.watched.troubles import FIRST_SECONDS, LONGEST_SECONDS, Troubles


def closed(error: ViewerError | None = None) -> SessionClosed:
    return SessionClosed(CloseReason.NORMAL, error)


def test_a_trouble_is_told_once_and_again_only_after_waits_that_double() -> None:
    troubles, told, now = Troubles(), [], 0.0
    while now < 4 * FIRST_SECONDS:
        is_there = now % 60 < 30  # it comes and goes
        told += [now for _ in troubles.look({"no-network": "x"} if is_there else {}, now)]
        now += 10
    assert told == [0, FIRST_SECONDS, 3 * FIRST_SECONDS]
    assert Troubles().look({"a": "x", "b": "y"}, 0)[1].kind == "b"


def test_a_trouble_that_stays_is_told_once_and_one_after_a_quiet_day_at_once() -> None:
    troubles = Troubles()
    assert sum(len(troubles.look({"a": "x"}, now)) for now in range(0, 100_000, 100)) == 1
    assert troubles.look({}, 100_000) == []
    assert len(troubles.look({"a": "x"}, 100_001)) == 1
    troubles.look({}, 100_002)
    assert len(troubles.look({"a": "x"}, 100_001 + LONGEST_SECONDS)) == 1


def test_what_cannot_be_sent_is_tried_again_with_longer_waits_and_then_in_order() -> None:
    outbox, now = Outbox(), 0.0
    tries: list[float] = []
    for number in range(MAX_WAITING + 5):
        outbox.put(str(number))
    while len(tries) < 9:
        if outbox.due(now):
            tries.append(now)
            assert outbox.due(now) is None, "one at a time"
            outbox.sent(None, now)
        now += 1
    waits = [after - before for before, after in pairwise(tries)]
    assert waits == [5, 10, 20, 40, 80, 160, 320, 600]
    sent = []
    now += 600
    while text := outbox.due(now):
        sent.append(text)
        outbox.sent(200, now)
    assert sent == [str(number) for number in range(5, MAX_WAITING + 5)], "of too many the oldest go"


def test_who_refuses_again_and_again_is_not_asked_for_ever() -> None:
    outbox, now = Outbox(), 0.0
    outbox.put("x")
    for _ in range(5):
        while not outbox.due(now):
            now += 1
        outbox.sent(404, now)
    assert outbox.due(now + 10_000) is None


@pytest.fixture
def sent(qapp: QObject) -> list[Post]:
    return []


def reporter(sent: list[Post], qapp: QObject, **watched: object) -> Reporter:
    made = Reporter(Watched.model_validate(watched), "", qapp)
    made.command.connect(sent.append)
    return made


def status(now: float, **troubles: str) -> Status:
    moment = Moment(
        now, "hall 3", is_off=True, troubles={k.replace("_", "-"): v for k, v in troubles.items()}
    )
    return status_of(Diary(0.0), moment)


def test_signs_of_life_go_out_and_say_what_is_off_on_purpose(sent: list[Post], qapp: QObject) -> None:
    url = "https://watch.example/ping/secret-path"
    made = reporter(sent, qapp, heartbeat=url, heartbeat_seconds=30)
    for now in range(95):
        made.look(status(now), now)
        if now != 30:  # the second is lost on its way
            made.handle(Posted("heartbeat", 204), now)
    assert len(sent) == 3 + 1
    said = json.loads(sent[0].text)
    assert (said["name"], said["state"], said["off"], said["healthy"]) == ("hall 3", "attracting", True, True)
    assert (sent[0].url, "version" in said) == (url, True)
    assert "secret-path" not in repr(sent[0])
    assert "secret-path" not in redact(f'HTTP Request: POST {url} "HTTP/1.1 204"')


def test_troubles_go_to_the_webhook_one_after_the_other(sent: list[Post], qapp: QObject) -> None:
    made = reporter(sent, qapp, webhook="https://hook.example/x")
    both = {"crashed": "It crashed.", "no_network": "There is none."}
    made.look(status(0, **both), 0)
    made.look(status(1, **both), 1)
    assert [json.loads(post.text)["trouble"] for post in sent] == ["crashed"]
    made.handle(Posted("webhook", 200), 2)
    made.look(status(3, **both), 3)
    assert json.loads(sent[1].text)["message"] == "There is none."
    made.handle(Posted("webhook", 200), 4)
    made.look(status(5, **both), 5)
    assert len(sent) == 2


def test_without_urls_nobody_is_told(sent: list[Post], qapp: QObject) -> None:
    made = reporter(sent, qapp)
    made.look(status(0, crashed="It crashed."), 0)
    assert sent == []


def test_what_a_visit_used_is_known_and_a_short_one_was_none() -> None:
    diary = Diary(0.0)
    for began, length in ((10.0, FALSE_WAKE_SECONDS - 1), (100.0, 90.0)):
        diary.moved(Stage.WAKING, began)
        diary.heard(SessionStarted("s"), began + 1)
        diary.heard(closed(), began + length)
        record = diary.over(Forget("presence", false_wake=False), began + length)
        diary.moved(Stage.ATTRACTING, began + length)
        assert (record.seconds, record.session_seconds, record.sessions) == (length, length - 1, 1)
        assert record.false_wake == (length < FALSE_WAKE_SECONDS)
    assert (diary.visits, diary.false_wakes, diary.wakes["presence"]) == (1, 1, 2)


def test_no_network_lasts_from_its_first_sign_to_the_first_answer() -> None:
    diary = Diary(0.0)
    for now in (10.0, 20.0):
        diary.heard(closed(BrokerUnreachable()), now)
    assert diary.offline_since == 10.0
    diary.heard(Posted("heartbeat", 500), 30.0)
    assert diary.offline_since is None
    diary.heard(Posted("heartbeat", None), 40.0)
    assert diary.offline_since == 40.0
    diary.heard(closed(KeyRefused()), 50.0)
    assert diary.offline_since is None
    assert diary.refused
    diary.heard(SessionStarted("s"), 60.0)
    assert diary.refused is None
