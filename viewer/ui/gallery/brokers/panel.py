"""The first page of all, and where a broker is added: the demo, or a URL that is checked as it is typed."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPixmap, QTransform
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from viewer.errors import UsageError
from viewer.protocol.events import PersonasListed
from viewer.resources import asset
from viewer.ui import look
from viewer.ui.gallery.brokers.check import BrokerCheck, Finding, usable_url
from viewer.ui.gallery.brokers.profiles import Profile, host_of
from viewer.ui.gallery.words import label, line, paragraph
from viewer.ui.view_state import Failure
from viewer.ui.widgets.clear_viewport import use_clear_viewport

DEMO_STILL: Final = "persona/joe/still.webp"

_WIDTH: Final = 500
_LEAST_WIDTH: Final = 420
_GROWS: Final = 1.3
_MOST_OF_IT: Final = 1000
_FACE_HEIGHT: Final = 210
_RADIUS: Final = 14


class BrokerPanel(QWidget):
    """A card in the middle of the window."""

    demo_requested = Signal()
    """Talk to the demo."""

    added = Signal(object, object)
    """A :class:`Profile` to keep, and the :class:`PersonasListed` that is known of it already, or None."""

    problem = Signal(object)
    """A :class:`Failure`: what was typed cannot be used."""

    cancelled = Signal()
    """Back to the faces."""

    def __init__(self, proxy: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check = BrokerCheck(proxy, self)
        self.url = line(self.tr("https://broker.example.com"), self.tr("Broker URL"))
        self.name = line(self.tr("As you like to call it"), self.tr("Broker's name"))
        self.finding = paragraph("", "quiet")
        self.demo = QPushButton(self.tr("Talk to the demo"))
        self.add = QPushButton(self.tr("Use this broker"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.face = _Face()
        self._card = QFrame(self)
        self._demo_part = QWidget()
        self._name_part = QWidget()
        self._lay_out()
        self._connect_signals()
        self.check.type("")

    def offer_demo(self, is_there: bool) -> None:
        """Whether the demo can be talked to."""
        self._demo_part.setVisible(is_there)
        if is_there:
            self.face.fill(QPixmap(str(asset(DEMO_STILL))))

    def offer_cancel(self, is_there: bool) -> None:
        """Whether there is something to go back to: another broker, beside which this one wants a name."""
        self.cancel.setVisible(is_there)
        self._name_part.setVisible(is_there)

    def edit(self, url: str) -> None:
        """Correct ``url``."""
        self.url.setText(url)
        self.url.setFocus()

    def focus(self) -> None:
        """Put the keyboard where a new user goes on."""
        (self.url if self.url.text() or self._demo_part.isHidden() else self.demo).setFocus()

    def listed(self, event: PersonasListed) -> None:
        """A broker answered."""
        self.check.listed(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._grow()

    def _grow(self) -> None:
        """With the text, as far as the face and what is below it are seen at one time."""
        scale = min(look.appearance().text_scale, _GROWS)
        self._card.setMaximumWidth(round(_WIDTH * scale))
        self.face.setFixedHeight(round(_FACE_HEIGHT * scale))

    def _add(self) -> None:
        typed = self.url.text()
        try:
            url = usable_url(typed)
        except UsageError as error:
            self.problem.emit(Failure(error.message, self.tr("Correct the broker's URL."), "broker"))
            return
        if not url:
            message = self.tr("The broker's URL is missing.")
            self.problem.emit(Failure(message, self.tr("Type it in, then go on."), "broker"))
            return
        answer = self.check.answer
        profile = Profile(self.name.text().strip() or host_of(url), url)
        for field in (self.url, self.name):
            field.clear()
        self.added.emit(profile, answer if answer and answer.broker == url else None)

    def _show_finding(self, finding: Finding) -> None:
        self.finding.setProperty("mood", finding.mood)
        self.finding.setText(finding.words)

    def _connect_signals(self) -> None:
        self.demo.clicked.connect(self.demo_requested)
        self.cancel.clicked.connect(self.cancelled)
        self.add.clicked.connect(self._add)
        self.url.returnPressed.connect(self._add)
        self.name.returnPressed.connect(self._add)
        self.url.textChanged.connect(self.check.type)
        self.check.found.connect(self._show_finding)

    def _lay_out(self) -> None:
        self.demo.setObjectName("primary")
        for button in (self.demo, self.add, self.cancel):
            button.setAccessibleName(button.text())
        self._card.setObjectName("card")
        self._card.setMinimumWidth(_LEAST_WIDTH)
        self._grow()
        _in_the_middle(self, self._card)  # first: what is in it already would be styled anew
        column = QVBoxLayout(self._card)
        column.setContentsMargins(28, 28, 28, 28)
        column.setSpacing(8)
        question = QCoreApplication.translate("Header", "Who would you like to talk to?")
        title = paragraph(question, "title")
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(title)
        column.addSpacing(14)
        column.addWidget(self._demo_part)
        demo = QVBoxLayout(self._demo_part)
        demo.setContentsMargins(0, 0, 0, 14)
        demo.setSpacing(10)
        demo.addWidget(self.face)
        demo.addWidget(self.demo)
        demo.addWidget(
            paragraph(self.tr("Joe lives on this computer: no account, no network."), "quiet"),
        )
        _add_field(column, self.tr("Your broker's URL"), self.url)
        column.addWidget(self.finding)
        column.addWidget(self._name_part)
        named = QVBoxLayout(self._name_part)
        named.setContentsMargins(0, 8, 0, 0)
        named.setSpacing(8)
        _add_field(named, self.tr("Name"), self.name)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.add, 1)
        column.addSpacing(6)
        column.addLayout(buttons)


def _add_field(column: QVBoxLayout, text: str, field: QLineEdit) -> None:
    name = label(text, "fieldName")
    name.setBuddy(field)
    column.addWidget(name)
    column.addWidget(field)


class _Face(QWidget):
    """A wide picture with round corners."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self.setFixedHeight(_FACE_HEIGHT)

    def fill(self, picture: QPixmap) -> None:
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _FACE_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture.isNull():
            return
        scale = max(self.width() / self._picture.width(), self.height() / self._picture.height())
        brush = QBrush(self._picture)
        top = (self.height() - self._picture.height() * scale) * 0.18
        brush.setTransform(QTransform().translate(0, top).scale(scale, scale))
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush)
        painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        painter.end()


def _in_the_middle(page: QWidget, card: QWidget) -> None:
    """Where the window is too low for the card, it scrolls.

    Stretches and not an alignment, which would forget that wrapped text needs height for its width.
    """
    scroll = QScrollArea(page)
    inside = QWidget(scroll)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(card, _MOST_OF_IT)
    row.addStretch(1)
    column = QVBoxLayout(inside)
    column.addStretch()
    column.addLayout(row)
    column.addStretch()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    use_clear_viewport(scroll)
    inside.setAutoFillBackground(False)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(inside)
    inside.setAutoFillBackground(False)
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(scroll)
