"""What scrolls shows what is below it."""

from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def use_clear_viewport(area: QAbstractScrollArea) -> None:
    """Have ``area`` paint no ground of its own.

    By a viewport of ours: to hand out Qt's, PySide looks among its classes of all widgets for the one that it
    is, and so makes them all, 10 ms before the first paint.
    """
    area.setViewport(QWidget())
