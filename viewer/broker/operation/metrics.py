"""What is counted for Prometheus. No value of a label is taken from a client, or from the service."""

from collections.abc import Awaitable, Callable
from typing import Final

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)
from starlette.types import Scope

from viewer import __version__
from viewer.broker.refusal import SessionNotGranted
from viewer.protocol import api

# Around what a viewer notices, up to the broker's own deadline.
_SECONDS: Final = (0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0, 5.0, 7.5, 10.0)
_PREFIX: Final = "persona_viewer_broker"


class Metrics:
    """Counted in the broker's event loop, and told from there."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        PlatformCollector(registry=self._registry)
        self._granted = Counter(
            "sessions_granted", "Sessions granted to clients.", namespace=_PREFIX, registry=self._registry
        )
        self._refused = Counter(
            "sessions_refused",
            "Requests for a session that were refused: by which code of the broker, or service-STATUS where "
            "the service said no.",
            ["code"],
            namespace=_PREFIX,
            registry=self._registry,
        )
        self._seconds = Histogram(
            "session_grant_seconds",
            "From a request to the session that it was granted.",
            namespace=_PREFIX,
            registry=self._registry,
            buckets=_SECONDS,
        )
        self._leases = self._gauge("leases", "Sessions that count against limits, of all brokers that share")
        info = Gauge(
            "info", "The version that runs.", ["version"], namespace=_PREFIX, registry=self._registry
        )
        info.labels(__version__).set(1)

    def watch(self, calls_under_way: Callable[[], int], gateway_connections: Callable[[], int]) -> None:
        """Have these asked when the metrics are."""
        calls = self._gauge("calls_under_way", "Sessions being started, and other calls of the service")
        calls.set_function(calls_under_way)
        sockets = self._gauge("gateway_connections", "WebSockets that go through the gateway")
        sockets.set_function(gateway_connections)

    def granted(self, seconds: float) -> None:
        """A session, ``seconds`` after it was asked for."""
        self._granted.inc()
        self._seconds.observe(seconds)

    def refused(self, scope: Scope, refused: SessionNotGranted) -> None:
        """The request ``scope`` was; only those for sessions are counted."""
        self._count(scope, f"service-{refused.status}" if refused.by_service else refused.refusal.error)

    def broke(self, scope: Scope) -> None:
        """The broker has a fault, which the request ``scope`` met."""
        self._count(scope, "broker-fault")

    async def text(self, leases: Callable[[], Awaitable[int | None]]) -> bytes:
        """In Prometheus' text format."""
        count = await leases()
        self._leases.set(float("nan") if count is None else count)
        return generate_latest(self._registry)

    def _count(self, scope: Scope, code: str) -> None:
        if scope["type"] == "http" and scope["method"] == "POST" and scope["path"] == api.SESSION_PATH:
            self._refused.labels(code).inc()

    def _gauge(self, name: str, what: str) -> Gauge:
        return Gauge(name, f"{what}.", namespace=_PREFIX, registry=self._registry)
