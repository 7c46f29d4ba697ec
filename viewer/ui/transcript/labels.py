"""The words of exports that nobody said. Who has Qt translates them; here they are English."""

from collections.abc import Callable
from dataclasses import dataclass

from viewer.ui.transcript.line import Line


def _dropped(count: int) -> str:
    return f"{count:,} earlier {'line is' if count == 1 else 'lines are'} not kept."


@dataclass(frozen=True, slots=True)
class Labels:
    """``dropped`` says that so many lines are missing before the first."""

    title: str = "Conversation"
    you: str = "You"
    avatar: str = "Avatar"
    typed: str = "typed"
    interrupted: str = "interrupted"
    corrected: str = "corrected"
    lost: str = "not delivered"
    dropped: Callable[[int], str] = _dropped

    def name(self, line: Line) -> str:
        """Who said ``line``."""
        return self.you if line.role == "user" else line.name or self.avatar

    def remarks(self, line: Line) -> list[str]:
        """What is to be known of ``line`` beside its words."""
        said = (
            (line.how == "typed", self.typed),
            (line.interrupted, self.interrupted),
            (line.corrected, self.corrected),
            (line.lost, self.lost),
        )
        return [words for applies, words in said if applies]


ENGLISH = Labels()
