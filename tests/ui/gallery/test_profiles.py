"""What is remembered of brokers and of whom one called, and what is not."""

import pytest

from viewer.ui.gallery.brokers.profiles import (
    MAX_RECENT,
    Memory,
    Profile,
    Recent,
    guessed_url,
    memory_from,
)

URL = "https://broker.example"
OTHER = "http://localhost:8080"


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("broker.example", "https://broker.example"),
        (" broker.example:8443/base ", "https://broker.example:8443/base"),
        ("localhost:8080", "http://localhost:8080"),
        ("127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("[::1]:8080", "http://[::1]:8080"),
        ("demo.localhost", "http://demo.localhost"),
        ("http://broker.example", "http://broker.example"),
        ("ftp://broker.example", "ftp://broker.example"),
        ("", ""),
    ],
)
def test_a_scheme_that_is_left_out_is_guessed(typed: str, url: str) -> None:
    assert guessed_url(typed) == url


def test_the_last_one_called_comes_first_and_once() -> None:
    memory = Memory()
    for persona in ("a", "b", "a"):
        memory = memory.having_called(Recent(URL, persona, persona.upper()))
    memory = memory.having_called(Recent(OTHER, "c"))
    assert [each.persona for each in memory.recent_at(f"{URL}/")] == ["a", "b"]
    assert [each.persona for each in memory.recent_at(OTHER)] == ["c"]
    for number in range(20):
        memory = memory.having_called(Recent(URL, str(number)))
    assert len(memory.recent_at(URL)) == MAX_RECENT
    assert len(memory.recent_at(OTHER)) == 1


def test_a_shape_that_was_seen_is_remembered_over_later_calls() -> None:
    memory = Memory().having_called(Recent(URL, "lena", "Lena")).having_seen(URL, "lena", True)
    assert memory.having_called(Recent(URL, "lena")).recent == (Recent(URL, "lena", "Lena", True),)
    assert not memory.having_seen(URL, "lena", False).recent[0].is_tall


def test_who_is_to_be_forgotten_is_forgotten() -> None:
    memory = Memory().having_called(Recent(URL, "a")).having_called(Recent(URL, "b"))
    assert [each.persona for each in memory.forgetting(URL, "a").recent] == ["b"]
    assert memory.forgetting(URL).recent == ()
    known = memory.with_profile(Profile("Mine", URL))
    assert known.without_profile(f"{URL}/") == Memory()


def test_a_broker_is_known_once_whatever_its_url_is_written_like() -> None:
    memory = Memory().with_profile(Profile("One", URL)).with_profile(Profile("Two", OTHER))
    memory = memory.with_profile(Profile("Renamed", f"{URL}:443/v1/engine/session"))
    assert [each.name for each in memory.profiles] == ["Renamed", "Two"]
    assert memory.profile_at(f"{URL}/") == memory.profiles[0]


def test_what_is_kept_comes_back_and_what_is_not_understood_is_left_out() -> None:
    memory = Memory().with_profile(Profile("Mine", URL)).having_called(Recent(URL, "a", "Anna", True))
    assert memory_from(memory.as_table()) == memory
    odd = {
        "brokers": [7, {}, {"url": "ftp://x"}, {"url": "https://me:secret@x"}, {"url": URL}, {"url": "//["}],
        "recent": [{"broker": URL}, {"broker": URL, "persona": "x" * 1000}, {"broker": URL, "persona": "p"}],
    }
    assert memory_from(odd) == Memory((Profile("broker.example", URL),), (Recent(URL, "p"),))
    assert memory_from({"brokers": "no", "recent": {}}) == Memory()
