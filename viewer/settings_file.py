"""Where settings are kept, and how a table of them is filled.

pydantic-settings was tried: its source for TOML is bound to one file when the model is defined and lets what
is wrong with it through as it is, and for the environment alone it costs a tenth of a second of each start.
"""

import contextlib
import os
import time
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import platformdirs
import tomli_w

from viewer.errors import UsageError
from viewer.setting_table import Fault, WrongValues
from viewer.settings import ENVIRONMENT_PREFIX, SECRETS, CommonSettings, environment_name

Table = TypeVar("Table", bound=CommonSettings)


def default_file() -> Path:
    """Where the window remembers settings; ``PERSONA_VIEWER_CONFIG_DIR`` moves it."""
    folder = os.environ.get(f"{ENVIRONMENT_PREFIX}CONFIG_DIR") or platformdirs.user_config_dir(
        "persona-viewer"
    )
    return Path(folder) / "settings.toml"


def load(table: type[Table], flags: Mapping[str, Any], file: Path | None) -> Table:
    """``table`` filled from ``flags``, the environment, ``file`` (may be missing) and the defaults.

    A flag that is None was not given. Names in ``file`` that ``table`` lacks belong to other commands.

    Raises:
        UsageError: a value is wrong or the file cannot be read; the sentence names the setting.
    """
    return _filled(table, {**_read(file), **_given(table, flags)})


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """Where a window keeps what its user changes.

    ``path``: None for nowhere. ``given``: the settings that flags and the environment decide, not kept.
    ``problems``: what was wrong as it was read, for the user.
    """

    path: Path | None = None
    given: frozenset[str] = frozenset()
    problems: tuple[UsageError, ...] = ()

    def remember(self, changes: Mapping[str, Any]) -> UsageError | None:
        """Merge ``changes`` into the file; None there forgets. Secrets and what is given stay out.

        Returns:
            that the file could no longer be read, and where it is kept, if it is so.

        Raises:
            OSError: the file cannot be written.
            UsageError: it can be neither read nor kept aside.
        """
        changes = {name: value for name, value in changes.items() if name not in SECRETS | self.given}
        if self.path is None or not changes:
            return None
        problem = None
        try:
            kept = _read(self.path)
        except UsageError as error:
            kept, problem = {}, _set_aside(self.path, error)
        kept = {name: value for name, value in (kept | changes).items() if value is not None}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.path.with_suffix(".new")
        fresh.write_text(tomli_w.dumps(kept), "utf-8")
        fresh.replace(self.path)
        return problem

    def kept(self, name: str) -> Any:
        """What the file says of ``name``; None: nothing, or it cannot be read."""
        with contextlib.suppress(UsageError):
            return _read(self.path).get(name)


def load_what_is_right(
    table: type[Table], flags: Mapping[str, Any], file: Path | None
) -> tuple[Table, SettingsFile]:
    """As :func:`load`, for a window: what is wrong with ``file`` is told, and the rest of it is used.

    A file that cannot be read is kept aside under another name.

    Raises:
        UsageError: a flag or an environment variable is wrong.
    """
    given = _given(table, flags)
    _filled(table, given)
    problems: list[UsageError] = []
    kept: dict[str, Any] = {}
    try:
        kept = _read(file)
    except UsageError as error:
        assert file is not None
        try:
            problems.append(_set_aside(file, error))
        except UsageError as unmovable:
            problems.append(unmovable)
            file = None
    try:
        settings = table(**{**kept, **given})
    except WrongValues as error:
        for fault in error.faults:
            problems.append(UsageError(_sentence(fault), hint=f"Correct it in {file}; its default is used."))
            _drop(kept, fault.place)
        settings = _filled(table, {**kept, **given})
    return settings, SettingsFile(file, frozenset(given), tuple(problems))


def changed(settings: Table, changes: Mapping[str, Any]) -> Table:
    """``settings`` with ``changes``, checked.

    Raises:
        UsageError: a value is wrong; the sentence names the setting.
    """
    return _filled(type(settings), {**settings.values(), **changes})


def _given(table: type[CommonSettings], flags: Mapping[str, Any]) -> dict[str, Any]:
    """What flags and the environment say; an empty variable says nothing."""
    environment = {name: os.environ.get(environment_name(name)) for name in table.fields}
    named = {name: value for name, value in flags.items() if value is not None}
    return {name: value for name, value in environment.items() if value} | named


def _filled(table: type[Table], values: Mapping[str, Any]) -> Table:
    try:
        return table(**values)
    except WrongValues as error:
        raise UsageError(_sentence(error.faults[0])) from None


def _sentence(fault: Fault) -> str:
    name = ".".join(fault.place)
    return f"The setting {name} is wrong: {fault.sentence}."


def _drop(values: dict[str, Any], place: tuple[str, ...]) -> None:
    """Take what is at ``place`` out of ``values``, and what holds it only where that is no table."""
    name, *key = place
    if key and isinstance(held := values.get(name), dict):
        held.pop(key[0], None)
    else:
        values.pop(name, None)


def _read(file: Path | None) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8")) if file and file.exists() else {}
    except OSError as error:
        raise UsageError(f"The settings file {file} cannot be read: {error.strerror}.") from None
    except (ValueError, RecursionError) as error:  # too many digits or brackets are no TOMLDecodeError
        raise UsageError(f"The settings file {file} is not TOML: {error}.") from None


def _set_aside(file: Path, why: UsageError) -> UsageError:
    """Keep ``file`` under another name; returns what to tell of it.

    Raises:
        UsageError: it stays where it is, and nothing is to be written there.
    """
    aside = file.with_name(f"{file.name}.broken-{time.strftime('%Y%m%d-%H%M%S')}")
    try:
        file.rename(aside)
    except OSError as error:
        raise UsageError(
            why.message,
            hint=f"It cannot be kept aside ({error.strerror}); until it is mended, nothing is remembered.",
        ) from None
    return UsageError(why.message, hint=f"It is kept as {aside.name}, and a new one is begun.")
