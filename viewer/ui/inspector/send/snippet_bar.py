"""The line of snippets: those that there are, and the form that is to become one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from viewer.ui import look
from viewer.ui.inspector.fields import Choices, SwitchLine, column_of, named
from viewer.ui.inspector.send.snippets import MAX_NAME
from viewer.ui.widgets.flat_button import flat_button


class SnippetBar(QWidget):
    """Shows names; whoever has the snippets sees to the rest."""

    picked = Signal(str)
    kept = Signal(str)
    """The form as it is now is to be kept by that name."""
    removed = Signal(str)
    written_down = Signal(bool)
    """The user wants snippets on the computer, or no longer."""

    def __init__(self) -> None:
        super().__init__()
        self.names = Choices(self.tr("Snippets"))
        self.names.setPlaceholderText(self.tr("Snippets"))
        self.names.activated.connect(lambda _: self.picked.emit(self.names.chosen))
        self.remove = flat_button("trash", self.tr("Remove the snippet"))
        self.remove.clicked.connect(lambda: self.removed.emit(self.names.chosen))
        self.name = QLineEdit()
        self.name.setMaxLength(MAX_NAME)
        self.name.setAccessibleName(self.tr("Name of a snippet"))
        self.name.setPlaceholderText(self.tr("Keep this form as…"))
        self.name.returnPressed.connect(self._keep)
        self.keep = flat_button("check", self.tr("Keep this form as a snippet"))
        self.keep.clicked.connect(self._keep)
        self.writes = SwitchLine(self.tr("Keep snippets on this computer, in the settings file"))
        self.writes.switch.toggled.connect(self.written_down)
        column = column_of(self)
        line = QWidget()
        beside = QHBoxLayout(line)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(look.Space.S)
        beside.addWidget(self.names, 1)
        beside.addWidget(self.remove)
        named(column, self.tr("Snippets"), line)
        other = QHBoxLayout()
        other.setSpacing(look.Space.S)
        other.addWidget(self.name, 1)
        other.addWidget(self.keep)
        column.addLayout(other)
        column.addWidget(self.writes)

    def show_names(self, names: tuple[str, ...], chosen: str = "") -> None:
        """List ``names``, with ``chosen`` among them chosen."""
        self.names.clear()
        for name in names:
            self.names.addItem(name, name)
        self.names.setCurrentIndex(self.names.findData(chosen))
        self.names.setEnabled(bool(names))
        self.remove.setEnabled(bool(names))

    def _keep(self) -> None:
        if name := self.name.text().strip():
            self.kept.emit(name)
