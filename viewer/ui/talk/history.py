"""What was typed and sent, to be found again by ↑ and ↓. No Qt."""

from typing import Final

MOST: Final = 100


class History:
    """Sent messages, and the draft below the newest of them. Whatever is edited in between stays as it is
    until something is sent. Kept in memory only.
    """

    def __init__(self) -> None:
        self._sent: list[str] = []
        self._edited: dict[int, str] = {}
        """By place; the draft's is behind the last one sent."""
        self._place = 0

    def sent(self, text: str) -> None:
        """``text`` was sent; the next draft is empty."""
        if self._sent[-1:] != [text]:
            self._sent = [*self._sent, text][-MOST:]
        self._edited.clear()
        self._place = len(self._sent)

    def older(self, shown: str) -> str | None:
        """What comes before ``shown``, which is kept as it is; None if nothing does."""
        return self._go(self._place - 1, shown)

    def newer(self, shown: str) -> str | None:
        """What comes after it; None if nothing does."""
        return self._go(self._place + 1, shown)

    def _go(self, place: int, shown: str) -> str | None:
        if not 0 <= place <= len(self._sent):
            return None
        self._edited[self._place] = shown
        self._place = place
        return self._edited.get(place, self._sent[place] if place < len(self._sent) else "")
