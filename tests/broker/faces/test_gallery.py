"""Where pictures are kept when the rules do not say."""

from pathlib import Path

import pytest

from viewer.broker.faces.gallery import _usual_folder


def test_a_service_of_systemd_uses_the_folder_that_it_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CACHE_DIRECTORY", "/var/cache/broker:/var/cache/other")
    assert _usual_folder() == Path("/var/cache/broker/pictures")
    monkeypatch.delenv("CACHE_DIRECTORY")
    assert _usual_folder().parent.name == "persona-viewer"
