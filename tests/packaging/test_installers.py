"""The wheel by each installer on each Python, into an empty folder, without packaging/constraints.txt."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packaging.conftest import wheel_in
from tests.packaging.environments import Environment, python_of, run_in, screen

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment with pipx and uv in it."""
    made = Environment(tmp_path_factory.mktemp("tools"))
    done = made.run("pip", "install", "--quiet", "pipx", "uv")
    assert done.returncode == 0, done.stderr
    return made


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Path]:
    """A folder for all that an installer writes; that is over a gigabyte."""
    yield tmp_path
    shutil.rmtree(tmp_path)


def install(installer: str, python: str, what: str, tools: Environment, folder: Path) -> Path:
    """``what``, installed below ``folder`` as the manual of ``installer`` says; returns the command."""
    if installer == "pip":
        environment = Environment(folder, python)
        done = environment.run("pip", "install", "--quiet", what)
        made = folder / "environment" / "bin"
    elif installer == "pipx":
        made = folder / "bin"
        places = {"PIPX_HOME": str(folder / "pipx"), "PIPX_BIN_DIR": str(made)}
        done = tools.run("pipx", "install", "--quiet", "--python", python, what, **places)
    else:
        made = folder / "bin"
        places = {"UV_TOOL_DIR": str(folder / "tools"), "UV_TOOL_BIN_DIR": str(made)}
        places["UV_CACHE_DIR"] = str(folder / "cache")
        done = tools.run("uv", "tool", "install", "--quiet", "--python", python, what, **places)
    assert done.returncode == 0, done.stderr
    return made / "persona-viewer"


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
@pytest.mark.parametrize("installer", ["pip", "pipx", "uv"])
def test_the_demo_runs_with_both_extras(
    installer: str, version: str, built: Path, tools: Environment, empty: Path
) -> None:
    python = python_of(version)
    if python is None:
        pytest.skip(f"there is no Python {version} with venv here")
    program = install(installer, python, f"{wheel_in(built)}[broker,engine]", tools, empty)
    told = run_in(empty, str(program), "--version").stdout
    assert f"Python {version}." in told
    words = ("demo", "--seconds", "20", "--snapshot", "demo.png")
    demo = run_in(empty, str(program), *words, **screen())
    assert demo.returncode == 0, demo.stderr
    assert json.loads(demo.stdout.partition("\n")[2])["ok"]  # after the line for another terminal
    assert (empty / "demo.png").stat().st_size > 10_000
