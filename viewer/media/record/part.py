"""One file of a recording: what passes, put on its tracks."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from viewer.media.pcm import SAMPLE_RATE
from viewer.media.record.captions import Captions, Cue, Message
from viewer.media.record.encoded import (
    in_matroska,
    opus_head,
    opus_lost,
    opus_samples,
    private,
    size_of,
)
from viewer.media.record.film import Film
from viewer.media.record.matroska import Block, Pictures, Subtitles, Track, Voice

# What is lost of the persona's voice is marked as lost, so that decoders conceal it; longer is a pause.
_LONGEST_GAP: Final = 1.0


@dataclass(frozen=True, slots=True)
class Piece:
    """An encoded picture or packet of sound that is ``at`` that time of the recording, in seconds."""

    kind: Literal["picture", "sound", "voice"]
    at: float
    data: bytes
    codec: str = "opus"
    is_key: bool = True


@dataclass(frozen=True, slots=True)
class Said:
    """A message grew; ``offset`` makes times of the recording of those of its marks."""

    message: Message
    offset: float


@dataclass(frozen=True, slots=True)
class Speakers:
    """What the two are called, and whether the user's voice is sent at all."""

    persona: str
    user: str
    has_voice: bool


class Part:
    """Begins with a key frame, ``first``, at ``origin`` of the recording. Blocks.

    Raises:
        OSError: the file cannot be made.
        ValueError: ``first`` cannot be used.
    """

    def __init__(self, path: Path, first: Piece, origin: float, speakers: Speakers) -> None:
        self.codec = first.codec
        self.captions = Captions({"persona": speakers.persona, "user": speakers.user})
        self._origin = origin
        picture = Pictures(first.codec, *size_of(first.codec, first.data), private(first.codec, first.data))
        tracks: list[Track] = [picture, Voice(speakers.persona, 2, opus_head(2), default=True)]
        if speakers.has_voice:
            tracks.append(Voice(speakers.user, 1, opus_head(1), default=False))
        tracks.append(Subtitles())
        self._numbers = {"picture": 1, "sound": 2, "voice": 3 if speakers.has_voice else 0}
        self._subtitles = len(tracks)
        self._last = dict.fromkeys(self._numbers, -1)
        self._next_sound: float | None = None
        self.film = Film(path, tracks)

    def write(self, passed: list[Piece | Said]) -> None:
        """Write what passed.

        Raises:
            OSError: not all of it could be; what was written before stays.
        """
        blocks: list[Block] = []
        for one in passed:
            if isinstance(one, Said):
                self.captions.update(one.message, one.offset - self._origin)
            else:
                blocks += self._blocks(one)
        blocks += map(self._subtitle, self.captions.over(self.film.milliseconds / 1000))
        if blocks:
            self.film.add(blocks)

    def close(self) -> None:
        """Write what is still to be told.

        Raises:
            OSError: it could not be.
        """
        try:
            if cues := self.captions.all():
                self.film.add([self._subtitle(cue) for cue in cues])
        finally:
            self.film.close()

    def _blocks(self, piece: Piece) -> Iterator[Block]:
        if piece.kind == "sound":
            yield from self._lost(piece)
        if self._numbers[piece.kind]:
            data = in_matroska(piece.codec, piece.data) if piece.kind == "picture" else piece.data
            yield self._block(piece, piece.at, data)

    def _lost(self, piece: Piece) -> Iterator[Block]:
        gap = 0.0 if self._next_sound is None else piece.at - self._next_sound
        if piece.data and 0 < gap <= _LONGEST_GAP:
            packet, samples = opus_lost(piece.data)
            seconds = samples / SAMPLE_RATE
            count = round(gap / seconds)
            for number in range(count):
                yield self._block(piece, piece.at - (count - number) * seconds, packet)
        self._next_sound = piece.at + opus_samples(piece.data) / SAMPLE_RATE

    def _block(self, piece: Piece, at: float, data: bytes) -> Block:
        """Times of a track grow, whatever the clocks do."""
        milliseconds = max(round((at - self._origin) * 1000), self._last[piece.kind] + 1)
        self._last[piece.kind] = milliseconds
        return Block(self._numbers[piece.kind], milliseconds, data, piece.is_key)

    def _subtitle(self, cue: Cue) -> Block:
        began = round(cue.began * 1000)
        return Block(self._subtitles, began, cue.text.encode(), duration=round(cue.ended * 1000) - began)
