"""The layers of the README's picture: the contracts in pyproject.toml hold, and each of them can fail."""

import re
import subprocess
import sys
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parent.parent


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


def test_the_protocol_imports_the_standard_library_pydantic_errors_and_value_only() -> None:
    graph = grimp.build_graph("viewer", include_external_packages=True, cache_dir=None)
    members = graph.find_descendants("viewer.protocol") | {"viewer.protocol"}
    imported = {name for member in members for name in graph.find_modules_directly_imported_by(member)}
    allowed = members | set(sys.stdlib_module_names) | {"viewer", "viewer.errors", "viewer.value", "pydantic"}
    assert imported <= allowed


def test_nothing_in_the_protocol_waits_or_asks_for_the_time() -> None:
    graph = grimp.build_graph("viewer", include_external_packages=True, cache_dir=None)
    members = graph.find_descendants("viewer.protocol")
    imported = {name for member in members for name in graph.find_modules_directly_imported_by(member)}
    assert imported.isdisjoint({"asyncio", "socket", "threading", "time", "selectors", "ssl"})


WRONG = (
    ("session", "viewer.probe", "layers"),
    ("media/receive", "viewer.session", "layers"),
    ("audio", "viewer.media.picture", "sound devices touch ring buffers only"),
    ("broker", "viewer.media", "the broker uses the protocol only"),
    ("cli.py", "viewer.session", "the command line imports commands only"),
    ("app.py", "viewer.engine", "nothing but the command line imports broker and engine"),
    ("demo.py", "viewer.broker", "nothing but the command line imports broker and engine"),
    ("app.py", "viewer.media.pcm", "the window is there before network, media and sound"),
    (
        "ui/widgets",
        "viewer.session.thread",
        "the window knows neither sessions nor devices",
    ),
    ("ui/widgets", "viewer.audio", "the window knows neither sessions nor devices"),
    ("session", "viewer.audio", "session, engine and webrtc use protocol and media only"),
    ("webrtc", "viewer.settings", "webrtc knows what is sent, not who sends it"),
    ("media/playout", "viewer.protocol", "media and audio do not know the protocol"),
    ("protocol", "viewer.settings", "the protocol imports errors and value only"),
    ("session", "viewer.serving", "servers share serving, and nobody else has it"),
    ("tasks.py", "viewer.errors", "leaves import nothing"),
    ("session", "PySide6.QtCore", "Qt in the window only"),
    ("probe.py", "viewer.ui", "probe and doctor have no Qt"),
    ("doctor", "PySide6", "probe and doctor have no Qt"),
    ("doctor", "viewer.broker", "nothing but the command line imports broker and engine"),
    ("audio", "viewer.media.capture.native_library", "audio processing in media only"),
    ("media/capture", "livekit.rtc", "livekit's client nowhere"),
    ("session", "aiohttp", "aiohttp in the broker only"),
    ("ui/widgets", "av", "WebRTC and codecs in webrtc, media and engine only"),
    ("engine/service", "aioice", "ICE in webrtc only"),
    ("engine/voice", "viewer.engine.face", "layers of the engine"),
    ("media/receive", "viewer.media.capture", "layers of the media"),
    ("ui/widgets", "viewer.ui.windows", "layers of the window"),
    ("unforeseen.py", "os", "layers"),
)
"""Who imports what, and which contract says no."""


@pytest.fixture(scope="module")
def verdict(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What is said of a package with all those imports in it."""
    folder = tmp_path_factory.mktemp("wrong")
    package = _skeleton(folder)
    for number, (_, imported, _) in enumerate(WRONG):
        with (package / _file(number)).open("a") as file:
            file.write(f"import {imported}\n")
    result = lint_imports(folder)
    assert result.returncode == 1
    return result.stdout


@pytest.mark.parametrize(("number", "contract"), [(n, row[2]) for n, row in enumerate(WRONG)])
def test_a_wrong_import_breaks_its_contract(verdict: str, number: int, contract: str) -> None:
    assert f"{contract} BROKEN" in verdict
    # A title, a line under it, and what is wrong, for each.
    parts = re.split(r"\n([^\n]+)\n-{4,}\n", verdict.partition("Broken contracts")[2])
    section = dict(zip(parts[1::2], parts[2::2], strict=True))[contract]
    importer = f"viewer.{_file(number).removesuffix('.py').replace('/', '.')}"
    assert f"{importer} " in section or f"{importer}\n" in section


def _file(number: int) -> str:
    """Where the wrong import stands: in a module of its own, unless one was named."""
    importer = WRONG[number][0]
    return importer if importer.endswith(".py") else f"{importer}/wrong_{number}.py"


def test_an_allowed_import_breaks_none(tmp_path: Path) -> None:
    package = _skeleton(tmp_path)
    (package / "ui" / "widgets" / "right.py").write_text(
        "import PySide6\nfrom viewer.protocol import events\nfrom viewer.media.picture import Picture\n"
    )
    assert lint_imports(tmp_path).returncode == 0


def _skeleton(folder: Path) -> Path:
    """The program with all its modules empty, and outer imports where they belong."""
    package = folder / "viewer"
    for module in (ROOT / "viewer").rglob("*.py"):
        copy = package / module.relative_to(ROOT / "viewer")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.touch()
    (package / "app.py").write_text("import PySide6\nimport qasync\nimport viewer.backstage\n")
    (package / "broker" / "http_client.py").write_text("import aiohttp\n")
    (package / "webrtc" / "peer.py").write_text("import aioice\nimport aiortc\nimport av\n")
    (package / "media" / "pcm.py").write_text("import numpy\n")
    (package / "audio" / "slots.py").write_text("import miniaudio\n")
    (package / "session" / "signalling.py").write_text("import httpx\nimport websockets\n")
    return package
