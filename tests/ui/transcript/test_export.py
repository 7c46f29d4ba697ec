"""Exports are files that are whole or not there."""

from pathlib import Path

import pytest

from tests.ui.transcript.conversations import persona
from viewer.errors import UsageError
from viewer.ui.transcript.export import KINDS, Kind, save
from viewer.ui.transcript.labels import ENGLISH


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_every_kind_can_be_saved(kind: Kind, tmp_path: Path) -> None:
    file = tmp_path / f"Gespräch 今日.{kind.suffix}"
    file.write_text("what was there")
    text = kind.text_of([persona("Grüß dich.\u200d", 1.0)], ENGLISH, 3)
    save(text, file)
    assert file.read_bytes() == text.encode()
    assert "Grüß dich." in text
    assert list(tmp_path.iterdir()) == [file]


def test_a_refused_place_is_one_sentence_and_what_was_there_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UsageError, match=r"“talk\.md”: no such file or directory") as refused:
        save("x", tmp_path / "missing" / "talk.md")
    assert refused.value.hint
    folder = tmp_path / "folder.md"
    folder.mkdir()
    with pytest.raises(UsageError, match=r"“folder\.md”: is a directory"):
        save("x", folder)
    file = tmp_path / "talk.md"
    file.write_text("what was there")
    monkeypatch.setattr("os.fsync", _disk_full)
    with pytest.raises(UsageError, match="no space left on device"):
        save("x", file)
    assert file.read_text() == "what was there"
    assert sorted(tmp_path.iterdir()) == [folder, file]


def _disk_full(_: int) -> None:
    raise OSError(28, "No space left on device")
