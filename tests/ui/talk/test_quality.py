"""Figures of a connection, and what is said of them."""

from dataclasses import replace

from viewer.protocol import events
from viewer.protocol.events import Phase, Statistics
from viewer.ui.talk.quality import Fault, Quality, fold, words

START = Statistics(720, 480, "VP8", 1700.0, 25, 25.0, 60.0, 0, 0, 0, 0.03, "open", "completed", "connected")


class Network:
    """Tells a second's figures after the other's."""

    def __init__(self) -> None:
        self.figures = START
        self.quality = fold(Quality(), START)

    def seconds(
        self, count: int, *, sound_lost: int = 0, lost: int = 0, gap: float = 60.0, **more: float
    ) -> list[Fault | None]:
        """What is told in each of so many seconds of 50 packets of sound and 150 of pictures."""
        told = []
        for _ in range(count):
            now = self.figures
            self.figures = replace(
                now,
                frames_received=now.frames_received + 25,
                packets_received=now.packets_received + 200 - sound_lost - lost,
                packets_lost=now.packets_lost + sound_lost + lost,
                sound_packets_received=now.sound_packets_received + 50 - sound_lost,
                sound_packets_lost=now.sound_packets_lost + sound_lost,
                longest_gap_ms=gap,
                **more,  # type: ignore[arg-type]
            )
            self.quality = fold(self.quality, self.figures)
            told.append(self.quality.fault)
        return told


def test_a_good_connection_is_nothing_to_talk_about() -> None:
    assert set(Network().seconds(60, sound_lost=0, lost=3)) == {None}


def test_lost_sound_is_told_after_three_seconds_and_no_more_when_it_has_been_well_for_eight() -> None:
    network = Network()
    assert network.seconds(4, sound_lost=5) == [None, None, "sound", "sound"]
    assert network.seconds(9) == ["sound"] * 7 + [None, None]


def test_a_bad_second_now_and_then_is_not_told_and_does_not_end_what_is() -> None:
    network = Network()
    for _ in range(10):
        assert set(network.seconds(2, sound_lost=5) + network.seconds(1)) == {None}
    network.seconds(3, sound_lost=5)
    for _ in range(10):
        assert set(network.seconds(7) + network.seconds(1, sound_lost=5)) == {"sound"}


def test_what_is_told_goes_on_at_losses_that_would_not_have_begun_it() -> None:
    network = Network()
    assert set(network.seconds(20, sound_lost=1)) == {None}
    network.seconds(3, sound_lost=5)
    assert set(network.seconds(20, sound_lost=1)) == {"sound"}


def test_pictures_that_were_sent_again_in_time_are_no_fault() -> None:
    network = Network()
    assert set(network.seconds(20, lost=20)) == {None}
    assert network.seconds(3, lost=20, gap=400.0)[-1] == "picture"


def test_answers_that_come_late_and_pictures_that_come_slowly_are_told() -> None:
    assert Network().seconds(3, round_trip=0.6)[-1] == "delay"
    assert Network().seconds(3, fps_received=6.0)[-1] == "slow"


def test_another_connection_is_judged_anew() -> None:
    network = Network()
    network.seconds(3, sound_lost=5)
    assert fold(network.quality, events.PhaseChanged(Phase.RECONNECTING)) == Quality()
    # Counters that begin anew are no packets that were lost or found.
    assert fold(network.quality, START).fault == "sound"


def test_a_stall_counts_for_nothing_else() -> None:
    network = Network()
    network.seconds(2, sound_lost=5)
    network.quality = fold(network.quality, events.MediaStalled())
    assert network.seconds(2, sound_lost=5) == [None, None]


def test_every_fault_is_told_with_what_to_do() -> None:
    faults: tuple[Fault, ...] = ("sound", "picture", "delay", "slow")
    said = {words(fault) for fault in faults}
    assert len(said) == len(faults)
    assert all(len(each.split(". ")) == 2 for each in said)
