"""What a client of one session has received, and what it says: by whatever way these travel."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import av
import numpy as np

from viewer.media.pcm import Samples, rms

Look = Callable[[av.VideoFrame], Any]


@dataclass(frozen=True)
class Sound:
    """20 ms that arrived at ``time`` (of the event loop)."""

    time: float
    pts: int
    rms: float


@dataclass(frozen=True)
class Picture:
    """A frame that arrived at ``time``, and what ``look`` saw in it."""

    time: float
    pts: int
    size: tuple[int, int]
    seen: Any


class Records:
    """Everything that one session sends, in lists, and questions about it."""

    def __init__(self) -> None:
        self.session_id = ""
        self.signals: list[dict[str, Any]] = []
        self.messages: list[dict[str, Any]] = []
        self.message_times: list[float] = []
        """When each of the messages came (of the event loop)."""
        self.malformed: list[str] = []
        self.pictures: list[Picture] = []
        self.sounds: list[Sound] = []

    def told(self, kind: str) -> list[dict[str, Any]]:
        """What came in the data channel's messages of that type."""
        return [message["data"] for message in self.messages if message["messageType"] == kind]

    def told_at(self, kind: str) -> list[float]:
        """When these came."""
        times = zip(self.messages, self.message_times, strict=True)
        return [time for message, time in times if message["messageType"] == kind]

    def signalled(self, action: str) -> list[Any]:
        """The payloads of the signals of that action."""
        return [signal["payload"] for signal in self.signals if signal["actionType"] == action]

    def speech(self, role: str) -> list[dict[str, Any]]:
        """The ``speechText`` chunks of ``role`` so far."""
        return [chunk for chunk in self.told("speechText") if chunk["role"] == role]

    def finished(self, role: str) -> list[str]:
        """The completed messages of ``role``."""
        spoken: dict[str, str] = {}
        done: list[str] = []
        for chunk in self.speech(role):
            spoken[chunk["message_id"]] = spoken.get(chunk["message_id"], "") + chunk["content"]
            if chunk["end_of_speech"]:
                done.append(spoken[chunk["message_id"]])
        return done

    @property
    def loudest(self) -> float:
        """The RMS level of the loudest 20 ms."""
        return max((sound.rms for sound in self.sounds), default=0.0)

    def take_signal(self, text: str) -> dict[str, Any] | None:
        """Keep what came over the WebSocket; returns it if it is a signal."""
        if (signal := self._parsed(text, "actionType")) is not None:
            self.signals.append(signal)
        return signal

    def take_message(self, text: str) -> None:
        """Keep what came over the data channel."""
        if (message := self._parsed(text, "messageType")) and isinstance(message.get("data"), dict):
            self.messages.append(message)
            self.message_times.append(asyncio.get_running_loop().time())

    def take_frame(self, frame: object, time: float, look: Look) -> None:
        """Keep what is to be known of a sound or a picture."""
        if isinstance(frame, av.VideoFrame):
            assert frame.pts is not None
            seen = look(frame)
            self.pictures.append(Picture(time, frame.pts, (frame.width, frame.height), seen))
        elif isinstance(frame, av.AudioFrame):
            assert frame.pts is not None
            channels = frame.to_ndarray().reshape(-1, frame.layout.nb_channels).astype(np.int16)
            self.take_sound(time, frame.pts, channels[:, 0])

    def take_sound(self, time: float, pts: int, pcm: Samples) -> None:
        """Keep how loud it is."""
        self.sounds.append(Sound(time, pts, rms(pcm)))

    def signal_text(self, action: str, payload: Any) -> str:
        """A signalling message of this client."""
        return json.dumps({"actionType": action, "sessionId": self.session_id, "payload": payload})

    def _parsed(self, text: str, name: str) -> dict[str, Any] | None:
        try:
            message = json.loads(text)
        except ValueError:
            message = None
        if isinstance(message, dict) and isinstance(message.get(name), str):
            return message
        self.malformed.append(text)
        return None


class Talker(Records):
    """A client that can say something. Whoever inherits from it has to bring ``send_data``."""

    def send_data(self, message: str | bytes) -> None:
        """Send ``message`` over the data channel."""
        raise NotImplementedError

    def send(self, **fields: Any) -> None:
        """Send a message over the data channel."""
        self.send_data(json.dumps({"session_id": self.session_id, **fields}))

    def say(self, text: str) -> None:
        """Type ``text``."""
        self.send(message_type="speech", content=text, timestamp="2030-01-01T00:00:00.000")

    def interrupt(self) -> None:
        """Cut the persona off."""
        self.send(message_type="interrupt", timestamp="2030-01-01T00:00:00.000")

    async def signal(self, action: str, payload: Any) -> None:
        """Send one signalling message."""
        raise NotImplementedError


async def stream_talk(client: Talker, name: str, content: str, **fields: Any) -> None:
    """A chunk of the talk stream ``name``; ``fields`` are those of its payload that matter."""
    payload = {"content": content, "startOfSpeech": False, "endOfSpeech": False, "correlationId": name}
    await client.signal("talkstream", payload | fields)
