"""What a session plays: the persona with all that it hears, says, does and shows."""

import math
import weakref
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from pydantic import JsonValue

from viewer.engine.brains.brain import Brain
from viewer.engine.brains.intents import guide
from viewer.engine.brains.script import greeting
from viewer.engine.face.disclosure import disclosed
from viewer.engine.face.portrait import Portrait
from viewer.engine.face.pose import Behaviour
from viewer.engine.face.scene import Scene, clock_scene, face_scene, scenes_in_turn
from viewer.engine.hearing.ear import Ear, Hearing
from viewer.engine.persona.agent_audio import AgentAudioInput
from viewer.engine.persona.behaviour import Persona
from viewer.engine.persona.dialogue_manager import DialogueManager
from viewer.engine.persona.director import Director
from viewer.engine.persona.listening import Listening
from viewer.engine.persona.personas import BUSY_CLOCK, CLOCKS, PersonaChoice
from viewer.engine.persona.sending_order import SendingOrder
from viewer.engine.persona.silence import Silence
from viewer.engine.persona.speech import Speech
from viewer.engine.persona.talk_streams import TalkStreams
from viewer.engine.persona.tools import ToolCalls
from viewer.engine.voice.soundtrack import BeepingSpeaker, Soundtrack, Speaker
from viewer.engine.voice.speaking import Voice
from viewer.protocol import signalling
from viewer.protocol.codec import validated
from viewer.protocol.data_channel import (
    ClientMessage,
    Context,
    DirectorNoteCue,
    EngineMessage,
    Interrupt,
    RemoteRtpStats,
    SpeechText,
    ToolResult,
    UserText,
)
from viewer.protocol.signalling import AgentAudio, Signal, TalkChunk

_MAX_TRACKS: Final = 8

Portraits = Mapping[tuple[int, int], Portrait]


@dataclass(frozen=True, slots=True)
class PipelineEvents:
    """Whom to tell what goes out.

    ``send`` takes what goes over the data channel, ``talk_interrupted`` the correlation id of a talk stream
    that was cut off, and ``over``, for the client, why the session is to end.
    """

    send: Callable[[EngineMessage], None]
    talk_interrupted: Callable[[str], None]
    over: Callable[[str], None]


class Pipeline:
    """The persona of one session. Use from the event loop.

    Args:
        portraits: by size, those of :func:`sizes` at least.
    """

    def __init__(
        self,
        session_id: str,
        choice: PersonaChoice,
        models: tuple[Voice, Ear, Brain],
        portraits: Portraits,
        events: PipelineEvents,
    ) -> None:
        self._choice = choice
        self._portraits = portraits
        self._seed = hash(session_id)
        self._begun = False
        self._tell = send = events.send
        voice, ear, brain = models
        self._speaker = Speaker()
        self.director = Director(session_id, choice.notes, send)
        self._tools = ToolCalls(session_id, send)
        self._order = SendingOrder()
        self.dialogue = DialogueManager(choice, session_id, brain, self._tools, send)
        stage = weakref.proxy(self)  # see weakly.py
        self.persona = Persona(voice, self._speaker, stage, self.dialogue.answer, self.dialogue.foresee)
        language = choice.character.language
        self._listening = Listening(
            self.persona,
            partial(ear.recogniser.recognise, language=language),
            guide(language).unclear if choice.answers else None,
        )
        detection = choice.voice_detection
        self.hearing = Hearing(
            ear.vad,
            self._listening,
            choice.end_of_speech_sensitivity,
            detection.silence_before_auto_end_turn_seconds or math.inf,
        )
        self._silence = Silence(self.persona, detection, events.over, prompts=choice.answers)
        self.talk_streams = TalkStreams(
            self.persona, events.talk_interrupted, has_utterances=choice.has_utterances
        )
        self.agent_audio = AgentAudioInput(self.persona)
        self.remote_rtp: dict[str, dict[str, JsonValue]] = {}
        """The newest statistics of the client, by kind of track."""

    def begin(self) -> None:
        """The client is there for the first time, or again."""
        if self._begun:
            return
        self._begun = True
        choice = self._choice
        if choice.greets:
            words = choice.initial_message or greeting(choice.character, choice.name)
            self.persona.greet(words, interruptible=choice.interruptible_greeting)
        self._silence.begin()

    def take_message(self, message: ClientMessage) -> None:
        """The client says something over the data channel."""
        match message:
            case UserText(content=text):
                sent_after = self._order.sent_after(message.timestamp)
                if text.strip():
                    self._silence.broken()
                    self.persona.hear_text(text, sent_after)
            case Interrupt():
                self._silence.broken()
                self.persona.interrupt(self._order.sent_after(message.timestamp))
            case Context():
                self.dialogue.remember(message.content)
            case ToolResult():
                self._tools.answered(message)
            case DirectorNoteCue():
                self.director.cue(message)
            case RemoteRtpStats():
                kind = str(message.data.get("kind", "unknown"))
                if kind in self.remote_rtp or len(self.remote_rtp) < _MAX_TRACKS:
                    self.remote_rtp[kind] = message.data

    def take_signal(self, signal: Signal) -> None:
        """The client says something over the WebSocket that is for the persona.

        Raises:
            MalformedMessage: its payload is not what it has to be.
        """
        match signal.action:
            case signalling.TALK_STREAM:
                self.talk_streams.chunk(validated(TalkChunk, signal.payload))
            case signalling.AGENT_AUDIO:
                self.agent_audio.chunk(validated(AgentAudio, signal.payload))
            case signalling.AGENT_AUDIO_END:
                self.agent_audio.end()

    def staging(self) -> tuple[Soundtrack, Scene]:
        """What a new peer is to hear and see."""
        choice = self._choice
        if choice.persona_id in CLOCKS:
            busy = choice.persona_id == BUSY_CLOCK
            clock = clock_scene(busy=busy, size=choice.size)
            return Soundtrack(BeepingSpeaker(self._speaker)), self._disclosed(clock, choice.size)
        soundtrack = Soundtrack(self._speaker)
        scenes = [
            self._disclosed(face_scene(self._portraits[size], soundtrack, self._seed, self._behaviour), size)
            for size in sizes(choice)
        ]
        return soundtrack, scenes_in_turn(scenes)

    # -- the persona's stage

    def send(self, message: EngineMessage) -> None:
        """Say ``message`` to the client."""
        if isinstance(message, SpeechText):
            self.dialogue.note(message)
        self._tell(message)

    def cue_tag(self) -> str | None:
        """The director's cue in force."""
        return self.director.tag

    def speech_began(self) -> None:
        """The first sound of a speech is played."""
        self.director.speech_began()

    def speech_ended(self, speech: Speech) -> None:
        """``speech`` is over."""
        self.director.speech_ended()
        self.talk_streams.speech_ended(speech)

    def speech_cut(self, speech: Speech) -> None:
        """``speech`` is cut off."""
        self.talk_streams.speech_cut(speech)

    async def close(self) -> None:
        """End it."""
        await self._silence.close()
        await self._listening.close()
        await self.persona.close()
        # Last: the end of a speech sets timers.
        self.director.close()
        self.talk_streams.close()

    def _disclosed(self, scene: Scene, size: tuple[int, int]) -> Scene:
        return disclosed(scene, size) if self._choice.discloses else scene

    def _behaviour(self) -> Behaviour:
        persona = self.persona
        return Behaviour(persona.speaking, persona.listening, persona.thinking, self.director.expression)


def sizes(choice: PersonaChoice) -> list[tuple[int, int]]:
    """The sizes of the pictures in a session, in turn."""
    return [choice.size, *choice.scenario.sizes]
