"""Faults that fit the program, the way to the tests that may notice one, and what becomes of it."""

import subprocess
import sys
from pathlib import Path

import pytest

from prove import faults, nearness
from prove.faults import Fault, Unplantable
from prove.scratch import Scratch, scratch
from prove.trial import Court

ROOT = Path(__file__).parents[2]
FAULTS = faults.load()


def test_every_fault_fits_the_program_and_changes_it() -> None:
    misfits = []
    for fault in FAULTS:
        code = (ROOT / fault.file).read_text("utf-8")
        try:
            assert fault.planted_in(code) != code
        except Unplantable as misfit:
            misfits.append(str(misfit))
    assert misfits == []


def test_there_are_faults_in_every_room() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)
    changed = {Path(fault.file).parts[1] for fault in FAULTS}
    rooms = {folder.name for folder in (ROOT / "viewer").iterdir() if (folder / "__init__.py").exists()}
    assert rooms <= changed
    assert {"app.py", "cli.py", "demo.py", "probe.py", "redaction.py", "settings.py", "tasks.py"} <= changed


def test_a_fault_that_fits_twice_or_leaves_no_python_is_refused() -> None:
    with pytest.raises(Unplantable, match="stands 2 times"):
        _fault("1", "2").planted_in("one = 1\nother = 1\n")
    with pytest.raises(Unplantable, match="no Python"):
        _fault("1", ")").planted_in("one = 1\n")


def test_faults_are_chosen_by_name_and_by_room() -> None:
    some = [Fault(name, room, "", "", "") for name, room in (("red", "ui"), ("blue", "ui"), ("low", "audio"))]
    assert faults.chosen(some, [], []) == some
    assert faults.chosen(some, ["lu"], ["audio"]) == some[1:]
    with pytest.raises(Unplantable, match="green"):
        faults.chosen(some, ["green"], [])


@pytest.fixture(scope="module")
def found() -> nearness.Imports:
    return nearness.imports(ROOT)


@pytest.mark.long  # reads every file of the program and its tests
def test_the_nearest_tests_come_first_and_those_without_a_way_not_at_all(found: nearness.Imports) -> None:
    files = nearness.test_files(ROOT, "viewer.media.receive.lip_sync", found)
    assert files[0] == "tests/media/receive/test_lip_sync.py"
    assert "tests/protocol/test_retry.py" not in files
    near = files.index("tests/webrtc/test_receiving.py") if "tests/webrtc/test_receiving.py" in files else 0
    assert near < files.index("tests/test_cli.py")


@pytest.mark.long
def test_who_starts_the_program_as_a_process_may_notice_all_of_it(found: nearness.Imports) -> None:
    files = nearness.test_files(ROOT, "viewer.engine.persona.behaviour", found)
    assert "tests/e2e/test_session.py" in files


@pytest.mark.long
def test_who_reads_the_faults_notices_none(found: nearness.Imports) -> None:
    module = "viewer.engine.persona.behaviour"  # which this file names, too
    assert str(Path(__file__).relative_to(ROOT)) not in nearness.test_files(ROOT, module, found)


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of two functions, and a test a tier, run without the plugins of this program's tests."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    root = tmp_path / "tree"
    for name, text in {
        "pyproject.toml": '[tool.pytest.ini_options]\nmarkers = ["wire: ", "long: "]\n'
        'filterwarnings = ["error"]\n',
        "viewer/__init__.py": "",
        "viewer/sums.py": "def add(one, other):\n    return one + other\n\n"
        "def double(one):\n    return 2 * one\n",
        "tests/__init__.py": "",
        "tests/test_sums.py": "from viewer.sums import add\n\ndef test_adds():\n    assert add(1, 2) == 3\n",
        "tests/test_wire.py": "import pytest\nfrom viewer.sums import double\n"
        "pytestmark = pytest.mark.wire\n\ndef test_doubles():\n    assert double(3) == 6\n",
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


IMPORTS = {"tests.test_sums": {"viewer.sums"}, "tests.test_wire": {"viewer.sums"}, "viewer.sums": set[str]()}


@pytest.mark.long
def test_the_wire_comes_after_the_units_and_a_fault_that_nobody_notices_is_told(tree: Path) -> None:
    court = Court(Scratch(tree), IMPORTS, ["unit", "wire"])
    assert court.judge(_fault("2 * one", "3 * one")).test == "tests/test_wire.py::test_doubles"
    missed = court.judge(_fault("def double(one)", "def double(one, *_)"))
    assert missed.test is None
    assert set(missed.ran) == {"tests/test_sums.py", "tests/test_wire.py"}


@pytest.mark.long
def test_tests_that_fail_without_the_fault_or_once_notice_nothing_and_another_one_may(
    tree: Path,
) -> None:
    (tree / "tests/test_sums.py").write_text(
        "from pathlib import Path\nfrom viewer.sums import add\n\n"
        "def test_never():\n    assert not add\n\n"
        "def test_once():\n    seen = Path('seen')\n    if not seen.exists():\n        seen.touch()\n"
        "        assert add(1, 2) == 3\n\n"
        "def test_adds():\n    assert add(1, 2) == 3\n"
    )
    before = (tree / "viewer/sums.py").read_text()
    verdict = Court(Scratch(tree), IMPORTS, ["unit", "wire"]).judge(_fault("one + other", "one - other"))
    assert (verdict.test, verdict.tier) == ("tests/test_sums.py::test_adds", "unit")
    assert verdict.unsteady == ("tests/test_sums.py::test_never", "tests/test_sums.py::test_once")
    assert (tree / "viewer/sums.py").read_text() == before, "the copy is whole again"


@pytest.mark.long
def test_what_is_left_open_and_found_when_all_tests_are_over_is_noticed_by_its_file(tree: Path) -> None:
    leak = "kept = [open(__file__)]\n    kept.append(kept)\n    return one + other"
    verdict = Court(Scratch(tree), IMPORTS, ["unit"]).judge(_fault("return one + other", leak))
    assert verdict.test == "tests/test_sums.py"


def test_a_copy_has_what_git_does_not_ignore_and_is_what_python_finds(tree: Path) -> None:
    (tree / ".gitignore").write_text("kept\n")
    (tree / "kept").touch()
    subprocess.run(["git", "init", "--quiet"], cwd=tree, check=True)
    with scratch(tree) as copy:
        copy.check()
        assert (copy.root / "viewer" / "sums.py").exists()
        assert not (copy.root / "kept").exists()
    assert not copy.root.exists()


def test_what_python_compiled_before_does_not_hide_a_fault(tree: Path) -> None:
    copy = Scratch(tree)
    command = [sys.executable, "-c", "from viewer.sums import add; print(add(3, 2))"]

    def run() -> str:
        done = subprocess.run(
            command, cwd=tree, env=copy.environment, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    assert run() == "5"
    with copy.planted(_fault("one + other", "one - other")):
        assert run() == "1"
    assert run() == "5"


def _fault(old: str, new: str) -> Fault:
    return Fault("a fault", "sums", "viewer/sums.py", old, new)
