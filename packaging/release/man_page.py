"""The man page, made of what the command line's parser knows."""

import argparse
from collections.abc import Iterator, Mapping
from typing import Final

# As man-pages(7) has them, for the headings at the end of the program's help.
_HEADINGS: Final = {"examples": "EXAMPLES", "settings": "SETTINGS", "exit codes": "EXIT STATUS"}

_FILES: Final = r""".SH FILES
.TP
.I ~/.config/persona\-viewer/settings.toml
What the window remembers.
.B PERSONA_VIEWER_CONFIG_DIR
names another folder for it.
"""


def man_page(
    parser: argparse.ArgumentParser, version: str, day: str, left_out: frozenset[str] = frozenset()
) -> str:
    """The page of section 1, as groff reads it.

    Args:
        parser: the command line's.
        day: when it was written, as ISO 8601 has it.
        left_out: commands that are not part of what the page comes with.
    """
    commands = {name: each for name, each in _commands(parser).items() if name not in left_out}
    described = " ".join((parser.description or "").split())
    lines = [
        f'.TH {parser.prog.upper()} 1 "{day}" "Persona Viewer {version}" "User Commands"',
        ".SH NAME",
        rf"{_plain(parser.prog)} \- talk to realtime AI avatars from the desktop",
        ".SH SYNOPSIS",
        f".B {_plain(parser.prog)}",
        r"[\fICOMMAND\fR] [\fIOPTION\fR]...",
        ".SH DESCRIPTION",
        _plain(described),
        ".SH COMMANDS",
        *(line for name, each in commands.items() for line in _command(name, each)),
        *_sections(parser.epilog or "", left_out),
    ]
    return "\n".join(lines) + "\n" + _FILES


def _commands(parser: argparse.ArgumentParser) -> Mapping[str, argparse.ArgumentParser]:
    """By name those that the help names, without our own."""
    (commands,) = (
        action
        for action in parser._actions  # noqa: SLF001 - argparse offers no other way
        if isinstance(action, argparse._SubParsersAction)  # noqa: SLF001
    )
    named = {choice.dest for choice in commands._choices_actions}  # noqa: SLF001
    return {name: each for name, each in commands.choices.items() if name in named}


def _command(name: str, command: argparse.ArgumentParser) -> Iterator[str]:
    yield f".SS {_plain(name)}"
    yield _plain(" ".join((command.description or "").split()))
    for action in command._actions:  # noqa: SLF001
        if action.help is argparse.SUPPRESS or "--help" in action.option_strings:
            continue
        yield ".TP"
        yield _bold(_invocation(action))
        yield _plain((action.help or "").replace("%%", "%"))
    more = getattr(command, "more_help", None)
    if more:
        yield from (".PP", ".nf", *map(_plain, more().strip().splitlines()), ".fi")


def _invocation(action: argparse.Action) -> str:
    """As it is typed: ``--mic MIC``, ``--muted, --no-muted``, ``[FILE]``."""
    value = str(action.metavar or "")
    if action.choices:
        value = "{" + ",".join(map(str, action.choices)) + "}"
    if not action.option_strings:
        return f"[{value or action.dest.upper()}]"
    return ", ".join(f"{option} {value}".strip() for option in action.option_strings)


def _sections(epilog: str, left_out: frozenset[str]) -> Iterator[str]:
    """The parts of the help's end, each under its heading and as it is written there."""
    for line in epilog.splitlines():
        title = line.rstrip(":")
        if line.endswith(":") and title in _HEADINGS:
            yield from (".fi", f".SH {_HEADINGS[title]}", ".nf")
        elif line.strip() and not any(f"persona-viewer {name} " in line for name in left_out):
            yield _plain(line)
    yield ".fi"


def _bold(text: str) -> str:
    return rf"\fB{_plain(text)}\fR"


def _plain(text: str) -> str:
    """``text`` as groff shows it unchanged: hyphens that can be copied, no request at the start of a line."""
    shown = text.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{shown}" if shown.startswith((".", "'")) else shown
