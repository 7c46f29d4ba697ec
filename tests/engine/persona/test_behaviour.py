import asyncio
import itertools
import uuid
from collections.abc import AsyncGenerator, AsyncIterator, Callable

import pytest

from viewer.engine.brains.brain import Conversation
from viewer.engine.brains.script import greeting, reply
from viewer.engine.cast.characters import JOE
from viewer.engine.persona.behaviour import MAX_TEXT, Persona
from viewer.engine.persona.speech import PAUSE, Speech
from viewer.engine.voice.soundtrack import FRAME_SECONDS, Speaker
from viewer.engine.voice.speaking import Voice
from viewer.media.pcm import rms
from viewer.protocol.data_channel import EngineMessage, SpeechText, UserSpeechEnded, UserSpeechStarted

GREETING = greeting(JOE, "Joe")


pytestmark = pytest.mark.virtual_time


class Stage:
    """A persona whose sound is played at its pace, with every message and the media time it came at."""

    def __init__(self, voice: Voice) -> None:
        self.speaker = Speaker()
        self.messages: list[tuple[float, EngineMessage]] = []
        self.loudness: list[float] = []
        self.began: list[float] = []
        self.ended: list[str | None] = []
        self.cut_off: list[str | None] = []
        self.pieces: asyncio.Queue[str | None] | None = None
        """What the persona is to answer, piece by piece until None; without, it answers by itself."""
        self.closed = asyncio.Event()
        """Set when nobody wants more pieces."""
        self.persona = Persona(voice, self.speaker, self, self.answer)

    async def answer(self, text: str, correlation_id: str) -> AsyncGenerator[str]:
        if self.pieces is None:
            yield reply(Conversation(text))
            return
        try:
            while (piece := await self.pieces.get()) is not None:
                yield piece
        finally:
            self.closed.set()

    def send(self, message: EngineMessage) -> None:
        self.messages.append((self.now, message))

    def cue_tag(self) -> str | None:
        return None

    def speech_began(self) -> None:
        self.began.append(self.now)

    def speech_ended(self, speech: Speech) -> None:
        self.ended.append(speech.correlation_id)

    def speech_cut(self, speech: Speech) -> None:
        self.cut_off.append(speech.correlation_id)

    @property
    def now(self) -> float:
        return len(self.loudness) * FRAME_SECONDS

    @property
    def chunks(self) -> list[SpeechText]:
        return [message for _, message in self.messages if isinstance(message, SpeechText)]

    async def play_until(self, condition: Callable[[], bool]) -> None:
        async with asyncio.timeout(120):
            while not condition():
                self.loudness.append(rms(self.speaker.read()[0]))
                await asyncio.sleep(FRAME_SECONDS)


@pytest.fixture
async def stage(quick_voice: Voice) -> AsyncIterator[Stage]:
    stage = Stage(quick_voice)
    yield stage
    await stage.persona.close()


async def test_the_greeting_is_sent_word_by_word_in_step_with_the_voice(stage: Stage) -> None:
    stage.persona.say(GREETING)
    await stage.play_until(lambda: any(chunk.end_of_speech for chunk in stage.chunks))
    chunks = stage.chunks
    assert "".join(chunk.content for chunk in chunks) == GREETING
    assert [chunk.content_index for chunk in chunks] == list(range(len(chunks)))
    assert len({chunk.message_id for chunk in chunks}) == 1
    assert [chunk.end_of_speech for chunk in chunks] == [False] * (len(chunks) - 1) + [True]
    times = [time for time, _ in stage.messages]
    assert times[0] < 0.5
    assert max(b - a for a, b in itertools.pairwise(times)) < 1.5
    assert times[-1] == pytest.approx(stage.now, abs=0.05)


async def test_a_typed_text_is_echoed_and_answered(stage: Stage) -> None:
    stage.persona.hear_text("I like the sea.")
    await stage.play_until(lambda: sum(chunk.end_of_speech for chunk in stage.chunks) == 2)
    echo, *answer = stage.chunks
    assert (echo.role, echo.content, echo.end_of_speech) == ("user", "I like the sea.", True)
    assert "".join(chunk.content for chunk in answer) == reply(Conversation("I like the sea."))
    assert {chunk.role for chunk in answer} == {"persona"}
    assert echo.message_id != answer[0].message_id


async def test_it_thinks_until_it_has_an_answer_or_is_interrupted(stage: Stage) -> None:
    stage.pieces = asyncio.Queue()
    assert not stage.persona.thinking
    stage.persona.hear_text("What is two and two?")
    assert stage.persona.thinking
    stage.persona.interrupt()
    await stage.play_until(lambda: not stage.persona.thinking)
    stage.persona.hear_text("What is two and two?")
    stage.pieces.put_nowait("Four.")
    stage.pieces.put_nowait(None)
    await stage.play_until(lambda: bool(stage.chunks) and stage.chunks[-1].role == "persona")
    assert not stage.persona.thinking
    await stage.play_until(lambda: stage.chunks[-1].end_of_speech)
    assert "".join(chunk.content for chunk in stage.chunks if chunk.role == "persona") == "Four."


async def test_an_interruption_silences_the_voice_within_a_frame(stage: Stage) -> None:
    stage.persona.say(GREETING)
    await stage.play_until(lambda: len(stage.chunks) >= 3 and stage.loudness[-1] > 0.02)
    stage.persona.interrupt()
    last = stage.chunks[-1]
    assert (last.content, last.interrupted, last.end_of_speech) == ("", True, True)
    heard = len(stage.loudness)
    await stage.play_until(lambda: len(stage.loudness) > heard + 25)
    assert max(stage.loudness[heard + 1 :]) == 0
    assert stage.chunks[-1] is last


async def test_once_it_is_over_it_says_no_more_of_what_was_ready(stage: Stage) -> None:
    stage.persona.say(GREETING)
    await stage.play_until(lambda: len(stage.chunks) >= 3 and stage.loudness[-1] > 0.02)
    await stage.persona.close()
    said, heard = list(stage.messages), len(stage.loudness)
    await stage.play_until(lambda: len(stage.loudness) > heard + 25)
    assert max(stage.loudness[heard + 1 :]) == 0
    assert stage.messages == said


async def test_a_new_text_interrupts_what_is_being_said(stage: Stage) -> None:
    stage.persona.say(GREETING)
    await stage.play_until(lambda: len(stage.chunks) >= 3)
    stage.persona.hear_text("Hello")
    await stage.play_until(
        lambda: (
            stage.chunks[-1].end_of_speech
            and stage.chunks[-1].role == "persona"
            and not stage.chunks[-1].interrupted
        )
    )
    ends = [(chunk.role, chunk.interrupted) for chunk in stage.chunks if chunk.end_of_speech]
    assert ends == [("persona", True), ("user", False), ("persona", False)]


async def test_an_answer_is_spoken_while_the_rest_of_it_is_still_to_come(stage: Stage) -> None:
    stage.pieces = asyncio.Queue()
    stage.persona.hear_text("Hello")
    assert stage.persona.thinking
    stage.pieces.put_nowait("Well, this is the beginning. ")
    await stage.play_until(lambda: stage.chunks[-1].content == "beginning.")
    assert not stage.closed.is_set()
    assert not stage.persona.thinking
    stage.pieces.put_nowait("And this the end.")
    stage.pieces.put_nowait(None)
    await stage.play_until(lambda: stage.chunks[-1].end_of_speech and stage.chunks[-1].role == "persona")
    answer = [chunk for chunk in stage.chunks if chunk.role == "persona"]
    assert "".join(chunk.content for chunk in answer) == "Well, this is the beginning. And this the end."
    assert len({chunk.message_id for chunk in answer}) == 1
    assert stage.chunks[0].user_action_correlation_id == answer[0].user_action_correlation_id


async def test_an_interruption_ends_the_work_on_the_answer(stage: Stage) -> None:
    for spoken in (False, True):
        stage.pieces, stage.closed = asyncio.Queue(), asyncio.Event()
        stage.persona.hear_text("Hello")
        if spoken:
            stage.pieces.put_nowait("Well, this is the beginning. ")
            await stage.play_until(lambda: stage.chunks[-1].content == "beginning.")
        else:
            await asyncio.sleep(0)
        stage.persona.interrupt()
        async with asyncio.timeout(20):
            await stage.closed.wait()
        assert not stage.persona.thinking
    assert stage.chunks[-1].interrupted


async def test_what_is_to_be_said_meanwhile_ends_an_answer_that_is_still_coming(stage: Stage) -> None:
    stage.pieces = asyncio.Queue()
    stage.persona.hear_text("Hello")
    stage.pieces.put_nowait("Well, this is the beginning. ")
    await stage.play_until(lambda: stage.chunks[-1].content == "beginning.")
    assert stage.persona.say("Now this.")
    async with asyncio.timeout(20):
        await stage.closed.wait()
    await stage.play_until(lambda: stage.chunks[-1].end_of_speech and not stage.chunks[-1].interrupted)
    assert "".join(chunk.content for chunk in stage.chunks).endswith("Now this.")


async def test_an_endless_answer_is_cut_short(stage: Stage) -> None:
    stage.pieces = asyncio.Queue()
    stage.persona.hear_text("Hello")
    stage.pieces.put_nowait("… " * MAX_TEXT)
    async with asyncio.timeout(20):
        await stage.closed.wait()


async def test_what_it_is_told_to_say_waits_for_its_turn(stage: Stage) -> None:
    assert stage.persona.say("First.")
    assert stage.persona.say("Second.")
    await stage.play_until(lambda: sum(chunk.end_of_speech for chunk in stage.chunks) == 2)
    assert "".join(chunk.content for chunk in stage.chunks) == "First.Second."


async def test_an_interruption_forgets_what_waited_and_frees_the_turn(stage: Stage) -> None:
    assert all(stage.persona.say("Too long to wait for.") for _ in range(20))
    assert not stage.persona.say("One too many.")
    stage.persona.interrupt()
    assert stage.persona.say("Now.")
    await stage.play_until(lambda: bool(stage.chunks) and stage.chunks[-1].end_of_speech)
    assert "".join(chunk.content for chunk in stage.chunks) == "Now."


async def test_the_users_speech_is_reported_and_listened_to(stage: Stage) -> None:
    stage.persona.hear_speech(True)
    assert stage.persona.listening
    stage.persona.hear_speech(False)
    assert not stage.persona.listening
    started, ended = [message for _, message in stage.messages]
    assert isinstance(started, UserSpeechStarted)
    assert isinstance(ended, UserSpeechEnded)
    assert started.user_action_correlation_id == ended.user_action_correlation_id != ""


async def test_the_users_speech_silences_the_persona(stage: Stage) -> None:
    stage.persona.say(GREETING)
    await stage.play_until(lambda: len(stage.chunks) >= 3)
    stage.persona.hear_speech(True)
    assert stage.chunks[-1].interrupted


async def test_what_is_streamed_is_spoken_as_it_comes_with_its_utterances(stage: Stage) -> None:
    one, other = str(uuid.uuid4()), str(uuid.uuid4())
    speech = Speech("stream")
    stage.persona.begin(speech)
    for text in ("Let me ", "have a lo", "ok. ", "It will "):
        speech.add_text(text, one)
    await stage.play_until(lambda: any("look." in chunk.content for chunk in stage.chunks))
    assert not any(chunk.end_of_speech for chunk in stage.chunks)
    speech.add_text("not take long.", None)
    speech.add_text("Here it is!", other)
    speech.close()
    await stage.play_until(lambda: stage.chunks[-1].end_of_speech)
    chunks = stage.chunks
    said = "Let me have a look. It will not take long. Here it is!"
    assert "".join(chunk.content for chunk in chunks) == said
    assert {chunk.user_action_correlation_id for chunk in chunks} == {"stream"}
    assert len({chunk.message_id for chunk in chunks}) == 1
    spoken = {id_: "".join(c.content for c in chunks if c.utterance_id == id_) for id_ in (one, other)}
    assert spoken == {one: "Let me have a look. It will not take long.", other: " Here it is!"}


async def test_text_is_spoken_when_no_more_comes_though_no_sentence_has_ended(stage: Stage) -> None:
    speech = Speech()
    stage.persona.begin(speech)
    speech.add_text("Let me", None)
    await stage.play_until(lambda: "me" in [chunk.content for chunk in stage.chunks])
    assert stage.messages[0][0] == pytest.approx(PAUSE, abs=0.1)
    assert not speech.closed


async def test_new_speech_cuts_off_one_that_is_still_open_and_follows_one_that_is_not(stage: Stage) -> None:
    whole, unfinished, last = Speech.of("All of it.", "whole"), Speech("open"), Speech.of("Last.", "last")
    assert stage.persona.begin(whole)
    assert stage.persona.begin(unfinished)
    unfinished.add_text("And then", None)
    assert stage.persona.begin(last)
    await stage.play_until(lambda: sum(chunk.end_of_speech for chunk in stage.chunks) == 2)
    assert "".join(chunk.content for chunk in stage.chunks) == "All of it.Last."
    assert stage.cut_off == ["open"]


@pytest.mark.parametrize("text", ["What is this?", "hello", "thanks!", "", "…", "x" * 5000, "\u202eevil"])
def test_there_is_an_answer_to_everything(text: str) -> None:
    answer = reply(Conversation(text))
    assert 0 < len(answer) < 300
    assert "\u202e" not in answer
