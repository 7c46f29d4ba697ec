"""The Flatpak manifest that wraps the archive: flatpak-builder has read it, and built nothing of it yet."""

import hashlib
import json
from pathlib import Path
from typing import Any, Final

from release.places import DIST, NAME
from release.share import LINUX

# It has what Qt's part for X11 loads, libxcb-cursor among that, and a C library as new as the archive wants.
_RUNTIME: Final = ("org.kde.Platform", "org.kde.Sdk", "6.8")

_MAY: Final = (
    "--share=network",
    *("--share=ipc", "--socket=fallback-x11", "--socket=wayland", "--device=dri"),
    # Microphone and loudspeaker.
    "--socket=pulseaudio",
    # Notifications and their buttons, the icon during a talk, brokers' tokens, a screen that stays on.
    *("--talk-name=org.freedesktop.Notifications", "--talk-name=org.kde.StatusNotifierWatcher"),
    *("--talk-name=org.freedesktop.secrets", "--talk-name=org.freedesktop.ScreenSaver"),
    "--talk-name=org.gnome.SessionManager",
)
_COMMANDS: Final = (
    f"mkdir --parents /app/bin /app/lib/{NAME}",
    f"cp --archive {NAME} _internal licences /app/lib/{NAME}",
    f"ln --symbolic ../lib/{NAME}/{NAME} /app/bin/{NAME}",
    "cp --archive share /app",
)


def write(archive: Path, to: Path = DIST) -> Path:
    """Put the manifest for ``archive`` beside it. Returns the file."""
    made = to / f"{app_id()}.json"
    made.write_text(json.dumps(manifest(archive), indent=2) + "\n", "utf-8")
    return made


def manifest(archive: Path) -> dict[str, Any]:
    """What flatpak-builder reads: whoever has it has this very ``archive``."""
    runtime, sdk, version = _RUNTIME
    source = {
        "type": "archive",
        "path": archive.name,
        "sha256": hashlib.sha256(archive.read_bytes()).hexdigest(),
    }
    module = {"name": NAME, "buildsystem": "simple", "build-commands": _COMMANDS, "sources": [source]}
    return {
        "id": app_id(),
        "runtime": runtime,
        "runtime-version": version,
        "sdk": sdk,
        "command": NAME,
        # As the others have it; here all is called by the id.
        "rename-desktop-file": f"{NAME}.desktop",
        "rename-icon": NAME,
        "rename-appdata-file": f"{NAME}.metainfo.xml",
        # Wheels' libraries are shipped as they were published.
        "build-options": {"strip": False, "no-debuginfo": True},
        "finish-args": _MAY,
        "modules": [module],
    }


def app_id() -> str:
    """The one of the metainfo."""
    metainfo = (LINUX / f"{NAME}.metainfo.xml").read_text("utf-8")
    return metainfo.partition("<id>")[2].partition("</id>")[0]
