"""Where a session begins: the faces of a broker, what went wrong the last time, and the first steps."""

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from viewer.protocol.commands import ForgetToken, ListPersonas
from viewer.protocol.events import (
    Event,
    PersonasListed,
    Statistics,
    StillFetched,
    TokenForgotten,
    TokenKept,
)
from viewer.protocol.personas import Persona
from viewer.ui import look
from viewer.ui.gallery.brokers.address_book import AddressBook
from viewer.ui.gallery.brokers.panel import BrokerPanel
from viewer.ui.gallery.brokers.profiles import Profile, is_same_broker
from viewer.ui.gallery.demo.page import DemoPage
from viewer.ui.gallery.demo.process import DemoProcess
from viewer.ui.gallery.faces.cards import cards_of
from viewer.ui.gallery.faces.stills import Stills
from viewer.ui.gallery.failure_box import FailureBox
from viewer.ui.gallery.gallery_page import GalleryPage
from viewer.ui.gallery.setback import Setback
from viewer.ui.settings_store import SettingsStore
from viewer.ui.view_state import Failure, Field, failure
from viewer.ui.widgets.still import Still


class StartPage(QWidget):
    """Shows whom one may talk to, and asks for a session with whoever is chosen."""

    connect_requested = Signal(str, str)
    """The broker's URL and the persona's ID."""

    microphone_check_requested = Signal()
    preferences_requested = Signal()

    asked = Signal(object)
    """A :data:`GalleryCommand` for the media thread; what comes of it is given to :meth:`handle`."""

    still_ready = Signal(object)
    """A :class:`Still` in the size of the window, better than :meth:`still_of` gave before."""

    def __init__(self, store: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        settings = store.current
        self._proxy = settings.proxy
        self.book = AddressBook(store)
        self._profile = self.book.profile_at(settings.broker) or next(iter(self.book.memory.profiles), None)
        self._personas: tuple[Persona, ...] = ()
        self._answer: PersonasListed | None = None
        self._is_asking = False
        self._called: tuple[str, str] | None = None
        self.stills = Stills(settings.proxy, self)
        self.failure = FailureBox(self)
        self.setback = Setback(self.failure)
        self.gallery = GalleryPage(self.stills, self)
        self._panel: BrokerPanel | None = None
        self.demo = DemoPage(self)
        self.check_button = self._link(self.tr("Check microphone and loudspeaker"), "headphones")
        self.preferences_button = self._link(self.tr("Preferences"), "settings")
        self._pages = QStackedLayout()
        self._lay_out()
        self._connect_signals()
        self.gallery.persona.setText(settings.persona)
        self._show_profile()
        store.changed.connect(self._follow)

    @property
    def panel(self) -> BrokerPanel:
        """Where a broker is added, made when it is first wanted: few are ever shown it."""
        if self._panel is None:
            self._panel = panel = BrokerPanel(self._proxy, self)
            panel.offer_demo(self.demo.is_possible)
            panel.demo_requested.connect(self.demo.start)
            panel.check.asked.connect(self.asked)
            panel.added.connect(self._add)
            panel.problem.connect(lambda failed: self.setback.tell(failed, "", self.focus))
            panel.cancelled.connect(self._close_panel)
            self._pages.addWidget(panel)
        return self._panel

    def offer_demo(self, process: DemoProcess) -> None:
        """The demo can run on this computer."""
        self.demo.use(process)
        if self._panel:
            self._panel.offer_demo(True)
        self._show_profile()

    def show_demo(self, broker: str) -> None:
        """This window is the demo's own, whose broker is at ``broker``."""
        self.demo.runs_at(broker)
        self._choose(Profile(self.tr("Demo"), broker))

    def handle(self, event: Event) -> None:
        """Take in what ``event`` tells of brokers and their personas."""
        match event:
            case PersonasListed():
                if self._panel:
                    self._panel.listed(event)
                if self._profile and event.broker == self._profile.url:
                    self._take(event)
            case StillFetched():
                self.stills.fetched(event)
            case TokenKept():
                self.setback.token_kept(event)
            case TokenForgotten():
                self.setback.token_forgotten(event)
            case Statistics(width, height) if width and self._called:
                self.book.seen(*self._called, height > width)

    def called(self, broker: str, persona: str) -> None:
        """A session is asked for: remember with whom, for whoever comes back."""
        self.setback.clear()
        self._called = broker, persona
        if self._profile is None or not self._is_at(broker):
            self._profile = self.book.profile_at(broker) or Profile(broker, broker)
            self._personas, self._answer = (), None
        self.gallery.persona.setText(persona)
        if self.demo.is_at(broker):
            return
        self.book.called(self._profile, persona, self.name_of(broker, persona))
        if still := self._still_here(broker, persona):
            self.book.keep_face(broker, still)

    def name_of(self, broker: str, persona: str) -> str:
        """What ``broker`` calls ``persona``; "" if it has not told."""
        told = self._personas if self._profile and self._profile.url == broker else ()
        known = self.demo.name_of(persona) if self.demo.is_at(broker) else self.book.name_of(broker, persona)
        return next((each.name for each in told if each.id == persona), known)

    def still_of(self, broker: str, persona: str) -> Still | None:
        """The best there is at once of ``persona``."""
        if self.demo.is_at(broker) and (still := self.demo.still_of(persona)):
            return still
        return self._still_here(broker, persona) or self.book.face_of(broker, persona)

    def show_failure(self, failed: Failure | None) -> None:
        """Tell why the last session ended; None: nothing to tell."""
        broker, persona = self._called or ("", "")
        if failed:
            self.setback.tell(failed, broker, lambda: self._call(broker, persona), may_wait=True)
        else:
            self.setback.clear()

    def focus(self, field: Field | None = None) -> None:
        """Put the keyboard where the user goes on: ``field``, or the faces."""
        if field == "broker":
            self._open_panel()
            self.panel.edit(self._called[0] if self._called else "")
        elif field == "persona":
            self._pages.setCurrentWidget(self.gallery)
            self.gallery.show_id_field()
        elif self.failure.isVisibleTo(self):
            self.failure.focus()
        elif self._panel and self._pages.currentWidget() is self._panel:
            self._panel.focus()
        else:
            self.gallery.focus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_cards()
        QTimer.singleShot(0, self, self._come_back)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._is_asking = False  # a session that begins drops the question
        self.stills.rest()

    def _follow(self, name: str, value: Any) -> None:
        """A setting is another one now, wherever it was changed."""
        if name == "persona":
            self.gallery.persona.setText(value)
        elif name == "proxy":
            self._proxy = value
            self.stills.proxy = value
            if self._panel:
                self._panel.check.proxy = value
        elif name == "broker" and value and not self._is_at(value):
            self._choose(self.book.profile_at(value) or Profile(value, value))

    def _still_here(self, broker: str, persona: str) -> Still | None:
        if self._profile is None or self._profile.url != broker:
            return None
        card = self.gallery.cards.card(self.gallery.cards.index_of(persona))
        return self.stills.still(persona, card.still) if card else None

    def _is_at(self, broker: str) -> bool:
        """Whether its personas are shown."""
        return self._profile is not None and is_same_broker(self._profile.url, broker)

    def _come_back(self) -> None:
        """Look again, unless a session has begun at once."""
        if not self.isVisible() or self._profile is None:
            return
        self.stills.begin(self._profile.url)
        if self._answer is None and not self._is_asking:
            self._ask()
        self.gallery.grid.look()

    def _ask(self) -> None:
        if self._profile:
            self._is_asking = True
            self._show_cards()
            self.asked.emit(ListPersonas(self._profile.url, self._proxy))

    def _take(self, answer: PersonasListed) -> None:
        self._answer, self._is_asking = answer, False
        if answer.error:
            self._answer = None
            self._show_cards()
            if self.gallery.isVisible() and not self.failure.isVisible():
                self.setback.tell(failure(answer.error), answer.broker, self._ask)
            return
        self._personas = answer.personas
        self._show_cards()
        if self.gallery.isVisible() and not self.failure.isVisible():
            self.gallery.focus()

    def _call(self, broker: str, persona: str) -> None:
        if self.demo.is_over(broker):
            self.demo.start(persona)
        else:
            self.connect_requested.emit(broker, persona)

    def _call_here(self, persona: str) -> None:
        if self._profile:
            self._call(self._profile.url, persona)

    def _forget(self, persona: str | None = None) -> None:
        if self._profile:
            self.book.forget(self._profile.url, persona)
            self._show_cards()

    def _choose(self, profile: Profile, answer: PersonasListed | None = None) -> None:
        """Show whom this broker names."""
        self._profile, self._personas, self._answer = profile, (), None
        self.setback.clear()
        self.gallery.persona.clear()
        self.stills.begin(profile.url)
        self._show_profile()
        if answer:
            self._take(answer)
        elif self.isVisible():
            self._ask()

    def _choose_url(self, url: str) -> None:
        if profile := self.book.profile_at(url):
            self.book.choose(profile)
            self._choose(profile)

    def _add(self, profile: Profile, answer: PersonasListed | None) -> None:
        self.book.choose(profile)
        self._choose(profile, answer)

    def _remove(self) -> None:
        if self._profile is None:
            return
        self.asked.emit(ForgetToken(self._profile.url))
        self._profile = self.book.remove(self._profile.url)
        if self._profile:
            self._choose(self._profile)
        else:
            self._open_panel()

    def _demo_runs(self, broker: str, persona: str) -> None:
        self.show_demo(broker)
        self.connect_requested.emit(broker, persona)

    def _open_panel(self) -> None:
        self.panel.offer_cancel(self._profile is not None)
        self._pages.setCurrentWidget(self.panel)
        self.panel.focus()

    def _show_profile(self) -> None:
        if self._profile is None:
            self._open_panel()
            return
        self._pages.setCurrentWidget(self.gallery)
        self._show_cards()

    def _show_cards(self) -> None:
        if self._profile is None:
            return
        recent = self.book.memory.recent_at(self._profile.url)
        profiles = [*self.book.memory.profiles]
        if self.demo.is_at(self._profile.url):
            profiles.append(self._profile)
        self.gallery.header.show_profiles(profiles, self._profile, bool(recent), self.demo.is_possible)
        words = self.tr("{name} names no personas. Call one by its ID.") if self._answer else ""
        if self._is_asking:
            words = self.tr("Asking {name} who is there …")
        cards = cards_of(self._personas, recent)
        self.gallery.show_cards(cards, words.format(name=self._profile.name))

    def _demo_failed(self, said: str) -> None:
        self._show_profile()
        hint = said or self.tr("Try again; if it goes on, start it in a terminal: persona-viewer demo.")
        self.setback.tell(Failure(self.tr("The demo did not start."), hint), "", self.demo.start)
        self.failure.focus()

    def _close_panel(self) -> None:
        self._show_profile()
        self.focus()

    def _connect_signals(self) -> None:
        self.check_button.clicked.connect(self.microphone_check_requested)
        self.preferences_button.clicked.connect(self.preferences_requested)
        header, demo = self.gallery.header, self.demo
        self.stills.asked.connect(self.asked)
        self.stills.windowful_ready.connect(self.still_ready)
        self.setback.asked.connect(self.asked)
        self.setback.dismissed.connect(self.focus)
        self.gallery.called.connect(self._call_here)
        self.gallery.grid.forget_requested.connect(lambda card: self._forget(card.persona))
        header.profile_chosen.connect(self._choose_url)
        header.add_requested.connect(self._open_panel)
        header.remove_requested.connect(self._remove)
        header.forget_requested.connect(self._forget)
        header.demo_requested.connect(demo.start)
        demo.begun.connect(lambda: self._pages.setCurrentWidget(demo))
        demo.cancelled.connect(self._close_panel)
        demo.runs.connect(self._demo_runs)
        demo.failed.connect(self._demo_failed)

    def _lay_out(self) -> None:
        for page in (self.gallery, self.demo):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.failure)
        column.addLayout(self._pages, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(look.Space.M, 0, look.Space.M, look.Space.S)
        foot.addStretch()
        foot.addWidget(self.check_button)
        foot.addWidget(self.preferences_button)
        column.addLayout(foot)

    def _link(self, words: str, image: str) -> QPushButton:
        button = QPushButton(look.icon(image, "accent"), words, self)
        button.setObjectName("link")
        button.setAccessibleName(words)
        button.setAutoDefault(False)
        return button
