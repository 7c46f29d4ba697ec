from typing import Any

import pytest

from viewer import errors
from viewer.protocol.api import ClientConfig
from viewer.protocol.connectivity import Connectivity, Outcome

STUN, UDP, TCP, TLS = "stun:a", "turn:a", "turn:a?transport=tcp", "turns:a"


def connectivity(*urls: str, policy: str = "all", **outcomes: Outcome) -> Connectivity:
    config: dict[str, Any] = {"iceServers": [{"urls": list(urls)}], "iceTransportPolicy": policy}
    facts = Connectivity(ClientConfig.model_validate(config))
    for name, outcome in outcomes.items():
        facts.server_asked({"stun": STUN, "udp": UDP, "tcp": TCP, "tls": TLS}[name], outcome)
    return facts


def test_without_servers_nothing_is_known_but_that_it_is_blocked() -> None:
    error = Connectivity(ClientConfig()).why_not()
    assert type(error) is errors.ConnectionBlocked
    assert error.message == errors.ConnectionBlocked.default_message


def test_no_word_from_any_server_means_that_there_is_no_udp() -> None:
    for facts in (connectivity(STUN), connectivity(STUN, UDP, stun=Outcome.SILENT)):
        error = facts.why_not()
        assert isinstance(error, errors.ConnectionBlocked)
        assert "no UDP" in error.message
        assert "firewall" in error.hint


def test_a_word_from_a_stun_server_means_that_there_is_udp() -> None:
    for outcome in (Outcome.WORKS, Outcome.FAILED):  # also a word that is of no use came by UDP
        assert "no UDP" not in connectivity(STUN, UDP, stun=outcome).why_not().message


def test_a_word_that_came_over_tcp_says_nothing_of_udp() -> None:
    for name in ("tcp", "tls"):
        facts = connectivity(STUN, UDP, TCP, TLS, **{name: Outcome.FAILED})
        assert "no UDP" in facts.why_not().message


@pytest.mark.parametrize(
    ("outcomes", "kind"),
    [
        ({"udp": Outcome.REFUSED}, errors.RelayRefused),
        ({"udp": Outcome.SILENT, "tcp": Outcome.REFUSED}, errors.RelayRefused),
        ({"udp": Outcome.SILENT, "tls": Outcome.UNTRUSTED}, errors.RelayUntrusted),
        ({"udp": Outcome.REFUSED, "tls": Outcome.UNTRUSTED}, errors.RelayRefused),
        ({"udp": Outcome.WORKS, "tls": Outcome.REFUSED}, errors.ConnectionBlocked),
    ],
)
def test_what_a_relay_said_is_passed_on(outcomes: dict[str, Outcome], kind: type[errors.MediaError]) -> None:
    assert type(connectivity(STUN, UDP, TCP, TLS, **outcomes).why_not()) is kind


def test_one_url_with_two_credentials_works_if_one_does() -> None:
    facts = connectivity(UDP, UDP, udp=Outcome.WORKS)
    facts.server_asked(UDP, Outcome.REFUSED)
    assert "not even through the relay" in facts.why_not().message


def test_where_only_a_relay_is_allowed_that_is_what_is_missing() -> None:
    error = connectivity(STUN, policy="relay", stun=Outcome.WORKS).why_not()
    assert "only go through a relay" in error.message


def test_ice_without_dtls_is_told_whatever_else_was_found() -> None:
    facts = connectivity(UDP, udp=Outcome.REFUSED)
    facts.ice_connected()
    assert type(facts.why_not()) is errors.EncryptionFailed
