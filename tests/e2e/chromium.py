"""Headless Chromium on a page of ours."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from pathlib import Path

import pytest
from websockets.datastructures import Headers
from websockets.http11 import Response

_CHROMIUM = shutil.which("chromium")
HEADLESS = ("--headless",)
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
    "--use-fake-ui-for-media-stream",
    "--disable-features=WebRtcHideLocalIpsWithMdns",
)

needs_chromium = pytest.mark.skipif(_CHROMIUM is None, reason="needs Chromium (Debian: chromium)")


@asynccontextmanager
async def chromium(
    url: str, profile: Path, *flags: str, window: tuple[str, ...] = HEADLESS
) -> AsyncIterator[None]:
    """A browser on ``url``, with a new ``profile`` and further ``flags``, until the context ends.

    ``window``: the flags for where it shows; nowhere by itself.
    """
    assert _CHROMIUM
    browser = await asyncio.create_subprocess_exec(
        _CHROMIUM,
        *_FLAGS,
        *window,
        *flags,
        f"--user-data-dir={profile}",
        url,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        browser.terminate()
        await browser.wait()


def page_response(name: str) -> Response:
    """The page ``name`` of this folder."""
    return file_response(Path(__file__).with_name(name))


def file_response(file: Path) -> Response:
    """``file``: a page, or a script for one."""
    body = file.read_bytes()
    kind = "text/javascript" if file.suffix == ".js" else "text/html"
    headers = Headers({"Content-Type": f"{kind}; charset=utf-8", "Content-Length": str(len(body))})
    return Response(HTTPStatus.OK, "OK", headers, body)
