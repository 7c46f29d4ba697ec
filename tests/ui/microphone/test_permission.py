"""macOS's permission to record, with the system faked at Qt's edge."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Qt

from viewer.errors import MicrophoneDenied
from viewer.ui.microphone import permission

Status = Qt.PermissionStatus


class System:
    """Answers for the user, the first time it is asked."""

    def __init__(self, status: Status, answer: Status = Status.Granted) -> None:
        self.status = status
        self._answer = answer

    def checkPermission(self, _permission: object) -> Status:  # noqa: N802
        return self.status

    def requestPermission(  # noqa: N802
        self, _permission: object, _context: QObject, told: Callable[[object], None]
    ) -> None:
        self.status = self._answer
        told(object())


@pytest.mark.parametrize(
    ("system", "denied"),
    [
        (System(Status.Granted), False),
        (System(Status.Denied), True),
        (System(Status.Undetermined, Status.Granted), False),
        (System(Status.Undetermined, Status.Denied), True),
    ],
)
def test_a_mac_that_forbids_it_is_told_with_the_place_to_allow_it(
    system: System, denied: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(permission, "sys", SimpleNamespace(platform="darwin"))
    monkeypatch.setattr(permission, "QCoreApplication", SimpleNamespace(instance=lambda: system))
    told: list[MicrophoneDenied | None] = []
    permission.ask_to_record(QObject(), told.append)
    [fault] = told
    assert (fault is not None) is denied
    if fault:
        assert "System Settings" in fault.hint


def test_elsewhere_nobody_is_asked() -> None:
    told: list[MicrophoneDenied | None] = []
    permission.ask_to_record(QObject(), told.append)
    assert told == []
