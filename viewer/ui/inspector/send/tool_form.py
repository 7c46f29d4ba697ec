"""The form that answers the persona's call of a client tool."""

import json
from collections.abc import Mapping

from pydantic import JsonValue

from viewer.protocol import commands
from viewer.ui.inspector.fields import Choices, SwitchLine, Words, column_of, named, wrapped
from viewer.ui.inspector.send.forms import Form
from viewer.ui.inspector.send.sender import Parcel
from viewer.ui.inspector.send.tool_calls import ToolCalls


class ToolForm(Form):
    """An answer to one of ``calls``, and who answers them."""

    def __init__(self, calls: ToolCalls) -> None:
        super().__init__()
        self._calls = calls
        self.by_hand = SwitchLine(self.tr("Answer tools by hand: nothing else answers them then"))
        self.call = Choices(self.tr("Call"))
        self.call.setPlaceholderText(self.tr("No call awaits an answer"))
        self.about = wrapped()
        self.kind = Choices(self.tr("Answer"), {"result": self.tr("Result"), "error": self.tr("Error")})
        self.words = Words(self.tr("JSON, or words"))
        column = column_of(self)
        column.addWidget(self.by_hand)
        named(column, self.tr("Call"), self.call)
        column.addWidget(self.about)
        named(column, self.tr("Answer"), self.kind)
        named(column, self.tr("JSON, or words"), self.words)
        self.by_hand.switch.toggled.connect(lambda on: self.command.emit(commands.AnswerToolsByHand(on)))
        self.call.currentIndexChanged.connect(lambda _: self._describe())
        self.show_calls()

    def parcel(self) -> Parcel | str:
        if not (call := self.call.chosen):
            return self.tr("No call awaits an answer.")
        text = self.words.toPlainText().strip()
        if self.kind.chosen != "error":
            return Parcel((commands.AnswerToolCall(call, _value(text)),))
        if not text:
            return self.tr("Write what went wrong.")
        return Parcel((commands.AnswerToolCall(call, error=text),))

    def fields(self) -> Mapping[str, str]:
        return {"kind": self.kind.chosen, "words": self.words.toPlainText()}

    def fill(self, fields: Mapping[str, str]) -> None:
        self.kind.choose(fields.get("kind", ""))
        self.words.setPlainText(fields.get("words", ""))

    def session_begins(self) -> None:
        """Say again what the user wants: nobody else remembers it."""
        if self.by_hand.switch.isChecked():
            self.command.emit(commands.AnswerToolsByHand(True))

    def show_calls(self) -> None:
        """List the calls that there are now; the choice stays."""
        chosen = self.call.chosen
        self.call.clear()
        for call in self._calls.open:
            self.call.addItem(call.name, call.id)
        # Where there were none, Qt goes on choosing none.
        self.call.setCurrentIndex(max(0, self.call.findData(chosen)) if self._calls.open else -1)
        self.call.setEnabled(self.call.count() > 0)
        self._describe()

    def _describe(self) -> None:
        call = next((each for each in self._calls.open if each.id == self.call.chosen), None)
        if call:
            self.about.setText(self.tr("It is called with {arguments}").format(arguments=call.arguments))
        elif self._calls.last_error:
            self.about.setText(self.tr("The last call failed: {why}").format(why=self._calls.last_error))
        else:
            self.about.clear()
        self.about.setVisible(bool(self.about.text()))


def _value(text: str) -> JsonValue:
    """What ``text`` says as JSON, or ``text`` itself."""
    try:
        value: JsonValue = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return value
