"""Above the faces: whom to look for, and at which broker."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from viewer.ui import look
from viewer.ui.gallery.brokers.profiles import Profile
from viewer.ui.gallery.words import label

_SIDE: Final = 32


class SearchField(QLineEdit):
    """Arrow down and Enter go to the faces, Escape shows all of them again."""

    left_for_faces = Signal()
    """The keyboard goes to the faces."""

    entered = Signal()
    """Whoever is found first is meant."""

    def event(self, event: QEvent) -> bool:
        # Else Escape would be the window's shortcut, before it is a key.
        is_own = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and bool(self.text())
        if is_own and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down:
                self.left_for_faces.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case _:
                super().keyPressEvent(event)


class Header(QWidget):
    """One line: a question, the search, and the broker."""

    profile_chosen = Signal(str)
    """The URL of the broker that the user chose."""

    add_requested = Signal()
    remove_requested = Signal()
    forget_requested = Signal()
    demo_requested = Signal()
    id_requested = Signal()
    """The user wants to call somebody by their ID."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(self)
        self.search.setPlaceholderText(self.tr("Search by name"))
        self.search.setAccessibleName(self.tr("Search by name"))
        self.search.setMinimumWidth(120)
        self.search.textChanged.connect(self._offer_clearing)
        self.broker_button = QPushButton(look.icon("chevron", "quiet"), "", self)
        self.broker_button.setLayoutDirection(self._with_icon_behind())
        self.by_id = QPushButton(self.tr("Call by ID"), self)
        self.by_id.setAccessibleName(self.by_id.text())
        self.menu = QMenu(self)
        self.menu.setAccessibleName(self.tr("Broker"))
        self.broker_button.clicked.connect(self._open_menu)
        self.by_id.clicked.connect(self.id_requested)
        self._lay_out()

    def _offer_clearing(self) -> None:
        """Not before there is something to clear: Qt looks for its picture in the system's themes."""
        if not self.search.isClearButtonEnabled():
            self.search.setClearButtonEnabled(True)
            self.search.updateGeometry()  # there is to be room for it
            for button in self.search.findChildren(QToolButton):
                button.setAccessibleName(self.tr("Clear the search"))

    def show_profiles(
        self, profiles: Sequence[Profile], current: Profile | None, has_recent: bool, has_demo: bool
    ) -> None:
        """List the brokers; ``current`` is the one whose personas are shown."""
        name = current.name if current else self.tr("No broker")
        self.broker_button.setText(name)
        self.broker_button.setAccessibleName(self.tr("Broker: {name}").format(name=name))
        self.menu.clear()
        group = QActionGroup(self.menu)
        for profile in profiles:
            action = QAction(_escaped(profile.name), self.menu, checkable=True)
            action.setChecked(profile == current)
            action.setToolTip(profile.url)
            action.triggered.connect(lambda _=False, url=profile.url: self.profile_chosen.emit(url))
            group.addAction(action)
            self.menu.addAction(action)
        if profiles:
            self.menu.addSeparator()
        self._offer(self.tr("Add a broker…"), self.add_requested)
        if has_demo:
            self._offer(self.tr("Talk to the demo"), self.demo_requested)
        if has_recent:
            self._offer(self.tr("Forget whom I called here"), self.forget_requested)
        if current in profiles:
            self._offer(self.tr("Remove this broker"), self.remove_requested)

    def show_search(self, shown: bool) -> None:
        """Searching makes sense where there are some."""
        self.search.setVisible(shown)
        if not shown:
            self.search.clear()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        """The controls stand below the question where both do not fit in a line."""
        question = self._question.fontMetrics().horizontalAdvance(self._question.text())
        needed = question + self._controls.sizeHint().width() + 2 * _SIDE + self._row.spacing()
        beside = needed <= self.width()
        self._row.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        self._row.setContentsMargins(_SIDE, *((24, _SIDE, 8) if beside else (12, _SIDE, 4)))

    def _offer(self, text: str, signal: SignalInstance) -> None:
        self.menu.addAction(text).triggered.connect(lambda _: signal.emit())

    def _open_menu(self) -> None:
        self.menu.adjustSize()
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = 0 if right_to_left else self.broker_button.width() - self.menu.sizeHint().width()
        self.menu.popup(self.broker_button.mapToGlobal(QPoint(left, self.broker_button.height() + 6)))

    def _with_icon_behind(self) -> Qt.LayoutDirection:
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return Qt.LayoutDirection.LeftToRight if right_to_left else Qt.LayoutDirection.RightToLeft

    def _lay_out(self) -> None:
        self.search.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._question = label(self.tr("Who would you like to talk to?"), "title")
        self._question.setWordWrap(True)
        self._controls = QHBoxLayout()
        self._controls.setSpacing(10)
        self._controls.addWidget(self.search, 1)
        self._controls.addWidget(self.by_id)
        self._controls.addWidget(self.broker_button)
        self._controls.addStretch()  # where nobody can be searched for
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setSpacing(10)
        self._row.addWidget(self._question, 1)
        self._row.addLayout(self._controls)


def _escaped(name: str) -> str:
    """An ampersand is no shortcut."""
    return name.replace("&", "&&")
