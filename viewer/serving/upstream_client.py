"""HTTP clients of what a server asks in its turn."""

import ssl
from functools import cache
from typing import Any, Final

import httpx

# A proxy set for the way out must not come between a server and another one on the same machine.
_NEVER_PROXIED: Final = ("all://localhost", "all://127.0.0.1", "all://[::1]")


def upstream_client(url: str, **options: Any) -> httpx.AsyncClient:
    """A client for ``url`` with httpx's ``options``, which asks this machine past any proxy."""
    return httpx.AsyncClient(base_url=url, mounts=dict.fromkeys(_NEVER_PROXIED), verify=trust(), **options)


@cache
def trust() -> ssl.SSLContext:
    """What certificates servers trust: httpx's, as the viewer does. Made once, which takes some 50 ms."""
    context = httpx.create_ssl_context()
    context.set_alpn_protocols(["http/1.1"])
    return context
