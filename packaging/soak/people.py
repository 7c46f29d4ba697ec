"""Who comes to a kiosk that endures, and what befalls it: by chance, from a seed."""

import random
from collections.abc import Callable
from typing import Final

from soak.played import Service
from soak.timeline import Timeline
from viewer import errors
from viewer.ui.kiosk.stage import Stage
from viewer.ui.kiosk.window import KioskWindow

_LIVE: Final = (Stage.MEETING, Stage.TALKING)
_BUSY_HOURS: Final = range(9, 19)
_BUSY_GAP, _QUIET_GAP = 240.0, 2400.0
_FAULT_GAP: Final = 5400.0
_REFUSED: Final = "There is none now."


class People:
    """Visitors of ``window``, whose other end is ``service``."""

    def __init__(
        self, window: Callable[[], KioskWindow], service: Service, time: Timeline, seed: int
    ) -> None:
        self._window, self._service, self._time = window, service, time
        self._chance = random.Random(seed)  # noqa: S311 - no secrets
        self.came = 0
        self._expect()

    def _expect(self) -> None:
        gap = _BUSY_GAP if self._time.wall().hour in _BUSY_HOURS else _QUIET_GAP
        # Now and then right after the one before.
        seconds = 1.5 if self._chance.random() < 0.1 else self._chance.expovariate(1 / gap)
        self._time.after(seconds, self._come)

    def _come(self) -> None:
        window = self._window()
        if window.visit.stage in _LIVE:
            self._time.after(5.0, self._come)
            return
        self.came += 1
        window.woken(self._chance.choice(("touch", "touch", "key", "presence")))
        number = self.came
        patience = self._chance.uniform(20, 90)
        self._when_met(number, self._time.now + patience)
        self._expect()

    def _when_met(self, number: int, until: float) -> None:
        window = self._window()
        if number != self.came or self._time.now > until:
            return
        if window.visit.stage in _LIVE and not window.visit.swapping:
            self._do_next(number, self._chance.choice((0, 1, 2, 3, 4, 5, 6, 40)))
        else:
            if window.visit.stage is Stage.RECOVERING and self._chance.random() < 0.1:
                window.woken("touch")
            self._time.after(0.5, lambda: self._when_met(number, until))

    def _do_next(self, number: int, left: int) -> None:
        window = self._window()
        if number != self.came or window.visit.stage not in (*_LIVE, Stage.RECOVERING):
            return
        if left == 0:
            self._leave()
            return
        touch = window.scenery.touch
        match self._chance.randrange(7):
            case 0 | 1:
                touch.asked.emit("How old are you?")
            case 2 | 3:
                self._speak(number)
            case 4:
                touch.larger.click()
            case 5:
                touch.stop.click()
            case 6:
                with self._service.by_wish():
                    touch.language_chosen.emit(self._chance.choice(("en", "de")))
        self._time.after(self._chance.uniform(3, 18), lambda: self._do_next(number, left - 1))

    def _speak(self, number: int) -> None:
        self._service.speech(talks=True)

        def end() -> None:
            if self._service.visitor_talks:
                self._service.speech(talks=False)
                self._service.said(f"What is number {number}?")

        self._time.after(self._chance.uniform(1, 5), end)

    def _leave(self) -> None:
        match self._chance.randrange(4):
            case 0:
                with self._service.by_wish():
                    self._window().scenery.touch.finish.click()
            case 1:
                self._service.said("Goodbye")
            case 2:  # in mid-sentence: what was begun is never understood
                self._service.speech(talks=True)
                self._time.after(1.0, lambda: self._service.speech(talks=False))
            case _:
                pass  # without a word


class Faults:
    """What befalls ``service`` and who it is told; ``counts`` how often."""

    def __init__(self, service: Service, time: Timeline, seed: int, unplug: Callable[[bool], None]) -> None:
        self._service, self._time, self._unplug = service, time, unplug
        self._chance = random.Random(seed + 1)  # noqa: S311
        self.counts: dict[str, int] = {}
        self._expect()

    def _expect(self) -> None:
        self._time.after(self._chance.expovariate(1 / _FAULT_GAP), self._happen)

    def _happen(self) -> None:
        kinds: dict[str, Callable[[], None]] = {
            "network": self._network,
            "429": lambda: self._refuse(errors.UsageLimit(_REFUSED), 120),
            "503": lambda: self._refuse(errors.ServiceBusy(_REFUSED), 15),
            "session": lambda: self._service.break_off(errors.MediaLost()),
            "engine": lambda: self._service.break_off(None),
            "microphone": self._microphone,
        }
        name = self._chance.choice(list(kinds))
        self.counts[name] = self.counts.get(name, 0) + 1
        kinds[name]()
        self._expect()

    def _network(self) -> None:
        self._service.offline = True
        self._service.break_off(errors.MediaLost())
        self._time.after(self._chance.uniform(60, 1800), self._mend)

    def _mend(self) -> None:
        self._service.offline = False

    def _refuse(self, error: errors.ViewerError, seconds: float) -> None:
        error.retry_after = self._chance.uniform(1, seconds)
        self._service.refuses = error
        self._time.after(self._chance.uniform(10, 600), lambda: setattr(self._service, "refuses", None))

    def _microphone(self) -> None:
        self._unplug(True)
        self._time.after(self._chance.uniform(5, 900), lambda: self._unplug(False))
