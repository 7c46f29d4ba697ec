"""Offer, answer and the engine's candidates, as often as a session needs them."""

from viewer.protocol.actions import AddCandidate, ApplyAnswer, MakeOffer, Output
from viewer.protocol.negotiation import MAX_CANDIDATES, Negotiation
from viewer.protocol.signalling import IceCandidate


def candidate(number: int) -> IceCandidate:
    return IceCandidate(f"{number} 1 udp 1 192.0.2.1 9 typ host", "0", 0)


def answered() -> tuple[Negotiation, list[Output]]:
    done: list[Output] = []
    negotiation = Negotiation(done.append)
    negotiation.begin()
    assert negotiation.offer_made()
    negotiation.answer_received("v=0")
    assert done == [MakeOffer(), ApplyAnswer("v=0")]
    done.clear()
    return negotiation, done


def test_the_end_of_candidates_is_passed_on_once_and_only_after_the_answer() -> None:
    done: list[Output] = []
    early = Negotiation(done.append)
    early.begin()
    early.offer_made()
    early.candidate_received(None)
    early.answer_received("v=0")
    assert done == [MakeOffer(), ApplyAnswer("v=0")]
    negotiation, done = answered()
    negotiation.candidate_received(None)
    negotiation.candidate_received(None)
    assert done == [AddCandidate(None)]


def test_candidates_that_come_early_are_added_in_the_order_in_which_they_came() -> None:
    done: list[Output] = []
    negotiation = Negotiation(done.append)
    negotiation.begin()
    negotiation.offer_made()
    for number in range(3):
        negotiation.candidate_received(candidate(number))
    negotiation.answer_received("v=0")
    assert done[2:] == [AddCandidate(candidate(number)) for number in range(3)]


def test_no_more_candidates_are_taken_than_an_agent_checks_and_each_negotiation_has_so_many() -> None:
    negotiation, done = answered()
    for _ in range(2):
        for number in range(MAX_CANDIDATES + 5):
            negotiation.candidate_received(candidate(number))
        negotiation.candidate_received(None)
        assert done == [*(AddCandidate(candidate(n)) for n in range(MAX_CANDIDATES)), AddCandidate(None)]
        negotiation.begin()
        negotiation.offer_made()
        negotiation.answer_received("v=0")
        done.clear()


def test_early_candidates_of_an_older_negotiation_are_none_of_the_next() -> None:
    done: list[Output] = []
    negotiation = Negotiation(done.append)
    negotiation.begin()
    negotiation.offer_made()
    negotiation.candidate_received(candidate(1))
    negotiation.begin()
    assert not negotiation.answered
    negotiation.offer_made()
    negotiation.answer_received("v=0")
    assert done == [MakeOffer(), MakeOffer(), ApplyAnswer("v=0")]


def test_an_offer_that_nobody_asked_for_is_not_sent() -> None:
    negotiation, _ = answered()
    assert not negotiation.offer_made()
    assert negotiation.answered
    assert not negotiation.awaits_answer
