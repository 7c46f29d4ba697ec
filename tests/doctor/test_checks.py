"""How a check is performed, and what the whole came to, without a computer to examine."""

import asyncio
import io
from ipaddress import ip_address

import numpy as np
import pytest

from viewer.doctor import datagrams, network_path, rehearsal, report
from viewer.doctor.finding import Check, Finding, NotTried, State, Verdict, begin
from viewer.doctor.network_path import NetworkPath
from viewer.errors import BrokerUnreachable, ContentError, MediaLost, ViewerError
from viewer.redaction import forget_secret, remember_secret
from viewer.tasks import BackgroundTasks

SECRET = "opaque word 4711"


def found(state: State, exit_code: int = 0) -> Finding:
    return Finding(
        "check", None, state, "words", "a fix" if state is State.WARNING else None, None, 0, exit_code
    )


async def performed(check: Check) -> Finding:
    return await begin(check, BackgroundTasks("test"))


async def says(verdict: Verdict) -> Verdict:
    return verdict


async def fails(error: Exception) -> Verdict:
    raise error


def test_the_exit_code_is_that_of_the_first_failure_and_of_nothing_else() -> None:
    ok, warning, skipped = (found(state) for state in (State.OK, State.WARNING, State.SKIPPED))
    assert report.exit_code([ok, warning, skipped]) == 0
    assert report.as_object([ok, warning])["ok"] is True
    some = [ok, warning, found(State.FAILED, 3), skipped, found(State.FAILED, 5)]
    assert report.exit_code(some) == report.as_object(some)["exit_code"] == 3


def test_the_table_is_for_people() -> None:
    table = report.Table(output := io.TextIOWrapper(io.BytesIO(), "utf-8"))
    found_all = [
        Finding("microphone", None, State.SKIPPED, "Not wanted."),
        Finding("picture", None, State.OK, "720×480.", milliseconds=1234.4),
        Finding("sound", None, State.OK, "Loud and clear.", milliseconds=56),
    ]
    for finding in found_all:
        table.add(finding)
    table.end(found_all)
    output.seek(0)
    rows = [" ".join(line.split()) for line in output if line.strip()]
    assert rows[:2] == ["– microphone Not wanted.", "✓ picture 1234 ms 720×480."]
    assert rows[-1] == "All is well: picture and sound arrive. 1 check left out."


@pytest.mark.virtual_time
async def test_a_check_that_hangs_is_a_failure_after_its_time() -> None:
    began = asyncio.get_running_loop().time()

    async def hang() -> Verdict:
        await asyncio.Event().wait()
        raise AssertionError

    finding = await performed(Check("slow", hang, 7))
    assert asyncio.get_running_loop().time() - began == pytest.approx(7)
    assert (finding.state, finding.exit_code) == (State.FAILED, 1)
    assert "7 s" in finding.found


async def test_what_needs_a_check_that_failed_is_left_out_and_says_which() -> None:
    tasks = BackgroundTasks("test")
    failed = begin(Check("first", lambda: fails(BrokerUnreachable()), 1), tasks)
    second = begin(Check("second", lambda: says(Verdict("never")), 1, needs=(failed,)), tasks)
    third = begin(Check("third", lambda: says(Verdict("never")), 1, needs=(second,)), tasks)
    for finding in (await second, await third):
        assert (finding.state, finding.found) == (State.SKIPPED, "Not tried: “first” failed.")
    warned = begin(Check("warned", lambda: says(Verdict("so so", "mend it")), 1), tasks)
    after = await begin(Check("after", lambda: says(Verdict("fine")), 1, needs=(warned,)), tasks)
    assert ((await warned).state, after.state) == (State.WARNING, State.OK)


async def test_nothing_that_is_found_tells_a_secret() -> None:
    remember_secret(SECRET)
    try:
        for look in (
            lambda: says(Verdict(f"It is {SECRET}")),
            lambda: fails(ViewerError(f"It is {SECRET}", hint=f"Change {SECRET}")),
            lambda: fails(RuntimeError(f"It is {SECRET}")),
        ):
            finding = await performed(Check("check", look, 1))
            assert SECRET not in f"{finding.found} {finding.fix}"
            assert "It is" in finding.found
    finally:
        forget_secret(SECRET)


async def test_a_check_that_breaks_or_cannot_be_made_ends_nothing() -> None:
    broken = await performed(Check("check", lambda: fails(RuntimeError("odd")), 1))
    assert (broken.state, broken.exit_code) == (State.FAILED, 1)
    assert "odd" in broken.found
    left_out = await performed(Check("check", lambda: fails(NotTried("There is none.")), 1))
    assert (left_out.state, left_out.found) == (State.SKIPPED, "There is none.")
    failed = await performed(Check("check", lambda: fails(MediaLost()), 1))
    assert (failed.code, failed.exit_code, failed.fix) == ("media-lost", 5, MediaLost.hint)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "broker.localhost"])
async def test_no_encryption_is_fine_within_this_computer(host: str) -> None:
    with pytest.raises(NotTried):
        await network_path.tls(NetworkPath(f"http://{host}:8080", "none"))


@pytest.mark.parametrize("host", ["broker.example", "192.0.2.1", "[2001:db8::1]"])
async def test_no_encryption_to_elsewhere_is_a_warning(host: str) -> None:
    verdict = await network_path.tls(NetworkPath(f"http://{host}:8080", "none"))
    assert "without encryption" in verdict.found
    assert verdict.fix


@pytest.mark.parametrize(("ahead", "words"), [(600, "10 min ahead of"), (-600, "10 min behind")])
async def test_a_clock_that_is_off_says_into_which_direction(
    monkeypatch: pytest.MonkeyPatch, ahead: float, words: str
) -> None:
    async def seconds_ahead(_: NetworkPath) -> float:
        return ahead

    monkeypatch.setattr(network_path, "_seconds_ahead", seconds_ahead)
    verdict = await network_path.clock(NetworkPath("http://127.0.0.1:9", "none"), None)
    assert words in verdict.found
    assert verdict.fix


def test_addresses_through_which_no_datagram_goes_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    good, dead = ip_address("192.0.2.7"), ip_address("192.0.2.8")
    monkeypatch.setattr(datagrams, "_addresses", lambda: [good, dead])
    monkeypatch.setattr(datagrams, "_has_route", lambda version: version == 4)
    monkeypatch.setattr(datagrams, "_echoes", lambda address: address == good)
    verdict = datagrams.udp("")
    assert verdict.found == (
        "192.0.2.7 can send and receive; there is a route out by IPv4. 192.0.2.8 cannot."
    )
    assert verdict.fix
    monkeypatch.setattr(datagrams, "_echoes", lambda _: True)
    assert datagrams.udp("").fix is None


@pytest.mark.virtual_time
@pytest.mark.parametrize(("level", "heard"), [(None, None), (0, False), (10, False), (200, True)])
async def test_sound_is_told_apart_from_silence_and_from_nothing(
    level: int | None, heard: bool | None
) -> None:
    rehearsed = object.__new__(rehearsal.Rehearsal)
    rehearsed._closed = None
    rehearsed._news = asyncio.Event()
    rehearsed._ear = rehearsal._Ear(rehearsed._tell)
    if level is not None:
        frames = np.full((960, 2), level, np.int16)
        asyncio.get_running_loop().call_later(2, rehearsed._ear.write, frames)
    began = asyncio.get_running_loop().time()
    if heard is None:
        with pytest.raises(ContentError):
            await rehearsed.sound()
    else:
        verdict = await rehearsed.sound()
        assert (verdict.fix is None) is heard
    waited = asyncio.get_running_loop().time() - began
    assert waited == pytest.approx(2 if heard else rehearsal.HEAR_SECONDS)
