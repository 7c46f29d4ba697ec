"""What is left of a process that crashed, and how it is offered. Real crashes are child processes'."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from viewer.redaction import forget_secret, remember_secret
from viewer.ui.desktop import crash_archive
from viewer.ui.desktop.crash_archive import (
    MAX_BYTES,
    MAX_REPORTS,
    CrashReport,
    begin_report,
    finish_report,
    new_report,
)
from viewer.ui.desktop.crash_notice import CrashNotice
from viewer.ui.desktop.crash_reports import crashes_reported

ROOT = Path(__file__).parents[3]

PROGRAM = """
import asyncio, ctypes, os, sys, threading
from PySide6.QtCore import QCoreApplication, QTimer, qFatal
from viewer.errors import UsageError
from viewer.redaction import configure_logging
from viewer.ui.desktop.crash_reports import crashes_reported

application = QCoreApplication([])
configure_logging("warning")

def fail(*_):
    try:
        {}["what was said"]
    except KeyError as error:
        raise ValueError("what was said", "Bearer abcdefghijkl") from error

def slot():
    fail()

async def fail_later():
    fail()

class Unraisable:
    def __del__(self):
        fail()

def on_thread(what):
    thread = threading.Thread(target=what, name="worker")
    thread.start()
    thread.join()

async def loop_of_the_window():
    asyncio.get_running_loop().call_soon(fail)
    await asyncio.sleep(0.01)

async def loop_of_sessions():
    from viewer.tasks import BackgroundTasks
    asyncio.get_running_loop().call_soon(fail)
    BackgroundTasks("media").spawn("errand", fail_later())
    await asyncio.sleep(0)
    await asyncio.sleep(0)

def in_session_loop():
    from viewer.tasks import new_datagram_loop
    with asyncio.Runner(loop_factory=new_datagram_loop) as runner:
        runner.run(loop_of_sessions())

def all_failures():
    import qasync
    for _ in range(3):
        on_thread(fail)
    on_thread(in_session_loop)
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        runner.run(loop_of_the_window())
    QTimer.singleShot(0, slot)
    QTimer.singleShot(0, application.quit)
    application.exec()
    Unraisable()

def refuse():
    raise UsageError("That is no crash.")

WAYS = {
    "failures": all_failures,
    "segfault": lambda: ctypes.string_at(0),
    "qt": lambda: qFatal("Qt gave up, Bearer abcdefghijkl"),
    "exception": fail,
    "refusal": refuse,
    "killed": lambda: os.kill(os.getpid(), 9),
}
if "nothing" in sys.argv:
    with crashes_reported(False):
        on_thread(fail)
    with crashes_reported(True):
        pass
with crashes_reported(True):
    WAYS[sys.argv[1]]()
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PERSONA_VIEWER_CONFIG_DIR", str(tmp_path))
    return tmp_path / "state" / "crashes"


def end_by(*ways: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *ways], capture_output=True, check=False, cwd=ROOT, encoding="utf-8"
    )


def reported(folder: Path) -> CrashReport:
    """The one report there is."""
    report = new_report()
    assert report
    text = report.text()
    assert "what was said" not in text
    assert "abcdefghijkl" not in text
    assert report.file.stat().st_mode & 0o077 == 0
    assert new_report() is None, "it is offered once"
    assert list(folder.iterdir()) == [report.file]
    return report


@pytest.mark.parametrize(
    ("way", "told"),
    [
        ("segfault", r'Segmentation fault[\s\S]*ctypes/__init__.py", line \d+ in string_at'),
        ("qt", r"--- Qt: \[A qFatal\(\) call was made[\s\S]*Fatal Python error: Aborted"),
        pytest.param(
            "exception",
            r"--- Fatal Python error: it ended the program\n\S+\nbuiltins.ValueError\n[\s\S]*>:\d+ in fail\n",
            marks=pytest.mark.long,
        ),
    ],
)
def test_the_next_start_has_a_report_of_a_crash(folder: Path, way: str, told: str) -> None:
    assert end_by(way).returncode != 0
    report = reported(folder)
    assert report.crashed
    assert re.search(told, report.text()), report.text()


def test_what_fails_on_any_thread_and_in_any_loop_is_reported_once(folder: Path) -> None:
    ended = end_by("failures")
    assert ended.returncode == 0
    assert "abcdefghijkl" not in ended.stderr
    report = reported(folder)
    assert not report.crashed
    notes = report.text().split(crash_archive.NOTE)[1:]
    heads = [note.splitlines()[0] for note in notes]
    assert heads == [
        "viewer.ui.desktop.crash_reports on thread worker",
        "asyncio on thread worker",
        "viewer.tasks on thread worker",
        "qasync._QEventLoop on thread MainThread",
        *["viewer.ui.desktop.crash_reports on thread MainThread"] * 2,
    ]
    assert all("builtins.ValueError\n" in note and "caused by builtins.KeyError\n" in note for note in notes)
    assert "in slot" in notes[-2]
    assert "in __del__" in notes[-1]


@pytest.mark.long
def test_there_is_none_of_what_has_nothing_to_tell(folder: Path) -> None:
    assert end_by("refusal", "nothing").returncode == 1
    assert end_by("killed").returncode != 0
    assert new_report() is None
    assert list(folder.iterdir()) == []


@pytest.fixture
def secret() -> Iterator[str]:
    remember_secret("a-secret-of-today")
    yield "a-secret-of-today"
    forget_secret("a-secret-of-today")


def test_secrets_and_the_users_name_are_taken_out(folder: Path, secret: str) -> None:
    report = begin_report()
    report.write(f"{crash_archive.NOTE}{secret} {Path.home()}/viewer/app.py".encode())
    finish_report(report)
    new = new_report()
    assert new
    assert new.text().endswith("‹hidden› ~/viewer/app.py")


def test_a_process_that_lives_is_left_alone(folder: Path) -> None:
    report = begin_report()
    report.write(crash_archive.NOTE.encode())
    assert new_report() is None
    finish_report(report)
    assert new_report()


def test_they_are_few_and_small(folder: Path) -> None:
    for number in range(MAX_REPORTS + 3):
        report = begin_report()
        report.write(f"{crash_archive.NOTE}{number}".encode() + b"x" * 2 * MAX_BYTES)
        finish_report(report)
    assert new_report()
    kept = list(folder.iterdir())
    assert len(kept) == MAX_REPORTS
    assert all(file.stat().st_size <= MAX_BYTES for file in kept)


def test_without_a_place_to_write_to_the_program_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "taken").touch()
    monkeypatch.setenv("PERSONA_VIEWER_CONFIG_DIR", str(tmp_path / "taken"))
    with crashes_reported(True):
        assert "crashes will not be reported" in caplog.text


@pytest.fixture
def notice(qtbot: QtBot, tmp_path: Path) -> CrashNotice:
    file = tmp_path / "crash-1.txt"
    file.write_text("Fatal Python error: Aborted", "utf-8")
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    return CrashNotice(CrashReport(file, crashed=True), window)


def test_the_report_can_be_copied_shown_discarded_and_kept(
    notice: CrashNotice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    assert notice.label.text() == "Persona Viewer ended unexpectedly last time."
    notice.copy.click()
    assert QGuiApplication.clipboard().text() == "Fatal Python error: Aborted"
    notice.show_file.click()
    assert shown == [str(tmp_path)]
    notice.discard.click()
    assert notice.isHidden()
    assert not (tmp_path / "crash-1.txt").exists()


def test_it_stays_within_the_window_and_goes_when_told_to(notice: CrashNotice, tmp_path: Path) -> None:
    window = notice.parentWidget()
    assert window
    for size in ((1200, 700), (420, 500)):
        window.resize(*size)
        assert window.rect().contains(notice.geometry())
        assert notice.height() >= notice.heightForWidth(notice.width())
    notice.keep.click()
    assert notice.isHidden()
    assert (tmp_path / "crash-1.txt").exists()
