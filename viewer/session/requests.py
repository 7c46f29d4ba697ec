"""The request for a session that the settings mean."""

from viewer.protocol.commands import Connect
from viewer.settings import ViewerSettings


def connect_with(settings: ViewerSettings) -> Connect:
    """The command to connect as ``settings`` say."""
    return Connect(
        settings.broker,
        settings.persona,
        settings.quality,
        settings.proxy,
        lip_sync=settings.lip_sync,
        gateway=settings.gateway,
    )
