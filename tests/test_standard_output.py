"""Outputs that take only some characters, nothing more, or nothing at all; and a reader that goes away on a
system without ``poll`` (with it, ``tests/test_cli.py`` runs the command).
"""

import errno
import io
import os
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from viewer.standard_output import NOBODY_READS, prepare, while_read

posix = pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell and devices")


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.delattr(select, "poll")


@contextmanager
def output_into_pipe(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Standard output is a pipe meanwhile; the end that reads it."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "w") as stream, monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", stream)
        yield reading


def break_pipe() -> int:
    raise BrokenPipeError


@pytest.mark.usefixtures("windows")
def test_output_that_nobody_reads_ends_the_command_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    with output_into_pipe(monkeypatch) as reading:
        os.close(reading)
        assert while_read(break_pipe) == NOBODY_READS


@pytest.mark.usefixtures("windows")
def test_a_pipe_that_broke_elsewhere_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    with output_into_pipe(monkeypatch) as reading:
        with pytest.raises(BrokenPipeError):
            while_read(break_pipe)
        os.close(reading)


def run(arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """``python -m viewer`` as a shell runs it, with ``arguments`` and where they point the output to."""
    return subprocess.run(
        ["/bin/sh", "-c", f'"{sys.executable}" -m viewer {arguments}'],
        capture_output=True,
        check=False,
        encoding="latin-1",
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
    )


@posix
@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "latin-1:strict"},
    ],
)
def test_a_terminal_that_knows_few_characters_gets_the_nearest_ones(environment: dict[str, str]) -> None:
    helped = run("--help", **environment)
    assert (helped.returncode, helped.stderr) == (0, "")
    assert "ANAM_API_KEY=... persona-viewer broker" in helped.stdout
    assert '"persona-viewer COMMAND --help"' in helped.stdout


@posix
def test_so_does_what_is_said_of_a_failure() -> None:
    refused = run("kiosk --config 日本.toml", PYTHONIOENCODING="latin-1")
    assert refused.returncode == 2
    assert "The settings file ??.toml does not exist." in refused.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_no_text_is_too_much_for_an_output(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    raw = io.BytesIO()
    with io.TextIOWrapper(raw, encoding=encoding) as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        prepare()
        sys.stdout.write("“→” 日本 \udcff ✓…")
        sys.stdout.flush()
        written = raw.getvalue().decode(encoding)
        monkeypatch.undo()
    assert written == ("“→” 日本 ? ✓…" if encoding == "utf-8" else '"->" ?? ? +...')


@posix
@pytest.mark.parametrize(("arguments", "unbuffered"), [("--help", ""), ("engine scenarios", "1")])
def test_a_full_disk_is_one_sentence(arguments: str, unbuffered: str) -> None:
    ended = run(f"{arguments} >/dev/full", PYTHONUNBUFFERED=unbuffered)
    assert ended.returncode == 1
    assert ended.stderr == "persona-viewer: The output cannot be written: No space left on device.\n"


@posix
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("--help >&-", 0),
        pytest.param("probe --broker http://127.0.0.1:1 --persona joe >&-", 3, marks=pytest.mark.long),
        ("kiosk --config nowhere.toml 2>/dev/full", 2),
        ("kiosk --config nowhere.toml >&- 2>&-", 2),
    ],
)
def test_where_nothing_can_be_written_the_exit_code_still_says_how_it_ended(
    arguments: str, code: int
) -> None:
    ended = run(arguments)
    assert (ended.returncode, ended.stderr) == (code, "")


@posix
def test_a_disk_that_is_full_elsewhere_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with output_into_pipe(monkeypatch) as reading:
        with pytest.raises(OSError, match="No space left"):
            while_read(fail)
        sys.stdout.write("still there")
        sys.stdout.flush()
        assert os.read(reading, 100) == b"still there"
        os.close(reading)
