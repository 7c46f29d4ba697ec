"""What the native library is told and answers, as livekit's own client has it."""

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import numpy as np
import pytest
from livekit import rtc
from livekit.rtc._proto import ffi_pb2

from viewer.media.capture.audio_processing_module import (
    NEW,
    PROCESS,
    PROCESS_REVERSE,
    AudioProcessingModule,
)
from viewer.media.capture.native_library import (
    NativeLibrary,
    fields_in,
    library_file,
    message,
    native_library,
    number_in,
)
from viewer.media.pcm import SAMPLE_RATE, Samples

FRAME: Final = SAMPLE_RATE // 100
LARGE: Final = 0x7FFF_1234_5678


def module(**switches: bool) -> AudioProcessingModule:
    wanted = dict.fromkeys(
        ("echo_cancellation", "noise_suppression", "automatic_gain", "high_pass_filter"), True
    )
    return AudioProcessingModule(SAMPLE_RATE, **wanted | switches)


def sound(frames: int) -> list[Samples]:
    noise = np.random.default_rng(1)
    return [noise.normal(0, 2000, (FRAME, 1)).astype(np.int16) for _ in range(frames)]


@pytest.mark.parametrize("on", range(4))
def test_a_module_is_asked_for_as_livekit_does(on: int) -> None:
    theirs = ffi_pb2.FfiRequest()
    names = (
        "echo_canceller_enabled",
        "gain_controller_enabled",
        "high_pass_filter_enabled",
        "noise_suppression_enabled",
    )
    for index, name in enumerate(names):
        setattr(theirs.new_apm, name, index == on)
    assert message(NEW[0], *(index == on for index in range(4))) == theirs.SerializeToString()


@pytest.mark.parametrize(
    ("kind", "name"), [(PROCESS, "apm_process_stream"), (PROCESS_REVERSE, "apm_process_reverse_stream")]
)
def test_a_frame_is_handed_over_as_livekit_does(kind: tuple[int, int], name: str) -> None:
    theirs = ffi_pb2.FfiRequest()
    asked = getattr(theirs, name)
    asked.apm_handle, asked.data_ptr, asked.size, asked.sample_rate, asked.num_channels = (
        300,
        LARGE,
        960,
        48000,
        1,
    )
    assert message(kind[0], 300, LARGE, 960, 48000, 1) == theirs.SerializeToString()
    answer = ffi_pb2.FfiResponse()
    getattr(answer, name).SetInParent()
    assert fields_in(answer.SerializeToString(), kind[1]) == b""
    getattr(answer, name).error = "broken" * 50
    assert fields_in(answer.SerializeToString(), kind[1], 1) == b"broken" * 50


def test_the_number_of_a_new_module_is_read_as_livekit_writes_it() -> None:
    answer = ffi_pb2.FfiResponse()
    answer.new_apm.apm.handle.id = LARGE
    assert number_in(fields_in(answer.SerializeToString(), NEW[1], 1, 1)) == LARGE


@pytest.mark.parametrize("answer", [b"", b"\x92\x03\x05", b"\x92", b"\x9a\x03\x00", b"\x92\x03\x00\x00"])
def test_an_answer_of_another_kind_is_an_error(answer: bytes) -> None:
    with pytest.raises(RuntimeError, match="the library"):
        fields_in(answer, PROCESS[1])


def test_sound_comes_out_as_from_livekits_client() -> None:
    ours = module()
    theirs = rtc.AudioProcessingModule(
        echo_cancellation=True, noise_suppression=True, auto_gain_control=True, high_pass_filter=True
    )
    for frame in sound(100):
        wrapped = rtc.AudioFrame(bytearray(frame.tobytes()), SAMPLE_RATE, 1, FRAME)
        theirs.process_reverse_stream(wrapped)
        ours.process_reverse(frame)
        wrapped = rtc.AudioFrame(bytearray(frame.tobytes()), SAMPLE_RATE, 1, FRAME)
        theirs.process_stream(wrapped)
        assert ours.process(frame).tobytes() == bytes(wrapped.data)


def test_what_it_returned_stays_as_it_was() -> None:
    ours = module()
    first, second = sound(2)
    before = first.copy()
    returned = ours.process(first)
    kept = returned.copy()
    ours.process(second)
    assert (returned == kept).all()
    assert (first == before).all()


def test_an_error_of_the_library_is_raised_in_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = module()
    answer = ffi_pb2.FfiResponse()
    answer.apm_process_stream.error = "wrong number of channels"
    monkeypatch.setattr(NativeLibrary, "ask", lambda *_: answer.SerializeToString())
    with pytest.raises(RuntimeError, match="wrong number of channels"):
        ours.process(sound(1)[0])


def test_a_request_that_the_library_does_not_know_is_an_error() -> None:
    with pytest.raises(RuntimeError, match="no answer"):
        native_library().ask(b"\xff")


def test_a_module_that_nobody_has_any_more_is_freed(monkeypatch: pytest.MonkeyPatch) -> None:
    freed: list[int] = []
    forget: Callable[[Any, int], None] = NativeLibrary.forget

    def watched(library: NativeLibrary, handle: int) -> None:
        freed.append(handle)
        forget(library, handle)

    monkeypatch.setattr(NativeLibrary, "forget", watched)
    ours = module()
    freed.clear()
    del ours
    gc.collect()
    assert len(freed) == 1


def test_without_the_package_it_is_an_import_that_failed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert library_file().is_file()
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    with pytest.raises(ImportError, match="livekit is not installed"):
        library_file()
