"""A reader that goes away, on a system without ``poll``; with it, ``tests/test_cli.py`` runs the command."""

import os
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from viewer.standard_output import NOBODY_READS, while_read


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
