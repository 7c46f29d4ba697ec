"""The vendor's Python client in a window: wired as its published examples are, from its public API alone.

Pictures go from the session's iterator to ``cv2.imshow`` in a loop on the main thread; sound goes from the
iterator into a blocking ``sounddevice`` stream. Prints one JSON object a line: a milestone and when it was.
"""

import asyncio
import json
import os
import signal
import sys
import threading
import time
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import sounddevice
from anam import AnamClient, AnamEvent, AudioFrame, ClientOptions, Session, VideoFrame


class Window:
    """The newest picture, shown again and again by the main thread."""

    def __init__(self, size: str) -> None:
        self._size = [int(part) for part in size.split("x") if part]
        self._picture: npt.NDArray[Any] | None = None
        self._open = True

    @property
    def is_open(self) -> bool:
        return self._open

    def show(self, frame: VideoFrame) -> None:
        if self._picture is None:
            tell("first_frame")
        self._picture = frame.to_ndarray(format="bgr24")

    def run(self) -> None:
        cv2.namedWindow("persona", cv2.WINDOW_NORMAL)
        if self._size:
            cv2.resizeWindow("persona", *self._size)
        while self._open:
            if self._picture is not None:
                cv2.imshow("persona", self._picture)
            cv2.waitKey(1)
        cv2.destroyAllWindows()

    def close(self) -> None:
        self._open = False


class Loudspeaker:
    """A stereo stream in float samples, written to from the event loop."""

    def __init__(self) -> None:
        self._stream = sounddevice.OutputStream(
            samplerate=48_000, channels=2, dtype="float32", blocksize=1024, latency="low"
        )
        self._stream.start()
        self._open = True

    def play(self, frame: AudioFrame) -> None:
        if not self._open:
            return
        samples = frame.to_ndarray().reshape(-1, frame.layout.nb_channels)
        try:
            self._stream.write(samples.astype(np.float32) / 32768)
        except sounddevice.PortAudioError as error:
            print(error, file=sys.stderr)

    def close(self) -> None:
        self._open = False
        self._stream.stop()
        self._stream.close()


def tell(milestone: str) -> None:
    print(json.dumps({"milestone": milestone, "at": time.time()}), flush=True)


async def converse(client: AnamClient, window: Window, loudspeaker: Loudspeaker) -> None:
    async def see(session: Session) -> None:
        async for frame in session.video_frames():
            window.show(frame)

    async def hear(session: Session) -> None:
        async for frame in session.audio_frames():
            loudspeaker.play(frame)

    tell("connect")
    async with client.connect() as session, asyncio.TaskGroup() as tasks:
        streams = [tasks.create_task(see(session)), tasks.create_task(hear(session))]
        while window.is_open and session.is_active:  # noqa: ASYNC110 - as the examples wait
            await asyncio.sleep(0.1)
        for stream in streams:
            stream.cancel()


def main() -> None:
    """Run until SIGTERM."""
    client = AnamClient(
        api_key=os.environ["ANAM_API_KEY"],
        persona_id=os.environ["ANAM_PERSONA_ID"],
        options=ClientOptions(api_base_url=os.environ["ANAM_API_BASE_URL"]),
    )
    client.add_listener(AnamEvent.CONNECTION_ESTABLISHED, lambda: tell("ice"))
    window, loudspeaker = Window(os.environ.get("VENDOR_WINDOW", "")), Loudspeaker()
    signal.signal(signal.SIGTERM, lambda *_: window.close())
    session = threading.Thread(
        target=lambda: asyncio.run(converse(client, window, loudspeaker)), name="session", daemon=True
    )
    session.start()
    window.run()
    loudspeaker.close()
    session.join(2)


if __name__ == "__main__":
    main()
