"""Whether a broker should be sent requests."""

from starlette.datastructures import State


class Readiness:
    """Of the broker with this ``state``; ``is_draining`` once it has been told to stop."""

    def __init__(self, state: State) -> None:
        self._state = state
        self.is_draining = False

    @property
    def problem(self) -> str:
        """Why it should not, in a sentence; "" if it should."""
        if self.is_draining:
            return "The broker is stopping."
        if not hasattr(self._state, "sessions"):
            return "The broker is starting."
        problem: str = self._state.access.problem or self._state.sessions.problem
        return problem
