"""Ctrl+C and SIGTERM, wherever they find a command; a session under way: doctor/test_network.py."""

import asyncio
import importlib.abc
import signal
import sys
from collections.abc import Iterator

import pytest

import viewer
from viewer import __main__ as command
from viewer.interruption import sigterm_as_ctrl_c


@pytest.fixture(autouse=True)
def as_in_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Signals do what they do to a program that is started there, and nothing is left of a test's own."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


class _CtrlC(importlib.abc.MetaPathFinder):
    def find_spec(self, name: str, *_: object) -> None:
        if name == "viewer.cli":
            signal.raise_signal(signal.SIGINT)


def test_ctrl_c_while_the_program_is_loaded_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "viewer.cli", raising=False)
    monkeypatch.delattr(viewer, "cli", raising=False)
    monkeypatch.setattr(sys, "meta_path", [_CtrlC(), *sys.meta_path])
    assert command.main() == 130


@pytest.mark.parametrize("sigint", [signal.default_int_handler, signal.SIG_IGN])
def test_sigterm_ends_what_runs_in_order_and_with_a_code_of_its_own(
    sigint: "signal.Handlers", capsys: pytest.CaptureFixture[str]
) -> None:
    signal.signal(signal.SIGINT, sigint)
    before = signal.getsignal(signal.SIGTERM)
    said = []

    async def session() -> None:
        try:
            signal.raise_signal(signal.SIGTERM)
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            said.append("goodbye")

    with pytest.raises(SystemExit) as ended, sigterm_as_ctrl_c():
        asyncio.run(session())
    assert ended.value.code == 143
    assert said == ["goodbye"]
    assert signal.getsignal(signal.SIGTERM) is before
    assert capsys.readouterr().err == ""


def test_ctrl_c_stays_ctrl_c() -> None:
    with pytest.raises(KeyboardInterrupt), sigterm_as_ctrl_c():
        signal.raise_signal(signal.SIGINT)


@pytest.mark.parametrize("bundled", [True, False])
def test_a_bundle_ends_at_once_and_a_program_of_python_as_any_does(
    bundled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends: list[int] = []

    def end(code: int) -> None:
        ends.append(code)
        raise SystemExit(-1)

    monkeypatch.setattr("os._exit", end)
    monkeypatch.setattr(sys, "frozen", bundled, raising=False)
    with pytest.raises(SystemExit) as ended:
        command.leave(3)
    assert (ends, ended.value.code) == (([3], -1) if bundled else ([], 3))
