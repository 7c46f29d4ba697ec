"""The probe in its own network, the engine in another, coturn in a third, and firewalls between them."""

from typing import Any

import pytest

from tests.network.coturn import Coturn
from tests.network.network import Network

pytestmark = pytest.mark.long

# Long enough for a beep of the clock persona, and for the deadline after which a failure is explained.
SECONDS = 3
SECONDS_TO_FAIL = 14

NO_UDP_TO_ENGINE = (
    'iifname "viewer" oifname "engine" meta l4proto udp',
    'iifname "engine" oifname "viewer" meta l4proto udp',
)
NO_UDP = ('iifname "viewer" meta l4proto udp', 'oifname "viewer" meta l4proto udp')
SILENT = "10.77.3.9"


def block(network: Network, *rules: str) -> None:
    for rule in rules:
        network.drop(rule)


def route(report: dict[str, Any]) -> tuple[str, str | None]:
    """The local candidate's type, and the relay."""
    assert report["ok"], report
    return report["route"]["local"], report["route"]["relay"]


def test_media_goes_directly_though_relays_are_offered(network: Network, coturn: Coturn) -> None:
    broker = network.serve([coturn.server("stun", "udp", "tcp", "tls")])
    assert route(network.probe(broker, SECONDS)) == ("host", None)


def test_a_relay_carries_the_media_where_udp_to_the_engine_is_blocked(
    network: Network, coturn: Coturn
) -> None:
    block(network, *NO_UDP_TO_ENGINE)
    broker = network.serve([coturn.server("stun", "udp", "tcp")])
    assert route(network.probe(broker, SECONDS)) == ("relay", coturn.url("udp"))


def test_a_relay_over_tcp_is_the_way_out_where_all_udp_is_blocked(network: Network, coturn: Coturn) -> None:
    block(network, *NO_UDP)
    broker = network.serve([coturn.server("stun", "udp", "tcp")])
    assert route(network.probe(broker, SECONDS)) == ("relay", coturn.url("tcp"))


def test_a_relay_over_tls_is_the_last_way_out(network: Network, coturn: Coturn) -> None:
    block(network, *NO_UDP, 'iifname "viewer" oifname "relay" tcp dport 3478')
    broker = network.serve([coturn.server("stun", "udp", "tcp", "tls")])
    trust = {"SSL_CERT_FILE": str(coturn.certificate)}
    assert route(network.probe(broker, SECONDS, trust)) == ("relay", coturn.url("tls"))


def test_a_relay_whose_certificate_nobody_vouches_for_is_not_used(network: Network, coturn: Coturn) -> None:
    block(network, *NO_UDP)
    report = network.probe(network.serve([coturn.server("tls")]), SECONDS_TO_FAIL)
    assert report["error"]["code"] == "relay-untrusted"


def test_servers_that_are_dead_or_refuse_hide_none_behind_them(network: Network, coturn: Coturn) -> None:
    block(network, *NO_UDP_TO_ENGINE)
    dead = {"urls": [f"stun:{SILENT}", f"turn:{SILENT}"], "username": "u", "credential": "c"}
    refusing = coturn.server("udp", "tcp", credential="an-older-credential")
    broker = network.serve([dead, refusing, coturn.server("udp")])
    assert route(network.probe(broker, SECONDS)) == ("relay", coturn.url("udp"))


def test_a_relay_that_refuses_is_said_to_refuse(network: Network, coturn: Coturn) -> None:
    block(network, *NO_UDP_TO_ENGINE)
    broker = network.serve([coturn.server("stun", "udp", "tcp", credential="an-older-credential")])
    report = network.probe(broker, SECONDS_TO_FAIL)
    assert report["error"]["code"] == "relay-refused"
    assert "an-older-credential" not in str(report)


def test_a_network_without_udp_and_without_relay_is_said_to_be_one(network: Network, coturn: Coturn) -> None:
    block(network, *NO_UDP)
    report = network.probe(network.serve([coturn.server("stun")]), SECONDS_TO_FAIL)
    assert report["error"]["code"] == "connection-blocked"
    assert "no UDP" in report["error"]["message"]


def test_where_only_a_relay_is_allowed_nothing_else_is_told_or_tried(
    network: Network, coturn: Coturn
) -> None:
    network.counted('iifname "viewer" oifname "engine" meta l4proto udp')
    network.counted('iifname "viewer" oifname "relay" meta l4proto udp')
    broker = network.serve([coturn.server("stun", "udp")], policy="relay")
    assert route(network.probe(broker, SECONDS)) == ("relay", coturn.url("udp"))
    direct, relayed = network.counts()
    assert direct == 0
    assert relayed > 100
    sent = [message for message in network.wire(broker) if message.startswith("out")]
    assert any(" typ relay" in message for message in sent)
    assert any("m=video" in message for message in sent)
    for message in sent:
        assert network.address("viewer") not in message
        assert network.address6("viewer") not in message
        assert " typ host" not in message
        assert " typ srflx" not in message


def test_a_relay_is_told_of_when_it_lets_the_engine_through(network: Network, coturn: Coturn) -> None:
    # What the engine sends earlier is dropped by the relay, and sent again half a second later.
    messages = network.wire(network.serve([coturn.server("udp")], policy="relay"))
    told = next(n for n, message in enumerate(messages) if " typ relay" in message)
    assert any("candidate:" in message for message in messages[:told] if message.startswith("in"))


def test_behind_a_nat_the_outer_address_is_told_and_everything_works(
    network: Network, coturn: Coturn
) -> None:
    network.translate()
    broker = network.serve([{"urls": f"stun:{SILENT}"}, coturn.server("stun")])
    candidates = [message for message in network.wire(broker) if " typ srflx " in message]
    assert len(candidates) == 1
    assert f" {network.router_address('relay')} " in candidates[0]


def test_an_engine_that_is_reached_but_never_encrypts_is_said_to_be_one(network: Network) -> None:
    # RFC 7983 section 7: DTLS is what begins with 20 to 63.
    network.drop('iifname "viewer" meta l4proto udp @th,64,8 20-63')
    report = network.probe(network.serve([]), SECONDS_TO_FAIL)
    assert report["error"]["code"] == "encryption-failed"


def test_ipv6_alone_is_enough(network: Network) -> None:
    network.forget_ipv4()
    broker = network.serve([], ipv6=True)
    assert "[" in broker
    assert route(network.probe(broker, SECONDS)) == ("host", None)


def test_a_silent_server_costs_nothing(network: Network) -> None:
    without = network.serve([])
    took = [_ice_milliseconds(network.probe(without, SECONDS)) for _ in range(2)]
    network.stop_servers()
    silent = network.serve([{"urls": f"stun:{SILENT}"}, {"urls": f"turn:{SILENT}", "username": "u"}])
    took_longer = [_ice_milliseconds(network.probe(silent, SECONDS)) for _ in range(2)]
    # aioice would wait for five seconds.
    assert min(took_longer) < min(took) + 1000


def _ice_milliseconds(report: dict[str, Any]) -> float:
    assert report["ok"], report
    return float(report["milestones_ms"]["ice"] - report["milestones_ms"]["broker"])
