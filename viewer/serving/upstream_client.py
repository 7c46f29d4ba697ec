"""HTTP clients of what a server asks in its turn."""

from typing import Any, Final

import httpx

# A proxy set for the way out must not come between a server and another one on the same machine.
_NEVER_PROXIED: Final = ("all://localhost", "all://127.0.0.1", "all://[::1]")


def upstream_client(url: str, **options: Any) -> httpx.AsyncClient:
    """A client for ``url`` with httpx's ``options``, which asks this machine past any proxy."""
    return httpx.AsyncClient(base_url=url, mounts=dict.fromkeys(_NEVER_PROXIED), **options)
