"""What a tab of the inspector is."""

from PySide6.QtWidgets import QWidget

from viewer.protocol.events import Event


class Tab(QWidget):
    """Made when it is first shown; it is then told what is still known of the session, and all that follows.

    It is told while it is hidden, too: whatever costs something waits until it is shown.
    """

    def take(self, event: Event, painted: int) -> None:
        """Take ``event`` in. ``painted``: pictures painted in this session so far."""
