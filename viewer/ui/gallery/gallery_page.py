"""The faces of one broker: what is said above them, the faces, and below a field for those who have none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from viewer.ui.gallery.faces.card_grid import CardGrid
from viewer.ui.gallery.faces.cards import Card, CardModel
from viewer.ui.gallery.faces.stills import Stills
from viewer.ui.gallery.header import Header
from viewer.ui.gallery.words import label, line, paragraph


class GalleryPage(QWidget):
    """Shows cards, or says why there are none; tells whom the user calls."""

    called = Signal(str)
    """The ID of whom the user wants to talk to."""

    def __init__(self, stills: Stills, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = CardModel()
        self.header = Header(self)
        self.grid = CardGrid(self.cards, stills, self)
        self.persona = line(self.tr("The ID your avatar service gave it"), self.tr("Persona ID"))
        self.call_by_id = QPushButton(self.tr("Call"))
        self._nobody = paragraph("", "quiet")
        self._id_row = QFrame(self)
        self._why_nobody = ""
        self._by_id_wanted = False
        self._lay_out()
        self._connect_signals()
        self.show_cards([], "")

    def show_cards(self, cards: list[Card], why_nobody: str) -> None:
        """Show ``cards``; ``why_nobody`` is said where there are none."""
        current = self.cards.card(self.grid.currentIndex())
        self._why_nobody = why_nobody
        self.cards.set_cards(cards)
        self._arrange()
        if cards:
            self.grid.choose(current.persona if current else self.persona.text())

    def show_id_field(self) -> None:
        """Somebody is to be called by their ID."""
        self._by_id_wanted = True
        self._arrange()
        self.persona.setFocus()
        self.persona.selectAll()

    def focus(self) -> None:
        """Put the keyboard on the faces, or where somebody without one is called."""
        if self.cards.rowCount():
            self.grid.setFocus()
        elif not self.persona.text():
            self.persona.setFocus()
        else:
            self.call_by_id.setFocus()

    def _arrange(self) -> None:
        found, there = self.cards.rowCount() > 0, self.cards.count > 0
        self.grid.setVisible(found)
        self._nobody.setVisible(not found)
        sought = self.header.search.text().strip()
        nobody = self.tr("Nobody here is called “{name}”.").format(name=sought) if there else self._why_nobody
        self._nobody.setText(nobody)
        self.header.show_search(there)
        self.header.by_id.setVisible(there)
        self._id_row.setVisible(self._by_id_wanted or not there)

    def _search(self, text: str) -> None:
        self.cards.search(text)
        self._arrange()
        if not self.grid.currentIndex().isValid():
            self.grid.choose("")

    def _type(self, letter: str) -> None:
        self.header.search.setFocus()
        self.header.search.insert(letter)

    def _call_first_found(self) -> None:
        if self.header.search.text().strip() and (card := self.cards.card(self.grid.currentIndex())):
            self.called.emit(card.persona)

    def _toggle_id_field(self) -> None:
        if self._by_id_wanted:
            self._by_id_wanted = False
            self._arrange()
        else:
            self.show_id_field()

    def _call_by_id(self) -> None:
        self.called.emit(self.persona.text().strip())

    def _connect_signals(self) -> None:
        self.grid.called.connect(lambda card: self.called.emit(card.persona))
        self.grid.typed.connect(self._type)
        self.header.search.textChanged.connect(self._search)
        self.header.search.left_for_faces.connect(self.focus)
        self.header.search.entered.connect(self._call_first_found)
        self.header.id_requested.connect(self._toggle_id_field)
        self.persona.returnPressed.connect(self._call_by_id)
        self.call_by_id.clicked.connect(self._call_by_id)

    def _lay_out(self) -> None:
        self.call_by_id.setAccessibleName(self.call_by_id.text())
        self.call_by_id.setObjectName("primary")
        self.persona.setMaximumWidth(420)
        name = label(self.tr("Persona ID"), "fieldName")
        name.setBuddy(self.persona)
        row = QHBoxLayout(self._id_row)
        row.setContentsMargins(32, 8, 32, 20)
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(name)
        row.addWidget(self.persona, 2)
        row.addWidget(self.call_by_id)
        row.addStretch(1)
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nobody.setContentsMargins(32, 0, 32, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.grid, 1)
        column.addWidget(self._nobody, 1)
        column.addWidget(self._id_row)
