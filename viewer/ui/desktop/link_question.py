"""Asks before a link is followed: whoever wrote it decides who hears the microphone."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from viewer.ui.desktop.links import LinkRefused, TalkLink, parse_link


class LinkQuestion(QObject):
    """Opens links over ``window``, one at a time: while one is asked about, others are dropped.

    Args:
        name_of: what people call a broker's persona, by the broker's URL and its ID.
    """

    accepted = Signal(str, str)
    """The user wants to talk to this broker's persona."""

    def __init__(
        self, window: QWidget, name_of: Callable[[str, str], str] = lambda _broker, persona: persona
    ) -> None:
        super().__init__(window)
        self._window = window
        self._name_of = name_of
        self.box: QMessageBox | None = None
        """What is asked now."""

    def ask(self, text: str, talking: bool = False) -> None:
        """Ask whether to follow the link ``text``, or say why it is not followed. Does not wait.

        Args:
            talking: there is a talk, which would end.
        """
        if self.box is not None:
            return
        try:
            self._show(self._question(parse_link(text), talking))
        except LinkRefused as refused:
            self._show(self._box(QMessageBox.Icon.Information, refused.message, refused.hint))

    def _question(self, link: TalkLink, talking: bool) -> QMessageBox:
        lines = [self.tr("A link asks for this. Whoever runs {host} will hear your microphone.")]
        if not link.is_private:
            lines.append(self.tr("The connection to {host} is not encrypted: others could listen."))
        if talking:
            lines.append(self.tr("Your present talk would end."))
        asked = self.tr("Connect to {host} and talk to {persona}?").format(
            host=link.host, persona=self._name_of(link.broker, link.persona)
        )
        box = self._box(QMessageBox.Icon.Question, asked, "\n\n".join(lines).format(host=link.host))
        connect = box.addButton(self.tr("Connect"), QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        connect.clicked.connect(lambda: self.accepted.emit(link.broker, link.persona))
        return box

    def _box(self, sign: QMessageBox.Icon, text: str, more: str) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setObjectName("linkQuestion")
        box.setWindowTitle(self.tr("Persona Viewer"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(sign)
        box.setText(text)
        box.setInformativeText(more)
        return box

    def _show(self, box: QMessageBox) -> None:
        self.box = box
        box.finished.connect(self._answered)
        box.open()

    def _answered(self) -> None:
        box, self.box = self.box, None
        if box is not None:
            box.deleteLater()
