"""What a right click on the picture offers: how it fits the window."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from viewer.ui.language.marks import QT_TRANSLATE_NOOP
from viewer.ui.widgets.video import Scaling, VideoWidget

_WORDS: Final[dict[Scaling, str]] = {
    "fit": QT_TRANSLATE_NOOP("PictureMenu", "Fit the window"),
    "fill": QT_TRANSLATE_NOOP("PictureMenu", "Fill the window"),
    "actual": QT_TRANSLATE_NOOP("PictureMenu", "Actual size"),
}


def offer_scalings(
    video: VideoWidget, chosen: Scaling, picked: Callable[[Scaling], None]
) -> Callable[[Scaling], None]:
    """Give ``video`` a menu and the keys Ctrl+1 to Ctrl+3; ``picked`` is told what the user chose.

    Returns:
        what shows another choice.
    """
    group = QActionGroup(video)
    for number, (scaling, words) in enumerate(_WORDS.items(), start=1):
        action = QAction(QCoreApplication.translate("PictureMenu", words), group, checkable=True)
        action.setData(scaling)
        action.setShortcut(QKeySequence(f"Ctrl+{number}"))
        action.setChecked(scaling == chosen)
    video.set_scaling(chosen)
    video.addActions(group.actions())
    video.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show(scaling: Scaling) -> None:
        for action in group.actions():
            action.setChecked(action.data() == scaling)
        video.set_scaling(scaling)

    group.triggered.connect(lambda action: picked(action.data()))
    return show
