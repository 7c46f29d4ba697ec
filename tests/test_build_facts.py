"""Which build this is: from a stamp, from Git, or not known; whatever is broken hides nothing else."""

import sys
from pathlib import Path

import pytest

from viewer import __version__
from viewer.build_facts import COMMIT_FILE, build_facts, commit_of_checkout, stamped_commit


def test_a_stamp_says_what_was_built(tmp_path: Path) -> None:
    assert stamped_commit(tmp_path) is None
    (tmp_path / COMMIT_FILE).write_text("0123456789ab\n")
    assert stamped_commit(tmp_path) == "0123456789ab"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\n"])
def test_a_stamp_that_says_nothing_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / COMMIT_FILE).write_bytes(content)
    assert stamped_commit(tmp_path) is None


def test_without_git_there_is_no_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert commit_of_checkout(tmp_path) is None
    (tmp_path / ".git").mkdir()  # of a repository that is none
    assert commit_of_checkout(tmp_path) is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert commit_of_checkout(tmp_path) is None


def test_a_broken_library_is_named_beside_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "viewer.media.ffmpeg", None)
    facts = build_facts()
    assert facts.startswith(f"persona-viewer {__version__}\n")
    assert "FFmpeg cannot be loaded (import of viewer.media.ffmpeg halted" in facts
