"""What each action of the main window does."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication

from viewer.protocol.commands import Disconnect, InterruptPersona
from viewer.ui.preferences.kept_keys import follow_keys
from viewer.ui.talk.more_menu import SCALINGS, more_menu, one_of
from viewer.ui.talk.zoom import STEP

if TYPE_CHECKING:
    from viewer.ui.windows.live_page import LivePage
    from viewer.ui.windows.main_window import MainWindow

_VOLUME_STEP: Final = 10
_ABOVE: Final = 12
"""Pixels between a button and the menu above it."""


def bind_actions(window: "MainWindow") -> None:
    """Let the keys and the menu of ``window`` do what they say."""
    actions = window.keys
    bindings = {
        "escape": lambda: _escape(window),
        "message": lambda: window.controls.message.setFocus(Qt.FocusReason.ShortcutFocusReason),
        "interrupt": lambda: _interrupt(window),
        "mute": lambda: _toggle_muted(window),
        "push_to_talk": lambda: _toggle_push_to_talk(window),
        "microphone": lambda: _open(window, window.controls.open_microphone),
        "loudspeaker": lambda: _open(window, window.controls.open_loudspeaker),
        "louder": lambda: window.controls.volume.step(_VOLUME_STEP),
        "quieter": lambda: window.controls.volume.step(-_VOLUME_STEP),
        "captions": lambda: _toggle_captions(window),
        "transcript": lambda: window.side_panel.set_open(not window.side_panel.is_open),
        "find": lambda: _find(window),
        "record": window.later.toggle_recording,
        "undo": window.later.restore_transcript,
        "full_screen": window.toggle_full_screen,
        "on_top": lambda: window.choose("always_on_top", actions["on_top"].isChecked()),
        "small_window": window.picture_place.toggle,
        "zoom_in": lambda: window.live_page.hands.zoom_by(STEP),
        "zoom_out": lambda: window.live_page.hands.zoom_by(1 / STEP),
        "leave": lambda: _leave(window),
        "inspector": window.toggle_inspector,
        "preferences": window.open_preferences,
        "quit": window.close,
    }
    for name, run in bindings.items():
        actions.bind(name, run)
    follow_keys(actions, window.store)
    group = one_of(window, actions)
    group.triggered.connect(lambda action: window.choose("scaling", action.objectName()))


def bind_controls(window: "MainWindow", page: "LivePage") -> None:
    """The same for the buttons and the picture of ``page``, and for keys that do nothing without them."""
    actions, controls, video = window.keys, page.controls, page.video
    actions.bind("verbatim", controls.send_verbatim)
    actions.bind("zoom_off", page.hands.zoom_off)
    _name_keys(window)
    page.hands.double_clicked.connect(window.toggle_full_screen)
    controls.transcript.clicked.connect(actions["transcript"].trigger)
    controls.more.clicked.connect(
        lambda: show_menu(window, controls.more.mapToGlobal(QPoint(0, -_ABOVE)), above=True)
    )
    video.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    video.customContextMenuRequested.connect(lambda at: show_menu(window, video.mapToGlobal(at), above=False))


def _name_keys(window: "MainWindow") -> None:
    """Let the tool tips of buttons say by which keys the same is done."""
    actions, controls = window.keys, window.controls

    def name_those_of_the_microphone() -> None:
        controls.mute.name_keys(actions.shortcut_text("mute"), actions.shortcut_text("talk"))

    name_those_of_the_microphone()
    actions.keys_changed.connect(name_those_of_the_microphone)
    actions.keep_tip(controls.tune, "microphone")
    actions.keep_tip(controls.verbatim, "verbatim")
    actions.keep_tip(controls.interrupt, "interrupt")
    actions.keep_tip(controls.transcript, "transcript")


def show_menu(window: "MainWindow", at: QPoint, *, above: bool) -> None:
    """Offer what there is to do, below or above the place ``at`` on the screen."""
    menu = more_menu(window, window.keys, window.live_page.caption.look, window.choose)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    height = menu.sizeHint().height() if above else 0
    menu.popup(at - QPoint(0, height))


def show_checks(window: "MainWindow") -> None:
    """Let the menu say what is so now."""
    actions, settings, page = window.keys, window.store.current, window.live_page_if_made
    checks = {
        "mute": page.controls.mute.muted if page else settings.muted or settings.push_to_talk,
        "push_to_talk": settings.push_to_talk,
        "captions": settings.captions != "off",
        "transcript": window.side_panel.is_open,
        "record": window.later.is_recording,
        "full_screen": window.isFullScreen(),
        "small_window": window.small_window is not None,
        "inspector": (panel := window.later.inspector_if_made) is not None and not panel.isHidden(),
        **{name: settings.scaling == name for name in SCALINGS},
    }
    if page:
        page.controls.transcript.setChecked(window.side_panel.is_open)
    for name, checked in checks.items():
        actions[name].setChecked(checked)
    live = window.state.live
    for name in ("message", "verbatim", "interrupt", "small_window", "record"):
        actions[name].setEnabled(live)
    actions["leave"].setEnabled(window.state.busy)


def is_typed(event: QEvent, text: str) -> bool:
    """Whether a key with ``text`` is the beginning of a message, typed where no text goes."""
    return bool(text.strip()) and text.isprintable() and event.type() is QEvent.Type.KeyPress


def _escape(window: "MainWindow") -> None:
    """One thing at a time: what is open, what is said, the small window, the full screen, the keyboard."""
    if popup := QApplication.activePopupWidget():
        popup.close()
    elif window.state.live and (window.state.speaking or window.live_page.caption.is_behind):
        window.command.emit(InterruptPersona())
    elif window.small_window:
        window.picture_place.toggle()
    elif window.isFullScreen():
        window.toggle_full_screen()
    elif window.state.live:
        window.video.setFocus()  # and not in the message, so that the controls may fade


def _find(window: "MainWindow") -> None:
    """Among the personas, or in what was said."""
    personas = window.start_page.gallery.header.search
    if personas.isVisible() and not window.side_panel.is_open:
        personas.setFocus(Qt.FocusReason.ShortcutFocusReason)
    else:
        window.side_panel.set_open(True)
        window.later.search_transcript()


def _toggle_captions(window: "MainWindow") -> None:
    """Off, or as they were before."""
    now = window.live_page.caption.look.style
    if now != "off":
        window.last_captions = now
    window.choose("captions", "off" if now != "off" else window.last_captions)


def _toggle_muted(window: "MainWindow") -> None:
    window.controls.mute.toggle_choice()


def _toggle_push_to_talk(window: "MainWindow") -> None:
    window.controls.microphone.switches["push_to_talk"].click()


def _interrupt(window: "MainWindow") -> None:
    if window.state.live:
        window.command.emit(InterruptPersona())


def _leave(window: "MainWindow") -> None:
    if window.state.busy:
        window.command.emit(Disconnect())


def _open(window: "MainWindow", open_popover: object) -> None:
    """A popover belongs to the page of a talk."""
    if window.live_page.isVisible() and callable(open_popover):
        window.live_page.fader.wake()
        open_popover()
