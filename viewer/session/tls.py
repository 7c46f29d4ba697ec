"""The TLS context that all connections of the process share."""

import ssl
from functools import cache

import httpx

from viewer.trust import check_tls_files


@cache
def tls_context() -> ssl.SSLContext:
    """Trusts what httpx trusts. Made once: that takes 30 to 80 ms, which no frame is to wait for.

    Raises:
        UsageError: the environment names files for it that cannot be used.
    """
    check_tls_files()
    return httpx.create_ssl_context()


def tls_of(url: str) -> ssl.SSLContext | None:
    """What a WebSocket to ``url`` is opened with: None where it is one without encryption.

    Raises:
        UsageError: see :func:`tls_context`.
    """
    return tls_context() if url.startswith("wss:") else None
