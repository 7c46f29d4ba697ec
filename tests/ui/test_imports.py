"""What Qt does not do with the modules of a program that asks for none of its features."""

import importlib
import linecache
from pathlib import Path

import pytest

import viewer.ui

assert viewer.ui


def test_no_source_is_kept_of_what_is_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "inner_module.py").write_text("INNER = 1\n", "utf-8")
    (tmp_path / "outer_module.py").write_text("from inner_module import INNER\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert importlib.import_module("outer_module").INNER == 1
    assert not [file for file in linecache.cache if file.startswith(str(tmp_path))]
