"""The tab of the picture: the newest one closely, in figures, and beside a reference.

While it is hidden, nobody looks at pictures on their way. While it is shown, four a second at most are made
into colours and figures, on a thread; the one that is seen, the newest, and the one being worked on are all
that is kept.
"""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, datetime
from math import isinf
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale, QTimer
from PySide6.QtGui import QHideEvent, QImage, QShowEvent
from PySide6.QtWidgets import QWidget

from viewer.media.picture import PictureSlot, Planes
from viewer.protocol.events import Event, Phase, PhaseChanged, SessionStarted, Statistics
from viewer.threads import UnattendedThreads
from viewer.ui.announcements import announce
from viewer.ui.files import AskWhere, AskWhich, Location, Saving, ask_where_to_save, ask_which_to_open
from viewer.ui.gpu.view import image_of
from viewer.ui.inspector.picture import snapshot
from viewer.ui.inspector.picture.figures import Examined, Likeness, examine
from viewer.ui.inspector.picture.layout import Parts
from viewer.ui.inspector.picture.reference import Reference, load
from viewer.ui.inspector.picture.watch import Watch
from viewer.ui.inspector.tab import Tab

LOOK_MS: Final = 250
# Beside a reference there is more to do for each picture.
COMPARE_MS: Final = 500
_THREADS: Final = UnattendedThreads()
translate = QCoreApplication.translate


def ask_where(parent: QWidget, name: str, chosen: Callable[[Path], None]) -> None:
    """Where to save, in the system's file dialog, or Qt's. Does not wait for the answer."""
    title = translate("PictureTab", "Save the picture")
    ask_where_to_save(parent, title, (Location.PicturesLocation, name), "PNG (*.png)", chosen)


def ask_which(parent: QWidget, chosen: Callable[[Path], None]) -> None:
    """Which file to open, in the same way."""
    kinds = translate("PictureTab", "Pictures") + " (*.png *.jpg *.jpeg *.webp *.bmp)"
    title = translate("PictureTab", "Compare with a file")
    ask_which_to_open(parent, title, Location.PicturesLocation, kinds, chosen)


class Worked(NamedTuple):
    """A picture that was worked on, what it was compared with, and that in its size."""

    examined: Examined
    reference: Reference | None
    beside: QImage


class PictureTab(Tab):
    """Looks at ``pictures`` on their way while it is shown."""

    def __init__(self, pictures: PictureSlot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self.watch = Watch()
        self.ask_where: AskWhere = ask_where
        self.ask_which: AskWhich = ask_which
        self.seen: Worked | None = None
        """What is shown."""
        self._statistics: Statistics | None = None
        self._session = ""
        self._steps = False
        self._working: Future[Worked] | None = None
        self._loading: Future[Reference | None] | None = None
        self._loads = ""
        self._reference: Reference | None = None
        self._saving = Saving(self)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self.parts = Parts(self)
        self._connect()
        self._show_nothing()

    def take(self, event: Event, painted: int) -> None:
        """Follow the session; another one begins anew."""
        match event:
            case PhaseChanged(Phase.ASKING_BROKER):
                self._begin_anew()
            case SessionStarted(session_id):
                self._session = session_id
            case Statistics():
                self._statistics = event
                if self.isVisible():
                    self._say_facts()

    def showEvent(self, event: QShowEvent) -> None:
        """Look from now on."""
        super().showEvent(event)
        self.watch.resume()
        self._pictures.on_decoded = self.watch.see
        self._timer.start()
        self._say_facts()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more."""
        super().hideEvent(event)
        self._pictures.on_decoded = None
        self._timer.stop()

    def look(self) -> None:
        """Show what is ready, and have what is new worked on."""
        if self._loading and self._loading.done():
            self._loaded(self._loading.result())
        if self._working and self._working.done():
            work, self._working = self._working, None
            self._show(work.result())
        self._show_marks()
        newest, seen = self.watch.newest, self.seen
        if self._working or newest is None:
            return
        if newest is not (seen and seen.examined.planes) and (
            self._steps or not self.parts.pause.isChecked()
        ):
            self._steps = False
            self._work_on(newest)
        elif seen and seen.reference is not self._reference:
            self._work_on(seen.examined.planes)

    def step(self) -> None:
        """Stand still, with the next picture that comes."""
        self.parts.pause.setChecked(True)
        self._steps = True

    def save_snapshot(self) -> None:
        """Save what is shown, after asking where."""
        if self.seen is None:
            self._say(self.tr("There is no picture to save yet."))
            return
        examined, taken = self.seen.examined, datetime.now(UTC)
        codec = self._statistics.video_codec if self._statistics else None
        known = snapshot.facts(examined.planes, codec, self._session, taken)

        def write(path: Path) -> None:
            snapshot.save(image_of(examined.picture), known, path)

        self.ask_where(
            self, f"picture-{taken:%Y-%m-%d-%H%M%S}.png", lambda path: self._saving.begin(path, write)
        )

    def compare(self) -> None:
        """Ask for a reference and show it beside the picture; or take it away."""
        if self._reference:
            self._use(None)
        else:
            self.parts.compare.setChecked(False)  # until there is one
            self.ask_which(self, self._load)

    def _load(self, path: Path) -> None:
        self._loads = path.name
        self._loading = _THREADS.submit(load, path)

    def _loaded(self, reference: Reference | None) -> None:
        self._loading = None
        if reference is None:
            self._say(
                self.tr("{name} is no picture that can be read: choose a PNG, JPEG or WebP file.").format(
                    name=self._loads
                )
            )
        else:
            self._use(reference)

    def _use(self, reference: Reference | None) -> None:
        self._reference = reference
        self._say("")
        self._timer.setInterval(COMPARE_MS if reference else LOOK_MS)
        self.parts.beside.show_image(QImage())
        self.parts.show_compared(reference is not None)

    def _work_on(self, planes: Planes) -> None:
        reference = self._reference

        def work() -> Worked:
            if reference is None:
                return Worked(examine(planes), None, QImage())
            size = planes.width, planes.height
            return Worked(examine(planes, reference.colours(*size)), reference, reference.image(*size))

        self._working = _THREADS.submit(work)

    def _show(self, worked: Worked) -> None:
        self.seen = worked
        parts, examined = self.parts, worked.examined
        parts.view.show_image(image_of(examined.picture))
        parts.histogram.show_examined(examined)
        parts.waveform.show_examined(examined)
        if examined.likeness and worked.reference and worked.reference is self._reference:
            parts.beside.show_image(worked.beside)
            self._say_likeness(worked.reference, examined, examined.likeness)
        self._say_facts()
        self._say_pixel(False)

    def _show_nothing(self) -> None:
        self.seen = None
        self.parts.view.show_image(QImage(), self.tr("There is no picture yet."))
        self.parts.histogram.show_examined(None)
        self.parts.waveform.show_examined(None)
        self._say_facts()
        self._say_pixel(False)
        self._show_marks()

    def _begin_anew(self) -> None:
        self.watch = Watch()
        if self.isVisible():
            self._pictures.on_decoded = self.watch.see
        self._statistics, self._session, self._working = None, "", None
        self._show_nothing()

    def _show_marks(self) -> None:
        watch = self.watch
        self.parts.marks.show_marks(watch.marks, watch.clock())
        said = self.tr("Freezes: {freezes}, {seconds} s in all. Black pictures: {black}. Torn: {torn}.")
        words = said.format(
            freezes=QLocale().toString(watch.freezes),
            seconds=QLocale().toString(watch.frozen, "f", 1),
            black=QLocale().toString(watch.black),
            torn=QLocale().toString(watch.torn),
        )
        if words != self.parts.counted.text():
            self.parts.counted.setText(words)
            self.parts.marks.setAccessibleDescription(words)

    def _say_facts(self) -> None:
        said: list[str] = []
        if self.seen:
            planes = self.seen.examined.planes
            said += [f"{planes.width}×{planes.height}", snapshot.colours_of(planes)]
        if statistics := self._statistics:
            fps = QLocale().toString(float(statistics.fps_received), "f", 1)
            said[1:1] = [statistics.video_codec or "", self.tr("{number} fps").format(number=fps)]
        self.parts.facts.setText("  ".join(filter(None, said)) or "–")

    def _say_pixel(self, by_keyboard: bool) -> None:
        place = self.parts.view.pixel
        if self.seen is None or place is None:
            self.parts.probe.setText(self.tr("Point at a pixel, with the mouse or the arrow keys."))
            return
        pixel = self.seen.examined.pixel(place.x(), place.y())
        words = (
            f"({pixel.x}, {pixel.y})  R {pixel.red} G {pixel.green} B {pixel.blue}  "
            f"Y {pixel.luma} U {pixel.u} V {pixel.v}"
        )
        self.parts.probe.setText(f"\u200e{words}")
        self.parts.view.setAccessibleDescription(words)
        if by_keyboard:
            announce(self.parts.view, words)

    def _say_likeness(self, reference: Reference, examined: Examined, likeness: Likeness) -> None:
        number = QLocale().toString
        psnr = "∞" if isinf(likeness.psnr) else number(likeness.psnr, "f", 2)
        words = self.tr("{name}: PSNR {psnr} dB, SSIM {ssim}.").format(
            name=reference.name, psnr=psnr, ssim=number(likeness.ssim, "f", 4)
        )
        width, height = examined.planes.width, examined.planes.height
        size = reference.natural_size
        if (size.width(), size.height()) != (width, height):
            scaled = self.tr("It was scaled from {width}×{height}.")
            words += " " + scaled.format(width=size.width(), height=size.height())
        self.parts.words.setText(words)
        self.parts.words.show()

    def _say(self, words: str) -> None:
        self.parts.words.setText(words)
        self.parts.words.setVisible(bool(words))
        if words:
            announce(self, words)

    def _connect(self) -> None:
        parts = self.parts
        parts.step.clicked.connect(self.step)
        parts.save.clicked.connect(self.save_snapshot)
        parts.compare.clicked.connect(self.compare)
        self._saving.failed.connect(self._say)
        self._saving.saved.connect(lambda name: self._say(self.tr("Saved as {name}.").format(name=name)))
        for view in (parts.view, parts.beside):
            view.pause_wanted.connect(parts.pause.toggle)
            view.step_wanted.connect(self.step)
        parts.view.pointed.connect(self._say_pixel)
