"""``persona-viewer broker token``: gives clients of the broker their tokens, lists them, takes them back."""

import argparse
import os
import re
import sys
import tomllib
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from viewer.broker.access.clients import Client, add_client, read_clients, remove_client
from viewer.broker.rules import AccessRules, Allowance
from viewer.errors import UsageError
from viewer.settings import ENVIRONMENT_PREFIX
from viewer.settings_file import default_file

_PROG: Final = "persona-viewer broker token"
_UNITS: Final = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_LIMITS: Final = {
    "requests_a_minute": "requests a minute",
    "sessions": "sessions at one time",
    "minutes_a_day": "minutes of sessions a day (UTC)",
}


def main(words: Sequence[str]) -> int:
    """Do what ``words`` say; returns the exit code.

    Raises:
        UsageError: it cannot be done.
        SystemExit: help was printed (0), or ``words`` cannot be parsed (2).
    """
    asked = _parser().parse_args(words)
    file = _clients_file(asked)
    match asked.what:
        case "add":
            sys.stdout.write(_add(file, asked, datetime.now(UTC)))
        case "list":
            sys.stdout.write(listing(read_clients(file).clients, datetime.now(UTC)))
        case "revoke":
            remove_client(file, asked.name)
            sys.stdout.write(
                f"The token of {asked.name} is worth nothing from now on. Sessions it has go on.\n"
            )
    return 0


def listing(clients: Sequence[Client], now: datetime) -> str:
    """A line for each of ``clients``."""
    if not clients:
        return "There are no clients.\n"
    width = max(len(client.name) for client in clients)
    return "".join(
        f"{client.name:<{width}}  since {client.created:%Y-%m-%d}  {_what(client, now)}\n"
        for client in clients
    )


def until(text: str, now: datetime) -> datetime:
    """The moment that ``text`` means: ``30d`` from ``now``, the end of the day ``2027-01-31`` (UTC), or an
    ISO 8601 time.

    Raises:
        UsageError: it means none, or one that is over.
    """
    try:
        if found := re.fullmatch(r"([0-9]{1,6})([mhdw])", text):
            moment = now + timedelta(**{_UNITS[found[2]]: int(found[1])})
        elif re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            moment = datetime.combine(datetime.fromisoformat(text).date(), time.max, UTC)
        else:
            moment = datetime.fromisoformat(text)
            moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise UsageError(
            f"“{text}” is no time at which a token can expire.",
            hint="Write 12h, 30d, 8w, 2027-01-31 or 2027-01-31T18:00+01:00.",
        ) from None
    if moment <= now:
        raise UsageError(f"{text} is over.", hint="Choose a time that is still to come.")
    return moment


def _add(file: Path, asked: argparse.Namespace, now: datetime) -> str:
    try:
        allowance = Allowance.model_validate({name: getattr(asked, name) for name in _LIMITS})
    except ValidationError as error:
        option = str(error.errors()[0]["loc"][0]).replace("_", "-")
        raise UsageError(f"The limit --{option} has to be 1 or more.") from None
    token = add_client(
        file,
        asked.name,
        now=now,
        expires=until(asked.expires, now) if asked.expires else None,
        personas=frozenset(asked.persona) if asked.persona else None,
        allowance=allowance,
    )
    return (
        f"{token}\n\n"
        f"This is the token of {asked.name}. It is shown only now: the broker keeps a hash of it.\n"
        f"At the client: persona-viewer token set --broker URL\n"
        f"A broker that runs with --clients {file} takes it within a second or two.\n"
    )


def _what(client: Client, now: datetime) -> str:
    said = "for ever"
    if client.expires:
        said = f"{'EXPIRED' if client.expires <= now else 'until'} {client.expires:%Y-%m-%d %H:%M %Z}"
    if client.personas is not None:
        said += f", only {', '.join(sorted(client.personas))}"
    for name, limit in client.allowance.model_dump(exclude_none=True).items():
        said += f", {limit} {_LIMITS[name]}"
    return said


def _clients_file(asked: argparse.Namespace) -> Path:
    if named := asked.clients or os.environ.get(f"{ENVIRONMENT_PREFIX}CLIENTS"):
        return Path(named).expanduser()
    if rules := asked.rules or os.environ.get(f"{ENVIRONMENT_PREFIX}RULES"):
        return _named_by(Path(rules).expanduser())
    return default_file().with_name("clients.json")


def _named_by(rules: Path) -> Path:
    """Only what is needed of the file: whether all of it is right, “broker check” says."""
    try:
        said = tomllib.loads(rules.read_text("utf-8")).get("access", {}).get("tokens")
        return rules.parent / Path(said or AccessRules().tokens).expanduser()
    except OSError as error:
        raise UsageError(f"The file of rules {rules} cannot be read: {error.strerror}.") from None
    except (ValueError, AttributeError, TypeError):
        raise UsageError(
            f"The file of rules {rules} cannot be used.", hint=f"See persona-viewer broker check {rules}."
        ) from None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=_PROG, description="Tokens of the broker's clients.", allow_abbrev=False
    )
    whats = parser.add_subparsers(title="what to do", dest="what", metavar="WHAT", required=True)
    add = whats.add_parser("add", help="make a token for a new client, and show it once", allow_abbrev=False)
    add.add_argument("name", metavar="NAME", help="of the client, for lists, logs and metrics")
    add.add_argument(
        "--persona",
        action="append",
        metavar="NAME",
        help="alias or ID of a persona that it may have; may be given again; default: all of the broker's",
    )
    add.add_argument("--expires", metavar="WHEN", help="12h, 30d, 8w, 2027-01-31; default: never")
    for name, what in _LIMITS.items():
        add.add_argument(f"--{name.replace('_', '-')}", type=int, metavar="N", help=f"at most so many {what}")
    revoke = whats.add_parser("revoke", help="take a client's token back", allow_abbrev=False)
    revoke.add_argument("name", metavar="NAME")
    for each in (
        add,
        revoke,
        whats.add_parser("list", help="the clients, without their tokens", allow_abbrev=False),
    ):
        each.add_argument(
            "--clients",
            metavar="FILE",
            help=f"where they are kept [{ENVIRONMENT_PREFIX}CLIENTS]; default: what --rules names, or "
            "clients.json beside the settings",
        )
        each.add_argument("--rules", metavar="FILE", help=f"the broker's rules [{ENVIRONMENT_PREFIX}RULES]")
    return parser
