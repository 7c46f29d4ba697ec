"""The form for sound that the persona is to speak: a file, or what the microphone hears."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from pathlib import Path
from typing import Final, TypeAlias

from PySide6.QtCore import QLocale, QSignalBlocker, QTimer
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from viewer.protocol import commands
from viewer.threads import UnattendedThreads
from viewer.ui import look
from viewer.ui.files import AskWhich, Location, ask_which_to_open
from viewer.ui.inspector.fields import SwitchLine, column_of, named, wrapped
from viewer.ui.inspector.send.forms import Form
from viewer.ui.inspector.send.sender import Parcel
from viewer.ui.inspector.send.wav import MAX_SECONDS, UnusableSoundError, read_sound

# Twice as fast as it is spoken: early enough, and not all at once.
_PACE_MS: Final = 50
_POLL_MS: Final = 30
_THREADS: Final = UnattendedThreads()

Sound: TypeAlias = tuple[commands.SendAgentAudio | commands.EndAgentAudio, ...]


def ask_which(parent: QWidget, chosen: Callable[[Path], None]) -> None:
    """The system's file dialog, or Qt's. Does not wait for the answer."""
    ask_which_to_open(parent, "", Location.MusicLocation, "WAV (*.wav)", chosen)


class SoundForm(Form):
    """A file is read, beside the window, as soon as it is chosen."""

    def __init__(self, which: AskWhich = ask_which) -> None:
        super().__init__()
        self._which = which
        self._reading: Future[Sound] | None = None
        self._read_path = ""
        self._sound: Sound = ()
        self.file = QLineEdit()
        self.file.setAccessibleName(self.tr("WAV file"))
        self.browse = QPushButton(look.icon("export"), self.tr("Choose a file"))
        self.browse.setAutoDefault(False)
        self.browse.clicked.connect(lambda: self._which(self, self._chosen))
        self.words = wrapped(self.tr("16-bit PCM, at best 24 kHz and one channel"))
        self.lent = SwitchLine(self.tr("Let the avatar speak what the microphone hears"))
        self.lent.switch.toggled.connect(lambda on: self.command.emit(commands.LendVoice(on)))
        self._poll = QTimer(self, interval=_POLL_MS)
        self._poll.timeout.connect(self._look)
        column = column_of(self)
        named(column, self.tr("WAV file"), self.file)
        column.addWidget(self.browse)
        column.addWidget(self.words)
        column.addWidget(self.lent)
        self.file.editingFinished.connect(self._read)

    def parcel(self) -> Parcel | str:
        self._read()
        if self._reading:
            return self.tr("The file is being read; try again in a moment.")
        if not self._sound:
            return self.tr("Choose a file first.")
        return Parcel(self._sound, _PACE_MS)

    def fields(self) -> Mapping[str, str]:
        return {"file": self.file.text()}

    def fill(self, fields: Mapping[str, str]) -> None:
        self.file.setText(fields.get("file", ""))
        self._read()

    def take_voice_back(self) -> None:
        """Another session lends nothing that the user has not lent to it."""
        with QSignalBlocker(self.lent.switch):
            self.lent.switch.setChecked(False)
        self.lent.switch.update()

    def _chosen(self, path: Path) -> None:
        self.file.setText(str(path))
        self._read_path = ""  # it may be another one by now
        self._read()

    def _read(self) -> None:
        path = self.file.text().strip()
        if path == self._read_path:
            return
        self._read_path, self._sound = path, ()
        self._reading = _THREADS.submit(read_sound, Path(path).expanduser()) if path else None
        self._poll.start()

    def _look(self) -> None:
        if self._reading and not self._reading.done():
            return
        self._poll.stop()
        reading, self._reading = self._reading, None
        if reading is None:
            return
        error = reading.exception()
        if error is None:
            self._sound = reading.result()
            seconds = QLocale().toString((len(self._sound) - 1) / 10, "f", 1)
            self.words.setText(self.tr("It takes {seconds} s.").format(seconds=seconds))
        else:
            self._read_path = ""  # it may be mended by the next time
            self.words.setText(self._why(error))

    def _why(self, error: BaseException) -> str:
        match error.fault if isinstance(error, UnusableSoundError) else "unreadable":
            case "no wav":
                return self.tr("That is no WAV file of PCM: convert it first.")
            case "not 16 bits":
                return self.tr("It has to be 16-bit PCM of 8 to 192 kHz: convert it first.")
            case "empty":
                return self.tr("There is no sound in that file.")
            case "too long":
                minutes = MAX_SECONDS // 60
                return self.tr("It may take {minutes} minutes at most: cut it first.").format(minutes=minutes)
        return self.tr("That file cannot be read: choose another one.")
