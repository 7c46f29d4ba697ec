"""What persona and user say to each other in tests of the window."""

from tests.ui.conftest import Stage
from viewer.protocol.events import MessageUpdated
from viewer.protocol.transcript import Message


def persona_says(stage: Stage, text: str, *, complete: bool = False) -> None:
    """The persona says ``text``, all of which has been heard."""
    stage.play(MessageUpdated(Message("persona::1", "persona", text, complete)))
