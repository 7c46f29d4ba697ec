"""The tree of failures is complete, stable, and the same in code and docstring."""

import re

import pytest

from viewer import errors
from viewer.errors import ViewerError

# What scripts rely on: a code keeps its name and its exit code. New ones are added.
STABLE = {
    "error": 1,
    "internal": 1,
    "usage": 2,
    "broker": 3,
    "broker-unreachable": 3,
    "broker-untrusted": 3,
    "proxy-unreachable": 3,
    "proxy-refused": 3,
    "broker-timeout": 3,
    "broker-bad-answer": 3,
    "broker-moved": 3,
    "session-refused": 3,
    "invalid-request": 3,
    "key-refused": 3,
    "token-wanted": 3,
    "not-permitted": 3,
    "no-plan": 3,
    "concurrency-limit": 3,
    "spend-cap": 3,
    "usage-limit": 3,
    "service-busy": 3,
    "server-error": 3,
    "signalling": 4,
    "signalling-lost": 4,
    "signalling-bad-answer": 4,
    "ended-by-service": 4,
    "media": 5,
    "connection-blocked": 5,
    "relay-refused": 5,
    "relay-untrusted": 5,
    "encryption-failed": 5,
    "no-media": 5,
    "media-lost": 5,
    "content": 6,
    "talk-refused": 4,
    "not-sent": 4,
    "audio-device": 5,
    "microphone": 5,
    "microphone-denied": 5,
    "microphone-muted": 5,
    "microphone-dead": 5,
    "microphone-off": 5,
    "microphone-too-loud": 5,
    "microphone-too-quiet": 5,
    "microphone-silent": 5,
    "audio-processing": 5,
    "recording": 1,
    "disk-full": 1,
    "disk-too-slow": 1,
    "not-in-mp4": 1,
}


def tree(root: type[ViewerError] = ViewerError) -> list[type[ViewerError]]:
    """``root`` and all that derive from it, in the order of the docstring."""
    return [root, *(each for child in root.__subclasses__() for each in tree(child))]


def drawn() -> dict[str, str | None]:
    """The classes of the docstring's tree and their parents."""
    assert errors.__doc__
    parents: dict[str, str | None] = {}
    path: list[str] = []
    for line in errors.__doc__.splitlines():
        if found := re.match(r"    ((?:[│├└ ] *─* *)*)([A-Z]\w+)", line):
            depth = len(found[1]) // 4
            path[depth:] = [found[2]]
            parents[found[2]] = path[depth - 1] if depth else None
    return parents


def test_codes_and_exit_codes_are_stable() -> None:
    assert {kind.code: kind.exit_code for kind in tree()} == STABLE


def test_codes_are_unique() -> None:
    assert len({kind.code for kind in tree()}) == len(tree())


@pytest.mark.parametrize("kind", tree(), ids=lambda kind: kind.code)
def test_every_failure_has_a_sentence_of_its_own_and_says_what_to_do(kind: type[ViewerError]) -> None:
    failure = kind()
    for text in (failure.message, failure.hint):
        assert re.fullmatch(r"[A-Z].*[^\s.]\.", text)
    assert kind.__doc__
    if kind is not ViewerError:
        assert {"code", "default_message", "hint"} <= vars(kind).keys()


def test_a_hint_is_an_instruction() -> None:
    verbs = {kind.hint.partition(" ")[0].strip(",;:") for kind in tree()}
    assert verbs <= {
        *(
            "Allow",
            "Ask",
            "Check",
            "Choose",
            "Connect",
            "End",
            "Enter",
            "Free",
            "Give",
            "Install",
            "Lower",
            "Open",
            "Raise",
            "Record",
            "See",
            "Try",
        ),
        "Unmute",
        "Wait",
    }


def test_the_exit_code_is_that_of_the_branch() -> None:
    for branch in ViewerError.__subclasses__():
        assert {kind.exit_code for kind in tree(branch)} == {branch.exit_code}


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    parents = {kind.__name__: kind.__base__.__name__ if kind.__base__ else None for kind in tree()}
    assert drawn() == parents | {"ViewerError": None}


def test_the_tree_in_the_docstring_names_the_exit_codes() -> None:
    assert errors.__doc__
    for branch in ViewerError.__subclasses__():
        assert re.search(rf"── {branch.__name__} +exit {branch.exit_code} ", errors.__doc__)
