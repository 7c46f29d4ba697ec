"""A session as data: what happened in it and when, which gives the same session again."""

from dataclasses import dataclass, field

from viewer.protocol.actions import Output
from viewer.protocol.api import ClientConfig
from viewer.protocol.client import ClientProtocol
from viewer.protocol.inputs import Input


@dataclass(frozen=True, slots=True)
class Recording:
    """``inputs`` come with their times on one clock, that of ``began``. Their texts hold secrets."""

    session_id: str
    config: ClientConfig
    began: float
    inputs: list[tuple[float, Input]] = field(default_factory=list)

    def replay(self) -> list[Output]:
        """All that was done and told, in order."""
        protocol = ClientProtocol(self.session_id, self.config, self.began)
        return [output for now, happened in self.inputs for output in protocol.receive(happened, now)]
