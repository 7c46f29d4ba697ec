"""Which FFmpeg decodes here."""

import av


def ffmpeg_version() -> str:
    """Its version, such as ``8.0.1``."""
    return str(av.ffmpeg_version_info)
