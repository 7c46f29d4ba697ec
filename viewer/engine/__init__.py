"""The local engine: the service's API, signalling and WebRTC, with a drawn persona that speaks."""

from viewer.engine.service.server import serve

__all__ = ["serve"]
