"""Whether macOS lets this program record. Elsewhere Qt says yes without looking."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QMicrophonePermission, QObject, Qt

from viewer.errors import MicrophoneDenied


def ask_to_record(context: QObject, told: Callable[[MicrophoneDenied | None], None]) -> None:
    """Have the system ask the user, the first time; ``told`` gets what came of it, on this thread.

    Args:
        context: nothing is told any more when it is gone.
    """
    application = QCoreApplication.instance()
    if sys.platform != "darwin" or application is None:
        return
    permission = QMicrophonePermission()

    def ask_again(*_: object) -> None:
        told(_fault(application.checkPermission(permission)))

    if application.checkPermission(permission) is Qt.PermissionStatus.Undetermined:
        application.requestPermission(permission, context, ask_again)
    else:
        ask_again()


def _fault(status: Qt.PermissionStatus) -> MicrophoneDenied | None:
    if status is not Qt.PermissionStatus.Denied:
        return None
    return MicrophoneDenied(
        hint="Allow Persona Viewer in System Settings, Privacy & Security, Microphone; then start it again."
    )
