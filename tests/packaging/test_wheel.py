"""The wheel alone: what pip makes of it in an empty environment, without packaging/constraints.txt."""

import json
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.packaging.conftest import wheel_in
from tests.packaging.environments import Environment, screen
from tests.processes import start_broker, start_engine
from viewer import __version__
from viewer.build_facts import COMMIT_FILE, commit_of_checkout

ROOT = Path(__file__).parents[2]
KEY = "key-of-the-test"


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
def test_what_pip_chose_fits_together(installed: Environment) -> None:
    checked = installed.run("pip", "check")
    assert checked.returncode == 0, checked.stdout
    names = {line.partition("==")[0].lower() for line in installed.run("pip", "freeze").stdout.splitlines()}
    assert {"av", "aiortc", "persona-viewer"} <= {name.partition(" ")[0] for name in names}
    assert not {"fastapi", "uvicorn", "piper-tts", "skia-python"} & names


@pytest.mark.long
def test_pip_builds_and_installs_the_sdist(
    built: Path, installed: Environment, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (sdist,) = built.glob("persona_viewer-*.tar.gz")
    environment = Environment(tmp_path_factory.mktemp("sdist"))
    done = environment.run("pip", "install", "--quiet", "--no-deps", str(sdist))
    assert done.returncode == 0, done.stderr
    files = [each.run("pip", "show", "--files", "persona-viewer").stdout for each in (environment, installed)]
    modules = [
        {line for line in told.splitlines() if line.startswith("  viewer/") and "__pycache__" not in line}
        for told in files
    ]
    assert modules[0] == modules[1]
    assert "  viewer/assets/icon.svg" in modules[0]


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
