"""Client tools out of a folder of the user's."""

import asyncio
import os
from pathlib import Path

import pytest

from viewer.session.local_tools import LOCAL_TOOLS
from viewer.session.tools import Outcome, ToolRunner
from viewer.session.workbench.own_tools import OwnTools


def write(folder: Path, name: str, source: str, changed: int = 1) -> None:
    path = folder / f"{name}.py"
    path.write_text(source, "utf-8")
    os.utime(path, (changed, changed))


def runner(folder: Path, patience: float = 30.0) -> ToolRunner:
    return ToolRunner(OwnTools(LOCAL_TOOLS, folder), patience)


async def test_a_file_is_the_tool_of_its_name_and_keeps_what_it_keeps_until_it_changes(
    tmp_path: Path,
) -> None:
    write(
        tmp_path, "count", "n = 0\ndef run(arguments):\n    global n\n    n += 1\n    return [n, arguments]\n"
    )
    write(tmp_path, "slow", "async def run(arguments: dict) -> str:\n    return 'hi ' + arguments['name']\n")
    tools = runner(tmp_path)
    assert await tools.run("count", {"a": 1}) == Outcome([1, {"a": 1}])
    assert await tools.run("count", None) == Outcome([2, {}])
    assert await tools.run("slow", {"name": "Ann"}) == Outcome("hi Ann")
    write(tmp_path, "count", "def run(arguments):\n    return 'another'\n", changed=2)
    assert await tools.run("count", {}) == Outcome("another")


async def test_no_file_is_run_before_its_tool_is_called(tmp_path: Path) -> None:
    write(tmp_path, "never", f"open({str(tmp_path / 'ran')!r}, 'w').close()\ndef run(arguments): ...\n")
    tools = OwnTools(LOCAL_TOOLS, tmp_path)
    assert set(tools) == {"never", *LOCAL_TOOLS}
    assert len(tools) == 2
    assert (await ToolRunner(tools).run("get_local_time", None)).result
    assert not (tmp_path / "ran").exists()
    await ToolRunner(tools).run("never", None)
    assert (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("def run(:\n", "The tool broken.py is not Python: line 1: "),
        ("x = 1\n", "The tool broken.py has no function run(arguments)."),
        ("import nothing_such\n", "The tool broken.py cannot be loaded: No module named 'nothing_such'."),
        ("def run(arguments):\n    raise LookupError('no such place')\n", "The tool failed: no such place"),
    ],
)
async def test_what_is_wrong_is_a_failed_call_with_a_sentence(tmp_path: Path, source: str, why: str) -> None:
    write(tmp_path, "broken", source)
    outcome = await runner(tmp_path).run("broken", {})
    assert outcome.error
    assert outcome.error.startswith(why)
    assert str(tmp_path) not in outcome.error


async def test_a_tool_that_takes_too_long_is_a_failed_call(tmp_path: Path) -> None:
    write(tmp_path, "waits", "import asyncio\nasync def run(arguments):\n    await asyncio.Event().wait()\n")
    outcome = await runner(tmp_path, patience=0.05).run("waits", {})
    assert outcome.error == "The tool did not answer within 0.05 seconds."
    await asyncio.sleep(0)


@pytest.mark.parametrize(
    "name", ["missing", "../outside", "inside/../../outside", "", ".", "a\0b", "x" * 101]
)
async def test_a_name_leads_to_no_file_outside_of_the_folder(tmp_path: Path, name: str) -> None:
    write(tmp_path, "outside", "def run(arguments): return 'run'\n")
    folder = tmp_path / "tools"
    folder.mkdir()
    assert (await runner(folder).run(name, {})).error == "This viewer has no such tool."
