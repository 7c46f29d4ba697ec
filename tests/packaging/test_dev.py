"""dev.py as a process in a copy of its own, with apt and dpkg played by scripts: nothing is installed."""

import ast
import importlib.util
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "dev.py"


def _module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


dev = _module()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of which only dev.py is real, in which every system package is installed."""
    root = tmp_path / "project"
    (root / "packaging").mkdir(parents=True)
    shutil.copy(SCRIPT, root / "packaging")
    (root / "packaging" / "constraints.txt").write_text("hatchling==1.33.0\n")
    (root / "pyproject.toml").write_text("[project]\nname = 'empty'\nversion = '1'\n")
    names = {*dev.WINDOW_PACKAGES, *dev.SCREEN_PACKAGES, *dev.SOUND_PACKAGES, *dev.NETWORK_PACKAGES}
    names |= {*dev.BENCH_PACKAGES, *dev.BROWSER_PACKAGES, *dev._bundle_packages()}
    _play(root, "dpkg-query", *(rf"echo 'installed\t{name}\t'" for name in names))
    _play(root, "apt-get", 'echo "$@" >> apt.log')
    return root


def _play(root: Path, name: str, *lines: str) -> None:
    """Put a script in the place of the program ``name``."""
    (root / "bin").mkdir(exist_ok=True)
    script = root / "bin" / name
    script.write_text("\n".join(["#!/bin/bash", "shopt -s xpg_echo", *lines, ""]))
    script.chmod(script.stat().st_mode | stat.S_IXUSR)


def _run(project: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    path = f"{project / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [sys.executable, "packaging/dev.py", *words],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=project,
        env=os.environ | {"PATH": path} | environment,
    )


def _fake_venv(project: Path, *tools: str) -> None:
    """A finished set-up whose tools print their name and arguments and go well."""
    folder = project / ".venv" / "bin"
    folder.mkdir(parents=True)
    for tool in tools:
        (folder / tool).write_text(f'#!/bin/sh\necho "{tool} $*"\n[ ! -e {tool}.fails ]\n')
        (folder / tool).chmod(0o755)
    (project / ".venv" / "persona-viewer-stamp").write_text(dev.stamp(project, sys.version))


@pytest.mark.parametrize(("version", "usable"), [((3, 10, 9), False), ((3, 11, 0), True), ((3, 14, 1), True)])
def test_an_old_python_gets_a_sentence(version: tuple[int, ...], usable: bool) -> None:
    problem = dev.python_problem(version)
    assert (problem is None) == usable
    assert usable or "Python 3.11 or newer is needed and this is 3.10.9" in problem


def test_an_old_python_can_read_the_file() -> None:
    ast.parse(SCRIPT.read_text("utf-8"), feature_version=(3, 8))


def test_the_stamp_changes_with_what_the_environment_depends_on(project: Path, tmp_path: Path) -> None:
    first = dev.stamp(project, "3.11")
    assert dev.stamp(project, "3.11") == first
    stamps = {first, dev.stamp(project, "3.12")}
    for file in (project / "pyproject.toml", project / "packaging" / "constraints.txt"):
        file.write_text(file.read_text() + "# changed\n")
        stamps.add(dev.stamp(project, "3.11"))
    elsewhere = shutil.copytree(project, tmp_path / "moved")
    stamps.add(dev.stamp(elsewhere, "3.11"))
    assert len(stamps) == 5


def test_with_a_display_the_demo_gets_the_arguments_as_they_are(project: Path) -> None:
    _fake_venv(project, "persona-viewer")
    result = _run(project, "demo", "--persona", "ada", DISPLAY=":77")
    assert result.returncode == 0, result.stderr
    assert result.stdout == "persona-viewer demo --persona ada\n"


def test_without_a_display_the_demo_runs_on_a_virtual_screen(project: Path) -> None:
    _fake_venv(project, "persona-viewer")
    _play(project, "xvfb-run", 'echo "$@"')
    result = _run(project, "demo", "--seconds", "3", DISPLAY="", WAYLAND_DISPLAY="")
    assert "no display" in result.stderr
    command = result.stdout.partition(" -screen 0 1280x800x24 ")[2].split()
    assert command[1:] == ["demo", *dev.UNATTENDED, "--seconds", "3"]


def test_the_checks_get_their_arguments_as_they_are_and_have_the_last_word(project: Path) -> None:
    _fake_venv(project, "python")
    result = _run(project, "test", "--beside-stalls", "tests/test_cli.py", "-k", "help")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == "python -m checks --beside-stalls tests/test_cli.py -k help\n"
    (project / "python.fails").touch()
    assert _run(project, "test").returncode == 1


def test_what_the_tests_in_a_browser_need_is_installed_once_for_all_tiers(project: Path) -> None:
    _fake_venv(project, "python")
    folder = project / "tests" / "javascript"
    (folder / "node_modules").mkdir(parents=True)
    (folder / "package-lock.json").write_text("{}")
    installed = folder / "node_modules" / ".package-lock.json"
    _play(project, "npm", f'echo "$@" >> npm.log; touch "{installed}"')
    for _ in range(2):
        result = _run(project, "test", "--all", "-k", "vendor")
        assert (result.returncode, result.stdout) == (0, "python -m checks --all -k vendor\n")
    assert (project / "npm.log").read_text() == f"ci --no-audit --no-fund --prefix {folder}\n"


def test_the_fuzzer_gets_its_arguments_as_they_are_and_has_the_last_word(project: Path) -> None:
    _fake_venv(project, "python")
    result = _run(project, "fuzz", "--minutes", "3")
    assert (result.returncode, result.stdout) == (0, "python -m tests.fuzz --minutes 3\n")
    (project / "python.fails").touch()
    assert _run(project, "fuzz").returncode == 1


def test_the_bench_gets_its_arguments_as_they_are(project: Path) -> None:
    _fake_venv(project, "python")
    result = _run(project, "bench", "--engine", "local", "--json", "--help")
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines()[-1] == "python -m bench --engine local --json --help"
    assert "installing" not in result.stderr


@pytest.mark.parametrize(
    ("option", "module"), [("--broker", "bench.broker"), ("--talk", "bench.window.long_talk")]
)
def test_brokers_and_the_window_have_benches_of_their_own(project: Path, option: str, module: str) -> None:
    _fake_venv(project, "python")
    result = _run(project, "bench", option, "--rounds", "2")
    assert result.returncode == 0, result.stderr
    assert result.stdout == f"python -m {module} --rounds 2\n"


def test_the_bench_installs_what_only_it_needs_when_that_is_missing(project: Path) -> None:
    _fake_venv(project, "python")
    (project / ".venv" / "bin" / "python").write_text(
        '#!/bin/sh\n[ "$1" = -c ] && exit 1\necho "$*" >> pip.log\n'
    )
    assert _run(project, "bench").returncode == 0
    install, bench = (project / "pip.log").read_text().splitlines()
    assert install.startswith("-m pip install")
    assert install.endswith(f"--editable {project}[bench]")
    assert bench == "-m bench"


def test_root_gets_missing_system_packages_installed(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", f"{project / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.chdir(project)
    dev.install_system_packages(["xvfb", "wanted"], is_root=True)
    assert (project / "apt.log").read_text().splitlines() == [
        "update",
        "install --yes --no-install-recommends wanted",
    ]
    assert "wanted" in capsys.readouterr().err


def test_others_get_the_command_to_type(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{project / 'bin'}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(dev.Failure, match=r"sudo apt-get install --yes --no-install-recommends wanted$"):
        dev.install_system_packages(["xvfb", "wanted"], is_root=False)


def test_a_package_under_a_new_name_counts_as_installed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _play(project, "dpkg-query", r"echo 'installed\tlibglib2.0-0t64\tlibglib2.0-0 (= 2.80)'")
    monkeypatch.setenv("PATH", f"{project / 'bin'}{os.pathsep}{os.environ['PATH']}")
    dev.install_system_packages(["libglib2.0-0"], is_root=False)


def test_without_a_network_there_is_one_sentence(project: Path) -> None:
    _fake_venv(project, "python")
    # It has pip, of the right version, which reaches nobody.
    (project / ".venv" / "bin" / "python").write_text(
        f"""#!/bin/sh
[ "$1" = -c ] && echo '{sys.version}' && exit 0
echo 'NewConnectionError: Failed to establish a new connection'
exit 1
"""
    )
    (project / ".venv" / "persona-viewer-stamp").unlink()
    result = _run(project, "demo")
    assert result.returncode == 1
    assert "pip failed because the network or the package server is out of reach" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (project / ".venv" / "persona-viewer-stamp").exists()


def test_without_permission_to_write_there_is_one_sentence(project: Path) -> None:
    # A file where the folder should be: it stops root, too.
    (project / ".venv").write_text("")
    result = _run(project, "demo")
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert ".venv" in result.stderr


@pytest.mark.parametrize(
    ("output", "cause"),
    [
        ("E: Could not resolve 'debian.example'", "out of reach"),
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("[Errno 13] Permission denied: '.venv'", "no permission to write"),
        ("something new", "its last lines are above"),
    ],
)
def test_a_tool_s_failure_is_explained(output: str, cause: str) -> None:
    assert cause in dev.explain("apt-get", output)
