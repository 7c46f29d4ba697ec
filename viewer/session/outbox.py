"""What is asked of a session before it is there, and after it broke."""

from typing import Final, TypeAlias

from viewer import errors
from viewer.protocol import commands

MAX_KEPT: Final = 100

Kept: TypeAlias = commands.SendText | commands.AddContext | commands.Talk | commands.AnswerToolsByHand


class Outbox:
    """Keeps what must not be lost."""

    def __init__(self) -> None:
        self._kept: list[Kept] = []

    @property
    def kept(self) -> tuple[Kept, ...]:
        """What waits, the oldest first."""
        return tuple(self._kept)

    def keep(self, command: commands.SessionCommand) -> None:
        """Keep ``command`` until there is a session.

        Raises:
            UsageError: it is of no use later, or too much waits already.
        """
        if not isinstance(command, Kept):
            raise errors.UsageError("There is no session yet.", hint="Wait until the persona is there.")
        if len(self._kept) >= MAX_KEPT:
            raise errors.UsageError("Too much is waiting to be said.", hint="Wait for the connection.")
        self._kept.append(command)

    def take(self) -> tuple[Kept, ...]:
        """All that waits; then nothing does."""
        kept, self._kept = self._kept, []
        return tuple(kept)
