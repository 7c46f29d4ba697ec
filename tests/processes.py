"""The product's own servers as child processes, as a user runs them."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence

READY = "READY "

API_KEY = "key-of-all-the-tests"


class Server:
    """A child process that says ``READY http://…`` when it listens."""

    def __init__(self, command: Sequence[str], environment: dict[str, str] | None = None) -> None:
        self.process = subprocess.Popen(
            command, env=os.environ | (environment or {}), stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout
        for line in self.process.stdout:
            if line.startswith(READY):
                self.url = line.removeprefix(READY).strip()
                return
        self.stop()
        raise AssertionError(f"{command} ended with {self.process.returncode} before it was ready")

    def stop(self) -> int:
        """End it politely; returns its exit code."""
        self.process.terminate()
        return self._ended()

    def kill(self) -> None:
        """End it as a crash would."""
        self.process.kill()
        self._ended()

    def _ended(self) -> int:
        code = self.process.wait(10)
        if self.process.stdout:
            self.process.stdout.close()
        return code


def end_by_sigterm() -> None:
    """Have SIGTERM end this process as an exception does, so that nothing that it started is left running."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


def viewer_command(*words: str) -> list[str]:
    """``persona-viewer`` with ``words``."""
    return [sys.executable, "-m", "viewer", *words]


def start_engine(api_key: str = API_KEY, port: int = 0, *options: str, hearing: bool = False) -> Server:
    """The local engine on ``port``, 0 for a free one. How much it carries does not depend on the machine."""
    ears = () if hearing else ("--no-hearing",)
    command = viewer_command("engine", "--port", str(port), "--capacity", "16", *ears, *options)
    return Server(command, {"PERSONA_VIEWER_API_KEY": api_key})


def start_broker(upstream: str, api_key: str = API_KEY) -> Server:
    """The broker on a free port, in front of ``upstream``."""
    command = viewer_command("broker", "--port", "0", "--upstream", upstream)
    return Server(command, {"ANAM_API_KEY": api_key})
