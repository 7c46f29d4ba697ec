"""What becomes of something that went wrong: tried again by hand, with a token, or when the wait is over."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from viewer.protocol.commands import ForgetToken, KeepToken
from viewer.protocol.events import TokenForgotten, TokenKept
from viewer.ui.gallery.failure_box import FailureBox
from viewer.ui.gallery.redial import LONGEST_SECONDS, Redial
from viewer.ui.view_state import Failure, failure


class Setback(QObject):
    """Keeps ``box`` in step with what is waited for."""

    asked = Signal(object)
    """A :class:`KeepToken` or :class:`ForgetToken` for the media thread."""

    dismissed = Signal()
    """The user has read it."""

    def __init__(self, box: FailureBox) -> None:
        super().__init__(box)
        self.redial = Redial(parent=self)
        self._box = box
        self._broker = ""
        self._again: Callable[[], None] = self.clear
        box.retry_requested.connect(self._try_again)
        box.dismissed.connect(self._dismiss)
        box.token_given.connect(self._keep_token)
        self.redial.counted.connect(box.count)
        self.redial.due.connect(self._try_again)

    def tell(
        self, failed: Failure, broker: str, again: Callable[[], None], *, may_wait: bool = False
    ) -> None:
        """Tell that ``broker``, or what is behind it, failed; ``again`` tries it once more, by itself if
        ``may_wait`` and somebody said how long.
        """
        self.clear()
        self._broker, self._again = broker, again
        wait = failed.retry_after
        if may_wait and wait and wait <= LONGEST_SECONDS:
            self.redial.begin(wait)
        self._box.show_failure(failed, self.redial.seconds_left)
        if failed.wants_token:
            self._box.say(self.tr("Ask the broker's operator for one, and enter it here."))

    def clear(self) -> None:
        """Nothing is wrong, and nothing is waited for."""
        self.redial.cancel()
        self._box.show_failure(None)

    def token_kept(self, kept: TokenKept) -> None:
        """The token that the user gave is kept, or is not."""
        if kept.broker != self._broker:
            return
        if kept.error:
            self._box.say(kept.error.told)
        else:
            self._try_again()

    def token_forgotten(self, forgotten: TokenForgotten) -> None:
        """There is no token for a broker any more, or it could not be forgotten."""
        if forgotten.error:
            again = ForgetToken(forgotten.broker)
            self.tell(failure(forgotten.error), forgotten.broker, lambda: self.asked.emit(again))

    def _try_again(self) -> None:
        self.clear()
        self._again()

    def _dismiss(self) -> None:
        self.clear()
        self.dismissed.emit()

    def _keep_token(self, token: str) -> None:
        self._box.say(self.tr("Keeping the token …"))
        self.asked.emit(KeepToken(self._broker, token))
