"""The layers of the README's picture: the contracts in pyproject.toml hold, and each of them can fail."""

import re
import subprocess
import sys
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parent.parent
LAYERS = (
    *("cli", "demo", "options", "app", "probe", "doctor", "ui", "session", "engine", "broker", "audio"),
    *("media", "protocol", "settings", "tasks", "resources", "redaction", "standard_output", "errors"),
)


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the package ``viewer`` in ``folder`` against the project's contracts."""
    script = "import sys; sys.path.insert(0, ''); from importlinter.cli import lint_imports_command as c; c()"
    return subprocess.run(
        [sys.executable, "-c", script, "--config", str(ROOT / "pyproject.toml"), "--no-cache"],
        cwd=folder,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


def test_every_contract_is_kept() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_protocol_imports_the_standard_library_pydantic_and_errors_only() -> None:
    graph = grimp.build_graph("viewer", include_external_packages=True, cache_dir=None)
    members = graph.find_descendants("viewer.protocol") | {"viewer.protocol"}
    imported = {name for member in members for name in graph.find_modules_directly_imported_by(member)}
    allowed = members | set(sys.stdlib_module_names) | {"viewer", "viewer.errors", "pydantic"}
    assert imported <= allowed


def test_nothing_in_the_protocol_waits_or_asks_for_the_time() -> None:
    graph = grimp.build_graph("viewer", include_external_packages=True, cache_dir=None)
    members = graph.find_descendants("viewer.protocol")
    imported = {name for member in members for name in graph.find_modules_directly_imported_by(member)}
    assert imported.isdisjoint({"asyncio", "socket", "threading", "time", "selectors", "ssl"})


WRONG = (
    ("errors", "viewer.settings", "layers"),
    ("media", "viewer.session", "layers"),
    ("audio", "viewer.media.picture", "sound devices touch ring buffers only"),
    ("broker", "viewer.media", "the broker uses the protocol only"),
    ("cli", "viewer.session", "the command line imports commands only"),
    ("app", "viewer.engine", "nothing but the command line imports broker and engine"),
    ("demo", "viewer.broker", "nothing but the command line imports broker and engine"),
    ("ui", "viewer.session.peer", "the window sees of a session its events and pictures only"),
    ("ui", "viewer.audio", "the window sees of a session its events and pictures only"),
    ("session", "viewer.audio", "session and engine use protocol and media only"),
    ("media", "viewer.protocol", "media and audio do not know the protocol"),
    ("protocol", "viewer.settings", "the protocol imports errors only"),
    ("tasks", "viewer.errors", "leaves import nothing"),
    ("session", "PySide6.QtCore", "Qt in the window only"),
    ("probe", "viewer.ui", "probe and doctor have no Qt"),
    ("doctor", "PySide6", "probe and doctor have no Qt"),
    ("doctor", "viewer.broker", "nothing but the command line imports broker and engine"),
    ("audio", "livekit.rtc", "audio processing in media only"),
    ("ui", "av", "WebRTC and codecs in session, media and engine only"),
    ("unforeseen", "os", "layers"),
)
"""Who imports what, and which contract says no."""


@pytest.fixture(scope="module")
def verdict(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What is said of a package with all those imports in it."""
    folder = tmp_path_factory.mktemp("wrong")
    package = _skeleton(folder)
    for number, (importer, imported, _) in enumerate(WRONG):
        (package / importer).mkdir(exist_ok=True)
        (package / importer / "__init__.py").touch()
        (package / importer / f"wrong_{number}.py").write_text(f"import {imported}\n")
    result = lint_imports(folder)
    assert result.returncode == 1
    return result.stdout


@pytest.mark.parametrize(("number", "contract"), [(n, row[2]) for n, row in enumerate(WRONG)])
def test_a_wrong_import_breaks_its_contract(verdict: str, number: int, contract: str) -> None:
    assert f"{contract} BROKEN" in verdict
    # A title, a line under it, and what is wrong, for each.
    parts = re.split(r"\n([^\n]+)\n-{4,}\n", verdict.partition("Broken contracts")[2])
    section = dict(zip(parts[1::2], parts[2::2], strict=True))[contract]
    importer = f"viewer.{WRONG[number][0]}"
    assert f"{importer}.wrong_{number} " in section or f"{importer}\n" in section


def test_an_allowed_import_breaks_none(tmp_path: Path) -> None:
    package = _skeleton(tmp_path)
    (package / "ui" / "right.py").write_text(
        "import PySide6\nfrom viewer.session import events\nfrom viewer.media.picture import Picture\n"
    )
    assert lint_imports(tmp_path).returncode == 0


def _skeleton(folder: Path) -> Path:
    """An empty package with every layer, and outer imports where they belong."""
    package = folder / "viewer"
    for layer in LAYERS:
        (package / layer).mkdir(parents=True)
        (package / layer / "__init__.py").touch()
    (package / "__init__.py").touch()
    (package / "app" / "__init__.py").write_text("import PySide6\nimport qasync\n")
    (package / "session" / "peer.py").write_text("import aioice\nimport aiortc\nimport av\n")
    (package / "session" / "events.py").touch()
    (package / "media" / "picture.py").touch()
    (package / "media" / "processor.py").write_text("import livekit\n")
    return package
