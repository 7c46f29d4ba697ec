"""Which program has engine and broker: this one, or a second bundle beside it."""

import sys
from pathlib import Path

import pytest

from viewer import programs

ENGINE = "viewer.engine"


def put_program(monkeypatch: pytest.MonkeyPatch, program: Path, lacks: str = ENGINE) -> None:
    """This process is the bundle's ``program``, which has no module ``lacks``."""
    program.parent.mkdir(parents=True)
    program.touch()
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(programs, "_has", lambda module: module != lacks)


def test_what_pip_installed_has_them_with_its_extras(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "_NEEDED", ("json",))
    assert programs.with_servers() == [sys.executable, "-m", "viewer"]
    monkeypatch.setattr(programs, "_NEEDED", ("json", "no_such_module"))
    assert programs.with_servers() is None


@pytest.mark.parametrize(
    ("system", "program", "beside"),
    [
        ("linux", "lib/persona-viewer/persona-viewer", "lib/persona-viewer-engine/persona-viewer-engine"),
        (
            "linux",
            "home/persona-viewer-1.2-linux-x86_64/persona-viewer",
            "home/persona-viewer-engine-1.2-linux-x86_64/persona-viewer-engine",
        ),
        (
            "win32",
            "Programs/Persona Viewer/persona-viewer.exe",
            "Programs/persona-viewer-engine/persona-viewer-engine.exe",
        ),
        (
            "darwin",
            "Applications/Persona Viewer.app/Contents/MacOS/persona-viewer",
            "Applications/persona-viewer-engine/persona-viewer-engine",
        ),
    ],
)
def test_a_bundle_finds_the_other_one_beside_it(
    system: str, program: str, beside: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_program(monkeypatch, tmp_path / program)
    monkeypatch.setattr(sys, "platform", system)
    assert programs.with_servers() is None
    assert not programs.has_part(servers=True, window=True)
    (tmp_path / beside).parent.mkdir()
    (tmp_path / beside).touch()
    assert programs.with_servers() == [str(tmp_path / beside)]
    assert programs.has_part(servers=True, window=True)
    assert not programs.has_part(servers=True, window=False)


def test_the_bundle_of_engine_and_broker_is_the_one_that_has_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "persona-viewer-engine" / "persona-viewer-engine"
    put_program(monkeypatch, program, lacks="viewer.ui")
    assert programs.with_servers() == [str(program)]
    assert programs.has_part(servers=True, window=False)
    assert not programs.has_part(servers=False, window=True)
