"""The packages on a Debian that has nothing but itself: installed, run, upgraded, removed."""

import json
import os
import re
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packaging.release.conftest import Packages
from tests.packaging.release.debian_root import HOME, DebianRoot, bootstrap
from tests.processes import start_broker, start_engine
from viewer import __version__

KEY = "key-of-the-test"
# How often a user follows what the program says before he gives up.
_PATIENCE = 10
# Of which the first start after an installation takes a few.
_TALK_SECONDS = "20"
# A start as from the menu, and one more while that is open. Instances meet by a socket in /tmp.
_TWO_STARTS = """
"$0" run 2> "$HOME/said" &
timeout 60 sh -c "until find /tmp -type s -name 'persona-viewer-*' | grep -q . ||
    grep -q 'of their own' '$HOME/said'; do sleep 0.3; done"
timeout 60 "$0" run
echo "second: $?"
kill $!
wait $!
echo "first: $?"
cat "$HOME/said"
"""
# The second handed over, and nothing was complained of.
ONE_WINDOW = "second: 0\nfirst: 0\n"

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        not shutil.which("debootstrap") or os.geteuid() != 0, reason="needs debootstrap, and root"
    ),
    pytest.mark.skipif(not os.environ.get("DISPLAY"), reason="needs a screen, such as Xvfb"),
]


@pytest.fixture(scope="module", params=["bookworm", "trixie"])
def bare(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DebianRoot]:
    made = bootstrap(tmp_path_factory.mktemp("roots") / request.param, request.param)
    yield made
    made.remove()


@pytest.fixture
def root(bare: DebianRoot, tmp_path: Path) -> Iterator[DebianRoot]:
    """A Debian of the test's own, in which nothing is installed yet."""
    made = bare.copy(tmp_path / "root")
    yield made
    made.remove()


@pytest.fixture(scope="module")
def broker_url() -> Iterator[str]:
    """Of a broker on loopback, which a root shares with this machine."""
    engine = start_engine(KEY)
    broker = start_broker(engine.url, KEY)
    yield broker.url
    broker.stop()
    engine.stop()


def older(deb: Path, folder: Path) -> Path:
    """The same package as an older version."""
    tree = folder / "older"
    subprocess.run(["dpkg-deb", "--raw-extract", str(deb), str(tree)], check=True)
    control = tree / "DEBIAN" / "control"
    control.write_text(control.read_text().replace(f"Version: {__version__}\n", "Version: 0.0.1\n"))
    made = folder / "older.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Znone", "--build", str(tree), str(made)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(tree)
    return made


def missing_libraries(root: DebianRoot, folder: str) -> dict[str, list[str]]:
    """What the loader does not find, by the file that wants it; Wayland's are only recommended."""
    script = (
        f"export LD_LIBRARY_PATH={folder}/_internal; find {folder} -name '*.so*' -exec ldd {{}} + 2>/dev/null"
    )
    missing: dict[str, list[str]] = {}
    file = ""
    for line in root.as_user("sh", "-c", script).stdout.splitlines():
        if not line.startswith("\t"):
            file = line.removesuffix(":")
        elif line.endswith("=> not found") and "libwayland-" not in line:
            missing.setdefault(file, []).append(line.split()[0])
    return missing


def report_of(root: DebianRoot, program: str, broker_url: str) -> dict[str, object]:
    """What a talk of some seconds in a window came to."""
    session = ("--broker", broker_url, "--persona", "joe", "--connect", "--seconds", _TALK_SECONDS)
    ended = root.as_user(program, "run", *session)
    assert ended.stdout, ended.stderr
    report: dict[str, object] = json.loads(ended.stdout)
    return report


def two_starts(root: DebianRoot, program: str) -> str:
    """How a plain start and one beside it ended, and what the first of them said."""
    return root.as_user("sh", "-c", _TWO_STARTS, program).stdout


def test_the_debian_package_is_installed_run_upgraded_and_removed(
    root: DebianRoot, packages: Packages, broker_url: str, tmp_path: Path
) -> None:
    for name, deb in (("older", older(packages.deb, tmp_path)), ("newer", packages.deb)):
        shutil.copy(deb, root.folder / "tmp" / f"{name}.deb")
    first = root.apt("install", "--no-install-recommends", "/tmp/older.deb")
    assert first.returncode == 0, first.stderr
    assert missing_libraries(root, "/usr/lib/persona-viewer") == {}
    report = report_of(root, "persona-viewer", broker_url)
    assert report["ok"], report
    assert two_starts(root, "persona-viewer") == ONE_WINDOW

    settings = Path(f"{root.folder}{HOME}/.config/persona-viewer/settings.toml")
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('look = "dark"\n')
    upgraded = root.apt("install", "--no-install-recommends", "/tmp/newer.deb")
    assert upgraded.returncode == 0, upgraded.stderr
    told = root.as_user("persona-viewer", "--version").stdout
    assert told.startswith(f"persona-viewer {__version__}\n")
    assert "not installed" not in told
    assert settings.read_text() == 'look = "dark"\n'

    removed = root.apt("purge", "persona-viewer")
    assert removed.returncode == 0, removed.stderr
    left = {name for name in root.named("persona-viewer") if not name.startswith((HOME, "/tmp/"))}
    assert left == set()


def test_with_the_engine_s_package_the_demo_needs_neither_python_nor_account(
    root: DebianRoot, packages: Packages, engine_deb: Path
) -> None:
    files = [shutil.copy(deb, root.folder / "tmp") for deb in (packages.deb, engine_deb)]
    names = [f"/tmp/{Path(file).name}" for file in files]
    installed = root.apt("install", "--no-install-recommends", *names)
    assert installed.returncode == 0, installed.stderr
    assert missing_libraries(root, "/usr/lib/persona-viewer-engine") == {}
    ended = root.as_user("persona-viewer", "demo", "--seconds", _TALK_SECONDS)
    report = json.loads(ended.stdout.partition("\n")[2])  # after the line for another terminal
    assert report["ok"], ended.stderr
    removed = root.apt("purge", "persona-viewer", "persona-viewer-engine")
    assert removed.returncode == 0, removed.stderr
    left = {name for name in root.named("persona-viewer") if not name.startswith((HOME, "/tmp/"))}
    assert left == set()


def test_the_archive_runs_where_it_is_unpacked_and_says_what_is_missing(
    root: DebianRoot, packages: Packages, broker_url: str
) -> None:
    with tarfile.open(packages.tar) as archive:
        archive.extractall(root.folder / HOME[1:], filter="data")
    (unpacked,) = (root.folder / HOME[1:]).glob("persona-viewer-*")
    program = f"{HOME}/{unpacked.name}/persona-viewer"
    for _ in range(_PATIENCE):
        refused = root.as_user(program, "run", "--seconds", "1")
        said = re.fullmatch(r"persona-viewer: .+ missing\. .+: apt install (.+)\.\n", refused.stderr)
        if not said:
            break
        assert refused.returncode == 2
        installed = root.apt("install", "--no-install-recommends", *said[1].split())
        assert installed.returncode == 0, installed.stderr
    report = report_of(root, program, broker_url)
    assert report["ok"], report
    # Each window by itself where Qt's sockets lack a library; which one it is, is said.
    without = two_starts(root, program)
    if lacks := re.search(r"later starts have windows of their own: .+: apt install (\S+)\n", without):
        installed = root.apt("install", "--no-install-recommends", lacks[1])
        assert installed.returncode == 0, installed.stderr
        assert two_starts(root, program) == ONE_WINDOW
    else:
        assert without == ONE_WINDOW
