"""A visitor's loop, on a clock that the tests turn."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viewer.ui.kiosk import happenings as told
from viewer.ui.kiosk.happenings import CloseSession, Forget, Input, OpenSession, Output, SwapSession
from viewer.ui.kiosk.stage import FAREWELL_SECONDS, LIVE_SECONDS, Rules, Stage
from viewer.ui.kiosk.turns import TURN_SECONDS
from viewer.ui.kiosk.visit import Visit

SILENCE, COUNTDOWN, WAITING = 25.0, 10.0, 60.0
FAILED = told.SessionEnded(failed=True, chance=1.0)
CLOSED = told.SessionEnded(failed=False)


@dataclass
class Play:
    """A visit, its clock, and what it had done."""

    visit: Visit = field(default_factory=lambda: Visit(Rules(SILENCE, COUNTDOWN, WAITING)))
    now: float = 100.0
    done: list[Output] = field(default_factory=list)
    look: Callable[["Play", list[Output], Input], None] = lambda *_: None

    def tell(self, *inputs: Input) -> list[Output]:
        """At this time; what comes of the last."""
        new: list[Output] = []
        for happened in inputs:
            new = self.visit.receive(happened, self.now)
            self.done += new
            self.look(self, new, happened)
        return new

    def pass_seconds(self, seconds: float) -> list[Output]:
        """Time goes by, and the visit is woken whenever it wanted that."""
        end, new = self.now + seconds, []
        while (due := self.visit.deadline) is not None and due <= end:
            self.now = max(self.now, due)
            new += self.tell(told.TimePassed())
            assert self.visit.deadline is None or self.visit.deadline > due or new, "it makes headway"
        self.now = end
        return new

    def meet(self, limit: int | None = None) -> None:
        self.tell(told.Woken("touch"), told.Started(limit), told.Live())

    def talk(self, limit: int | None = None) -> None:
        self.meet(limit)
        self.say("visitor")

    def say(self, side: told.Side, seconds: float = 1.0, *, goodbye: bool = False) -> None:
        self.tell(told.SpeechBegan(side))
        self.pass_seconds(seconds)
        self.tell(told.Words(side, goodbye), told.SpeechEnded(side))


def test_a_touch_opens_a_session_and_its_end_leads_back() -> None:
    play = Play()
    stages = [play.visit.stage]
    assert play.tell(told.Woken("touch")) == [OpenSession()]
    stages.append(play.visit.stage)
    play.tell(told.Live())
    stages.append(play.visit.stage)
    play.say("visitor")
    stages.append(play.visit.stage)
    assert play.tell(told.Left()) == [CloseSession()]
    stages.append(play.visit.stage)
    assert play.tell(CLOSED) == [Forget("touch", false_wake=False)]
    assert stages == [Stage.ATTRACTING, Stage.WAKING, Stage.MEETING, Stage.TALKING, Stage.ENDING]
    assert play.visit.deadline is None


def test_a_visitor_who_waits_is_told_a_word_after_two_seconds() -> None:
    play = Play()
    play.tell(told.Woken("touch"))
    play.pass_seconds(1.9)
    assert not play.visit.is_slow
    play.pass_seconds(0.1)
    assert play.visit.is_slow


def test_silence_is_counted_down_and_then_ends_the_visit() -> None:
    play = Play()
    play.talk()
    assert play.pass_seconds(SILENCE) == []
    assert play.visit.countdown == play.now + COUNTDOWN
    assert play.pass_seconds(COUNTDOWN) == [CloseSession()]


@pytest.mark.parametrize("side", ["visitor", "persona"])
def test_speech_of_either_side_stops_the_countdown(side: told.Side) -> None:
    play = Play()
    play.talk()
    play.pass_seconds(SILENCE + COUNTDOWN - 1)
    play.tell(told.SpeechBegan(side))
    assert play.visit.countdown is None
    assert play.pass_seconds(TURN_SECONDS - 1) == []


def test_noise_without_words_only_holds_the_countdown_up() -> None:
    """A television keeps nobody's session open."""
    play = Play()
    play.talk()
    play.pass_seconds(SILENCE)
    for _ in range(9):
        play.pass_seconds(1)
        play.tell(told.SpeechBegan("visitor"))
        play.pass_seconds(1)
        play.tell(told.SpeechEnded("visitor"))
    assert play.pass_seconds(1) == [CloseSession()]


def test_a_persona_that_asks_into_the_silence_keeps_no_visit_going() -> None:
    play = Play()
    play.talk()
    play.pass_seconds(20)
    play.say("persona", 3)
    play.pass_seconds(SILENCE - 23)
    assert play.visit.countdown is not None


def test_after_a_long_answer_the_visitor_has_all_the_time() -> None:
    play = Play()
    play.talk()
    play.pass_seconds(2)
    play.say("persona", 60)
    play.pass_seconds(SILENCE - 1)
    assert play.visit.countdown is None


def test_after_a_goodbye_it_ends_once_the_persona_has_said_its_own() -> None:
    play = Play()
    play.talk()
    play.say("visitor", goodbye=True)
    play.pass_seconds(FAREWELL_SECONDS - 1)
    play.tell(told.SpeechBegan("persona"))
    assert play.pass_seconds(20) == []
    play.tell(told.SpeechEnded("persona"))
    assert play.pass_seconds(FAREWELL_SECONDS) == [CloseSession()]


def test_who_goes_on_after_a_goodbye_is_not_sent_away() -> None:
    play = Play()
    play.talk()
    play.say("visitor", goodbye=True)
    play.say("visitor")
    assert play.pass_seconds(FAREWELL_SECONDS + 1) == []


def test_when_no_more_is_to_be_had_it_ends_at_a_pause_and_nothing_follows() -> None:
    play = Play()
    play.talk(limit=60)
    play.tell(told.SpeechBegan("persona"), told.Closing())
    assert play.pass_seconds(40) == [], "nobody is cut off"
    assert play.tell(told.Exchanged()) == []
    play.tell(told.SpeechEnded("persona"))
    assert play.pass_seconds(FAREWELL_SECONDS) == [CloseSession()]
    play.tell(CLOSED)
    play.pass_seconds(2)
    play.talk(limit=60)
    assert play.pass_seconds(20) == [], "the next visit is as any"


@pytest.mark.parametrize("failed", [False, True])
def test_who_waits_for_a_persona_then_waits_no_longer(failed: bool) -> None:
    play = Play()
    play.tell(told.Woken("touch"))
    if failed:
        play.tell(FAILED)
    play.tell(told.Closing())
    play.tell(*([] if failed else [CLOSED]))
    assert play.visit.stage is Stage.ATTRACTING


def test_the_next_session_follows_at_a_pause_before_the_limit() -> None:
    play = Play()
    play.talk(limit=120)
    for _ in range(3):
        play.pass_seconds(SILENCE - 2)
        play.say("visitor")
    play.tell(told.SpeechBegan("persona"))
    assert play.pass_seconds(20) == []
    play.tell(told.SpeechEnded("persona"))
    assert play.pass_seconds(1) == [SwapSession()]
    assert play.tell(CLOSED) == []
    assert play.visit.stage is Stage.TALKING
    assert play.visit.swapping
    play.tell(told.Started(120), told.Live())
    assert not play.visit.swapping
    assert play.pass_seconds(SILENCE + COUNTDOWN) == [CloseSession()]


def test_for_a_visitor_who_seems_gone_there_is_no_next_session() -> None:
    play = Play()
    play.talk(limit=80)
    assert play.pass_seconds(SILENCE + COUNTDOWN) == [CloseSession()]


def test_the_waits_double_up_to_half_a_minute_while_somebody_waits() -> None:
    play = Play()
    waits = []
    play.tell(told.Woken("touch"))
    for _ in range(7):
        began = play.now
        play.tell(FAILED)
        while play.visit.stage is not Stage.WAKING:
            play.tell(told.Touched())
            play.pass_seconds(0.5)
        waits.append(play.now - began)
    assert waits == [1, 2, 4, 8, 16, 30, 30]


def test_nobody_is_connected_for_who_has_gone_away() -> None:
    play = Play()
    play.tell(told.Woken("touch"))
    play.tell(told.SessionEnded(failed=True, asked=600.0))
    assert play.pass_seconds(WAITING) == [Forget("touch", false_wake=True)]
    assert play.visit.deadline is None


@pytest.mark.parametrize(("asked", "wait"), [(0.2, 1), (45.0, 45), (86_400.0, 3600)])
def test_a_wait_that_the_broker_asks_for_is_kept_by_the_next_visitor_too(asked: float, wait: float) -> None:
    play = Play()
    play.tell(told.Woken("touch"))
    play.tell(told.SessionEnded(failed=True, asked=asked, chance=1.0))
    began = play.now
    play.tell(told.Left())
    play.pass_seconds(1 if wait == 1 else 2)
    if wait > 1:
        assert play.tell(told.Woken("key")) == []
        assert play.visit.stage is Stage.RECOVERING
    while play.visit.stage is not Stage.WAKING:
        play.tell(told.Woken("key"))
        play.pass_seconds(1)
    assert play.now - began == pytest.approx(wait, abs=2)


@pytest.mark.parametrize(("live_seconds", "wait"), [(30.0, 1.0), (29.0, 8.0)])
def test_half_a_minute_live_starts_the_waits_anew(live_seconds: float, wait: float) -> None:
    play = Play()
    play.tell(told.Woken("touch"))
    for _ in range(3):
        play.tell(FAILED)
        play.pass_seconds(4)
    play.tell(told.Live(), told.SpeechBegan("persona"))
    play.pass_seconds(live_seconds)
    play.tell(FAILED)
    assert play.visit.may_try_at - play.now == wait


def test_a_session_that_never_gets_live_is_given_up_for_another() -> None:
    play = Play()
    play.tell(told.Woken("touch"))
    play.pass_seconds(1)
    play.tell(told.Touched())
    assert play.pass_seconds(LIVE_SECONDS - 1) == [CloseSession()]
    play.tell(CLOSED, told.Touched())
    assert play.pass_seconds(30) == [OpenSession()]


def test_a_visitor_who_comes_while_the_last_one_leaves_is_next() -> None:
    play = Play()
    play.talk()
    play.tell(told.Left())
    play.pass_seconds(1)
    play.tell(told.Woken("touch"))
    assert play.tell(CLOSED) == [Forget("touch", false_wake=False), OpenSession()]


def test_a_finger_that_bounces_begins_no_visit() -> None:
    play = Play()
    play.talk()
    play.tell(told.Left(), CLOSED)
    assert play.tell(told.Woken("touch")) == []


INPUTS = st.one_of(
    st.builds(told.Woken, st.sampled_from(["touch", "key", "presence", "voice"])),
    st.builds(told.Started, st.sampled_from([None, 20, 60, 300])),
    st.builds(told.SpeechBegan, st.sampled_from(["visitor", "persona"])),
    st.builds(told.SpeechEnded, st.sampled_from(["visitor", "persona"])),
    st.builds(told.Words, st.sampled_from(["visitor", "persona"]), st.booleans()),
    st.builds(told.SessionEnded, st.just(True), st.sampled_from([None, 5.0, 500.0]), st.just(0.5)),
    st.sampled_from([told.Touched(), told.Asked(), told.Left(), told.Exchanged(), told.Closing()]),
    st.sampled_from([told.Live(), told.Broke()]),
    st.floats(0.1, 150.0),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(INPUTS, max_size=40))
def test_whatever_happens(happenings: list[Input | float]) -> None:
    """Sessions, as their thread would run them, and what must never be."""
    world = World()
    play = Play(look=world.look)
    for happened in happenings:
        if isinstance(happened, float):
            play.pass_seconds(happened)
        elif world.can(happened):
            world.before(happened, play.now)
            play.tell(happened)
    play.pass_seconds(2000)  # everybody goes away, and whatever is open is left to itself
    assert play.visit.stage is Stage.ATTRACTING


@dataclass
class World:
    """One session at a time, and who talks in it."""

    open: bool = False
    live: bool = False
    ending: int = 0
    """So many sessions were told to end, and have not told that they did."""
    talking: dict[str, float] = field(default_factory=dict)

    def can(self, happened: Input) -> bool:
        """Whether a session could tell that now."""
        if isinstance(happened, told.SpeechBegan | told.SpeechEnded | told.Words | told.Broke):
            return self.open and self.live
        is_sessions = isinstance(happened, told.Started | told.Live | told.SessionEnded)
        return self.open or not is_sessions

    def before(self, happened: Input, now: float) -> None:
        """What ``happened`` means for who talks."""
        match happened:
            case told.SpeechBegan(side):
                self.talking[side] = now
            case told.Words(side) if side in self.talking:
                self.talking[side] = now
            case told.SpeechEnded(side):
                self.talking.pop(side, None)
            case told.Live() | told.Broke():
                self.live = isinstance(happened, told.Live)
                self.talking.clear()
            case told.SessionEnded():
                self.open = self.live = False

    def look(self, play: Play, done: list[Output], because: Input) -> None:
        """At what was done, and where that leads; what was told to end does."""
        for output in done:
            match output:
                case OpenSession():
                    self.ending += self.open
                    self.open = True
                    self.live = False
                    self.talking.clear()
                case SwapSession():
                    assert self.open
                    wished = isinstance(because, told.Exchanged)
                    assert wished or not self.talks(play.now), "nobody is cut off"
                    assert play.visit.stage in (Stage.MEETING, Stage.TALKING), "the face stays"
                    self.ending += 1
                    self.live = False
                    self.talking.clear()
                case CloseSession():
                    is_soon = isinstance(because, told.Closing) and not self.live
                    wished = isinstance(because, told.Left) or is_soon
                    late = play.visit.stage is Stage.RECOVERING
                    assert wished or late or not self.talks(play.now), "nobody is cut off"
                    self.ending += self.open
                    self.open = False
                    self.live = False
                    self.talking.clear()
                case Forget():
                    assert not self.open, "no session is open while nobody is there"
        if play.visit.stage is Stage.ATTRACTING:
            assert not self.open, "no session is open while nobody is there"
        if self.ending:
            self.ending -= 1
            play.tell(CLOSED)

    def talks(self, now: float) -> bool:
        return any(now - sign < TURN_SECONDS for sign in self.talking.values())
