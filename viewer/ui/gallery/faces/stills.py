"""The stills of a broker's personas: fetched when looked at, in the size of a card and of the window."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from functools import partial
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage, QPixmap

from viewer.protocol.commands import FetchStill
from viewer.protocol.events import StillFetched
from viewer.ui.gallery.faces.decoding import decode
from viewer.ui.widgets.still import Still
from viewer.ui.worker import Worker

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
Decoded = tuple[QImage, QSize] | None

MAX_FILES_BYTES: Final = 24 << 20
MAX_THUMBNAILS: Final = 96
MAX_WINDOWFULS: Final = 4
# What stays while a session has the window.
_RESTING_BYTES: Final = 4 << 20
_RESTING_THUMBNAILS: Final = 24


class _Newest(Generic[Key, Value]):
    """So much of what was used last."""

    def __init__(self, most: int, weight: Callable[[Value], int] = lambda _: 1) -> None:
        self._kept: OrderedDict[Key, Value] = OrderedDict()
        self._most = most
        self._weight = weight

    def get(self, key: Key) -> Value | None:
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def put(self, key: Key, value: Value) -> None:
        self._kept[key] = value
        self._kept.move_to_end(key)
        self.keep(self._most)

    def keep(self, most: int) -> None:
        weight = sum(map(self._weight, self._kept.values()))
        while weight > most and self._kept:
            weight -= self._weight(self._kept.popitem(last=False)[1])

    def clear(self) -> None:
        self._kept.clear()

    def __contains__(self, key: Key) -> bool:
        return key in self._kept


class Stills(QObject):
    """What is there of the stills, by their paths at the broker. GUI thread; it waits for nothing."""

    asked = Signal(object)
    """A :class:`FetchStill` for the media thread."""

    thumbnail_ready = Signal(str)
    """The path of a still that a card can show now."""

    windowful_ready = Signal(object)
    """A :class:`Still` in the size of the window."""

    def __init__(self, proxy: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.proxy = proxy
        self._broker = ""
        self._card = QSize(1, 1)
        self._window = QSize(1, 1)
        self._worker = Worker(self)
        self._files: _Newest[str, bytes] = _Newest(MAX_FILES_BYTES, len)
        self._thumbnails: _Newest[str, tuple[QPixmap, QSize]] = _Newest(MAX_THUMBNAILS)
        self._windowfuls: _Newest[str, Still] = _Newest(MAX_WINDOWFULS)
        self._fetching: set[str] = set()
        self._decoding: set[tuple[str, str]] = set()
        self._useless: set[str] = set()
        self._awaited: dict[str, str] = {}

    def begin(self, broker: str) -> None:
        """From now on those of the personas at ``broker``."""
        if broker == self._broker:
            self._useless.clear()
            return
        self._broker = broker
        self._worker.drop()
        for kept in (self._files, self._thumbnails, self._windowfuls):
            kept.clear()
        for noted in (self._fetching, self._decoding, self._useless, self._awaited):
            noted.clear()

    def set_sizes(self, card: QSize, window: QSize) -> None:
        """What is covered by a card's picture and by the window, in pixels of the screen."""
        if card != self._card:
            self._card = card
            self._thumbnails.clear()
        self._window = window

    def thumbnail(self, path: str) -> QPixmap | None:
        """The still at ``path`` for a card, uncut, if it is there."""
        found = self._thumbnails.get(path)
        return found[0] if found else None

    def still(self, persona: str, path: str) -> Still | None:
        """The best there is at once of ``persona``, whose still is at ``path``."""
        if windowful := self._windowfuls.get(path):
            return windowful
        small = self._thumbnails.get(path)
        return Still(persona, small[0].toImage(), small[1]) if small else None

    def want_thumbnails(self, paths: Iterable[str]) -> None:
        """See that these come; of what is asked for, the last comes first."""
        for path in paths:
            if path not in self._thumbnails:
                self._want(path)

    def want_windowful(self, persona: str, path: str) -> None:
        """See that the still of ``persona`` is there when it is called."""
        if path and path not in self._windowfuls:
            self._awaited[path] = persona
            self._want(path)

    def fetched(self, event: StillFetched) -> None:
        """A still has come, or does not."""
        if event.broker != self._broker:
            return
        self._fetching.discard(event.path)
        if event.content is None:
            self._useless.add(event.path)
            self._awaited.pop(event.path, None)
            return
        self._files.put(event.path, event.content)
        self._decode_thumbnail(event.path, event.content)
        self._decode_windowful(event.path, event.content)

    def rest(self) -> None:
        """Nobody looks: free what can be had again."""
        self._worker.drop()
        self._decoding.clear()
        self._awaited.clear()
        # What the media thread dropped for a session is worth another question afterwards.
        self._useless.clear()
        self._windowfuls.clear()
        self._files.keep(_RESTING_BYTES)
        self._thumbnails.keep(_RESTING_THUMBNAILS)

    def _want(self, path: str) -> None:
        if not path or path in self._useless or path in self._fetching:
            return
        content = self._files.get(path)
        if content is None:
            self._fetching.add(path)
            self.asked.emit(FetchStill(self._broker, path, self.proxy))
            return
        self._decode_thumbnail(path, content)
        self._decode_windowful(path, content)

    def _decode_thumbnail(self, path: str, content: bytes) -> None:
        if path not in self._thumbnails:
            self._decode(("thumbnail", path), content, self._card, self._keep_thumbnail)

    def _decode_windowful(self, path: str, content: bytes) -> None:
        if path in self._awaited and path not in self._windowfuls:
            self._decode(("windowful", path), content, self._window, self._keep_windowful)

    def _decode(
        self,
        what: tuple[str, str],
        content: bytes,
        cover: QSize,
        keep: Callable[[str, QImage, QSize], None],
    ) -> None:
        if what in self._decoding:
            return
        self._decoding.add(what)
        broker, path = self._broker, what[1]

        def arrive(decoded: Decoded) -> None:
            if broker != self._broker:
                return
            self._decoding.discard(what)
            if decoded is None:
                self._useless.add(path)
            else:
                keep(path, *decoded)

        self._worker.do(lambda: partial(arrive, decode(content, cover)))

    def _keep_thumbnail(self, path: str, image: QImage, natural_size: QSize) -> None:
        self._thumbnails.put(path, (QPixmap.fromImage(image), natural_size))
        self.thumbnail_ready.emit(path)

    def _keep_windowful(self, path: str, image: QImage, natural_size: QSize) -> None:
        persona = self._awaited.pop(path, None)
        if persona is None:
            return
        still = Still(persona, image, natural_size)
        self._windowfuls.put(path, still)
        self.windowful_ready.emit(still)
