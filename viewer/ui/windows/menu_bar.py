"""macOS's menu bar: what can be done, in the places where its users look for it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import qVersion
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QMessageBox

from viewer import __version__

if TYPE_CHECKING:
    from viewer.ui.windows.main_window import MainWindow

_LINE: Final = ""
_TALK: Final = (
    *("message", "verbatim", "interrupt", _LINE),
    *("mute", "push_to_talk", "microphone", "loudspeaker", "louder", "quieter", _LINE),
    *("leave", "preferences", "quit"),
)
_VIEW: Final = (
    *("captions", "transcript", "find", _LINE),
    *("fit", "fill", "actual", _LINE),
    *("zoom_in", "zoom_out", "zoom_off", _LINE),
    "full_screen",
)
_WINDOW: Final = ("small_window", "on_top")
# What belongs into the menu called like the program. Of the others Qt is not to guess it by their words.
_ROLES: Final = {"preferences": QAction.MenuRole.PreferencesRole, "quit": QAction.MenuRole.QuitRole}
_NO_ROLE: Final = QAction.MenuRole.NoRole


class MenuBar(QMenuBar):
    """Offers the actions of ``window``, whose keys are in force already: a menu only shows them.

    Without a parent it is the bar of every window, also of the small one, and inside of none.

    Args:
        copy_diagnostics: puts what helps whoever is asked for help on the clipboard.
    """

    def __init__(self, window: "MainWindow", copy_diagnostics: Callable[[], None]) -> None:
        super().__init__()
        self._window = window
        self.box: QMessageBox | None = None
        """What tells of the program, once it was asked for."""
        self._add(self.tr("Talk"), _TALK)
        self._add(self.tr("View"), _VIEW)
        self._add(self.tr("Window"), _WINDOW)
        helping = self._add(self.tr("Help"), ("inspector",))
        about = helping.addAction(self.tr("About Persona Viewer"), self._tell_of_the_program)
        about.setMenuRole(QAction.MenuRole.AboutRole)
        check = self.tr("Check microphone and loudspeaker")
        helping.addAction(check, window.microphone_check_requested.emit).setMenuRole(_NO_ROLE)
        helping.addAction(self.tr("Copy diagnostics"), copy_diagnostics).setMenuRole(_NO_ROLE)

    def _add(self, title: str, names: tuple[str, ...]) -> QMenu:
        menu = self.addMenu(title)
        for name in names:
            if name == _LINE:
                menu.addSeparator()
            else:
                action = self._window.keys[name]
                action.setMenuRole(_ROLES.get(name, _NO_ROLE))
                menu.addAction(action)
        return menu

    def _tell_of_the_program(self) -> None:
        self.box = box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("About Persona Viewer"))
        box.setText(self.tr("Persona Viewer {version}").format(version=__version__))
        made_with = self.tr("Talk to realtime AI avatars. Made with Qt {version}, under the LGPL.")
        box.setInformativeText(made_with.format(version=qVersion()))
        box.open()
