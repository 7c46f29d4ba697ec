"""The parts of an engine that are costly to load."""

import asyncio
from collections.abc import Iterator

import onnxruntime
import pytest

from viewer.engine.portrait import Portrait, load_portrait
from viewer.engine.voice import Voice
from viewer.engine.voices import Voices


@pytest.fixture(scope="session")
def voices() -> Iterator[Voices]:
    voices = Voices()
    yield voices
    voices.close()


@pytest.fixture(scope="module")
def voice() -> Iterator[Voice]:
    """Joe, who never says a thing twice in the same way, unless told to: what is understood is no chance."""
    onnxruntime.set_seed(1)
    voices = Voices()
    yield asyncio.run(voices.load("joe"))
    voices.close()


@pytest.fixture(scope="session")
def portrait() -> Portrait:
    return load_portrait()
