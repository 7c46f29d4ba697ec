"""Has Windows open links persona-viewer:// with this program, for this user, or no longer.

Elsewhere what is installed says so: Info.plist of the bundle on macOS, persona-viewer.desktop on Linux.
"""

import sys
from pathlib import Path
from typing import Any, Final

from viewer.errors import UsageError
from viewer.programs import is_bundle
from viewer.settings import LINK_SCHEME, CommonSettings

_SCHEME: Final = rf"Software\Classes\{LINK_SCHEME}"
_COMMAND: Final = rf"{_SCHEME}\shell\open\command"
# A key that has others in it is not deleted.
_INSIDE_OUT: Final = (_COMMAND, rf"{_SCHEME}\shell\open", rf"{_SCHEME}\shell", _SCHEME)


def register(_settings: CommonSettings) -> str:
    """Have links opened; returns what to tell.

    Raises:
        UsageError: not on this system, or the registry refuses.
    """
    winreg = _registry()
    command = " ".join(f'"{word}"' for word in (*_program(), "%1"))
    try:
        for key, name, value in (
            (_SCHEME, "", "URL:Persona Viewer"),
            (_SCHEME, "URL Protocol", ""),
            (_COMMAND, "", command),
        ):
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, value)
    except OSError as error:
        raise _refused(error) from None
    return f"Links {LINK_SCHEME}:// open this program now: {command}\n"


def forget(_settings: CommonSettings) -> str:
    """Have links opened no longer; returns what to tell.

    Raises:
        UsageError: not on this system, or the registry refuses.
    """
    winreg = _registry()
    deleted = 0
    for key in _INSIDE_OUT:
        try:
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
        except FileNotFoundError:
            continue
        except OSError as error:
            raise _refused(error) from None
        deleted += 1
    if deleted:
        return f"Links {LINK_SCHEME}:// do not open this program any more.\n"
    return f"Links {LINK_SCHEME}:// did not open this program.\n"


def _registry() -> Any:
    if sys.platform == "darwin":
        raise UsageError(
            f"On macOS {LINK_SCHEME}:// links belong to “Persona Viewer.app” by itself.",
            hint="Move it to Applications and open it once.",
        )
    if sys.platform != "win32":
        raise UsageError(
            f"On this system the file persona-viewer.desktop says who opens {LINK_SCHEME}:// links.",
            hint="Copy it from packaging/linux to ~/.local/share/applications.",
        )
    import winreg  # noqa: PLC0415 - Windows has it alone

    return winreg


def _program() -> tuple[str, ...]:
    """What starts this program, without a console where there is a choice."""
    here = Path(sys.executable)
    if is_bundle():
        return (str(here),)
    quiet = here.with_name("pythonw.exe")
    return str(quiet if quiet.exists() else here), "-m", "viewer"


def _refused(error: OSError) -> UsageError:
    return UsageError(
        f"Windows' registry takes no change: {error.strerror}.",
        hint="Ask whoever looks after this computer.",
    )
