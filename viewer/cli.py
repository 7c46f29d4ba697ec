"""The command line: options derived from settings.py's tables, commands imported only when they run."""

import argparse
import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, NoReturn

from viewer.command_table import COMMANDS, Command, require
from viewer.errors import EXIT_CODES, UsageError, ViewerError
from viewer.interruption import INTERRUPTED
from viewer.libraries import missing, missing_in
from viewer.options import add_options
from viewer.programs import SERVERS, has_part
from viewer.redaction import configure_logging, redact
from viewer.settings import (
    LINK_SCHEME,
    BrokerSettings,
    CommonSettings,
    EngineSettings,
    WindowSettings,
    environment_name,
)
from viewer.settings_file import SettingsFile, load, load_what_is_right
from viewer.standard_output import complain, prepare, while_read

PROG: Final = "persona-viewer"

_DESCRIPTION: Final = """\
Talk to realtime AI avatars from the desktop: the avatar's picture and voice come over WebRTC, your
microphone and typed text go back. A broker holds the API key of the avatar service and starts
sessions; the viewer knows only the broker's URL. Without a command the window opens (run).
"""

_EXIT_CODES: Final = "\n".join(f"  {code:<4} {meaning}" for code, meaning in EXIT_CODES.items())

_EPILOG: Final = f"""\
examples:
  {PROG} demo                                          everything on this machine, no account
  {PROG} engine scenarios                              personas that fail, for testing a client
  {PROG} engine contact-sheet                          every face of the engine, in one picture
  {PROG} run --broker https://broker.example --persona ID --connect
  {PROG} "persona-viewer://connect?broker=https://broker.example&persona=ID"
  {PROG} probe --broker https://broker.example --persona ID --json
  {PROG} probe --broker https://broker.example --personas
  {PROG} probe --broker https://broker.example --persona ID --events talk.jsonl
  {PROG} replay talk.jsonl                             what happened in it, once more
  {PROG} replay talk.jsonl --rtcstats talk.rtcstats    its connections, for programs that open rtcstats
  {PROG} doctor --broker https://broker.example --persona ID
  {PROG} token set --broker https://broker.example     keep the token that it wants
  ANAM_API_KEY=… {PROG} broker                         the broker, in front of the real service
  {PROG} broker check rules.toml                       whether the broker's rules are right
  {PROG} broker token add NAME                         a token for one of its clients

settings:
  A flag outranks the environment, that outranks the settings file, that outranks the default.
  “{PROG} COMMAND --help” lists the command's flags with their environment names.

exit codes:
{_EXIT_CODES}
"""

# Options of a start that a window which is open may do for.
_OF_ANY_START: Final = frozenset({"link", "log_level"})

# How long a server may take to stop after its parent has gone.
_GRACE_SECONDS: Final = 5.0


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line ``argv`` (default: the process's) and return the exit code.

    Raises:
        SystemExit: help or version was printed (0), or ``argv`` could not be parsed (2).
    """
    gc.set_threshold(10_000, 10, 10)  # of a session's objects few are garbage that has to be looked for
    prepare()
    return while_read(lambda: _main(list(sys.argv[1:] if argv is None else argv)))


def _main(words: list[str]) -> int:
    if words and words[0].casefold().startswith(f"{LINK_SCHEME}:"):
        if len(words) > 1:
            # Where a system does not quote well, whoever wrote the link could give options.
            complain(f"{PROG}: A link has to be the only word.\n")
            return UsageError.exit_code
        words = ["run", f"--link={words[0]}"]
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help", "--version")):
        words.insert(0, "run")
    flags: dict[str, Any] = {}
    # An errand with words of its own, which the options of the broker have no place for.
    of_clients = words[:2] == ["broker", "token"]
    if not of_clients:
        flags = vars(make_parser(words[0]).parse_args(words))
    try:
        if of_clients:
            return _broker_token(words[2:])
        command = flags.pop("command")
        if flags.pop("exit_with_stdin", False):
            threading.Thread(target=_end_with_stdin, name="exit-with-stdin", daemon=True).start()
        return _execute(command, flags)
    except ViewerError as error:
        complain(redact(f"{PROG}: {error.message} {error.hint}\n"))
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED


def _execute(command: Command, flags: dict[str, Any]) -> int:
    _check_bundle(command.name, command.extra, needs_window=command.needs_window)
    errand = flags.pop("errand", None)
    config = _settings_file(command, flags.pop("config", None))
    if command.settings is WindowSettings and flags.keys() - _OF_ANY_START:
        flags.setdefault("new_window", True)
    settings, kept = _load(command, flags, config)
    require(settings, *command.needed)
    configure_logging(settings.log_level)
    try:
        if errand is not None:
            sys.stdout.write(command.errands[errand](settings))
            return 0
        return command.run(settings, kept)
    except ModuleNotFoundError as error:
        if command.extra is None or (error.name or "").partition(".")[0] == "viewer":
            raise
        raise UsageError(
            f"The command “{command.name}” needs {error.name}, which is not installed.",
            hint=f"Install it: pip install 'persona-viewer[{command.extra}]'.",
        ) from None
    except ImportError as error:
        # Qt's own modules want libraries of the system, as libEGL.so.1.
        if library := missing_in(str(error)):
            raise missing([library]) from None
        raise


def _load(command: Command, flags: dict[str, Any], file: Path | None) -> tuple[CommonSettings, SettingsFile]:
    """The command's settings; where it writes them, a fault of the file is told and stops nothing."""
    if not command.makes_file:
        return load(command.settings, flags, file if command.reads_file else None), SettingsFile(file)
    settings, kept = load_what_is_right(command.settings, flags, file)
    for problem in kept.problems:
        complain(redact(f"{PROG}: {problem.message} {problem.hint}\n"))
    return settings, kept


def _check_bundle(command: str, extra: str | None, *, needs_window: bool = False) -> None:
    if has_part(servers=extra is not None, window=needs_window):
        return
    if extra is None or (needs_window and not has_part(servers=False, window=True)):
        hint = "It is in the one called persona-viewer."
    else:
        install = f"pip install 'persona-viewer[{extra}]'"
        hint = f"It is in {SERVERS}: install that, or unpack it beside this folder; or: {install}."
    raise UsageError(f"The command “{command}” is not part of this bundle.", hint=hint)


def _settings_file(command: Command, flag: str | None) -> Path | None:
    named = flag or os.environ.get(environment_name("config"))
    if not named:
        return command.file()
    # The window writes its file, so there it may be new; elsewhere a missing one is a slip of the pen.
    if not command.makes_file and not Path(named).is_file():
        raise UsageError(f"The settings file {named} does not exist.", hint="Check the path after --config.")
    return Path(named)


def _end_with_stdin() -> None:
    """Stop this process when whoever holds the other end of its standard input goes away."""
    # Not through sys.stdin: the interpreter cannot shut down while a thread waits inside that object.
    while os.read(0, 4096):
        continue
    if sys.platform == "win32":
        signal.raise_signal(signal.SIGTERM)  # os.kill would end the process there and then
    else:
        os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_GRACE_SECONDS)
    os._exit(1)


def _broker_token(words: Sequence[str]) -> int:
    _check_bundle("broker token", "broker")
    from viewer.broker.access.command import main

    return main(words)


class _Parser(argparse.ArgumentParser):
    """One whose help has an end that is made only when somebody reads it."""

    more_help: Callable[[], str] | None = None

    def format_help(self) -> str:
        return super().format_help() + (self.more_help() if self.more_help else "")


class _Version(argparse.Action):
    """Says which build this is; what tells that is loaded only then."""

    def __init__(self, option_strings: Sequence[str], dest: str, **options: Any) -> None:
        super().__init__(option_strings, dest, nargs=0, **options)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from viewer.build_facts import build_facts

        sys.stdout.write(f"{build_facts()}\n")
        parser.exit()


def make_parser(only: str | None = None) -> argparse.ArgumentParser:
    """The parser of all commands, made of their tables; with ``only``, of the one called so, or of the names
    of all where none is.
    """
    parser = _Parser(
        prog=PROG,
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version", action=_Version, default=argparse.SUPPRESS, help="say which build this is, and end"
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in [each for each in COMMANDS if each.name == only] or COMMANDS:
        shown: dict[str, Any] = {"help": command.summary} if command.summary else {}
        options = commands.add_parser(
            command.name,
            **shown,
            description=f"{command.summary[:1].upper()}{command.summary[1:]}.",
            argument_default=argparse.SUPPRESS,  # so that only what was given outranks the rest
            allow_abbrev=False,
        )
        if only not in (None, command.name):
            continue
        options.set_defaults(command=command)
        options.more_help = command.more_help
        if command.errands:
            options.add_argument(
                "errand",
                nargs="?",
                choices=tuple(command.errands),
                default=None,  # of what is suppressed, Python 3.11 makes a wrong choice
                help=command.errands_help,
            )
            if command.errands_file:
                options.add_argument(command.errands_file, nargs="?", metavar="FILE", help="what it checks")
        if command.operand:
            field = command.settings.fields[command.operand]
            options.add_argument(command.operand, metavar="FILE", help=field.description)
        add_options(options, command.settings, command.left_out | {command.operand})
        if command.settings in (BrokerSettings, EngineSettings):
            options.add_argument("--exit-with-stdin", action="store_true", help=argparse.SUPPRESS)
    return parser
