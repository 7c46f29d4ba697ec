from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import skia

import viewer.engine.face.contact_sheet
from viewer import cli
from viewer.engine.cast.characters import CHARACTERS, LENA
from viewer.engine.face.contact_sheet import Pixels, contact_sheet


def shown(file: Path) -> Pixels:
    pixels = skia.Image.open(str(file)).toarray(colorType=skia.kRGBA_8888_ColorType)
    return np.asarray(pixels, np.uint8)


@pytest.fixture(scope="module", autouse=True)
def drawn_once() -> Iterator[None]:
    """What takes the time is drawn once in this file."""
    with pytest.MonkeyPatch.context() as patch:
        sheet = viewer.engine.face.contact_sheet
        patch.setattr(sheet, "_block", cache(sheet._block))
        yield


@pytest.fixture
def lena() -> Pixels:
    return contact_sheet([LENA])


@pytest.mark.long
def test_the_command_draws_everyone(tmp_path: Path, capsys: pytest.CaptureFixture[str], lena: Pixels) -> None:
    file = tmp_path / "faces.png"
    assert cli.main(["engine", "contact-sheet", "--output", str(file)]) == 0
    sheet = shown(file)
    assert capsys.readouterr().out == f"{file}: {sheet.shape[1]}×{sheet.shape[0]}\n"
    assert sheet.shape == (lena.shape[0] * len(CHARACTERS), *lena.shape[1:])
    block = list(CHARACTERS).index("lena")
    assert (sheet[block * lena.shape[0] : (block + 1) * lena.shape[0]] == lena).all()


@pytest.mark.long
def test_the_command_draws_one_persona(tmp_path: Path, lena: Pixels) -> None:
    file = tmp_path / "lena.png"
    assert cli.main(["engine", "contact-sheet", "--persona", "lena", "--output", str(file)]) == 0
    assert (shown(file) == lena).all()


def test_an_unknown_persona_and_a_folder_that_is_not_there_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lena: Pixels, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("viewer.engine.face.contact_sheet.contact_sheet", lambda _: lena[:9, :9].copy())
    assert cli.main(["engine", "contact-sheet", "--persona", "nobody"]) == 2
    assert "joe, lena, mateo" in capsys.readouterr().err
    assert cli.main(["engine", "contact-sheet", "--output", str(tmp_path / "none" / "faces.png")]) == 2
    assert "Cannot write" in capsys.readouterr().err
