"""Whether there is a real graphics processor behind the screen."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtGui import QGuiApplication, QRhi, QRhiDriverInfo, QRhiInitParams

# In the names of what only pretends, on this machine or on the host of a virtual one.
_RASTERISERS: Final = (
    *("llvmpipe", "softpipe", "swrast", "software rasterizer", "swiftshader", "lavapipe", "swr "),
    *("basic render", "warp", "gdi generic", "apple software"),
)
_DEVICES: Final = Path("/dev")
# How Mesa is told to use none.
_FORCED: Final = {
    "LIBGL_ALWAYS_SOFTWARE": ("1", "true", "yes"),
    "GALLIUM_DRIVER": ("llvmpipe", "softpipe", "swr"),
}


def is_software(info: QRhiDriverInfo) -> bool:
    """Whether the adapter that ``info`` is about is no adapter, but a program."""
    kind: object = info.deviceType  # by its stub a number
    if kind == QRhiDriverInfo.DeviceType.CpuDevice:
        return True
    return any(word in device_name(info).lower() for word in _RASTERISERS)


def device_name(info: QRhiDriverInfo) -> str:
    """What the driver calls the adapter."""
    return bytes(info.deviceName.data()).decode("utf-8", "replace")


def may_be_real(platform: str, devices: Path = _DEVICES, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether it is worth while to ask the driver, which takes time and memory, more so if there is none.

    Args:
        platform: Qt's name of how windows are shown.
    """
    if platform in ("cocoa", "windows"):
        return True
    if platform not in ("xcb", "wayland"):
        return False
    if any(environment.get(name, "").lower() in values for name, values in _FORCED.items()):
        return False
    if not sys.platform.startswith("linux"):
        return True
    return any(devices.glob("dri/renderD*")) or (devices / "nvidiactl").exists()


def real_adapter() -> str | None:
    """The name of the graphics processor that Qt would draw by; None if there is none.

    Belongs to the GUI thread, which it holds up for as long as the driver takes to load: some tens of
    milliseconds.
    """
    if not may_be_real(QGuiApplication.platformName()):
        return None
    # By what Qt draws widgets with on this system.
    if sys.platform == "win32":
        from PySide6.QtGui import (  # type: ignore[attr-defined]  # noqa: PLC0415 - only there
            QRhiD3D11InitParams,
        )

        return _name_of_real(QRhi.Implementation.D3D11, QRhiD3D11InitParams())
    if sys.platform == "darwin":
        from PySide6.QtGui import (  # type: ignore[attr-defined]  # noqa: PLC0415 - only there
            QRhiMetalInitParams,
        )

        return _name_of_real(QRhi.Implementation.Metal, QRhiMetalInitParams())
    from PySide6.QtGui import QRhiGles2InitParams  # noqa: PLC0415 - not everywhere

    parameters = QRhiGles2InitParams()
    surface = QRhiGles2InitParams.newFallbackSurface()
    parameters.fallbackSurface = surface
    return _name_of_real(QRhi.Implementation.OpenGLES2, parameters)


def _name_of_real(kind: QRhi.Implementation, parameters: QRhiInitParams) -> str | None:
    rhi: QRhi | None = QRhi.create(kind, parameters)
    if rhi is None:
        return None
    info = rhi.driverInfo()
    return None if is_software(info) else device_name(info)
