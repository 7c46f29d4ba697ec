"""The forms of messages that are words, or less."""

from collections.abc import Callable, Mapping
from typing import Final, get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from viewer.protocol import commands
from viewer.protocol.commands import Command
from viewer.protocol.data_channel import CueTag
from viewer.ui.inspector.fields import Choices, Number, SwitchLine, Words, column_of, named, wrapped
from viewer.ui.inspector.send.sender import Parcel

_LONGEST_MS: Final = 3_600_000


class Form(QWidget):
    """One kind of message. Nothing in it is lost by sending it."""

    command = Signal(object)
    """What is asked for at once, without anybody sending the form."""

    def parcel(self) -> Parcel | str:
        """What it says, or a sentence on what is wrong or missing."""
        raise NotImplementedError

    def sent(self) -> None:
        """It has gone out."""

    def fields(self) -> Mapping[str, str]:
        """What a snippet keeps of it."""
        return {}

    def fill(self, fields: Mapping[str, str]) -> None:
        """Show what a snippet has kept."""


class WordsForm(Form):
    """Words, of which ``make`` makes a message."""

    def __init__(self, make: Callable[[str], Command]) -> None:
        super().__init__()
        self._make = make
        self.words = Words(self.tr("Words"))
        column = column_of(self)
        named(column, self.tr("Words"), self.words)

    def parcel(self) -> Parcel | str:
        text = self.words.toPlainText().strip()
        return Parcel((self._make(text),)) if text else self.tr("Write some words first.")

    def fields(self) -> Mapping[str, str]:
        return {"words": self.words.toPlainText()}

    def fill(self, fields: Mapping[str, str]) -> None:
        self.words.setPlainText(fields.get("words", ""))


class StreamForm(Form):
    """A piece of a talk stream."""

    def __init__(self) -> None:
        super().__init__()
        self._number = 1
        self.stream = QLineEdit()
        self.stream.setAccessibleName(self.tr("Stream"))
        self.utterance = QLineEdit()
        self.utterance.setAccessibleName(self.tr("Utterance"))
        self.utterance.setPlaceholderText(self.tr("none, or a UUID"))
        self.words = Words(self.tr("Words"))
        self.ends = SwitchLine(self.tr("It is the last piece"))
        column = column_of(self)
        named(column, self.tr("Words"), self.words)
        column.addWidget(self.ends)
        named(column, self.tr("Stream"), self.stream)
        named(column, self.tr("Utterance"), self.utterance)
        self._begin()

    def parcel(self) -> Parcel | str:
        text, ends = self.words.toPlainText(), self.ends.switch.isChecked()
        if not text and not ends:
            return self.tr("Write some words first.")
        if not self.stream.text().strip():
            return self.tr("Give the stream a name.")
        utterance = self.utterance.text().strip() or None
        return Parcel((commands.StreamTalk(self.stream.text().strip(), text, ends, utterance),))

    def sent(self) -> None:
        """After the last piece another stream begins."""
        if self.ends.switch.isChecked() and self.stream.text() == self._name:
            self._number += 1
            self._begin()

    def fields(self) -> Mapping[str, str]:
        return {"words": self.words.toPlainText(), "ends": "yes" if self.ends.switch.isChecked() else ""}

    def fill(self, fields: Mapping[str, str]) -> None:
        self.words.setPlainText(fields.get("words", ""))
        self.ends.switch.setChecked(bool(fields.get("ends")))

    @property
    def _name(self) -> str:
        return f"stream-{self._number}"

    def _begin(self) -> None:
        self.stream.setText(self._name)


class CueForm(Form):
    """A director's cue, and when it is to be followed."""

    def __init__(self) -> None:
        super().__init__()
        self.tag = Choices(self.tr("Cue"), {tag: tag for tag in get_args(CueTag)})
        times = {
            "now": self.tr("At once"),
            "in": self.tr("In so many milliseconds"),
            "at": self.tr("At so many milliseconds of its speech"),
        }
        self.when = Choices(self.tr("When"), times)
        self.time = Number(self.tr("Milliseconds"), 0, _LONGEST_MS, 1000)
        self.time.setEnabled(False)
        self.when.currentIndexChanged.connect(lambda _: self.time.setEnabled(self.when.chosen != "now"))
        column = column_of(self)
        named(column, self.tr("Cue"), self.tag)
        named(column, self.tr("When"), self.when)
        named(column, self.tr("Milliseconds"), self.time)

    def parcel(self) -> Parcel | str:
        seconds = self.time.value / 1000
        when = self.when.chosen
        cue = commands.DirectPersona(
            self.tag.chosen, seconds if when == "in" else None, seconds if when == "at" else None
        )
        return Parcel((cue,))

    def fields(self) -> Mapping[str, str]:
        return {"tag": self.tag.chosen, "when": self.when.chosen, "time": str(self.time.value)}

    def fill(self, fields: Mapping[str, str]) -> None:
        self.tag.choose(fields.get("tag", ""))
        self.when.choose(fields.get("when", ""))
        if (time := fields.get("time", "")).isdecimal():
            self.time.set_value(int(time[:9]))


class InterruptForm(Form):
    """Nothing to fill in."""

    def __init__(self) -> None:
        super().__init__()
        column_of(self).addWidget(wrapped(self.tr("Cuts the avatar's speech off.")))

    def parcel(self) -> Parcel | str:
        return Parcel((commands.InterruptPersona(),))


class RawForm(Form):
    """Any JSON object, once the user has confirmed the warning."""

    def __init__(self, session_id: str) -> None:
        super().__init__()
        self._session_id = session_id
        channels = {"data": self.tr("Data channel"), "signalling": self.tr("WebSocket")}
        self.channel = Choices(self.tr("Channel"), channels)
        self.text = Words(self.tr("JSON"), 4)
        self.confirm = SwitchLine(
            self.tr("Nobody checks it: it may end the session or cost money. Send it all the same.")
        )
        column = column_of(self)
        named(column, self.tr("Channel"), self.channel)
        named(column, self.tr("JSON"), self.text)
        column.addWidget(self.confirm)
        self._example = ""
        self._show_example()
        self.channel.currentIndexChanged.connect(lambda _: self._show_example())

    def parcel(self) -> Parcel | str:
        if not self.confirm.switch.isChecked():
            return self.tr("Confirm the warning first.")
        text = self.text.toPlainText()
        is_signal = self.channel.chosen == "signalling"
        return Parcel((commands.SendRaw("signalling" if is_signal else "data", text),))

    def fields(self) -> Mapping[str, str]:
        return {"channel": self.channel.chosen, "text": self.text.toPlainText()}

    def fill(self, fields: Mapping[str, str]) -> None:
        self.channel.choose(fields.get("channel", ""))
        self.text.setPlainText(fields.get("text", ""))

    def be_in(self, session_id: str) -> None:
        """What is sent is of that session from now on."""
        self._session_id = session_id
        self._show_example()

    def _show_example(self) -> None:
        """Something to begin with, where the user has written nothing."""
        if self.text.toPlainText() != self._example:
            return
        is_signal = self.channel.chosen == "signalling"
        kind, session = ("actionType", "sessionId") if is_signal else ("message_type", "session_id")
        self._example = f'{{"{kind}": "", "{session}": "{self._session_id}"}}'
        self.text.setPlainText(self._example)
