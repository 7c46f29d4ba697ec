"""The broker: holds the API key and starts sessions for viewers (protocol/README.md section 2)."""

from viewer.broker.app import create_app
from viewer.broker.server import serve

__all__ = ["create_app", "serve"]
