"""Without tokens the broker is for this computer alone, unless somebody says otherwise."""

import logging
from typing import Any

import pytest

from viewer.broker.access.access import Access
from viewer.broker.rules import AccessRules
from viewer.broker.server import serve
from viewer.errors import UsageError
from viewer.settings import BrokerSettings

TOKEN = {"PERSONA_VIEWER_CLIENT_TOKEN": "0123456789abcdef" * 2}


@pytest.mark.parametrize(
    ("address", "rules", "expected"),
    [
        ("127.0.0.1", {}, True),
        ("::1", {}, True),
        ("127.0.0.1", {"hosts": ["localhost", "127.0.0.1", "broker.localhost"]}, True),
        ("0.0.0.0", {}, False),
        ("::", {}, False),
        ("192.0.2.7", {}, False),
        # A proxy on this computer brings everybody in by loopback.
        ("127.0.0.1", {"trusted_proxies": ["127.0.0.1/32"]}, False),
        ("127.0.0.1", {"hosts": ["broker.example"]}, False),
    ],
)
def test_an_open_broker_is_not_reached_from_elsewhere(
    address: str, rules: dict[str, Any], expected: bool, caplog: pytest.LogCaptureFixture
) -> None:
    access_rules = AccessRules.model_validate(rules)
    access = Access(BrokerSettings(), access_rules, {})
    if expected:
        access.check_exposure(address)
        return
    with pytest.raises(UsageError) as refused:
        access.check_exposure(address)
    assert "your account pays" in refused.value.message
    for way_out in ("broker token add", "127.0.0.1", "--allow-open"):
        assert way_out in refused.value.hint
    # Whoever says so, or asks for tokens, may have it.
    Access(BrokerSettings(), access_rules, TOKEN).check_exposure(address)
    caplog.set_level(logging.WARNING)
    Access(BrokerSettings(allow_open=True), access_rules, {}).check_exposure(address)
    assert "your account pays" in caplog.text


def test_it_does_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANAM_API_KEY", "key-of-the-test")
    monkeypatch.delenv("PERSONA_VIEWER_CLIENT_TOKEN", raising=False)
    with pytest.raises(UsageError, match="Without tokens, anybody who can reach this broker"):
        serve(BrokerSettings(host="0.0.0.0", port=0))
