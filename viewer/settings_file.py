"""Where settings are kept, and how a table of them is filled.

The file is read here: pydantic-settings' own source for TOML is bound to one file when the model is defined,
and lets what is wrong with it through as it is.
"""

import os
import tomllib
from pathlib import Path
from typing import Any, TypeVar

import platformdirs
import tomli_w
from pydantic import ValidationError
from pydantic_settings import EnvSettingsSource

from viewer.errors import UsageError
from viewer.settings import ENVIRONMENT_PREFIX, SECRETS, CommonSettings

Table = TypeVar("Table", bound=CommonSettings)


def default_file() -> Path:
    """Where the window remembers settings; ``PERSONA_VIEWER_CONFIG_DIR`` moves it."""
    folder = os.environ.get(f"{ENVIRONMENT_PREFIX}CONFIG_DIR") or platformdirs.user_config_dir(
        "persona-viewer"
    )
    return Path(folder) / "settings.toml"


def load(table: type[Table], flags: dict[str, Any], file: Path | None) -> Table:
    """``table`` filled from ``flags``, the environment, ``file`` (may be missing) and the defaults.

    A flag that is None was not given. Names in ``file`` that ``table`` lacks belong to other commands.

    Raises:
        UsageError: a value is wrong or the file cannot be read; the sentence names the setting.
    """

    given = {name: value for name, value in flags.items() if value is not None}
    try:
        return table(**{**_read(file), **EnvSettingsSource(table)(), **given})
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        name = ".".join(str(part) for part in fault["loc"]) or "settings"
        raise UsageError(
            f"The setting {name} is wrong: {fault['msg'].removeprefix('Value error, ')}."
        ) from None


def remember(changes: dict[str, Any], file: Path) -> None:
    """Merge ``changes`` into ``file``. Secrets are left out.

    Raises:
        OSError: the file cannot be written.
    """
    kept: dict[str, Any] = {}
    if file.exists():
        try:
            kept = tomllib.loads(file.read_text("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError):
            kept = {}
    kept.update({name: value for name, value in changes.items() if name not in SECRETS})
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    fresh.write_text(tomli_w.dumps(kept), "utf-8")
    fresh.replace(file)


def _read(file: Path | None) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8")) if file and file.exists() else {}
    except OSError as error:
        raise UsageError(f"The settings file {file} cannot be read: {error.strerror}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"The settings file {file} is not TOML: {error}.") from None
