"""What is for the operator alone: ``/readyz`` and ``/metrics``, on a port of their own."""

from collections.abc import Callable
from typing import Final

from prometheus_client import CONTENT_TYPE_LATEST
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from viewer.broker.access.page_guard import GuardedApp, PageGuard
from viewer.broker.operation.metrics import Metrics
from viewer.broker.operation.readiness import Readiness

_NOT_STORED: Final = {"Cache-Control": "no-store"}


def operation_app(broker: Starlette, guard: Callable[[], PageGuard]) -> Starlette:
    """The operator's pages of ``broker``, for whom the ``guard`` that is in force lets through."""
    readiness: Readiness = broker.state.readiness
    metrics: Metrics = broker.state.metrics

    async def readyz(_request: Request) -> Response:
        if problem := readiness.problem:
            return JSONResponse({"status": "not-ready", "problem": problem}, 503, _NOT_STORED)
        return JSONResponse({"status": "ready"}, headers=_NOT_STORED)

    async def tell_metrics(_request: Request) -> Response:
        text = await metrics.text(broker.state.sessions.count_leases)
        return Response(text, headers=_NOT_STORED | {"Content-Type": CONTENT_TYPE_LATEST})

    app = Starlette(routes=[Route("/readyz", readyz), Route("/metrics", tell_metrics)])
    app.add_middleware(GuardedApp, guard=guard, on_refusal=metrics.refused)
    return app
