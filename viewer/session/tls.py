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
