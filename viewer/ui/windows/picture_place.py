"""Where the picture of a talk and its captions are: in the main window, or in the small one in its stead."""

from typing import TYPE_CHECKING

from viewer.protocol.commands import Command, Connect, Disconnect
from viewer.ui.windows.drawing import Drawing
from viewer.ui.windows.window_actions import show_checks

if TYPE_CHECKING:
    from viewer.ui.talk.small_window import SmallWindow
    from viewer.ui.windows.main_window import MainWindow


class PicturePlace:
    """Moves both to and fro. The small window is made when it is first wanted."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._small: SmallWindow | None = None
        self._drawing: Drawing | None = None
        window.command.connect(self._follow)

    @property
    def small_window(self) -> "SmallWindow | None":
        """The small window, while the picture is in it."""
        return self._small if self._small and not self._small.isHidden() else None

    def toggle(self) -> None:
        """Show the picture in the small window, or in the main one again. During a talk only."""
        window = self._window
        if small := self.small_window:
            small.give_back()
            window.live_page.hands.set_enabled(True)
            window.live_page.take_back()
            window.show()
            window.activateWindow()
        elif window.state.live:
            self._small = self._small or self._make()
            self.show_muted()
            window.live_page.hands.set_enabled(False)
            self._small.borrow(window.video, window.live_page.caption, window.screen().availableGeometry())
            window.hide()
        show_checks(window)

    def show_muted(self) -> None:
        """The microphone is muted now, or heard."""
        if self._small:
            mute = self._window.controls.mute
            self._small.show_muted(mute.muted, mute.accessibleName())

    def _follow(self, command: Command) -> None:
        if isinstance(command, Connect):
            self._drawing = self._drawing or Drawing(self._window.video)
            self._drawing.prepare(self._window.store.current.gpu)

    def _make(self) -> "SmallWindow":
        from viewer.ui.talk.small_window import SmallWindow  # noqa: PLC0415

        window = self._window
        small = SmallWindow(window.keys, window.keyPressEvent)
        small.returned.connect(self.toggle)
        small.left.connect(lambda: window.command.emit(Disconnect()))
        small.mute_clicked.connect(window.controls.mute.toggle_choice)
        window.destroyed.connect(small.deleteLater)
        return small
