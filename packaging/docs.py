"""Writes the tables that the READMEs under ``viewer`` take from the code; see ``dev.py docs --help``."""

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import partial
from pathlib import Path
from typing import Final

from pydantic import BaseModel

from viewer.errors import EXIT_CODES, ViewerError
from viewer.kiosk_settings import TABLES as KIOSK_TABLES
from viewer.kiosk_settings import KioskSettings
from viewer.options import option_name
from viewer.settings import (
    SECRETS,
    BrokerSettings,
    CommonSettings,
    DoctorSettings,
    EngineSettings,
    ProbeSettings,
    ViewerSettings,
    WindowSettings,
    environment_name,
)

ROOT: Final = Path(__file__).resolve().parent.parent


def main(argv: Sequence[str]) -> int:
    """Write what has changed; 1 if ``--check`` found something to write."""
    parser = argparse.ArgumentParser(prog="dev.py docs", description="Writes the READMEs' tables anew.")
    parser.add_argument("--check", action="store_true", help="write nothing, and fail if there is anything")
    check = parser.parse_args(argv).check
    stale = [file for file in readmes() if written(text := file.read_text("utf-8")) != text]
    for file in stale:
        print(f"{file.relative_to(ROOT)} {'is not what the code says' if check else 'written'}")
        if not check:
            file.write_text(written(file.read_text("utf-8")), "utf-8")
    return 1 if check and stale else 0


def readmes() -> list[Path]:
    """Those that may have such tables."""
    return sorted((ROOT / "viewer").rglob("README.md"))


def written(text: str) -> str:
    """``text`` with each of its tables as the code has it.

    Raises:
        KeyError: it wants a table that there is not.
        ValueError: a table has no end.
    """
    lines: list[str] = []
    rest = iter(text.splitlines())
    for line in rest:
        lines.append(line)
        if line.startswith(_BEGIN):
            lines += [TABLES[line.removeprefix(_BEGIN).removesuffix(_CLOSE)](), _END]
            if _END not in rest:  # this takes the old table away
                raise ValueError(f"{line} has no end")
    return "\n".join(lines) + "\n"


_BEGIN: Final = "<!-- dev.py docs: "
_CLOSE: Final = " -->"
_END: Final = "<!-- end -->"


def _failures() -> str:
    def tree(root: type[ViewerError]) -> Iterator[type[ViewerError]]:
        yield root
        for child in root.__subclasses__():
            yield from tree(child)

    rows = [(f"`{f.code}`", f.exit_code, f.default_message, f.hint) for f in tree(ViewerError)]
    return _table(("code", "exit", "means", "what to do"), rows)


def _exit_codes() -> str:
    return _table(("exit code", "means"), list(EXIT_CODES.items()))


def _options(settings: type[CommonSettings], without: Set[str]) -> str:
    """Of ``settings``, those that are not in ``without``."""
    rows = []
    for name, field in settings.fields.items():
        if name in without:
            continue
        option = option_name(name, field)
        default = "" if name in SECRETS or field.default in (None, "", False, {}) else field.default
        if field.annotation is bool:
            option, default = option.replace("--", "--[no-]", 1), "on" if field.default else "off"
        elif field.choices:
            option += f" {'/'.join(field.choices)}"
        rows.append((f"`{option}`", environment_name(name), default, field.description))
    if settings is CommonSettings:
        rows.append(("`--config FILE`", environment_name("config"), "", "the settings file, TOML"))
    return _table(("option", "environment", "default", "is"), rows)


def _table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    cells = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, row)) + " |" for row in cells)


_COMMON: Final = frozenset(CommonSettings.fields)
_SESSION: Final = frozenset(ViewerSettings.fields)
# What a window has, and a session knows nothing of: how it looks, its keys, its place among other windows.
_WINDOW: Final = frozenset(
    name
    for name, field in ViewerSettings.fields.items()
    if field.extra.get("page") in ("captions", "look", "window", "privacy", "keyboard")
)


def _keys(*tables: type[BaseModel]) -> str:
    rows = []
    for table in tables:
        for name, field in table.model_fields.items():
            is_empty = field.default in (None, "", (), {}) or isinstance(field.default, BaseModel)
            default = "" if is_empty else str(field.default).lower()
            rows.append((f"`{name}`", default, field.description))
    return _table(("key", "default", "is"), rows)


TABLES: Final[Mapping[str, Callable[[], str]]] = {
    "exit codes": _exit_codes,
    "failures": _failures,
    "options of every command": lambda: _options(CommonSettings, frozenset()),
    "options of a session": lambda: _options(ViewerSettings, _COMMON | _WINDOW),
    "options of the window": lambda: _options(WindowSettings, _COMMON | _SESSION - _WINDOW),
    "keys of a kiosk": lambda: _keys(KioskSettings),
    **{f"keys of a kiosk's {name}": partial(_keys, table) for name, table in KIOSK_TABLES.items()},
    "options of probe": lambda: _options(ProbeSettings, _SESSION),
    "options of doctor": lambda: _options(DoctorSettings, _SESSION),
    "options of the broker": lambda: _options(BrokerSettings, _COMMON),
    "options of the engine": lambda: _options(EngineSettings, _COMMON),
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
