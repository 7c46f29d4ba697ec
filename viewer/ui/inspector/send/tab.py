"""The tab that sends whatever a client can say, once or again and again."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from viewer.protocol import commands
from viewer.protocol.events import CommandRefused, Event, SessionStarted
from viewer.ui import look
from viewer.ui.announcements import announce
from viewer.ui.inspector.fields import Choices, Number, Words, named, runs_after, scrolling, wrapped
from viewer.ui.inspector.send.forms import CueForm, Form, InterruptForm, RawForm, StreamForm, WordsForm
from viewer.ui.inspector.send.sender import Parcel, Sender
from viewer.ui.inspector.send.snippet_bar import SnippetBar
from viewer.ui.inspector.send.snippets import Snippet, Snippets
from viewer.ui.inspector.send.sound_form import SoundForm
from viewer.ui.inspector.send.tool_calls import ToolCalls
from viewer.ui.inspector.send.tool_form import ToolForm
from viewer.ui.inspector.tab import Tab
from viewer.ui.language.told import told
from viewer.ui.settings_store import SettingsStore
from viewer.ui.widgets.switch import Switch

KEPT: Final = "snippets"
"""By this name the settings file has them."""

_MOST_TIMES: Final = 10_000
_LEAST_MS: Final = 20
_MOST_MS: Final = 3_600_000


class SendTab(Tab):
    """Sends through :attr:`command`. What is filled in stays, whatever comes of it.

    Args:
        store: whose file has the snippets, if the user wants that.
    """

    command = Signal(object)

    def __init__(self, store: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        kept = store.file.kept(KEPT)
        self._snippets = Snippets(kept)
        self._calls = ToolCalls()
        self._runs = False
        self._session_id = ""
        self._last: Parcel | None = None
        self._forms: dict[str, Form] = {}
        self.post = Sender(self)
        self.post.command.connect(self.command)
        self.post.progressed.connect(self._show_progress)
        self.kind = Choices(self.tr("Message"), self._titles())
        self._place = QVBoxLayout()
        self.times = Number(self.tr("Times"), 1, _MOST_TIMES, 1)
        self.every = Number(self.tr("Every so many milliseconds"), _LEAST_MS, _MOST_MS, 1000)
        self.send_button = QPushButton(self.tr("Send"))
        self.send_button.setObjectName("primary")
        self.again = QPushButton(look.icon("reset"), self.tr("The last one again"))
        self.again.setEnabled(False)
        self.words = wrapped()
        self.snippets = SnippetBar()
        self.snippets.show_names(self._snippets.names)
        self.snippets.writes.switch.setChecked(kept is not None)
        self._lay_out()
        self._connect()
        self._show_form()

    @property
    def form(self) -> Form:
        """The one that is shown; each is made when it is first wanted."""
        kind = self.kind.chosen
        if kind not in self._forms:
            self._forms[kind] = made = self._makers()[kind]()
            made.command.connect(self._ask)
            self._place.addWidget(made)
            self._put_in_order(made)
        return self._forms[kind]

    def take(self, event: Event, painted: int) -> None:
        """Follow the session, its tool calls, and what it refused."""
        ran, self._runs = self._runs, runs_after(event, self._runs)
        if ran and not self._runs:
            self.post.stop()
            self._take_voice_back()
        if self._calls.add(event) and isinstance(tools := self._forms.get("tool"), ToolForm):
            tools.show_calls()
        match event:
            case SessionStarted(session_id):
                self._session_begins(session_id)
            case CommandRefused(error) if self.isVisible():
                self.post.stop()
                self._say(told(error.told))

    def send(self) -> None:
        """Send what the form says, or stop what is being sent."""
        if self.post.is_busy:
            self.post.stop()
            return
        parcel = self.form.parcel()
        if isinstance(parcel, str):
            self._say(parcel)
        elif self._goes_out(parcel):
            self.form.sent()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter sends from here what is here, whatever the window does by those keys."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _sends(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _sends(event):
            self.send()
        else:
            super().keyPressEvent(event)

    def _goes_out(self, parcel: Parcel) -> bool:
        if not self._runs:
            self._say(self._no_session)
            return False
        self._last = parcel
        self.again.setEnabled(True)
        self._say("")
        self.post.send(parcel, self.times.value, self.every.value)
        return True

    def _send_again(self) -> None:
        if self._last:
            self._goes_out(self._last)

    def _ask(self, command: commands.Command) -> None:
        """Something that is asked for at once; without a session nobody is there to hear it."""
        if self._runs:
            self.command.emit(command)
        elif command == commands.LendVoice(True):
            self._take_voice_back()
            self._say(self._no_session)

    @property
    def _no_session(self) -> str:
        return self.tr("There is no session: connect first.")

    def _take_voice_back(self) -> None:
        if isinstance(sound := self._forms.get("sound"), SoundForm):
            sound.take_voice_back()

    def _session_begins(self, session_id: str) -> None:
        self._session_id = session_id
        self._take_voice_back()
        if isinstance(raw := self._forms.get("raw"), RawForm):
            raw.be_in(session_id)
        if isinstance(tools := self._forms.get("tool"), ToolForm):
            tools.session_begins()

    def _show_progress(self) -> None:
        busy = self.post.is_busy
        self.send_button.setText(self.tr("Stop") if busy else self.tr("Send"))
        sent, times = self.post.sent, self.post.times
        if not busy and sent == times == 1:
            self._say(self.tr("Sent."))
            return
        words = self.tr("Sent {number} of {times}.").format(number=sent, times=times)
        if busy:
            self.words.setText(words)
            self.words.show()
        else:
            self._say(words)

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self.words.setVisible(bool(words))
        if words:
            announce(self, words)

    # -- snippets

    def _keep(self, name: str) -> None:
        if self._snippets.put(name, Snippet(self.kind.chosen, self.form.fields())):
            self.snippets.show_names(self._snippets.names, name)
            self.snippets.name.clear()
            self._write()
        else:
            self._say(self.tr("That is too much to keep: remove another snippet, or shorten it."))

    def _use(self, name: str) -> None:
        snippet = self._snippets.get(name)
        if snippet and self.kind.findData(snippet.kind) >= 0:
            self.kind.choose(snippet.kind)
            self.form.fill(snippet.fields)

    def _remove(self, name: str) -> None:
        self._snippets.remove(name)
        self.snippets.show_names(self._snippets.names)
        self._write()

    def _write(self) -> None:
        """Into the settings file, or out of it."""
        wanted = self.snippets.writes.switch.isChecked()
        self._store.keep(KEPT, self._snippets.as_text() if wanted else None)

    # -- what it is made of

    def _titles(self) -> Mapping[str, str]:
        return {
            "text": self.tr("Text, as the user's"),
            "talk": self.tr("Words to speak"),
            "stream": self.tr("Words to speak, in pieces"),
            "context": self.tr("Context"),
            "cue": self.tr("Director's cue"),
            "interrupt": self.tr("Interrupt"),
            "tool": self.tr("Result of a tool"),
            "sound": self.tr("Sound to speak"),
            "raw": self.tr("Raw JSON"),
        }

    def _makers(self) -> Mapping[str, Callable[[], Form]]:
        return {
            "text": partial(WordsForm, commands.SendText),
            "talk": partial(WordsForm, commands.Talk),
            "stream": StreamForm,
            "context": partial(WordsForm, commands.AddContext),
            "cue": CueForm,
            "interrupt": InterruptForm,
            "tool": partial(ToolForm, self._calls),
            "sound": SoundForm,
            "raw": partial(RawForm, self._session_id),
        }

    def _show_form(self) -> None:
        shown = self.form
        for form in self._forms.values():
            form.setVisible(form is shown)

    def _put_in_order(self, form: Form) -> None:
        """The Tab key comes to ``form`` where it stands: Qt puts what is made late at the end."""
        before: QWidget = self.kind
        for field in form.findChildren(QWidget):
            if isinstance(field, (Choices, Words, QLineEdit, QPushButton, Switch)):
                self.setTabOrder(before, field)
                before = field
        self.setTabOrder(before, self.send_button)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _: self._show_form())
        self.send_button.clicked.connect(self.send)
        self.again.clicked.connect(self._send_again)
        self.snippets.picked.connect(self._use)
        self.snippets.kept.connect(self._keep)
        self.snippets.removed.connect(self._remove)
        self.snippets.written_down.connect(lambda _: self._write())

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, look.Space.S, 0)
        column.setSpacing(look.Space.S)
        named(column, self.tr("Message"), self.kind)
        column.addLayout(self._place)
        column.addWidget(self.send_button)
        column.addWidget(self.words)
        self.words.hide()
        repetition = QGridLayout()
        repetition.setSpacing(look.Space.S)
        for place, (title, field) in enumerate(
            ((self.tr("Times"), self.times), (self.tr("Every so many milliseconds"), self.every))
        ):
            label = wrapped(title, "fieldName")
            label.setBuddy(field)
            repetition.addWidget(label, 0, place, Qt.AlignmentFlag.AlignBottom)
            repetition.addWidget(field, 1, place)
            repetition.setColumnStretch(place, 1)
        column.addLayout(repetition)
        column.addWidget(self.again)
        column.addWidget(self.snippets)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside, self.tr("Send")))


def _sends(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return held == Qt.KeyboardModifier.ControlModifier and event.key() in (
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
    )
