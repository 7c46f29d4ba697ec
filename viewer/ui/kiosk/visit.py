"""A visitor's loop, from a face that waits to the next one that waits. Pure: time and chance come in.

While nobody is there no session is open. A session is closed for silence, or after a goodbye, only while
neither side talks.
"""

from viewer.protocol.retry import Outage
from viewer.ui.kiosk import happenings as told
from viewer.ui.kiosk.happenings import CloseSession, Forget, Input, OpenSession, Output, SwapSession, Waker
from viewer.ui.kiosk.stage import (
    ANSWER,
    BOUNCE_SECONDS,
    FAREWELL_SECONDS,
    LIVE_SECONDS,
    PAUSE_SECONDS,
    POLICY,
    SLOW_SECONDS,
    SWAP_SECONDS,
    USUAL,
    Rules,
    Stage,
)
from viewer.ui.kiosk.turns import Turns


class Visit:
    """Told what happens by :meth:`receive`, answers what is to be done. ``now`` is any monotonic clock.

    Between two calls :attr:`stage`, :attr:`is_slow` and :attr:`countdown` say what is shown.
    """

    def __init__(self, rules: Rules = USUAL) -> None:
        self.stage = Stage.ATTRACTING
        self.is_slow = False
        """The visitor has waited for over :data:`SLOW_SECONDS`, for the first session or the next."""
        self.swapping = False
        """The next session takes the place of the one before."""
        self.may_try_at = 0.0  # nobody is asked for a session before
        self._rules = rules
        self._outage = Outage()
        self._talk = Turns()
        self._woken_by: Waker = "touch"
        self._used = False
        self._next: Waker | None = None
        self._seen_at = 0.0
        self._stage_since = -BOUNCE_SECONDS
        self._swap_from: float | None = None
        self._is_open = self._old_ends = self._broken = False
        self._active_at = 0.0
        self._goodbye = self._answers = False
        self._is_last = False  # no session follows, and it ends at the next pause
        self._left: float = rules.countdown
        """Of the countdown, in seconds, up to when it was stopped."""
        self._counting_since: float | None = None

    def receive(self, happened: Input, now: float) -> list[Output]:
        """``happened``, at ``now`` seconds; returns what is to be done, in this order."""
        done = self._told(happened, now)
        return done + self._passed(now)

    @property
    def countdown(self) -> float | None:
        """When the visit ends for silence, while that is counted down; else None."""
        return None if self._counting_since is None else self._counting_since + self._left

    @property
    def deadline(self) -> float | None:
        """When to tell :class:`TimePassed`; None: nothing is due."""
        due = self._due()
        return min(due) if due else None

    def _told(self, happened: Input, now: float) -> list[Output]:
        match happened:
            case told.Woken(by):
                return self._woken(by, now)
            case told.Touched() | told.Asked():
                self._touched(now, asked=isinstance(happened, told.Asked))
            case told.Exchanged():
                self._touched(now)
                is_live = self.stage in (Stage.MEETING, Stage.TALKING) and not self.swapping
                return self._swap(now) if is_live and not self._is_last else []
            case told.Closing():
                self._is_last = True
                return self._visitor_left(now) if self.stage in (Stage.WAKING, Stage.RECOVERING) else []
            case told.Left():
                return self._visitor_left(now)
            case told.Started(seconds):
                self._swap_from = None if seconds is None else now + seconds - min(SWAP_SECONDS, seconds / 2)
            case told.Live():
                self._live(now)
            case told.Broke():
                self._broken, self._stage_since = True, now
                self._talk.stops(now)
            case told.SessionEnded():
                return self._session_ended(happened, now)
            case told.SpeechBegan() | told.SpeechEnded() | told.Words():
                self._heard(happened, now)
        return []

    def _woken(self, by: Waker, now: float) -> list[Output]:
        is_bounce = now < self._stage_since + BOUNCE_SECONDS and by in ("touch", "key")
        if self.stage in (Stage.ENDING, Stage.ATTRACTING) and is_bounce:
            return []
        self._seen_at = now
        if self.stage is Stage.ENDING:
            self._next = by
        elif self.stage is not Stage.ATTRACTING:
            if by != "presence":  # who stands there and says nothing may be somebody else by now
                self._touched(now)
        else:
            return self._begin(by, now)
        return []

    def _begin(self, by: Waker, now: float) -> list[Output]:
        self._woken_by, self._used, self._next, self._is_last = by, False, None, False
        if now >= self.may_try_at:
            return self._open(now)
        self._enter(Stage.RECOVERING, now)
        return []

    def _open(self, now: float) -> list[Output]:
        # One that was given up, and has not ended yet, makes way.
        self._is_open, self._old_ends = True, self._is_open
        self._enter(Stage.WAKING, now)
        return [OpenSession()]

    def _touched(self, now: float, *, asked: bool = False) -> None:
        self._seen_at = now
        self._used = self._used or asked or self.stage in (Stage.MEETING, Stage.TALKING)
        self._goodbye = False
        self._be_active(now)
        if asked and self.stage is Stage.MEETING:
            self._enter(Stage.TALKING, now)

    def _visitor_left(self, now: float) -> list[Output]:
        if self.stage in (Stage.WAKING, Stage.MEETING, Stage.TALKING):
            self._used = True
            return self._close(now)
        return self._over(now) if self.stage is Stage.RECOVERING else []

    def _live(self, now: float) -> None:
        self._broken = self.swapping = self.is_slow = False
        if self.stage is Stage.WAKING:
            self._enter(Stage.MEETING, now)
        self._outage.works(now)
        self._talk.stops(now)
        self._be_active(now)

    def _heard(self, heard: told.SpeechBegan | told.SpeechEnded | told.Words, now: float) -> None:
        if self.stage not in (Stage.MEETING, Stage.TALKING) or self.swapping or self._broken:
            return
        match heard:
            case told.SpeechBegan(side):
                self._talk.begins(side, now)
                self._stop_counting(now)
                if side == "persona":
                    # One that speaks into the silence keeps no visit going by that.
                    self._answers = now <= self._active_at + ANSWER * self._rules.silence
            case told.SpeechEnded(side):
                self._talk.ends(side, now)
                if side == "persona" and self._answers:
                    self._be_active(now)
            case told.Words(side, goodbye):
                self._talk.noticed(side, now)
                if side == "visitor":
                    self._be_active(now)
                    self._seen_at, self._used, self._goodbye = now, True, goodbye
                    if self.stage is Stage.MEETING:
                        self._enter(Stage.TALKING, now, goodbye=goodbye)

    def _session_ended(self, ended: told.SessionEnded, now: float) -> list[Output]:
        if self._old_ends:  # it made way for the next
            self._old_ends = False
            return []
        self._is_open, self._swap_from = False, None
        self._talk.stops(now)
        if ended.failed or self.stage in (Stage.WAKING, Stage.MEETING, Stage.TALKING):
            wait = POLICY.delay(self._outage.fails(now), ended.chance, min(ended.asked or 0, POLICY.patience))
            assert wait is not None, "it never gives up"
            self.may_try_at = now + wait
        else:
            self._outage.breaks(now)
        if self.stage is Stage.ENDING:
            return self._over(now)
        if self.stage in (Stage.WAKING, Stage.MEETING, Stage.TALKING):
            if self.stage is not Stage.WAKING:
                self._seen_at = now  # who was just talking is still there
            self._enter(Stage.RECOVERING, now)
        return []

    def _over(self, now: float) -> list[Output]:
        if self._is_open:
            return self._close(now)
        self._enter(Stage.ATTRACTING, now)
        done: list[Output] = [Forget(self._woken_by, not self._used)]
        return done + self._begin(self._next, now) if self._next else done

    def _close(self, now: float) -> list[Output]:
        self._enter(Stage.ENDING, now)
        return [CloseSession()]

    def _enter(self, stage: Stage, now: float, *, goodbye: bool = False) -> None:
        self.stage, self._stage_since, self._goodbye = stage, now, goodbye
        self.is_slow = False
        if stage not in (Stage.MEETING, Stage.TALKING):
            self.swapping = self._broken = False
            self._counting_since = None

    def _be_active(self, now: float) -> None:
        """Silence begins anew, and all of the countdown is left."""
        self._active_at, self._left, self._counting_since = now, self._rules.countdown, None

    def _stop_counting(self, now: float) -> None:
        if self._counting_since is not None:
            self._left = max(0.0, self._left - (now - self._counting_since))
            self._counting_since = None

    def _passed(self, now: float) -> list[Output]:
        match self.stage:
            case Stage.WAKING:
                self.is_slow = now >= self._stage_since + SLOW_SECONDS
                if now >= self._stage_since + LIVE_SECONDS:
                    return self._give_up(now)
            case Stage.MEETING | Stage.TALKING:
                return self._talked(now)
            case Stage.ENDING if now >= self._stage_since + LIVE_SECONDS:
                return self._close(now)
            case Stage.RECOVERING:
                if now >= self._seen_at + self._rules.waiting:
                    return self._over(now)
                if now >= self.may_try_at:
                    return self._open(now)
        return []

    def _give_up(self, now: float) -> list[Output]:
        """No session came of it. Its end, if it comes, sets another time for the next one."""
        self.may_try_at = max(self.may_try_at, now + POLICY.longest)
        self._outage.fails(now)
        self._enter(Stage.RECOVERING, now)
        return [CloseSession()]

    def _talked(self, now: float) -> list[Output]:
        if self.swapping or self._broken:
            self.is_slow = now >= self._stage_since + SLOW_SECONDS
            return self._give_up(now) if now >= self._stage_since + LIVE_SECONDS else []
        if self._talk.goes_on(now):
            return []
        if self._takes_leave and now >= self._talk.quiet_since + FAREWELL_SECONDS:
            return self._close(now)
        if self._counting_since is None and now >= self._silence_at():
            self._counting_since = now
        if self._counting_since is not None:
            return self._close(now) if now >= self._counting_since + self._left else []
        swap_at = self._swap_at()
        return self._swap(now) if swap_at is not None and now >= swap_at and not self._takes_leave else []

    def _swap(self, now: float) -> list[Output]:
        self._stage_since = now
        self.swapping, self._old_ends, self._swap_from = True, True, None
        return [SwapSession()]

    @property
    def _takes_leave(self) -> bool:
        return self._goodbye or self._is_last

    def _silence_at(self) -> float:
        return max(self._active_at + self._rules.silence, self._talk.quiet_since)

    def _swap_at(self) -> float | None:
        """When the next session may follow, if nobody talks until then."""
        if self._swap_from is None:
            return None
        return max(self._swap_from, self._talk.quiet_since + PAUSE_SECONDS)

    def _due(self) -> list[float]:
        since = self._stage_since
        match self.stage:
            case Stage.WAKING:
                return [since + (LIVE_SECONDS if self.is_slow else SLOW_SECONDS)]
            case Stage.ENDING:
                return [since + LIVE_SECONDS]
            case Stage.RECOVERING:
                return [self.may_try_at, self._seen_at + self._rules.waiting]
            case Stage.MEETING | Stage.TALKING:
                return self._due_in_talk()
        return []

    def _due_in_talk(self) -> list[float]:
        if self.swapping or self._broken:
            return [self._stage_since + (LIVE_SECONDS if self.is_slow else SLOW_SECONDS)]
        if self._talk.signs:
            return [self._talk.given_up_at]
        if self.countdown is not None:
            return [self.countdown]
        due = [self._silence_at()]
        if self._takes_leave:
            due.append(self._talk.quiet_since + FAREWELL_SECONDS)
        elif (swap_at := self._swap_at()) is not None:
            due.append(swap_at)
        return due
