"""Which file a kiosk goes by: the one that it is given, or, when that is wrong, the last that was right."""

import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from viewer.errors import UsageError
from viewer.kiosk_settings import KioskSettings, read_kiosk
from viewer.kiosk_settings.looked_after import WEEKDAYS, is_token
from viewer.redaction import remember_secret
from viewer.settings import KioskCommandSettings, ViewerSettings, WindowSettings, environment_name
from viewer.settings_file import default_file, load
from viewer.ui.desktop.places import state_folder
from viewer.ui.kiosk.watched.memory import write_privately

_LAST_GOOD: Final = "last-good.toml"
# What the window keeps in its file beside settings.
_KEPT: Final = frozenset({"window", "brokers", "recent"})
_TOKEN: Final = "kiosk_token"
_NEEDED: Final = ("broker", "persona")


@dataclass(frozen=True, slots=True)
class InForce:
    """What a kiosk goes by. ``file``: where it is from; ``problem``: why that is not the one that was given.
    ``folder``: where the kiosk keeps what it needs.
    """

    settings: ViewerSettings
    table: KioskSettings
    file: Path | None
    folder: Path
    problem: UsageError | None = None


def in_force(given: KioskCommandSettings, file: Path | None) -> InForce:
    """What ``given``, by flags and environment, and ``file`` say. A file that is right is kept aside, so that
    the kiosk starts also after a slip of the pen in the next one. Blocks.

    Raises:
        UsageError: the file is wrong, and there is none that was right.
    """
    there = file.absolute() if file and file.exists() else None
    folder = kiosk_folder(there)
    good = folder / _LAST_GOOD
    try:
        settings, table = _read(given, there, there)
    except UsageError as error:
        if there is None:
            raise
        try:
            settings, table = _read(given, good if good.exists() else there, there)
        except UsageError:
            raise error from None
        return InForce(settings, table, good, folder, error)
    if there is not None:
        _keep(there, good)
    return InForce(settings, table, there, folder)


def kiosk_folder(file: Path | None) -> Path:
    """Where the kiosk of ``file`` keeps what it needs: what visits used, what it remembers, its last file."""
    return state_folder() / "kiosk" / (file.stem if file else "settings")


def check(given: KioskCommandSettings, file: Path | None) -> int:
    """Print whether ``file`` is right, and what is in force; returns the exit code. Changes nothing."""
    there = file.absolute() if file and file.exists() else None
    good = kiosk_folder(there) / _LAST_GOOD
    try:
        settings, table = _read(given, there, there)
    except UsageError as error:
        kept = (
            f"A kiosk that starts now goes by the last file that was right, {good}, of {_when(good)}."
            if there and good.exists()
            else "A kiosk cannot start with it, and there is no earlier file that was right."
        )
        sys.stdout.write(f"{error.message} {error.hint}\n{kept}\n")
        return error.exit_code
    sys.stdout.write(f"{there or 'What flags and environment say'} is right. In force:\n")
    for name, value in _summary(settings, table):
        sys.stdout.write(f"  {name:<12} {value}\n")
    return 0


def _read(
    given: KioskCommandSettings, file: Path | None, stands_for: Path | None
) -> tuple[ViewerSettings, KioskSettings]:
    """What ``file`` says, whose paths are meant from the folder of the one that it ``stands_for``."""
    said = {name: getattr(given, name) for name in given.given}
    settings = load(KioskCommandSettings, said, file)
    # The window's own file may hold what later versions of it keep there.
    is_own = stands_for == default_file().absolute()
    known = None if is_own else frozenset(WindowSettings.fields) | _KEPT
    folder = stands_for.parent if stands_for else None
    table = _with_token(read_kiosk(file, known, folder))
    for name in _NEEDED:
        if not getattr(settings, name):
            raise UsageError(
                f"The setting {name} is missing.",
                hint=f"Give --{name} or {environment_name(name)}, or say it in the file.",
            )
    return settings, table


def _with_token(table: KioskSettings) -> KioskSettings:
    """With the token of the environment, which outranks the file's.

    Raises:
        UsageError: it is needed and there is none, or it is none.
    """
    name = environment_name(_TOKEN)
    try:
        token = is_token(os.environ.get(name, "")) or table.watched.token
    except ValueError as error:
        raise UsageError(f"The environment variable {name} is wrong: {error}.") from None
    if table.watched.port is not None and not token:
        raise UsageError(
            "The kiosk has a port, and no token for it.",
            hint=f"Say kiosk.watched.token in the file, or {name}; “openssl rand -hex 24” makes one.",
        )
    if token:
        remember_secret(token)
    watched = table.watched.model_copy(update={"token": token})
    return table.model_copy(update={"watched": watched})


def _keep(file: Path, good: Path) -> None:
    text = file.read_text("utf-8")
    try:
        if not good.exists() or good.read_text("utf-8") != text:
            write_privately(good, text)
    except OSError as error:
        sys.stderr.write(f"The kiosk's file cannot be kept aside: {error.strerror}.\n")


def _summary(settings: ViewerSettings, table: KioskSettings) -> Iterator[tuple[str, str]]:
    """No secrets: of URLs that are, the host."""
    watched, hours, limits = table.watched, table.hours, table.limits
    yield "broker", settings.broker
    yield "persona", settings.persona
    yield "languages", ", ".join(table.languages) or "all, as the computer's"
    yield "opening", str(table.opening or "the persona's own loop")
    days: dict[str, list[str]] = {}
    for day in WEEKDAYS:
        days.setdefault(getattr(hours, day), []).append(day)
    yield "hours", "; ".join(f"{', '.join(named)} {said}" for said, named in days.items())
    yield "restart", f"each night after {hours.restart}" if hours.restart else "never"
    per = (limits.minutes_per_hour, "hour"), (limits.minutes_per_day, "day")
    yield "limits", ", ".join(f"{most:g} min each {what}" for most, what in per if most) or "none"
    yield "answers at", f"http://127.0.0.1:{watched.port}" if watched.port is not None else "no port"
    every = f", every {watched.heartbeat_seconds:g} s"
    yield "heartbeat", f"{urlsplit(watched.heartbeat).hostname}{every}" if watched.heartbeat else "none"
    yield "webhook", str(urlsplit(watched.webhook).hostname) if watched.webhook else "none"
    yield "PIN", "set" if table.pin else "none: Ctrl+Shift+Q ends the kiosk"


def _when(file: Path) -> str:
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(file.stat().st_mtime))
