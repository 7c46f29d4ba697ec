"""Where the picture of a kiosk that waits comes from: the persona's loop, or what the operator chose.

The loop is asked for once a start and kept on disk, so that it is there without network, too.
"""

import hashlib
import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final, Protocol, TypeAlias

from PySide6.QtCore import QObject, QSize, QTimer, Signal

from viewer.media.picture import PictureSlot
from viewer.protocol.commands import Connect, FetchStill, ListPersonas
from viewer.protocol.events import Event, PersonasListed, StillFetched
from viewer.ui.gallery.faces.decoding import decode
from viewer.ui.kiosk.waiting.attract import Attract
from viewer.ui.worker import Worker

_log = logging.getLogger(__name__)

_FILMS: Final = frozenset({".mp4", ".m4v", ".mov", ".webm", ".mkv"})
_PICTURES: Final = frozenset({".png", ".jpg", ".jpeg", ".webp"})
_MAX_FILE_BYTES: Final = 64 << 20
_AGAIN_MS: Final = 60_000


class Player(Protocol):
    """What a film does, which is loaded behind the window."""

    failure: str
    """Why nothing comes any more."""

    def play(self) -> None:
        """Begin, or go on."""

    def pause(self) -> None:
        """Stay at this picture."""

    def stop(self) -> None:
        """End."""


MakePlayer: TypeAlias = Callable[[Path, PictureSlot, str | None], Player]


class Opening(QObject):
    """Feeds ``attract``. GUI thread; files are read and decoded beside it.

    Args:
        chosen: the operator's picture, film or folder of pictures; None: the persona's loop.
        folder: where loops are kept; None: nowhere.
        moves: play films. Without, what is kept as a picture stands in for them.
    """

    asked = Signal(object)
    """A command for the media thread."""

    def __init__(
        self,
        attract: Attract,
        request: Connect,
        chosen: Path | None,
        folder: Path | None,
        slide_seconds: float,
        *,
        moves: bool = True,
    ) -> None:
        super().__init__(attract)
        self._attract = attract
        self._request = request
        self._chosen = chosen
        self._kept = folder / f"{_name(request)}.mp4" if folder else None
        self._still = folder / f"{_name(request)}.still" if folder else None
        self._make: MakePlayer | None = None
        self._player: Player | None = None
        self._moves = moves
        self._seen = True
        self._resting = False
        self._idle_path = ""
        self._slides: list[Path] = []
        self._worker = Worker(self)
        attract.coming.connect(lambda: self._set_seen(True))
        attract.gone.connect(lambda: self._set_seen(False))
        self._next = QTimer(self, interval=round(slide_seconds * 1000))
        self._next.timeout.connect(self._show_next)
        self.again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        """Runs until the broker is asked again for a loop that could not be had."""
        self.again.timeout.connect(self._ask)

    def begin(self, make: MakePlayer) -> None:
        """From now on films can be played and the broker be asked."""
        self._make = make
        if self._chosen is None:
            if self._still and self._still.is_file():
                self._show(self._still)
            if self._kept and self._kept.is_file():
                self._play(self._kept, "mp4")
            self._ask()
        elif self._chosen.is_dir():
            self._slides = sorted(file for file in self._chosen.iterdir() if file.suffix.lower() in _PICTURES)
            self._show_next()
            self._next.start()
        elif self._chosen.suffix.lower() in _FILMS:
            self._play(self._chosen, None)
        else:
            self._show(self._chosen)

    def handle(self, event: Event) -> None:
        """What the broker said of the loop."""
        match event:
            case PersonasListed() if self._chosen is None:
                self._listed(event)
            case StillFetched(_, path, content) if self._chosen is None:
                self._fetched(path, content)

    @property
    def plays(self) -> bool:
        """Whether a film should move now."""
        return self._player is not None and self._wanted and not self._player.failure

    def rest(self, resting: bool) -> None:
        """Stay at this picture while nobody is let in, or go on."""
        if resting != self._resting:
            self._resting = resting
            self._play_or_pause()

    def end(self) -> None:
        """Play nothing more."""
        if self._player:
            self._player.stop()
            self._player = None

    @property
    def _wanted(self) -> bool:
        return self._seen and not self._resting

    def _set_seen(self, seen: bool) -> None:
        """Whether anybody sees it."""
        self._seen = seen
        self._play_or_pause()

    def _play_or_pause(self) -> None:
        if self._player and self._wanted:
            self._player.play()
        elif self._player:
            self._player.pause()

    def _ask(self) -> None:
        if not self._wanted:
            self.again.start()  # a session has the network
            return
        self.asked.emit(ListPersonas(self._request.broker, self._request.proxy))

    def _listed(self, listed: PersonasListed) -> None:
        person = next((person for person in listed.personas if person.id == self._request.persona), None)
        if listed.error:
            self.again.start()
        if person is None:
            return
        self._idle_path = person.idle
        still = person.landscape or person.portrait
        for path, is_film in ((person.idle, True), (still, False)):
            if path:
                self.asked.emit(FetchStill(self._request.broker, path, self._request.proxy, is_film=is_film))

    def _fetched(self, path: str, content: bytes | None) -> None:
        if content is None:
            self.again.start()
            return
        place = self._kept if path == self._idle_path else self._still
        if place is None:
            return
        self._worker.do(lambda: partial(self._arrive, path == self._idle_path, place, _keep(place, content)))

    def _arrive(self, is_loop: bool, place: Path, is_new: bool) -> None:
        if is_loop and place.is_file() and (is_new or self._player is None):
            self._play(place, "mp4")
        elif not is_loop and place.is_file() and not self._attract.has_picture:
            self._show(place)

    def _play(self, file: Path, kind: str | None) -> None:
        assert self._make
        if not self._moves:
            return
        if self._player:
            self._player.stop()
        self._player = self._make(file, self._attract.pictures, kind)
        self._play_or_pause()

    def _show_next(self) -> None:
        if self._slides and self._wanted:
            self._slides.append(self._slides.pop(0))
            self._show(self._slides[-1])

    def _show(self, file: Path) -> None:
        cover: QSize = self._attract.size() * self._attract.devicePixelRatioF()

        def arrive(image: object) -> None:
            if self._player and self._attract.has_picture:
                return  # a film's parts belong to its own pictures
            if isinstance(image, tuple):
                self._attract.show_picture(image[0])
            else:
                _log.warning("the picture %s cannot be shown", file.name)

        def work() -> Callable[[], None]:
            return partial(arrive, decode(file.read_bytes(), cover) if _is_small(file) else None)

        self._worker.do(work)


def _name(request: Connect) -> str:
    return hashlib.sha256(f"{request.broker}\n{request.persona}".encode()).hexdigest()[:32]


def _is_small(file: Path) -> bool:
    return file.is_file() and file.stat().st_size <= _MAX_FILE_BYTES


def _keep(place: Path, content: bytes) -> bool:
    """Write ``content`` there, whole or not at all; whether it was another before."""
    try:
        if _is_small(place) and place.read_bytes() == content:
            return False
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh = place.with_suffix(".new")
        fresh.write_bytes(content)
        fresh.replace(place)
    except OSError as error:
        _log.warning("the picture for a kiosk that waits cannot be kept: %s", error.strerror)
        return False
    return True
