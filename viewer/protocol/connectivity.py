"""What was found while connecting, and from that why there is no connection."""

from enum import StrEnum

from viewer import errors
from viewer.protocol.api import ClientConfig


class Outcome(StrEnum):
    """What became of asking a STUN or TURN server."""

    WORKS = "works"
    REFUSED = "refused"
    """It does not take the credentials."""
    UNTRUSTED = "untrusted"
    """Its certificate is not one that this machine trusts."""
    SILENT = "silent"
    """Nothing came back, or nobody is there."""
    FAILED = "failed"
    """It answered something else, or the URL is of no use."""


class Connectivity:
    """Collects facts, in any order and at any time."""

    def __init__(self, config: ClientConfig) -> None:
        self._relay_only = config.ice_transport_policy == "relay"
        self._outcomes: dict[str, Outcome] = {
            url: Outcome.SILENT for server in config.ice_servers for url in server.urls
        }
        self._ice_connected = False

    def server_asked(self, url: str, outcome: Outcome) -> None:
        """``url``, one of the configuration's, was asked. One that was not counts as silent."""
        # One URL may stand there twice with different credentials.
        if self._outcomes.get(url) is not Outcome.WORKS:
            self._outcomes[url] = outcome

    def ice_connected(self) -> None:
        """Connectivity checks passed: datagrams go both ways."""
        self._ice_connected = True

    def why_not(self, *, answered: bool = True) -> errors.ViewerError:
        """Why the media connection did not come up, the offer being ``answered`` or not."""
        if not answered:
            return errors.SignallingLost("The avatar engine did not answer the offer.")
        if self._ice_connected:
            return errors.EncryptionFailed()
        return self._fault_of_relays() or self._block()

    def _fault_of_relays(self) -> errors.MediaError | None:
        relays = {outcome for url, outcome in self._outcomes.items() if _is_relay(url)}
        if Outcome.WORKS in relays:
            return errors.ConnectionBlocked(
                "The avatar engine cannot be reached, not even through the relay.",
                hint="Try again; if it goes on, the avatar engine or its TURN server has a fault.",
            )
        if Outcome.REFUSED in relays:
            return errors.RelayRefused()
        return errors.RelayUntrusted() if Outcome.UNTRUSTED in relays else None

    def _block(self) -> errors.ConnectionBlocked:
        if self._relay_only:
            return errors.ConnectionBlocked(
                "This session may only go through a relay, and none can be reached.",
                hint="Let the firewall allow UDP, or TCP to the TURN server.",
            )
        if self._outcomes and not self._udp_works():
            return errors.ConnectionBlocked(
                "This network lets no UDP through, and no relay can be reached.",
                hint="Let the firewall allow UDP, or ask the broker's operator for a TURN server over TLS.",
            )
        return errors.ConnectionBlocked()

    def _udp_works(self) -> bool:
        over_udp = (outcome for url, outcome in self._outcomes.items() if not _is_over_tcp(url))
        return any(outcome is not Outcome.SILENT for outcome in over_udp)


def _is_relay(url: str) -> bool:
    return url.lower().startswith("turn")


def _is_over_tcp(url: str) -> bool:
    return url.lower().startswith("turns") or url.lower().endswith("transport=tcp")
