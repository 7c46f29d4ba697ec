"""Which web pages may call the engine, by the origin that their browser says they are of."""

from typing import Final

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware

from viewer.settings import LOOPBACK_ORIGINS, origin_list

_LOOPBACK: Final = r"https?://([a-z0-9-]+\.)*localhost(:\d+)?|https?://(127(\.\d{1,3}){3}|\[::1\])(:\d+)?"


def allow_pages(app: FastAPI, origins: str) -> None:
    """Let pages of ``origins`` call ``app``; the setting of that name says what it may hold.

    Whoever is no page, as a broker is, sends no origin and is asked for the key only.
    """
    listed = origin_list(origins)
    # No cookies: with a page nothing comes along unasked.
    app.add_middleware(
        CORSMiddleware,
        allow_origins=listed,
        allow_origin_regex=_LOOPBACK if LOOPBACK_ORIGINS in listed else None,
        allow_methods=["GET", "POST"],
        allow_headers=["*"],
    )
