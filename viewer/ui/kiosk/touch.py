"""Large buttons for fingers: what one may ask, say it again, stop, larger text, another language, finish."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from viewer.ui import look
from viewer.ui.kiosk.sizes import font, pixels, text_pixels

_HEIGHT: Final = 84
_LETTERS: Final = 30
_GAP: Final = 18
_MARGIN: Final = 48
_MOST_QUESTIONS: Final = 4
# So much of the screen they take at most.
_MOST_HEIGHT: Final = 0.42


class TouchButton(QPushButton):
    """A pill, as large as a finger wants it. ``role``: ``plain``, or ``accent`` for what leads on."""

    def __init__(self, text: str, parent: QWidget, icon: str = "", role: str = "plain") -> None:
        super().__init__(text, parent)
        self._icon, self._role = icon, role
        self._screen = QSize()
        self._drawn: tuple[object, ...] = ()
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys are locked
        self.setAutoDefault(False)

    def fit(self, screen: QSize) -> None:
        """Be as large as ``screen`` wants it."""
        self._screen = screen
        height, letters = text_pixels(_HEIGHT, screen), text_pixels(_LETTERS, screen)
        roles: tuple[look.Role, ...] = ("over", "over_border", "on_over", "over_pressed")
        if self._role == "accent":
            roles = ("primary", "primary", "on_primary", "primary_pressed")
        ground, edge, ink, pressed = map(_css, roles)
        side = letters if len(self.text()) > 1 else 0
        self.setStyleSheet(
            f"QPushButton {{ background: {ground}; border: 2px solid {edge}; color: {ink};"
            f" border-radius: {height // 2 - 1}px; padding: 0 {side}px; min-height: {height - 4}px;"
            f" max-height: {height - 4}px; font-size: {letters}px; }}"
            f"QPushButton:pressed, QPushButton:checked {{ background: {pressed};"
            f" border-color: {_css('over_accent')}; }}"
            f"QPushButton:disabled {{ color: {_css('on_over_disabled')}; }}"
        )
        if self._icon:
            self._show_icon(letters)
            self.setIconSize(QSize(round(letters * 1.5), round(letters * 1.1)))
        self.setFont(font(_LETTERS, screen, strong=True))
        words = self.fontMetrics().horizontalAdvance(self.text())
        image = round(letters * 1.6) if self._icon else 0
        self.resize(max(height, words + image + 2 * side + 12), height)

    def _show_icon(self, letters: int) -> None:
        """Anew only if it looks different: Qt keeps what it makes of each one, up to ten megabytes."""
        looks = letters, self.devicePixelRatioF(), self.layoutDirection(), _css("on_over")
        if looks != self._drawn:
            self._drawn = looks
            self.setIcon(self._spaced_icon(letters))

    def _spaced_icon(self, letters: int) -> QIcon:
        """With room between it and the words."""
        ratio = self.devicePixelRatioF()
        side = letters * 1.1
        drawn = QPixmap(round(letters * 1.5 * ratio), round(side * ratio))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        backwards = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = letters * 0.4 if backwards else 0.0
        look.icon(self._icon, "on_over").paint(painter, QRect(round(left), 0, round(side), round(side)))
        painter.end()
        return QIcon(drawn)


class TouchBar(QWidget):
    """Rows of buttons at the foot of the kiosk; :attr:`top` is where they begin."""

    asked = Signal(str)
    """A question was touched."""

    repeat_wanted = Signal()
    stop_wanted = Signal()
    finish_wanted = Signal()
    larger_changed = Signal(bool)
    language_chosen = Signal(str)

    def __init__(self, parent: QWidget, languages: Mapping[str, str]) -> None:
        super().__init__(parent)
        self._names = languages
        self._questions: list[TouchButton] = []
        self._languages: list[TouchButton] = []
        self.repeat = TouchButton(self.tr("Say it again"), self, "reset")
        self.stop = TouchButton(self.tr("Stop"), self, "stop")
        self.larger = TouchButton(self.tr("Larger text"), self, "larger")
        self.larger.setCheckable(True)
        self.language = TouchButton(self.tr("Language"), self, "language")
        self.language.setCheckable(True)
        self.finish = TouchButton(self.tr("Finish"), self, "leave")
        self.repeat.clicked.connect(lambda _: self.repeat_wanted.emit())
        self.stop.clicked.connect(lambda _: self.stop_wanted.emit())
        self.finish.clicked.connect(lambda _: self.finish_wanted.emit())
        self.larger.toggled.connect(self.larger_changed)
        self.language.toggled.connect(lambda _: self.arrange())
        for code, name in languages.items():
            button = TouchButton(name, self)
            button.clicked.connect(partial(self._choose, code))
            self._languages.append(button)
        self.language.setVisible(len(languages) > 1)

    def set_questions(self, questions: Sequence[str]) -> None:
        """What may be asked at a touch."""
        for button in self._questions:
            button.setParent(None)
            button.deleteLater()
        self._questions = []
        for question in questions[:_MOST_QUESTIONS]:
            button = TouchButton(question, self, role="accent")
            button.clicked.connect(partial(self.asked.emit, question))
            self._questions.append(button)
        self.arrange()

    def show_talk(self, *, speaking: bool, repeatable: bool) -> None:
        """What can be done now."""
        self.stop.setEnabled(speaking)
        self.repeat.setEnabled(repeatable)

    def reset(self) -> None:
        """As for the first visitor."""
        self.larger.setChecked(False)
        self.language.setChecked(False)
        self.show_talk(speaking=False, repeatable=False)

    @property
    def top(self) -> int:
        """How far down the highest row begins, in this widget's coordinates."""
        shown = [button.y() for button in self.findChildren(TouchButton) if not button.isHidden()]
        return min(shown, default=self.height())

    def arrange(self) -> None:
        """Rows from the foot up: controls, then languages or questions."""
        screen = self.size()
        choosing = self.language.isChecked()
        for button in (*self._questions, *self._languages):
            button.setVisible((button in self._languages) == choosing)
        controls = [self.repeat, self.stop, self.larger, self.language, self.finish]
        above = self._languages if choosing else self._questions
        rows = _rows(controls, screen)[::-1]
        gap, most = pixels(_GAP, screen), screen.height() * _MOST_HEIGHT
        kept: list[list[TouchButton]] = []
        for row in _rows(above, screen):
            if (len(rows) + len(kept) + 1) * (row[0].height() + gap) <= most:
                kept.insert(0, row)
            else:  # the face is more than what may be asked
                for button in row:
                    button.hide()
        rows += kept
        y = screen.height() - pixels(_MARGIN, screen)
        for row in rows:
            y -= row[0].height()
            self._place(row, y, gap)
            y -= gap

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.FontChange):
            self.arrange()

    def _place(self, row: Sequence[TouchButton], y: int, gap: int) -> None:
        width = sum(button.width() for button in row) + gap * (len(row) - 1)
        x = (self.width() - width) // 2
        backwards = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for button in reversed(row) if backwards else row:
            button.move(x, y)
            x += button.width() + gap

    def _choose(self, code: str) -> None:
        self.language.setChecked(False)
        self.language_chosen.emit(code)


def _rows(buttons: Sequence[TouchButton], screen: QSize) -> list[list[TouchButton]]:
    """Those that are shown, so many in a row as have room."""
    room = screen.width() - 2 * pixels(_MARGIN, screen)
    gap = pixels(_GAP, screen)
    rows: list[list[TouchButton]] = [[]]
    used = 0
    for button in buttons:
        if button.isHidden():
            continue
        button.fit(screen)
        if button.width() > room:
            button.resize(room, button.height())
        if rows[-1] and used + gap + button.width() > room:
            rows.append([])
            used = 0
        used += button.width() + (gap if rows[-1] else 0)
        rows[-1].append(button)
    return [row for row in rows if row]


def _css(role: look.Role) -> str:
    colour = look.colour(role)
    return f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {colour.alpha()})"
