"""What the tab of the picture is made of, and where it lies."""

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from viewer.ui import look
from viewer.ui.inspector.fields import scrolling, wrapped
from viewer.ui.inspector.picture.charts import Histogram, Marks, Waveform
from viewer.ui.inspector.picture.close_view import CloseView
from viewer.ui.widgets.flat_button import flat, flat_button

translate = QCoreApplication.translate


class Parts:
    """Fills ``tab``. Both views always show the same part of their pictures."""

    def __init__(self, tab: QWidget) -> None:
        self.facts = _selectable()
        self.view = CloseView(translate("PictureTab", "Picture"))
        self.beside = CloseView(translate("PictureTab", "Reference"))
        self.beside.hide()
        tip = translate(
            "PictureTab",
            "In the picture plus, minus and 0 zoom, the arrow keys point (with Shift ten pixels), P pauses, "
            "and the full stop takes one more picture.",
        )
        self.view.setToolTip(tip)
        self.pause = flat_button("pause", translate("PictureTab", "Pause"), "quiet")
        self.pause.setCheckable(True)
        self.step = flat_button("forward", translate("PictureTab", "The next picture that comes"), "quiet")
        self.save = flat_button("export", translate("PictureTab", "Save the picture"), "quiet")
        self.compare = flat_button("contrast", translate("PictureTab", "Compare with a file"), "quiet")
        self.compare.setCheckable(True)
        self.nearer = flat(QPushButton("+"), translate("PictureTab", "Zoom in"))
        self.farther = flat(QPushButton("−"), translate("PictureTab", "Zoom out"))
        self.zoom = QLabel()
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.probe = _selectable()
        self.words = wrapped()
        self.words.hide()
        self.histogram = Histogram(translate("PictureTab", "Histogram: red, green, blue and luma"))
        self.waveform = Waveform(translate("PictureTab", "Waveform: luma by column"))
        self.marks = Marks(translate("PictureTab", "Freezes, black and torn pictures of the last minute"))
        self.counted = wrapped()
        self._connect()
        self._lay_out(tab)
        self._say_zoom()

    def show_compared(self, compared: bool) -> None:
        """Whether there is a picture beside the picture."""
        self.beside.setVisible(compared)
        self.compare.setChecked(compared)
        self.beside.look_at(self.view.zoom, self.view.centre)

    def _connect(self) -> None:
        self.nearer.clicked.connect(lambda: self.view.zoom_by(1))
        self.farther.clicked.connect(lambda: self.view.zoom_by(-1))
        self.view.moved.connect(lambda: self.beside.look_at(self.view.zoom, self.view.centre))
        self.beside.moved.connect(lambda: self.view.look_at(self.beside.zoom, self.beside.centre))
        for view in (self.view, self.beside):
            view.moved.connect(self._say_zoom)
        self.beside.pointed.connect(lambda by_keyboard: self.view.point_at(self.beside.pixel or QPoint()))
        self.view.pointed.connect(lambda by_keyboard: self.beside.point_at(self.view.pixel or QPoint()))

    def _say_zoom(self) -> None:
        fitted = translate("PictureTab", "whole")
        self.zoom.setText(f"×{self.view.zoom}" if self.view.zoom else fitted)

    def _lay_out(self, tab: QWidget) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(look.Space.XS)
        for part in (self.pause, self.step, self.farther, self.zoom, self.nearer):
            bar.addWidget(part)
        bar.addStretch(1)
        bar.addWidget(self.compare)
        bar.addWidget(self.save)
        views = QHBoxLayout()
        views.setSpacing(look.Space.XS)
        views.addWidget(self.view, 1)
        views.addWidget(self.beside, 1)
        charts = QHBoxLayout()
        charts.setSpacing(look.Space.S)
        charts.addWidget(self.histogram, 1)
        charts.addWidget(self.waveform, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, look.Space.S, 0)
        column.setSpacing(look.Space.S)
        column.addWidget(self.facts)
        column.addLayout(views, 1)
        column.addLayout(bar)
        for label in (self.probe, self.words):
            column.addWidget(label)
        column.addLayout(charts)
        column.addWidget(self.marks)
        column.addWidget(self.counted)
        outer = QVBoxLayout(tab)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside, translate("PictureTab", "Picture")))


def _selectable() -> QLabel:
    label = wrapped()
    label.setObjectName("")
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
