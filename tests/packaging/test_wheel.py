"""The wheel alone: what pip makes of it in an empty environment, without packaging/constraints.txt."""

import json
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.processes import start_broker, start_engine
from viewer import __version__
from viewer.build_facts import COMMIT_FILE, commit_of_checkout

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

    def __init__(self, folder: Path, python: str = sys.executable) -> None:
        self.folder = folder
        self._commands = folder / "environment" / "bin"
        self._variables = {name: value for name, value in os.environ.items() if name not in _OURS}
        subprocess.run([python, "-m", "venv", self._commands.parent], check=True)

    def run(self, command: str, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(self._commands / command), *words],
            check=False,
            capture_output=True,
            text=True,
            cwd=self.folder,
            env=self._variables | variables,
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


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a wheel made of the checkout, an sdist, and in ``again`` a wheel made of that."""
    folder = tmp_path_factory.mktemp("built")
    hatchling = [sys.executable, "-m", "hatchling", "build", "-d"]
    subprocess.run([*hatchling, str(folder)], check=True, cwd=ROOT)
    (sdist,) = folder.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    unpacked = folder / sdist.name.removesuffix(".tar.gz")
    subprocess.run([*hatchling, str(folder / "again"), "-t", "wheel"], check=True, cwd=unpacked)
    return folder


def wheel_in(folder: Path) -> Path:
    (wheel,) = folder.glob("persona_viewer-*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment in which pip has installed the wheel, and what the wheel asks for."""
    environment = Environment(tmp_path_factory.mktemp("wheel"))
    done = environment.run("pip", "install", "--quiet", str(wheel_in(built)))
    assert done.returncode == 0, done.stderr
    return environment


@pytest.mark.long
def test_a_wheel_made_of_the_sdist_is_that_of_the_checkout(built: Path) -> None:
    with zipfile.ZipFile(wheel_in(built)) as first, zipfile.ZipFile(wheel_in(built / "again")) as second:
        assert first.namelist() == second.namelist()
        assert first.read(f"viewer/{COMMIT_FILE}").decode().strip() == commit_of_checkout(ROOT)
        # Of RECORD the order may differ, of nothing else anything.
        files = [name for name in first.namelist() if not name.endswith("/RECORD")]
        assert [name for name in files if first.read(name) != second.read(name)] == []
    assert "viewer/assets/icon.svg" in files
    assert not [name for name in files if name.startswith(("tests/", "packaging/"))]


@pytest.mark.long
def test_what_is_installed_says_which_build_it_is(installed: Environment) -> None:
    told = installed.run("persona-viewer", "--version").stdout.splitlines()
    assert told[:2] == [f"persona-viewer {__version__}", f"commit {commit_of_checkout(ROOT)}"]
    assert "not installed" not in told[3]


@pytest.mark.long
@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
def test_the_demo_runs_with_both_extras(version: str, built: Path, tmp_path: Path) -> None:
    python = python_of(version)
    if python is None:
        pytest.skip(f"there is no Python {version} with venv here")
    environment = Environment(tmp_path, python)
    try:
        done = environment.run("pip", "install", "--quiet", f"{wheel_in(built)}[broker,engine]")
        assert done.returncode == 0, done.stderr
        demo = environment.run(
            "persona-viewer", "demo", "--seconds", "10", "--snapshot", "demo.png", **screen()
        )
        assert demo.returncode == 0, demo.stderr
        assert json.loads(demo.stdout)["ok"]
        assert (tmp_path / "demo.png").stat().st_size > 10_000
    finally:
        shutil.rmtree(tmp_path / "environment")  # it is over a gigabyte


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
    try:
        probe = installed.run("persona-viewer", "probe", "--json", *session)
        window = installed.run("persona-viewer", "run", *session, **screen())
    finally:
        broker.stop()
        engine.stop()
    for ended in (probe, window):
        assert ended.returncode == 0, ended.stderr
        assert "audio processing is not available" not in ended.stderr
        assert json.loads(ended.stdout)["ok"]
    assert json.loads(window.stdout)["video"]["painted_fps"] > 0
