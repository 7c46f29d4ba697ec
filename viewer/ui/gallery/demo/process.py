"""The demo behind the window: engine and broker as child processes, which end with it."""

from typing import Final

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from viewer.kept_tokens import hold
from viewer.programs import serving, with_servers
from viewer.settings import ENVIRONMENT_PREFIX

PERSONA: Final = "joe"

_READY: Final = "READY "
_STOP_MS: Final = 5000
_TAIL: Final = 2000


def is_installed() -> bool:
    """Whether the demo can run here: not without broker and engine."""
    return with_servers() is not None


class DemoProcess(QObject):
    """Starts the demo's servers. They make their key themselves: it is never in this process."""

    ready = Signal(str)
    """The demo's broker listens at this URL."""

    failed = Signal(str)
    """It did not start, or ended; the last that it said."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.broker = ""
        """Where it listens; empty: it does not."""
        self._said = ""
        self._token = ""
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._not_started)

    def start(self) -> None:
        """See that it runs; :attr:`ready` comes in any case, or :attr:`failed`."""
        if self.broker:
            self.ready.emit(self.broker)
        elif self._process.state() == QProcess.ProcessState.NotRunning:
            import secrets  # noqa: PLC0415 - it loads OpenSSL, and no first paint needs that

            self._said, self._token = "", secrets.token_urlsafe(32)
            self._process.setProcessEnvironment(self._environment())
            program, *words = serving()
            self._process.start(program, [*words, "demo-servers"])

    def stop(self) -> None:
        """End it, within seconds. May be called twice, or without :meth:`start`."""
        self._process.blockSignals(True)
        # The servers stop when their input ends, as they would if this process died.
        self._process.closeWriteChannel()
        running = self._process.state() != QProcess.ProcessState.NotRunning
        if running and not self._process.waitForFinished(_STOP_MS):
            self._process.kill()
            self._process.waitForFinished(_STOP_MS)
        self._process.blockSignals(False)
        self.broker = ""

    def _environment(self) -> QProcessEnvironment:
        """This process's own without settings and keys that are meant for others."""
        environment = QProcessEnvironment.systemEnvironment()
        for name in environment.keys():  # noqa: SIM118 - Qt's, which is no dict
            if name.startswith(ENVIRONMENT_PREFIX) or name == "ANAM_API_KEY":
                environment.remove(name)
        environment.insert("PYTHONUNBUFFERED", "1")
        environment.insert(f"{ENVIRONMENT_PREFIX}CLIENT_TOKEN", self._token)
        return environment

    def _read(self) -> None:
        text = bytes(self._process.readAllStandardOutput().data()).decode(errors="replace")
        self._said = (self._said + text)[-_TAIL:]
        if self.broker:
            return
        line = next((line for line in self._said.splitlines(keepends=True) if line.startswith(_READY)), "")
        if line.endswith("\n"):
            self.broker = line.removeprefix(_READY).strip()
            hold(self.broker, self._token)
            self.ready.emit(self.broker)

    def _ended(self) -> None:
        self.broker = ""
        self.failed.emit(" ".join(self._said.split())[-300:])

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.failed.emit(self._process.errorString())
