"""Links are opened with this program where a command says so; with Windows' registry faked."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from viewer import cli

SCHEME = r"Software\Classes\persona-viewer"
COMMAND = rf"{SCHEME}\shell\open\command"


class Registry:
    """Windows' registry, as far as keys of one user go: no key is deleted that has others in it."""

    HKEY_CURRENT_USER, REG_SZ = "user", 1

    def __init__(self) -> None:
        self.keys: dict[str, dict[str, str]] = {}
        self.refuses: OSError | None = None

    @contextmanager
    def CreateKey(self, root: str, key: str) -> Iterator[str]:  # noqa: N802
        assert root == "user"
        if self.refuses:
            raise self.refuses
        parts = key.split("\\")
        for depth in range(3, len(parts) + 1):
            self.keys.setdefault("\\".join(parts[:depth]), {})
        yield key

    def SetValueEx(self, key: str, name: str, _: int, kind: int, value: str) -> None:  # noqa: N802
        assert kind == self.REG_SZ
        self.keys[key][name] = value

    def DeleteKey(self, root: str, key: str) -> None:  # noqa: N802
        assert root == "user"
        if self.refuses:
            raise self.refuses
        if key not in self.keys:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        assert not [other for other in self.keys if other.startswith(f"{key}\\")]
        del self.keys[key]


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Registry:
    made = Registry()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "winreg", made)
    return made


def test_a_user_of_windows_has_links_opened_and_no_longer(
    registry: Registry, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python.exe"))
    assert cli.main(["links", "register"]) == 0
    assert registry.keys[SCHEME] == {"": "URL:Persona Viewer", "URL Protocol": ""}
    assert registry.keys[COMMAND] == {"": f'"{tmp_path / "python.exe"}" "-m" "viewer" "%1"'}
    (tmp_path / "pythonw.exe").touch()
    assert cli.main(["links", "register"]) == 0
    assert registry.keys[COMMAND] == {"": f'"{tmp_path / "pythonw.exe"}" "-m" "viewer" "%1"'}
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert cli.main(["links", "register"]) == 0
    assert registry.keys[COMMAND] == {"": f'"{tmp_path / "python.exe"}" "%1"'}
    assert "Links persona-viewer:// open this program now" in capsys.readouterr().out
    assert cli.main(["links", "forget"]) == 0
    assert registry.keys == {}
    assert capsys.readouterr().out == "Links persona-viewer:// do not open this program any more.\n"
    assert cli.main(["links", "forget"]) == 0
    assert capsys.readouterr().out == "Links persona-viewer:// did not open this program.\n"


@pytest.mark.parametrize("errand", ["register", "forget"])
def test_a_registry_that_refuses_is_one_sentence(
    registry: Registry, errand: str, capsys: pytest.CaptureFixture[str]
) -> None:
    registry.refuses = PermissionError(13, "Access is denied")
    assert cli.main(["links", errand]) == 2
    assert "Windows' registry takes no change: Access is denied." in capsys.readouterr().err


@pytest.mark.parametrize(("system", "said"), [("darwin", "Persona Viewer.app"), ("linux", ".desktop")])
def test_elsewhere_it_is_said_what_does_it(
    system: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    for errand in ("register", "forget"):
        assert cli.main(["links", errand]) == 2
        assert said in capsys.readouterr().err
    assert cli.main(["links"]) == 2
    assert "Say “links register” or “links forget”." in capsys.readouterr().err
