"""The session's state in a word or two, with a dot in its colour."""

from viewer.ui import look
from viewer.ui.language.told import told
from viewer.ui.view_state import ViewState
from viewer.ui.widgets.pill import Pill


class StatusPill(Pill):
    """Lies over the picture."""

    def render_state(self, state: ViewState) -> None:
        """Show where ``state`` stands."""
        words = told(state.words)
        self.say(words, _role(state))
        self.setAccessibleName(self.tr("State: {words}").format(words=words))


def _role(state: ViewState) -> look.Role:
    if state.stalled:
        return "over_warning"
    if state.listening and state.live:
        return "over_accent"
    if state.live:
        return "over_good"
    return "over_accent" if state.busy else "on_over_quiet"
