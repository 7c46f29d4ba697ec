"""The TLS context that all connections of the process share."""

import ssl
from functools import cache

import httpx


@cache
def tls_context() -> ssl.SSLContext:
    """Trusts what httpx trusts. Made once: that takes 30 to 80 ms, which no frame is to wait for."""
    return httpx.create_ssl_context()
