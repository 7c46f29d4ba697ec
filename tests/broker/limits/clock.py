"""A clock that a test sets."""


class Clock:
    """Unix time in seconds. It begins at noon of a day."""

    def __init__(self) -> None:
        self.now = 20_000 * 86_400 + 43_200.0

    def __call__(self) -> float:
        return self.now

    def advance(self, seconds: float) -> None:
        """Nothing happens for so long."""
        self.now += seconds
