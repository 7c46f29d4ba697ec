"""The session's state in a word or two, with a dot in its colour."""

from viewer.ui.view_state import ViewState
from viewer.ui.widgets import theme
from viewer.ui.widgets.pill import Pill


class StatusPill(Pill):
    """Lies over the picture."""

    def render_state(self, state: ViewState) -> None:
        """Show where ``state`` stands."""
        self.say(state.words, _colour(state))
        self.setAccessibleName(f"State: {state.words}")


def _colour(state: ViewState) -> str:
    if state.stalled:
        return theme.WARNING
    if state.listening and state.live:
        return theme.ACCENT
    if state.live:
        return theme.GOOD
    return theme.ACCENT if state.busy else theme.QUIET
