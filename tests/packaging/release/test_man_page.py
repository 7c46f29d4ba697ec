"""The man page says what the parser knows, and groff shows it as it was meant."""

import argparse
import shutil
import subprocess

import pytest

from release.man_page import man_page
from viewer.cli import make_parser
from viewer.command_table import COMMANDS


def made(epilog: str = "", help_of_option: str = "what it does") -> str:
    parser = argparse.ArgumentParser(prog="some-tool", description="Does\n  things.", epilog=epilog)
    commands = parser.add_subparsers()
    fly = commands.add_parser("fly", help="goes up", description="Goes up.")
    fly.add_argument("--how-high", metavar="METRES", help=help_of_option)
    fly.add_argument("--wing", choices=("left", "right"), help="which one")
    commands.add_parser("our-own", description="Nobody's.")
    return man_page(parser, "1.2", "2026-01-02")


def test_each_option_is_there_as_it_is_typed() -> None:
    lines = made().splitlines()
    assert lines[0] == '.TH SOME-TOOL 1 "2026-01-02" "Persona Viewer 1.2" "User Commands"'
    assert lines[lines.index(".SS fly") + 1] == "Goes up."
    assert lines[lines.index(r"\fB\-\-how\-high METRES\fR") + 1] == "what it does"
    assert r"\fB\-\-wing {left,right}\fR" in lines


def test_commands_of_our_own_are_not_told() -> None:
    assert "our" not in made()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (".profile is read", r"\&.profile is read"),
        ("'quoted'", r"\&'quoted'"),
        (r"a\b", r"a\eb"),
        ("100 %%", "100 %"),
    ],
)
def test_no_text_is_taken_for_a_request(text: str, shown: str) -> None:
    assert shown in made(help_of_option=text).splitlines()


def test_the_end_of_the_help_has_its_headings() -> None:
    page = made("examples:\n  some-tool fly\n\nexit codes:\n  0  well\n")
    assert ".SH EXAMPLES\n.nf\n  some\\-tool fly\n.fi\n.SH EXIT STATUS\n.nf\n  0  well\n.fi\n" in page


def test_ours_has_every_command_but_those_left_out() -> None:
    page = man_page(make_parser(), "1", "2026-01-02", frozenset({"demo", "broker", "engine"}))
    told = {line.removeprefix(".SS ") for line in page.splitlines() if line.startswith(".SS ")}
    assert told == {each.name for each in COMMANDS if each.summary} - {"demo", "broker", "engine"}
    assert "persona\\-viewer demo" not in page
    assert ".SH EXIT STATUS" in page
    if shutil.which("groff"):
        command = ["groff", "-man", "-Kutf8", "-Tutf8", "-ww", "-z"]
        warned = subprocess.run(command, input=page, check=False, capture_output=True, text=True)
        assert (warned.returncode, warned.stderr) == (0, "")
