"""What the engine does when the client does nothing."""

import asyncio
from collections.abc import AsyncIterator

import pytest

import viewer.engine.talk_streams
from tests.engine.test_persona import Stage
from viewer.engine.talk_streams import TalkStreams
from viewer.engine.tools import ToolCalls, ToolFailed
from viewer.engine.voice import Voice
from viewer.protocol.data_channel import EngineMessage, ToolCallFailed, ToolCallStarted, ToolResult
from viewer.protocol.signalling import TalkChunk


@pytest.fixture
async def stage(voice: Voice) -> AsyncIterator[Stage]:
    stage = Stage(voice)
    yield stage
    await stage.persona.close()


def chunk(content: str, *, start: bool = False) -> TalkChunk:
    return TalkChunk(content=content, start_of_speech=start, end_of_speech=False, correlation_id="stream")


async def test_a_talk_stream_without_text_ends_and_is_not_reported_as_cut_off(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(viewer.engine.talk_streams, "SILENT_SECONDS", 0.5)
    cut: list[str] = []
    streams = TalkStreams(stage.persona, cut.append)
    streams.chunk(chunk("All that comes.", start=True))
    loop = asyncio.get_running_loop()
    began = loop.time()
    while streams.open:
        streams.chunk(chunk(""))  # empty chunks do not count
        await asyncio.sleep(0.05)
    assert loop.time() - began > 0.4
    streams.chunk(chunk("Too late."))
    await stage.play_until(lambda: bool(stage.chunks) and stage.chunks[-1].end_of_speech)
    assert "".join(part.content for part in stage.chunks) == "All that comes."
    assert not stage.chunks[-1].interrupted
    assert cut == []


async def test_a_tool_result_is_awaited_for_a_while_and_a_late_one_changes_nothing() -> None:
    sent: list[EngineMessage] = []
    tools = ToolCalls("session", sent.append)
    with pytest.raises(ToolFailed, match="in time"):
        await tools.call_client("get_local_time", {}, "action", patience=0.05)
    started, failed = sent
    assert isinstance(started, ToolCallStarted)
    assert isinstance(failed, ToolCallFailed)
    assert failed.tool_call_id == started.tool_call_id
    tools.answered(ToolResult(session_id="session", tool_call_id=started.tool_call_id, result="late"))
    assert len(sent) == 2
