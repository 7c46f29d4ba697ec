"""The inspector: tabs in a panel over the picture, or in a window of their own."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QCloseEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from viewer.media.capture.processing import Processing
from viewer.media.picture import PictureSlot
from viewer.protocol.events import Event
from viewer.ui import look
from viewer.ui.gpu.view import DrawnBy
from viewer.ui.inspector.head import Head
from viewer.ui.inspector.memory import Memory
from viewer.ui.inspector.overview import Overview
from viewer.ui.inspector.tab import Tab
from viewer.ui.inspector.tab_bar import TabBar
from viewer.ui.settings_store import SettingsStore

_WIDTH: Final = 480
_MOST: Final = 0.8
_WINDOW: Final = (900, 640)
_MARGINS: Final = (14, 8, 10, 12)


class InspectorPanel(QFrame):
    """Lies over the picture until the user wants it as a window.

    Args:
        memory: what is known of the session already; it goes on learning, whether or not a tab is made.
        painted: asked for the pictures painted in this session so far.
        drawn_by: asked who draws the picture.
    """

    closed = Signal()
    """The user closed it; it is hidden already."""

    diagnostics_requested = Signal()

    command = Signal(object)
    """A :data:`~viewer.protocol.commands.Command`."""

    def __init__(
        self,
        parent: QWidget,
        memory: Memory,
        painted: Callable[[], int],
        drawn_by: Callable[[], DrawnBy] = DrawnBy,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAccessibleName(self.tr("Inspector"))
        self._memory = memory
        self._painted = painted
        self._making: list[Callable[[], Tab]] = []
        self._made: dict[int, Tab] = {}
        self._processing: Processing | None = None
        self._room = QRect()
        self.tabs = TabBar()
        self.tabs.setAccessibleName(self.tr("Inspector"))
        self.pages = QStackedWidget()
        self.pages.setAutoFillBackground(True)
        self.apart = self._button("window")
        self.apart.clicked.connect(lambda: self.set_apart(not self.is_apart))
        self.close_button = self._button("close")
        self.close_button.clicked.connect(self.close)
        self._head = Head(self.tabs, self.apart, self.close_button)
        self._fill_pages()
        self._lay_out()
        self.add_tab(self.tr("Overview"), "info", lambda: self._overview(drawn_by))
        self.add_tab(self.tr("Timeline"), "timeline", _timeline)
        self.add_tab(self.tr("Turns"), "clock", _turns)
        self.add_tab(self.tr("Graphs"), "graph", lambda: _graphs(memory))
        self.tabs.currentChanged.connect(self._show_page)
        self._say_what_buttons_do()
        self.hide()

    def add_tab(self, name: str, icon: str, make: Callable[[], Tab]) -> None:
        """One more tab, called ``name``; it is made when it is first shown."""
        self._making.append(make)
        self.pages.addWidget(QWidget())
        self.tabs.add(name, icon)

    def tab(self, index: int) -> Tab:
        """The tab at ``index``, which is made if nobody has looked at it yet."""
        if index not in self._made:
            self._made[index] = made = self._making[index]()
            place = self.pages.widget(index)
            self.pages.insertWidget(index, made)
            if place:
                self.pages.removeWidget(place)
                place.deleteLater()
            painted = self._painted()
            for event in self._memory:
                made.take(event, painted)
        return self._made[index]

    def add_picture_tab(self, pictures: PictureSlot) -> None:
        """The tab that looks closely at ``pictures`` on their way."""
        self.add_tab(self.tr("Picture"), "picture", lambda: _picture(pictures))

    def add_acting_tabs(self, store: SettingsStore) -> None:
        """The tabs that act on a session, through :attr:`command`: one that is only played has none."""
        self.add_tab(self.tr("Send"), "send", lambda: _send(self.command, store))
        self.add_tab(self.tr("Faults"), "alert", lambda: _faults(self.command))

    @property
    def overview(self) -> Overview:
        """The first tab."""
        first = self.tab(0)
        assert isinstance(first, Overview)
        return first

    def take(self, event: Event, painted: int) -> None:
        """Tell the tabs of ``event``. ``painted``: pictures painted in this session so far."""
        for made in self._made.values():
            made.take(event, painted)

    def show_processing(self, processing: Processing) -> None:
        """Say what is done to the microphone's sound."""
        self._processing = processing
        if 0 in self._made:
            self.overview.show_processing(processing)

    @property
    def is_apart(self) -> bool:
        """Whether it is a window of its own."""
        return self.isWindow()

    def set_apart(self, apart: bool) -> None:
        """Be a window of its own, or lie over the picture again."""
        if apart == self.is_apart:
            return
        shown = not self.isHidden()
        self.setWindowFlag(Qt.WindowType.Window, apart)  # which hides it
        self.setProperty("apart", apart)
        self.style().polish(self)
        if apart:
            self.setWindowTitle(self.tr("Inspector"))
            self.resize(*(look.scaled(length) for length in _WINDOW))
        else:
            self.fit(self._room)
        self.close_button.setVisible(not apart)
        self._say_what_buttons_do()
        self.setVisible(shown)
        self.raise_()

    def be_part(self) -> None:
        """Be a part of another window, which closes it: from then on it has no frame and no such buttons."""
        self.setProperty("apart", True)
        self.apart.hide()
        self.close_button.hide()
        self.show()

    def fit(self, room: QRect) -> None:
        """Lie at the end of ``room``, and over all of it where next to nothing would look out; a window
        stays where it is.
        """
        self._room = room
        if self.is_apart:
            return
        wanted = look.scaled(_WIDTH)
        width = wanted if wanted < _MOST * room.width() else room.width()
        left = room.left() if self.isRightToLeft() else room.right() + 1 - width
        self.setGeometry(left, room.top(), width, room.height())

    def showEvent(self, event: QShowEvent) -> None:
        """Make what is looked at, but first come up: both at once take longer than a picture lasts."""
        QTimer.singleShot(0, self, lambda: self._show_page(self.tabs.currentIndex()))
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the tabs by name where there is room for that."""
        super().resizeEvent(event)
        self._head.fit(self.width() - _MARGINS[0] - _MARGINS[2])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "pages"):
            self._fill_pages()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.hide()
        self.closed.emit()

    def _fill_pages(self) -> None:
        """See that nothing below shines through: else each picture of the avatar has all of them painted."""
        palette = self.pages.palette()
        palette.setColor(QPalette.ColorRole.Window, look.colour("surface"))
        self.pages.setPalette(palette)

    def _show_page(self, index: int) -> None:
        if index >= 0:
            self.pages.setCurrentWidget(self.tab(index))

    def _overview(self, drawn_by: Callable[[], DrawnBy]) -> Overview:
        made = Overview(drawn_by)
        made.diagnostics_requested.connect(self.diagnostics_requested)
        if self._processing:
            made.show_processing(self._processing)
        return made

    def _say_what_buttons_do(self) -> None:
        here, away = self.tr("Back over the picture"), self.tr("In a window of its own")
        self.apart.setAccessibleName(here if self.is_apart else away)
        self.apart.setToolTip(self.apart.accessibleName())
        self.close_button.setAccessibleName(self.tr("Close the inspector"))
        self.close_button.setToolTip(self.tr("Close (F12)"))

    def _button(self, image: str) -> QPushButton:
        button = QPushButton(look.icon(image, "quiet"), "")
        button.setObjectName("flat")
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*_MARGINS)
        column.setSpacing(look.Space.S)
        column.addLayout(self._head)
        column.addWidget(self.pages, 1)


def _timeline() -> Tab:
    from viewer.ui.inspector.timeline.tab import Timeline  # noqa: PLC0415 - when it is looked at

    return Timeline()


def _turns() -> Tab:
    from viewer.ui.inspector.turns.tab import TurnsTab  # noqa: PLC0415 - when it is looked at

    return TurnsTab()


def _graphs(memory: Memory) -> Tab:
    from viewer.ui.inspector.graphs.tab import GraphsTab  # noqa: PLC0415 - when it is looked at

    return GraphsTab(memory.series)


def _picture(pictures: PictureSlot) -> Tab:
    from viewer.ui.inspector.picture.tab import PictureTab  # noqa: PLC0415 - when it is looked at

    return PictureTab(pictures)


def _send(command: SignalInstance, store: SettingsStore) -> Tab:
    from viewer.ui.inspector.send.tab import SendTab  # noqa: PLC0415 - when it is looked at

    tab = SendTab(store)
    tab.command.connect(command)
    return tab


def _faults(command: SignalInstance) -> Tab:
    from viewer.ui.inspector.faults.tab import FaultsTab  # noqa: PLC0415 - when it is looked at

    tab = FaultsTab()
    tab.command.connect(command)
    return tab
