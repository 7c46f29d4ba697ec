"""What was said and is free is overwritten: looked for from another process, as in a dump of its memory."""

import ctypes
import subprocess
import sys

import pytest

from tests.memory_search import times_in_memory
from viewer.erasure import overwrite_free, overwrite_own

SENTENCE = "the quick brown ferret juggles nine lanterns"

# The sentence comes to it the other way round, so that it has it only where it was put.
SPEAKER = """
import random, sys
from viewer.memory import share_arenas
from viewer.erasure import overwrite_free
share_arenas()
chance = random.Random(1)
backwards = sys.stdin.readline().strip()
kept, said = [], []
for n in range(400):
    said.append(f"{n} {backwards[::-1]} {'x' * chance.randrange(1500)}")
    said.append(said[-1].encode("utf-16-le"))
    kept.append(chance.randbytes(chance.randrange(1200)))
said.clear()
print("forgotten", flush=True)
sys.stdin.readline()
overwrite_free()
print("overwritten", flush=True)
sys.stdin.readline()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_what_is_free_is_overwritten() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SPEAKER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as speaker:
        assert speaker.stdin
        assert speaker.stdout
        found = []
        for told in (SENTENCE[::-1], "now", "end"):
            if told != SENTENCE[::-1]:
                assert speaker.stdout.readline()
                found.append(times_in_memory(speaker.pid, SENTENCE))
            speaker.stdin.write(f"{told}\n")
            speaker.stdin.flush()
    assert found[0] > 400, "it lies there though it is free"
    assert found[1] == 0


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_where_there_is_no_glibc_only_pythons_memory_is_overwritten(
    system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_such_library(_: None) -> None:
        raise TypeError("as on Windows")

    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(ctypes, "PyDLL", no_such_library)
    overwrite_free()
    overwrite_own()
