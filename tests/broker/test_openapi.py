"""Whatever the broker is asked, it answers as its own OpenAPI says: asked by schemathesis."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings

from tests.broker.conftest import running_broker
from tests.broker.upstream import ScriptedUpstream
from viewer.broker.rules import Rules
from viewer.settings import BrokerSettings

# In turn with all else: it takes both cores for seconds.
pytestmark = pytest.mark.wire

RULES = Rules.model_validate(
    {
        "personas": [{"alias": "desk", "id": "p-1"}],
        "limits": {"client": {"sessions": 3}, "session_seconds": 60},
        "gateway": {"mode": "offered"},
    }
)


@pytest.fixture
def broker(upstream: ScriptedUpstream) -> Iterator[httpx.Client]:
    with running_broker(BrokerSettings(upstream=upstream.url), rules=RULES) as client:
        yield client


def test_it_is_as_it_says(broker: httpx.Client) -> None:
    # They take a second, and all who collect tests would wait for them.
    import schemathesis  # noqa: PLC0415
    from schemathesis.core.result import Ok  # noqa: PLC0415

    schema = schemathesis.openapi.from_url(f"{broker.base_url}/openapi.json")
    operations = list(schema.get_all_operations())
    assert len(operations) >= 5
    for found in operations:
        assert isinstance(found, Ok), found
        operation = found.ok()

        @settings(deadline=None, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def holds(case: "schemathesis.Case[Any]") -> None:
            case.call_and_validate()

        holds()
