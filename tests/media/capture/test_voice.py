"""The microphone's sound in a simulated room, driven period by period: no waiting, the real thread."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from queue import SimpleQueue
from typing import NoReturn

import numpy as np
import numpy.typing as npt
import pytest

from viewer.media.capture import audio_processing_module
from viewer.media.capture.processing import NOTHING, Applied, Processing
from viewer.media.capture.processor import FRAME
from viewer.media.capture.voice import Voice
from viewer.media.pcm import SAMPLE_RATE, PcmBuffer, Samples
from viewer.media.playout.loudspeaker import Loudspeaker

PERIOD = SAMPLE_RATE * 40 // 1000
AWAY_MS = 80
SECOND = SAMPLE_RATE
KNOWN = 3 * SECOND
SHUT = Applied(replace(Processing(), half_duplex=True))
"""Told as long as the room is learnt."""

Sound = npt.NDArray[np.float64]
"""Mono at 48 kHz on the scale of 16-bit samples."""


class Played(PcmBuffer):
    """What the loudspeaker is given."""

    def restart(self) -> None:
        self.clear()


class Room:
    """A loudspeaker and a microphone that move 40 ms at a time, and the voice between them."""

    def __init__(self, requested: Processing, muted: bool = False) -> None:
        self.now = 0.0
        self.applied: SimpleQueue[Applied] = SimpleQueue()
        self.played = Played(2, PERIOD)
        self.loudspeaker = Loudspeaker(self.played, clock=lambda: self.now)
        self.voice = Voice(self.loudspeaker, requested, muted, self.applied.put)
        self.voice.start()
        self.applied.get(timeout=20)

    def hear(self, persona: Sound, microphone: Sound) -> Sound:
        """What is sent while ``persona`` is played and the microphone hears ``microphone``."""
        sent = []
        for start in range(0, len(microphone) - PERIOD + 1, PERIOD):
            part = slice(start, start + PERIOD)
            self.played.write(np.repeat(_pcm(persona[part]), 2, axis=1))
            self.loudspeaker.read(PERIOD)
            self.voice.captured.write(_pcm(microphone[part]))
            assert self.voice.processed.wait(PERIOD, 20)
            sent.append(self.voice.processed.read(PERIOD))
            self.now += PERIOD / SAMPLE_RATE
        return np.concatenate(sent)[:, 0].astype(np.float64)

    def told(self) -> list[Applied]:
        """What came into force since this was last asked."""
        return [self.applied.get() for _ in range(self.applied.qsize())]

    def change(self, requested: Processing) -> Applied:
        """Process as ``requested``; what is in force then."""
        self.voice.process(requested)
        return self.applied.get(timeout=20)


@pytest.fixture
def rooms() -> Iterator[Callable[..., Room]]:
    made: list[Room] = []

    def make(requested: Processing, muted: bool = False) -> Room:
        made.append(Room(requested, muted))
        return made[-1]

    yield make
    for room in made:
        room.voice.stop()
        room.voice.stop()


def _pcm(sound: Sound) -> Samples:
    return np.clip(np.rint(sound), -32768, 32767).astype(np.int16).reshape(-1, 1)


def dbfs(sound: Sound) -> float:
    return 20 * float(np.log10(max(1e-9, np.sqrt(np.mean(np.square(sound))) / 32768)))


def words_dbfs(sound: Sound, where: Sound) -> float:
    """Level of ``sound`` where ``where`` is within 15 dB of its loudest."""
    size = min(len(sound), len(where)) // 960 * 960
    levels = np.array([dbfs(frame) for frame in where[:size].reshape(-1, 960)])
    return dbfs(sound[:size].reshape(-1, 960)[levels > levels.max() - 15])


def echo(persona: Sound, *, ppm: float = 0) -> Sound:
    """``persona`` from a small loudspeaker that distorts, in a room that rings, by a clock that is off."""
    random = np.random.default_rng(1)
    driven = np.tanh(2.5 * persona / 32768) / 2.5 * 32768
    tail = random.normal(size=SAMPLE_RATE * 3 // 10)
    tail *= 10 ** (-3 * np.arange(len(tail)) / SAMPLE_RATE / 0.25)  # down by 60 dB after 250 ms
    tail[:20], tail[20] = 0, 8  # the direct way
    response = np.concatenate(
        [np.zeros(SAMPLE_RATE * AWAY_MS // 1000), tail / np.sqrt(np.square(tail).sum())]
    )
    size = 1 << (len(driven) + len(response)).bit_length()  # quick to transform
    heard = np.fft.irfft(np.fft.rfft(driven, size) * np.fft.rfft(response, size), size)[: len(driven)] * 0.5
    times = np.arange(len(heard)) * (1 + ppm / 1e6)
    quiet = random.normal(size=len(heard)) * 10
    return np.asarray(np.interp(times, np.arange(len(heard)), heard) + quiet, np.float64)


@pytest.fixture(scope="module")
def persona(speech: tuple[Samples, Samples]) -> Sound:
    return speech[0].astype(np.float64)


@pytest.fixture(scope="module")
def heard(persona: Sound) -> Sound:
    """The persona's echo by one clock."""
    return echo(persona)


@pytest.fixture
def known_room(rooms: Callable[..., Room], persona: Sound, heard: Sound) -> Room:
    """The persona has spoken in it up to ``KNOWN``, and the canceller has learnt it."""
    room = rooms(Processing())
    room.hear(persona, heard[:KNOWN])
    assert room.told()[-1] == Applied(Processing())
    return room


@pytest.fixture(scope="module")
def heard_faster(persona: Sound) -> Sound:
    """The persona's echo where the microphone's clock is off by 100 ppm."""
    return echo(persona, ppm=100)


@pytest.fixture(scope="module")
def user(speech: tuple[Samples, Samples]) -> Sound:
    return speech[1].astype(np.float64)


@pytest.mark.parametrize(("noise_suppression", "microphone"), [(True, "heard_faster"), (False, "heard")])
def test_the_personas_echo_is_25_db_down_after_two_seconds(
    rooms: Callable[..., Room],
    persona: Sound,
    noise_suppression: bool,
    microphone: str,
    request: pytest.FixtureRequest,
) -> None:
    room = rooms(Processing(noise_suppression=noise_suppression, automatic_gain=False))
    heard: Sound = request.getfixturevalue(microphone)
    sent = room.hear(persona, heard[: 6 * SECOND])
    rest = slice(2 * SECOND, len(sent))
    assert dbfs(heard[rest]) > -45
    assert dbfs(heard[rest]) - dbfs(sent[rest]) >= 25
    assert (room.voice.processed.echo_loss or 0) > 15, "what the inspector shows"


def test_the_personas_first_words_do_not_come_back_while_the_room_is_learnt(
    rooms: Callable[..., Room], persona: Sound, heard: Sound, user: Sound
) -> None:
    room = rooms(Processing())
    sent = room.hear(persona, heard[: 3 * SECOND])
    # The engine hears no speech in what is quieter than this.
    assert max(dbfs(part) for part in np.array_split(sent[: 2 * SECOND], 20)) < -45
    # It says that the microphone is shut meanwhile, and when that is over.
    assert room.told() == [SHUT, Applied(Processing())]
    silence = np.zeros(SECOND)
    room.hear(silence, silence)
    assert words_dbfs(room.hear(np.zeros(len(user)), user), user) > -30
    assert room.told() == []


def test_the_user_is_heard_before_the_persona_has_said_anything(
    rooms: Callable[..., Room], user: Sound
) -> None:
    room = rooms(Processing())
    assert words_dbfs(room.hear(np.zeros(len(user)), user), user) > -30
    assert room.told() == []


def test_what_is_left_of_the_echo_is_not_raised_to_be_heard(
    rooms: Callable[..., Room], persona: Sound, heard_faster: Sound
) -> None:
    sent = rooms(Processing()).hear(persona, heard_faster[: 6 * SECOND])
    assert dbfs(sent[2 * SECOND :]) < -50


def test_without_cancellation_the_echo_stays(
    rooms: Callable[..., Room], persona: Sound, heard: Sound
) -> None:
    heard = heard[: 4 * SECOND]
    sent = rooms(replace(NOTHING, noise_suppression=True)).hear(persona, heard)
    assert dbfs(sent) == pytest.approx(dbfs(heard), abs=3)


def test_the_user_is_heard_while_the_persona_speaks(
    rooms: Callable[..., Room], persona: Sound, heard_faster: Sound, user: Sound
) -> None:
    room = rooms(Processing(automatic_gain=False))
    starts = 3 * SECOND
    said = np.concatenate([np.zeros(starts), user])
    sent = room.hear(persona, heard_faster[: len(said)] + said)
    rest = slice(starts, len(sent))
    assert words_dbfs(sent[rest], said[rest]) == pytest.approx(words_dbfs(said[rest], said[rest]), abs=6)


def test_steady_noise_is_suppressed_and_speech_is_not(rooms: Callable[..., Room], user: Sound) -> None:
    room = rooms(replace(NOTHING, noise_suppression=True))
    noise = np.random.default_rng(2).normal(size=4 * SECOND) * 100
    silence = np.zeros(len(noise))
    sent = room.hear(silence, noise)
    assert dbfs(noise[2 * SECOND :]) - dbfs(sent[2 * SECOND :]) > 10
    sent = room.hear(np.zeros(len(user)), user)
    assert words_dbfs(sent, user) == pytest.approx(words_dbfs(user, user), abs=3)


def test_quiet_speech_is_raised_and_the_noise_in_a_pause_does_not_swell(
    rooms: Callable[..., Room], user: Sound
) -> None:
    room = rooms(replace(NOTHING, automatic_gain=True))
    noise = np.random.default_rng(3).normal(size=8 * SECOND) * 10
    quiet = np.tile(user / 10, 2)
    room.hear(np.zeros(len(quiet)), quiet)
    sent = room.hear(np.zeros(len(quiet)), quiet)
    assert words_dbfs(sent, quiet) - words_dbfs(quiet, quiet) > 10
    pause = room.hear(np.zeros(len(noise)), noise)
    assert dbfs(pause[-SECOND:]) <= dbfs(pause[SECOND : 2 * SECOND]) + 1


def test_nothing_wished_leaves_every_sample_as_it_is(rooms: Callable[..., Room], user: Sound) -> None:
    sent = rooms(NOTHING).hear(np.zeros(len(user)), user)
    assert (sent == _pcm(user[: len(sent)])[:, 0]).all()


def test_half_duplex_is_silent_while_sound_is_played_and_shortly_after(rooms: Callable[..., Room]) -> None:
    room = rooms(replace(NOTHING, half_duplex=True))
    hum = np.sin(2 * np.pi * 300 * np.arange(3 * SECOND) / SAMPLE_RATE) * 8000
    talk = np.zeros(len(hum))
    talk[SECOND : 2 * SECOND] = hum[:SECOND] / 10
    sent = room.hear(talk, hum)
    assert dbfs(sent[:SECOND]) == pytest.approx(dbfs(hum), abs=1)
    assert not sent[SECOND + PERIOD : 2 * SECOND + SECOND // 5].any()
    assert dbfs(sent[2 * SECOND + SECOND // 2 :]) == pytest.approx(dbfs(hum), abs=1)
    # The tone's own steepest step, and a fade of 10 ms.
    assert np.abs(np.diff(sent)).max() < 8000 * (2 * np.pi * 300 / SAMPLE_RATE + 1 / 480)


def test_sound_that_waited_for_the_voice_is_silent_if_something_was_played_when_it_was_heard(
    rooms: Callable[..., Room],
) -> None:
    room = rooms(replace(NOTHING, half_duplex=True))
    talk = np.full(PERIOD, 3000.0)
    assert room.hear(talk, talk)[:FRAME].any(), "it fades"
    room.now += 0.5
    room.voice.captured.write(_pcm(np.full(SECOND // 2, 3000.0)))
    assert room.voice.processed.wait(PERIOD, 20)
    assert not room.voice.processed.read(PERIOD).any()


def test_switching_while_it_runs_tells_what_is_in_force(
    rooms: Callable[..., Room], persona: Sound, heard: Sound, user: Sound
) -> None:
    room = rooms(NOTHING)
    heard = heard[: 5 * SECOND]
    room.hear(persona, heard[:SECOND])
    requested = Processing(automatic_gain=False)
    assert room.change(requested) == Applied(requested)
    sent = room.hear(persona, heard)
    assert dbfs(heard[2 * SECOND : len(sent)]) - dbfs(sent[2 * SECOND :]) >= 25
    # A new canceller has yet to learn the room.
    assert room.told() == [Applied(replace(requested, half_duplex=True)), Applied(requested)]
    assert room.change(NOTHING) == Applied(NOTHING)
    sent = room.hear(np.zeros(len(user)), user)
    assert (sent == _pcm(user[: len(sent)])[:, 0]).all()


def test_without_the_library_it_says_so_and_falls_back_to_half_duplex(
    rooms: Callable[..., Room], monkeypatch: pytest.MonkeyPatch
) -> None:
    room = rooms(NOTHING)

    def missing() -> NoReturn:
        raise ImportError("livekit is not installed")

    monkeypatch.setattr(audio_processing_module, "native_library", missing)
    applied = room.change(Processing())
    assert applied.processing == replace(NOTHING, half_duplex=True)
    assert applied.problem
    assert "cannot run" in applied.problem.message
    sent = room.hear(np.full(SECOND, 3000.0), np.full(SECOND, 5000.0))
    assert not sent[PERIOD:].any()
    assert room.change(Processing(echo_cancellation=False)).processing == NOTHING


@pytest.mark.parametrize(
    "pause", [0, pytest.param(6, marks=pytest.mark.long)], ids=["while it speaks", "in a pause"]
)
def test_after_the_loudspeaker_lost_time_no_echo_leaks_until_the_room_is_learnt_anew(
    known_room: Room, persona: Sound, heard: Sound, pause: int
) -> None:
    known_room.now += 0.1  # in which the device played silence: what comes is 100 ms later
    silence = np.zeros(SECOND)
    for _ in range(pause):
        known_room.hear(silence, silence)  # nothing is learnt from it
    told = known_room.told()
    assert told == ([SHUT] if pause else [])
    # It begins anew after its end.
    late = np.concatenate([np.zeros(SAMPLE_RATE // 10), heard[KNOWN:], heard[: 2 * SECOND]])
    sent = known_room.hear(np.concatenate([persona[KNOWN:], persona[: 3 * SECOND]]), late)
    assert max(dbfs(part) for part in np.array_split(sent, 50)) < -45
    assert told + known_room.told() == [SHUT, Applied(Processing())]


def test_nor_does_it_where_the_device_played_silence_for_less_than_a_millisecond(
    known_room: Room, persona: Sound, heard: Sound
) -> None:
    lost = SAMPLE_RATE * 8 // 10_000
    late = np.concatenate([np.zeros(lost), heard[KNOWN:]])
    known_room.now += 0.0095  # of which the device had 8.7 ms left
    parts = [known_room.hear(persona[KNOWN:], late[:PERIOD])]
    known_room.now -= 0.0087
    parts.append(known_room.hear(persona[KNOWN + PERIOD :], late[PERIOD:]))
    assert not parts[0][FRAME:].any(), "at once, while nobody knows yet"
    assert max(dbfs(part) for part in np.array_split(np.concatenate(parts), 50)) < -45
    assert known_room.told()[0] == SHUT


def test_nor_where_other_sound_goes_together_because_the_loudspeaker_stood_still(
    known_room: Room, persona: Sound, heard: Sound
) -> None:
    waits = np.zeros(5 * PERIOD)
    known_room.voice.captured.write(_pcm(waits))
    assert known_room.voice.processed.wait(len(waits) // 2, 20)
    sent = known_room.hear(persona[KNOWN:], heard[KNOWN : len(persona)])
    assert max(dbfs(part) for part in np.array_split(sent, 50)) < -45
    assert known_room.told()[0] == SHUT


def test_a_change_while_the_microphone_is_shut_does_not_say_that_it_is_open(
    rooms: Callable[..., Room], persona: Sound
) -> None:
    room = rooms(Processing())
    silence = np.zeros(2 * SECOND)
    room.hear(silence, silence)
    room.now += 0.1
    room.hear(persona[:PERIOD], silence[:PERIOD])
    assert room.applied.get(timeout=20) == SHUT
    requested = replace(Processing(), automatic_gain=False)
    assert room.change(requested) == Applied(requested)
    room.hear(persona[:PERIOD], silence[:PERIOD])
    assert room.applied.get(timeout=20) == Applied(replace(requested, half_duplex=True))


def test_a_module_that_fails_while_it_runs_is_done_without(
    rooms: Callable[..., Room], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("broken")

    room = rooms(Processing())
    monkeypatch.setattr("viewer.media.capture.processor.AudioProcessingModule.process", fail)
    room.loudspeaker.read(PERIOD)
    room.voice.captured.write(_pcm(np.zeros(FRAME)))
    applied = room.applied.get(timeout=20)
    assert applied.processing == replace(NOTHING, half_duplex=True)
    assert applied.problem
    assert not room.hear(np.full(SECOND, 3000.0), np.full(SECOND, 5000.0))[PERIOD:].any()


def test_muted_is_true_silence_from_that_moment_on(rooms: Callable[..., Room], user: Sound) -> None:
    room = rooms(Processing())
    room.hear(np.zeros(SECOND), user[:SECOND])
    assert room.voice.level > 0
    room.loudspeaker.read(PERIOD)
    room.voice.captured.write(_pcm(user[SECOND : SECOND + PERIOD]))
    assert room.voice.processed.wait(PERIOD, 20)
    room.voice.mute(True)
    assert len(room.voice.processed) == 0
    assert room.voice.level == 0
    assert not room.hear(np.zeros(SECOND), user[SECOND : 2 * SECOND]).any()
    assert room.voice.level == 0
    room.voice.mute(False)
    assert room.hear(np.zeros(SECOND), user[SECOND : 2 * SECOND]).any()


def test_it_may_begin_muted(rooms: Callable[..., Room], user: Sound) -> None:
    assert not rooms(Processing(), muted=True).hear(np.zeros(SECOND), user[:SECOND]).any()


def test_a_closed_microphone_shows_no_level(rooms: Callable[..., Room], user: Sound) -> None:
    room = rooms(NOTHING)
    room.hear(np.zeros(SECOND), user[:SECOND])
    assert room.voice.level > 0
    while room.voice.level:
        room.voice.processed.wait(PERIOD, 0.05)
