"""Where a request came from: what proxies say is believed of those that are trusted, and no further."""

from ipaddress import ip_network
from typing import Any

import pytest
import uvicorn

from viewer.broker.access.access import Access
from viewer.broker.access.address import client_address
from viewer.broker.refusal import SessionNotGranted
from viewer.broker.rules import AccessRules
from viewer.broker.server import serve
from viewer.settings import BrokerSettings

TRUSTED = [ip_network("10.0.0.0/8"), ip_network("2001:db8:1::/48")]


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        # Trusting all is the first mistake: whoever asks directly writes there what it likes.
        ("203.0.113.9", ["198.51.100.1"], "203.0.113.9"),
        ("203.0.113.9", ["10.0.0.1"], "203.0.113.9"),
        # Trusting none is the second: then all clients of a proxy are one.
        ("10.0.0.1", ["198.51.100.1"], "198.51.100.1"),
        # The left end is the client's own invention; the right-most address that is no proxy's counts.
        ("10.0.0.1", ["127.0.0.1, 198.51.100.1"], "198.51.100.1"),
        ("10.0.0.1", ["127.0.0.1", "198.51.100.1"], "198.51.100.1"),
        ("10.0.0.1", ["203.0.113.9, 198.51.100.1, 10.2.2.2, 10.3.3.3"], "198.51.100.1"),
        ("10.0.0.1", ["10.9.9.9, 198.51.100.1"], "198.51.100.1"),
        # All of them are proxies: a client in their own network.
        ("10.0.0.1", ["10.2.2.2, 10.3.3.3"], "10.2.2.2"),
        ("10.0.0.1", [], "10.0.0.1"),
        ("10.0.0.1", [""], "10.0.0.1"),
        # What cannot be read ends what is seen.
        ("10.0.0.1", ["198.51.100.1, unknown"], "10.0.0.1"),
        ("10.0.0.1", ["198.51.100.1, 999.1.1.1, 10.2.2.2"], "10.2.2.2"),
        ("10.0.0.1", ["198.51.100.1,,"], "10.0.0.1"),
        # Ways to write an address.
        ("10.0.0.1", ["198.51.100.1:4711"], "198.51.100.1"),
        ("10.0.0.1", ["[2001:db8:2::7]:4711"], "2001:db8:2::7"),
        ("10.0.0.1", ["2001:DB8:2::7"], "2001:db8:2::7"),
        ("2001:db8:1::1", ["198.51.100.1"], "198.51.100.1"),
        ("::ffff:10.0.0.1", ["::ffff:198.51.100.1"], "198.51.100.1"),
        ("fe80::1%eth0", ["198.51.100.1"], "fe80::1"),
        ("", ["198.51.100.1"], ""),
        # As long as anybody likes: only its right end is read.
        ("10.0.0.1", [",".join(["198.51.100.1"] * 10_000)], "198.51.100.1"),
        ("10.0.0.1", [",".join(["198.51.100.1"] + ["10.2.2.2"] * 10_000)], "10.2.2.2"),
    ],
)
def test_the_right_most_address_that_is_not_a_trusted_proxy_counts(
    peer: str, forwarded: list[str], address: str
) -> None:
    assert client_address(peer, forwarded, TRUSTED) == address


@pytest.mark.parametrize("peer", ["127.0.0.1", "10.0.0.1", "::1"])
def test_without_trusted_proxies_the_header_says_nothing(peer: str) -> None:
    assert client_address(peer, ["198.51.100.1"], []) == peer


@pytest.mark.parametrize(
    ("trusted", "address"),
    [([], "127.0.0.1"), (["127.0.0.0/8"], "198.51.100.1"), (["10.0.0.0/8"], "127.0.0.1")],
)
async def test_a_caller_has_the_address_that_its_rules_allow(trusted: list[str], address: str) -> None:
    rules = AccessRules.model_validate({"trusted_proxies": trusted})
    access = Access(BrokerSettings(allow_open=True), rules, {})
    headers = [(b"x-forwarded-for", b"192.0.2.66, 198.51.100.1")]
    asked: dict[str, Any] = {"type": "http", "client": ("127.0.0.1", 1), "headers": headers}
    caller = await access.caller(asked)
    assert caller.name == caller.address == address


async def test_a_caller_by_a_socket_without_addresses_has_none() -> None:
    access = Access(BrokerSettings(), AccessRules(), {})
    assert (await access.caller({"type": "http", "client": None, "headers": []})).address == ""


def test_the_server_does_not_believe_the_header_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """uvicorn would of this computer, and of whatever FORWARDED_ALLOW_IPS says."""
    configs: list[uvicorn.Config] = []
    monkeypatch.setenv("ANAM_API_KEY", "key-of-the-test")
    monkeypatch.setattr(uvicorn.Server, "run", lambda its, sockets: configs.append(its.config))
    assert serve(BrokerSettings(port=0)) == 0
    assert [config.proxy_headers for config in configs] == [False]


async def test_without_tokens_a_client_is_who_asks_from_one_place() -> None:
    access = Access(BrokerSettings(), AccessRules(), {})
    homes = ["2001:db8:7:1::aa", "2001:db8:7:1:ffff::bb", "2001:db8:7:2::aa"]
    names = [
        (await access.caller({"type": "http", "client": (home, 1), "headers": []})).name for home in homes
    ]
    assert names[0] == names[1] == "2001:db8:7:1::/64"
    assert names[2] == "2001:db8:7:2::/64"


@pytest.mark.parametrize("header", ["X-Forwarded-For", "X-Real-IP", "Forwarded", "Via"])
async def test_what_came_through_a_proxy_is_not_from_this_computer(header: str) -> None:
    asked: Any = {"type": "http", "client": ("127.0.0.1", 1), "headers": [(header.lower().encode(), b"x")]}
    with pytest.raises(SessionNotGranted) as refusal:
        await Access(BrokerSettings(), AccessRules(), {}).caller(asked)
    assert (refusal.value.status, refusal.value.refusal.error) == (403, "through-a-proxy")
    assert (
        await Access(BrokerSettings(allow_open=True), AccessRules(), {}).caller(asked)
    ).name == "127.0.0.1"
