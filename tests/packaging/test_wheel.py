"""The wheel alone: what pip makes of it in an empty environment, without packaging/constraints.txt."""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.processes import start_broker, start_engine

ROOT = Path(__file__).parents[2]
KEY = "key-of-the-test"
# What would lead pip to our versions, or Python to our tree.
_OURS = ("PIP_CONSTRAINT", "PYTHONPATH", "VIRTUAL_ENV")


def requirements() -> dict[str, Requirement]:
    """What the wheel asks for, extras included, on this Python."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    lines = (*project["dependencies"], *extras["broker"], *extras["engine"])
    found = map(Requirement, lines)
    return {each.name.lower(): each for each in found if not each.marker or each.marker.evaluate()}


def test_what_is_pinned_is_what_the_wheel_would_take() -> None:
    lines = (ROOT / "packaging" / "constraints.txt").read_text("utf-8").splitlines()
    pins = dict(line.partition(";")[0].lower().split("==") for line in lines if "==" in line)
    for name, requirement in requirements().items():
        assert requirement.specifier.contains(pins.get(name) or pins[name.replace("-", "_")]), requirement


@pytest.mark.parametrize(
    "unfit",
    [
        "av==19.0.0",
        "av==17.1.0",
        "httpx==1.0.0",
        "httpx-socks==0.10.0",
        "websockets==14.2",
        "uvicorn==0.34.3",
    ],
)
def test_what_is_known_not_to_work_is_not_taken(unfit: str) -> None:
    name, _, version = unfit.partition("==")
    assert not requirements()[name].specifier.contains(version)


class Environment:
    """A virtual environment, and commands that run in it, outside the project's folder."""

    def __init__(self, folder: Path) -> None:
        self._outside = folder
        self._commands = folder / "environment" / "bin"
        self._variables = {name: value for name, value in os.environ.items() if name not in _OURS}
        subprocess.run([sys.executable, "-m", "venv", self._commands.parent], check=True)

    def run(self, command: str, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(self._commands / command), *words],
            check=False,
            capture_output=True,
            text=True,
            cwd=self._outside,
            env=self._variables | variables,
        )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment in which pip has installed the wheel, and what the wheel asks for."""
    folder = tmp_path_factory.mktemp("wheel")
    build = ("wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    subprocess.run([sys.executable, "-m", "pip", *build], check=True)
    (wheel,) = folder.glob("persona_viewer-*.whl")
    environment = Environment(folder)
    done = environment.run("pip", "install", "--quiet", str(wheel))
    assert done.returncode == 0, done.stderr
    return environment


@pytest.mark.long
def test_what_pip_chose_fits_together(installed: Environment) -> None:
    checked = installed.run("pip", "check")
    assert checked.returncode == 0, checked.stdout
    names = {line.partition("==")[0].lower() for line in installed.run("pip", "freeze").stdout.splitlines()}
    assert {"av", "aiortc", "persona-viewer"} <= {name.partition(" ")[0] for name in names}
    assert not {"fastapi", "uvicorn", "piper-tts", "skia-python"} & names


@pytest.mark.long
def test_what_is_not_installed_is_named(installed: Environment) -> None:
    refused = installed.run("persona-viewer", "broker", ANAM_API_KEY=KEY)
    assert refused.returncode == 2
    assert "pip install 'persona-viewer[broker]'" in refused.stderr


@pytest.mark.long
def test_a_window_and_a_probe_connect(installed: Environment) -> None:
    engine = start_engine(KEY)
    broker = start_broker(engine.url, KEY)
    session = ("--broker", broker.url, "--persona", "joe", "--seconds", "6")
    screen = {} if os.environ.get("DISPLAY") else {"QT_QPA_PLATFORM": "offscreen"}
    try:
        probe = installed.run("persona-viewer", "probe", "--json", *session)
        window = installed.run("persona-viewer", "run", *session, **screen)
    finally:
        broker.stop()
        engine.stop()
    for ended in (probe, window):
        assert ended.returncode == 0, ended.stderr
        assert "audio processing is not available" not in ended.stderr
        assert json.loads(ended.stdout)["ok"]
    assert json.loads(window.stdout)["video"]["painted_fps"] > 0
