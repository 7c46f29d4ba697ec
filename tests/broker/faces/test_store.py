"""Pictures on disk: whole, within their bound, there again after a restart."""

import os
import time
from pathlib import Path

import pytest

from viewer.broker.faces.store import PictureStore

A, B, C, D = (letter * 32 for letter in "abcd")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What time it is; whoever changes it lets it pass."""
    now = [time.time()]
    monkeypatch.setattr("viewer.broker.faces.store.time.time", lambda: now[0])
    return now


def store(folder: Path, max_bytes: int = 100) -> PictureStore:
    opened = PictureStore(folder / "pictures", max_bytes)
    opened.open()
    return opened


def contents(folder: Path) -> list[bytes]:
    return sorted(file.read_bytes() for file in (folder / "pictures").iterdir())


def test_what_is_kept_is_found_with_what_it_is(tmp_path: Path) -> None:
    kept = store(tmp_path).keep(A, b"content", "png")
    found = store(tmp_path).find(A)
    assert found
    assert found.path.read_bytes() == b"content"
    assert (found.digest, found.kind, found.size) == (kept.digest, "png", 7)
    assert store(tmp_path).find(B) is None
    assert (tmp_path / "pictures").stat().st_mode & 0o077 == 0


def test_a_newer_picture_takes_the_place_of_the_older(tmp_path: Path) -> None:
    pictures = store(tmp_path)
    older, newer = pictures.keep(A, b"older", "png"), pictures.keep(A, b"newer", "mp4")
    assert older.digest != newer.digest
    assert contents(tmp_path) == [b"newer"]
    again = pictures.keep(A, b"newer", "mp4")
    assert again.digest == newer.digest
    assert contents(tmp_path) == [b"newer"]


def test_the_least_recently_used_go_first_also_after_a_restart(tmp_path: Path, clock: list[float]) -> None:
    pictures = store(tmp_path)
    for key in (A, B, C):
        pictures.keep(key, key[:30].encode(), "png")
        clock[0] += 10
    assert pictures.find(A)
    clock[0] += 10
    again = store(tmp_path)
    again.keep(D, b"d" * 30, "png")
    assert [key[0] for key in (A, B, C, D) if again.find(key)] == ["a", "c", "d"]


def test_a_smaller_bound_holds_from_the_start(tmp_path: Path, clock: list[float]) -> None:
    for key in (A, B, C):
        store(tmp_path).keep(key, key[:30].encode(), "png")
        clock[0] += 10
    store(tmp_path, 40)
    assert contents(tmp_path) == [b"c" * 30]


def test_what_is_larger_than_the_bound_is_not_kept_and_costs_nothing(tmp_path: Path) -> None:
    pictures = store(tmp_path)
    pictures.keep(A, b"a", "png")
    with pytest.raises(OSError, match="larger than all"):
        pictures.keep(B, b"b" * 101, "png")
    assert contents(tmp_path) == [b"a"]


def test_a_picture_that_was_taken_away_is_not_there(tmp_path: Path) -> None:
    pictures = store(tmp_path)
    pictures.keep(A, b"a", "png").path.unlink()
    assert pictures.find(A) is None


def test_a_write_that_fails_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pictures = store(tmp_path)
    pictures.keep(A, b"old", "png")

    def full(path: Path, _content: bytes) -> int:
        path.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        pictures.keep(A, b"new", "png")
    assert contents(tmp_path) == [b"old"]


def test_only_what_is_ours_is_touched(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    store(tmp_path).keep(A, b"a" * 30, "png")
    others = [folder / "holiday.png", folder / f"{A}.txt", folder / "notes.part"]
    for other in others:
        other.write_bytes(b"x" * 1000)
    left = folder / f"{B}.part"
    for part in (left, folder / f"{C}.part"):
        part.write_bytes(b"half")
    os.utime(left, (0, 0))
    pictures = store(tmp_path)
    assert pictures.find(A)
    assert all(other.exists() for other in others)
    assert not left.exists(), "what a crash left goes after an hour"
    assert (folder / f"{C}.part").exists(), "another broker may be writing it"


def test_a_folder_that_cannot_be_used_says_so(tmp_path: Path) -> None:
    (tmp_path / "pictures").write_bytes(b"a file")
    with pytest.raises(OSError, match="exists"):
        store(tmp_path)
