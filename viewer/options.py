"""The command line's options, derived from the settings' tables.

pydantic-settings has a command line of its own. It was tried: it names neither the environment's variables
nor what a value is, shows the defaults of secrets, and leaves no option out; with all that it is no shorter.
"""

import argparse

from viewer.setting_table import Setting
from viewer.settings import SECRETS, CommonSettings, environment_name


def add_options(
    options: argparse.ArgumentParser, settings: type[CommonSettings], left_out: frozenset[str]
) -> None:
    """Add an option for each field of ``settings`` but those ``left_out``, and ``--config``."""
    for name, field in settings.fields.items():
        if name not in left_out:
            _add_option(options, name, field)
    options.add_argument(
        "--config", metavar="FILE", help=f"the settings file, TOML [{environment_name('config')}]"
    )


def flag_name(name: str) -> str:
    """The setting ``name`` as a flag, without its dashes."""
    return name.replace("_", "-")


def option_name(name: str, field: Setting) -> str:
    """The option of the setting ``name``, as it is typed."""
    return f"--{field.extra.get('flag') or flag_name(name)}"


def _add_option(options: argparse.ArgumentParser, name: str, field: Setting) -> None:
    default = f" (default: {field.default})" if field.default and name not in SECRETS else ""
    text = f"{field.description}{default} [{environment_name(name)}]".replace("%", "%%")
    flag = option_name(name, field)
    if field.annotation is bool:
        options.add_argument(flag, dest=name, action=argparse.BooleanOptionalAction, help=text)
    elif field.choices:
        options.add_argument(flag, dest=name, choices=field.choices, help=text)
    else:
        metavar = field.extra.get("metavar") or name.rpartition("_")[2].upper()
        options.add_argument(flag, dest=name, metavar=metavar, help=text)
