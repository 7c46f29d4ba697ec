"""What is wrong in a session, or unusual, named by rules that say why. Pure."""

from collections import deque
from collections.abc import Iterator
from typing import Final

from viewer.errors import EndedByService
from viewer.protocol import actions, data_channel, inputs, insight, signalling
from viewer.protocol.codec import MalformedMessage
from viewer.protocol.events import Found, MediaStalled, SessionClosed, SessionStarted, Statistics

PATIENCE: Final = 2.0
"""Seconds after which something that has not come is missed."""

_SHORT_SECONDS: Final = 60
# Quieter than this (−66 dBFS) for a second is no voice.
_SILENCE_RMS: Final = 0.0005
_LOSS: Final = 0.03
_LOSS_OVER: Final = 0.01
_SAMPLES: Final = 5

_LINE_LOST: Final = Found(
    "line-lost",
    "The line to the avatar engine broke.",
    "Picture and sound do not need it, and it is opened again.",
)
_NO_MEDIA: Final = Found("no-media", "Picture and sound stand still.", "No packet came for a second.")


class Diagnosis:
    """Is told what happens, in its order, each time with the session's clock; gives what it finds.

    Nothing is found twice without having been well in between, but what happens anew.
    """

    def __init__(self) -> None:
        self._begin()

    @property
    def deadline(self) -> float | None:
        """When :meth:`passed` has something to say, unless what is waited for comes before."""
        return min(self._missed.values(), default=None)

    def take(self, at: float, happened: object) -> list[Found]:
        """``happened``, an input, an action, an event or an insight, ``at`` that time."""
        return [*self._taken(at, happened)]

    def passed(self, now: float) -> list[Found]:
        """It is ``now``, and nothing has happened."""
        due = [rule for rule, at in self._missed.items() if at <= now]
        for rule in due:
            del self._missed[rule]
        return [self._missing(rule) for rule in due]

    def _begin(self) -> None:
        self._missed: dict[str, float] = {}
        self._told: set[str] = set()
        self._tried = 0
        self._began = 0.0
        self._speaks_from: float | None = None
        self._samples: deque[tuple[float, Statistics]] = deque(maxlen=_SAMPLES)

    def _taken(self, at: float, happened: object) -> Iterator[Found]:
        match happened:
            case insight.BrokerAsked() | insight.BrokerAnswered() | insight.BrokerRefused():
                yield from self._asked(at, happened)
            case SessionStarted() | SessionClosed():
                yield from self._lasted(at, happened)
            case actions.ApplyAnswer():
                self._missed["unreachable"] = at + PATIENCE
            case inputs.IceConnected():
                self._missed.pop("unreachable", None)
                self._samples.clear()
            case insight.PairsChecked(pairs):
                self._tried = len({pair.remote for pair in pairs})
            case inputs.SocketLost():
                yield _LINE_LOST
            case MediaStalled():
                yield _NO_MEDIA
            case Statistics():
                yield from self._measured(at, happened)
            case inputs.DataReceived() | inputs.FrameReceived():
                yield from self._read(at, happened)

    def _asked(
        self, at: float, happened: insight.BrokerAsked | insight.BrokerAnswered | insight.BrokerRefused
    ) -> Iterator[Found]:
        match happened:
            case insight.BrokerAsked():
                self._begin()
                self._missed["slow-broker"] = at + PATIENCE
            case insight.BrokerAnswered(answer):
                self._missed.pop("slow-broker", None)
                if isinstance(attempts := answer.get("attempts"), int) and attempts > 1:
                    what = f"The broker asked the service {attempts} times for the session."
                    yield Found("busy-service", what, "Before, it was busy or did not answer.")
            case insight.BrokerRefused(error):
                self._missed.clear()
                yield Found("refused", error.message, f"The broker's answer means “{error.code}”.")

    def _lasted(self, at: float, happened: SessionStarted | SessionClosed) -> Iterator[Found]:
        match happened:
            case SessionStarted(_, seconds):
                self._began = at
                if seconds and seconds <= _SHORT_SECONDS:
                    what = f"The session ends after {seconds} s."
                    yield Found("short-session", what, "The broker limits it.")
            case SessionClosed(_, EndedByService() as why) if at - self._began <= _SHORT_SECONDS:
                lasted = round(at - self._began)
                yield Found("short-session", f"The session was over after {lasted} s.", why.message)

    def _missing(self, rule: str) -> Found:
        if rule == "slow-broker":
            why = "It waits for the service, or asks it again."
            return Found(rule, f"The broker has not answered for {PATIENCE:g} s.", why)
        why = f"Of {self._tried} addresses that it told none has answered."
        if not self._tried:
            why = "It told no address that can be tried."
        return Found(rule, f"The avatar engine has not been reached for {PATIENCE:g} s.", why)

    # -- what is said

    def _read(self, at: float, came: inputs.DataReceived | inputs.FrameReceived) -> Iterator[Found]:
        is_signal = isinstance(came, inputs.FrameReceived)
        try:
            said = signalling.decode(came.text) if is_signal else data_channel.decode_from_engine(came.text)
        except MalformedMessage as error:
            rule = "odd-signal" if is_signal else "odd-message"
            yield from self._once(rule, "A message of the avatar engine cannot be read.", error)
            return
        if isinstance(said, data_channel.SpeechText) and said.role != "user" and said.content.strip():
            self._speaks_from = self._speaks_from or at + getattr(came, "sound_in", 0.0)

    # -- what is measured

    def _measured(self, at: float, now: Statistics) -> Iterator[Found]:
        if not self._samples or now.frames_received < self._samples[-1][1].frames_received:
            self._samples.clear()
            self._samples.append((at, now))
            return
        before_at, before = self._samples[-1]
        yield from self._seen(before, now)
        yield from self._heard(before_at, at, now)
        self._samples.append((at, now))
        yield from self._lost(self._samples[0][1], now)

    def _seen(self, before: Statistics, now: Statistics) -> Iterator[Found]:
        was, size = (before.width, before.height), (now.width, now.height)
        if was != size and all(was):
            what = f"The picture is {now.width}×{now.height} now and was {before.width}×{before.height}."
            yield Found("size-changed", what, "The avatar engine sends another size.")
        if now.frames_received > before.frames_received:
            self._told.discard("frozen-picture")
        elif now.frames_received and now.sound_packets_received > before.sound_packets_received:
            why = "Sound comes, and no picture did for a second."
            yield from self._once("frozen-picture", "The picture stands still.", why)

    def _heard(self, before_at: float, at: float, now: Statistics) -> Iterator[Found]:
        if self._speaks_from is None or at < self._speaks_from:
            return
        if now.sound_rms >= _SILENCE_RMS:
            self._speaks_from = None
            self._told.discard("silent-voice")
        elif before_at >= self._speaks_from:
            self._speaks_from = None
            why = "Its words come, and its sound was silence for a second."
            yield from self._once("silent-voice", "The avatar speaks, and nothing is heard.", why)

    def _lost(self, first: Statistics, now: Statistics) -> Iterator[Found]:
        lost = now.packets_lost - first.packets_lost
        share = lost / max(1, lost + now.packets_received - first.packets_received)
        if share < _LOSS_OVER:
            self._told.discard("loss")
        elif share >= _LOSS and len(self._samples) == _SAMPLES:
            percent = round(share * 100)
            what = f"Of a hundred packets {percent} are lost."
            yield from self._once("loss", what, "They were sent, and the network did not bring them.")

    def _once(self, rule: str, what: str, why: object) -> Iterator[Found]:
        if rule not in self._told:
            self._told.add(rule)
            yield Found(rule, what, why if isinstance(why, str) else f"It is not as expected: {why}.")
