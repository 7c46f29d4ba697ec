"""Environments as users make them for what is built, away from the checkout and from what is pinned in it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

# What would lead pip to our versions, or Python to our tree.
_OURS = ("PIP_CONSTRAINT", "PYTHONPATH", "UV_CONSTRAINT", "VIRTUAL_ENV")


class Environment:
    """A virtual environment, and commands that run in it, outside the project's folder."""

    def __init__(self, folder: Path, python: str = sys.executable) -> None:
        self.folder = folder
        self._commands = folder / "environment" / "bin"
        subprocess.run([python, "-m", "venv", self._commands.parent], check=True)

    def run(self, command: str, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """One of its programs, with all that it says."""
        return run_in(self.folder, str(self._commands / command), *words, **variables)


def run_in(folder: Path, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """``command`` in ``folder``, with nothing about it that is of the checkout."""
    environment = {name: value for name, value in os.environ.items() if name not in _OURS}
    return subprocess.run(
        command, check=False, capture_output=True, text=True, cwd=folder, env=environment | variables
    )


def screen() -> dict[str, str]:
    """Xvfb where the tests have one, else none."""
    return {} if os.environ.get("DISPLAY") else {"QT_QPA_PLATFORM": "offscreen"}


def python_of(version: str) -> str | None:
    """A Python of this version that runs, of pyenv or the system; what pyenv puts in the path may not."""
    named = shutil.which(f"python{version}")
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    for python in (*(str(file) for file in sorted(pyenv.glob(f"{version}.*/bin/python"))), named):
        if python and not subprocess.run([python, "-c", "import venv, ensurepip"], check=False).returncode:
            return python
    return None
