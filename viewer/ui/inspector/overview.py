"""The inspector's first tab: what is wrong, figures of the media, and states."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import asdict
from typing import Final

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from viewer.media.capture.processing import Processing
from viewer.protocol.events import Event, Found, Phase, PhaseChanged, SessionStarted, Statistics
from viewer.protocol.text import plain
from viewer.ui import look
from viewer.ui.gpu.view import DrawnBy, words
from viewer.ui.inspector.tab import Tab
from viewer.ui.language.told import told

_MAX_FOUND: Final = 3
_UNKNOWN: Final = "–"


class Overview(Tab):
    """It listens while hidden, so that it can tell what came before.

    ``drawn_by``, asked whenever there are figures, says who draws the picture.
    """

    diagnostics_requested = Signal()

    def __init__(self, drawn_by: Callable[[], DrawnBy] = DrawnBy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values: dict[str, QLabel] = {}
        """The figures by name, e.g. ``received``."""
        self.findings = QLabel()
        """What is wrong, the newest last."""
        self.findings.setObjectName("findings")
        self.findings.setTextFormat(Qt.TextFormat.PlainText)
        self.findings.setWordWrap(True)
        self.findings.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.findings.hide()
        self._found: deque[Found] = deque(maxlen=_MAX_FOUND)
        self.diagnostics = QPushButton(look.icon("copy"), self.tr("Diagnostics"))
        self.diagnostics.setObjectName("small")
        self.diagnostics.setAccessibleName(self.tr("Copy diagnostics"))
        self.diagnostics.setToolTip(self.tr("Copy versions, settings, figures and the log, without secrets"))
        self.diagnostics.clicked.connect(self.diagnostics_requested)
        self._drawn_by = drawn_by
        self._painted_before = 0
        self._measured_at = time.monotonic()
        self._processing = _UNKNOWN
        self._lay_out()

    def take(self, event: Event, painted: int) -> None:
        """Take ``event`` in. ``painted``: pictures painted in this session so far."""
        match event:
            case PhaseChanged(Phase.ASKING_BROKER):
                self._forget()
            case Found():
                self._found.append(event)
                self._show_found()
            case SessionStarted(session_id):
                self._show(session=plain(session_id, 80))
            case Statistics():
                self._show_statistics(event, painted)

    def show_processing(self, processing: Processing) -> None:
        """Say what is done to the microphone's sound."""
        done = [self._called(name) for name, on in asdict(processing).items() if on]
        self._processing = ", ".join(done) or self.tr("as it is")
        self._show(microphone=self._processing)

    def _rows(self) -> tuple[tuple[str, str], ...]:
        """The figures' names, here and for people."""
        return (
            ("session", self.tr("Session")),
            ("picture", self.tr("Picture")),
            ("rate", self.tr("Bitrate")),
            ("received", self.tr("Received")),
            ("painted", self.tr("Painted")),
            ("drawn", self.tr("Drawn by")),
            ("gap", self.tr("Longest gap")),
            ("lost", self.tr("Packets lost")),
            ("round_trip", self.tr("Round trip")),
            ("microphone", self.tr("Microphone")),
            ("signalling", self.tr("Signalling")),
            ("ice", self.tr("ICE")),
            ("peer", self.tr("Peer")),
        )

    def _forget(self) -> None:
        """A new session begins."""
        self._found.clear()
        self._show_found()
        self._painted_before, self._measured_at = 0, time.monotonic()
        self._show(**dict.fromkeys(self.values, _UNKNOWN) | {"microphone": self._processing})

    def _show_found(self) -> None:
        said = "\n".join(f"{found.rule}: {told(found.what)} {told(found.why)}" for found in self._found)
        self.findings.setText(said)
        self.findings.setAccessibleName(self.tr("What is wrong: {findings}").format(findings=said))
        self.findings.setVisible(bool(said))

    def _show_statistics(self, statistics: Statistics, painted: int) -> None:
        now = time.monotonic()
        painted_fps = (painted - self._painted_before) / max(now - self._measured_at, 1e-3)
        self._painted_before, self._measured_at = painted, now
        number = QLocale().toString
        trip, codec = statistics.round_trip, statistics.video_codec or _UNKNOWN
        self._show(
            picture=f"{statistics.width}×{statistics.height}  {codec}",
            rate=self.tr("{number} kbit/s").format(number=number(round(statistics.bitrate_kbps))),
            received=self._rate(statistics.fps_received, statistics.frames_received),
            painted=self._rate(max(painted_fps, 0), painted),
            drawn=words(self._drawn_by()),
            gap=self._milliseconds(statistics.longest_gap_ms, 0),
            lost=self.tr("{packets}  ({nacks} NACK, {plis} PLI)").format(
                packets=number(statistics.packets_lost),
                nacks=number(statistics.nack_count),
                plis=number(statistics.pli_count),
            ),
            round_trip=_UNKNOWN if trip is None else self._milliseconds(trip * 1000, 1),
            signalling=statistics.signalling_state,
            ice=statistics.ice_state,
            peer=statistics.peer_state,
        )

    def _rate(self, per_second: float, frames: int) -> str:
        counted = self.tr("%Ln frame(s)", "", frames)
        fps = QLocale().toString(float(per_second), "f", 1)
        return self.tr("{rate} fps  ({frames})").format(rate=fps, frames=counted)

    def _milliseconds(self, milliseconds: float, decimals: int) -> str:
        number = QLocale().toString(float(milliseconds), "f", decimals)
        return self.tr("{number} ms").format(number=number)

    def _called(self, processing: str) -> str:
        match processing:
            case "echo_cancellation":
                return self.tr("echo cancellation")
            case "noise_suppression":
                return self.tr("noise suppression")
            case "automatic_gain":
                return self.tr("automatic gain")
        return self.tr("half duplex")

    def _show(self, **values: str) -> None:
        for name, text in values.items():
            value = self.values[name]
            value.setText(text)
            value.setAccessibleName(f"{value.accessibleDescription()}: {text}")

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 6, 0)
        foot.setSpacing(look.Space.S)
        foot.addStretch()
        foot.addWidget(self.diagnostics)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 4, 0)
        rows.setSpacing(look.Space.M)
        rows.addWidget(self.findings)
        rows.addLayout(self._figures())
        rows.addStretch(1)
        # With large letters, or in a small window, there is more than fits.
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Figures"))
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.Space.S)
        column.addWidget(area, 1)
        column.addLayout(foot)

    def _figures(self) -> QGridLayout:
        figures = QGridLayout()
        figures.setVerticalSpacing(3)
        figures.setHorizontalSpacing(14)
        figures.setColumnStretch(1, 1)
        for row, (name, label) in enumerate(self._rows()):
            caption = QLabel(label)
            caption.setObjectName("quiet")
            value = QLabel(_UNKNOWN)
            value.setTextFormat(Qt.TextFormat.PlainText)
            value.setWordWrap(True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setAccessibleDescription(label)
            self.values[name] = value
            figures.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            figures.addWidget(value, row, 1)
        return figures
