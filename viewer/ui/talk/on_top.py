"""Windows that stay over all others, where the platform has that."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def refusal() -> str | None:
    """Why no window can stay on top by itself here, for the user; None if it can."""
    if not QGuiApplication.platformName().startswith("wayland"):
        return None
    return QCoreApplication.translate(
        "OnTop",
        "On Wayland a program cannot keep its own window on top. "
        "Choose “Always on Top” in the window's own menu, which Alt+Space opens.",
    )


def keep_on_top(window: QWidget, on: bool) -> None:
    """Keep ``window`` over all others, or no longer, without hiding it in between."""
    handle = window.windowHandle()
    if handle is None:  # not shown yet
        window.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, on)
        return
    handle.setFlag(Qt.WindowType.WindowStaysOnTopHint, on)
    window.overrideWindowFlags(handle.flags())
