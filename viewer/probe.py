"""The same session as the window's, without Qt: connect, watch for a while, report."""

import asyncio
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from viewer.errors import UsageError, ViewerError
from viewer.media.pcm import SAMPLE_RATE, PcmBuffer
from viewer.media.picture import PictureSlot
from viewer.media.receive.convert import to_png
from viewer.protocol.commands import Connect, StartRecording
from viewer.protocol.events import Event
from viewer.protocol.personas import Persona
from viewer.session.goodbye import PARTING_SECONDS
from viewer.session.loop import SessionLoop
from viewer.session.personas import list_personas
from viewer.session.recordings import Recordings
from viewer.session.report import ReportBuilder
from viewer.session.requests import connect_with
from viewer.session.session import Session
from viewer.session.session_file.findings import with_findings
from viewer.session.session_file.live import LiveLines
from viewer.session.session_file.notes import with_notes
from viewer.settings import ViewerSettings
from viewer.tasks import BackgroundTasks


def list_them(settings: ViewerSettings, as_json: bool) -> int:
    """Print whom the broker lets one talk to; returns the exit code.

    Raises:
        BrokerError: the broker does not tell, and ``as_json`` is not wanted, which tells it as well.
    """
    problem: dict[str, str] | None = None
    found: tuple[Persona, ...] = ()
    exit_code = 0
    try:
        with asyncio.Runner(loop_factory=SessionLoop) as runner:
            found = runner.run(list_personas(settings.broker, settings.proxy))
    except ViewerError as error:
        if not as_json:
            raise
        problem, exit_code = error.as_dict(), error.exit_code
    if as_json:
        told = {"personas": [asdict(persona) for persona in found], "error": problem}
        sys.stdout.write(json.dumps(told, indent=2) + "\n")
    else:
        sys.stdout.write("".join(f"{line}\n" for line in _table(found)))
    return exit_code


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a session, and where: the last picture, all of it as a film, and all that happened."""

    snapshot: Path | None = None
    record: Path | None = None
    lines: LiveLines | None = None

    @property
    def leaves_output(self) -> bool:
        """Whether standard output is free for the report."""
        return not (self.lines and self.lines.are_output)


_NOTHING: Final = Kept()


def events_for(path: Path | None, addresses: bool) -> LiveLines | None:
    """What writes all that happens to ``path``, if there is one; with ``addresses`` they are not masked.

    Raises:
        UsageError: the file cannot be written.
    """
    return LiveLines(path, "plain" if addresses else "masked") if path else None


def run(
    settings: ViewerSettings,
    seconds: float,
    as_json: bool,
    kept: Kept = _NOTHING,
) -> int:
    """Run one session for ``seconds`` from the command to connect; returns the exit code.

    Raises:
        UsageError: the broker or the persona is missing, or the snapshot cannot be written.
        KeyboardInterrupt: it was told to end; what had been seen by then is told.
    """
    if not settings.broker or not settings.persona:
        raise UsageError(
            "The probe needs a broker and a persona.", hint="Give --broker URL and --persona ID."
        )
    pictures = PictureSlot()
    report = ReportBuilder()
    request = connect_with(settings)
    try:
        with asyncio.Runner(loop_factory=SessionLoop) as runner:
            runner.run(_watch(request, seconds, report, pictures, kept))
    except KeyboardInterrupt:
        if report.has_pictures and kept.leaves_output:
            _print(report, as_json)
        raise
    finally:
        if kept.lines:
            kept.lines.close()
    if kept.snapshot and (picture := pictures.take()):
        try:
            kept.snapshot.write_bytes(to_png(picture))
        except OSError as error:
            raise UsageError(f"The snapshot cannot be written: {error.strerror}.") from None
    if kept.leaves_output:
        _print(report, as_json)
    return report.exit_code


async def _watch(
    request: Connect,
    seconds: float,
    report: ReportBuilder,
    pictures: PictureSlot,
    kept: Kept = _NOTHING,
) -> None:
    """The session sends silence and its sound is measured, not played. It says goodbye however this ends."""
    speaker = PcmBuffer(channels=2, capacity=SAMPLE_RATE)
    microphone = PcmBuffer(channels=1, capacity=SAMPLE_RATE // 10)
    recordings = Recordings(report.add, has_voice=True)

    def take(event: Event) -> None:
        recordings.hear(event)
        report.add(event)
        if kept.lines:
            kept.lines.add(event)

    publish = with_notes(with_findings(take), asyncio.get_running_loop().time)
    session = Session(request, publish, pictures, speaker, microphone)
    session.pass_by(recordings.tap)
    if kept.record:
        recordings.perform(StartRecording(str(kept.record)))
    life = BackgroundTasks("probe").spawn("session", session.run())
    try:
        await asyncio.wait([life], timeout=seconds)
    finally:
        session.close()
        await life
        recordings.end()
        await session.part(PARTING_SECONDS)
        if recorded := await recordings.finished():
            report.add(recorded)


def _table(personas: tuple[Persona, ...]) -> Iterator[str]:
    if not personas:
        yield "The broker names no personas."
        return
    rows = [("ID", "NAME", "LANGUAGE", "PICTURES", "DESCRIPTION")]
    for one in personas:
        pictures = [name for name in ("landscape", "portrait", "idle") if getattr(one, name)]
        rows.append((one.id, one.name, one.language, " ".join(pictures) or "none", one.description))
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        yield "  ".join((*cells, row[4])).rstrip()


def _print(report: ReportBuilder, as_json: bool) -> None:
    result = report.report()
    if as_json:
        sys.stdout.write(json.dumps(result, indent=2) + "\n")
        return
    video, audio = result["video"], result["audio"]
    lines = [
        f"{name:>14}  {value:8.1f} ms" for name, value in result["milestones_ms"].items() if value is not None
    ]
    lines.append(
        f"{'video':>14}  {video['width']}×{video['height']} {video['codec']}, "
        f"{video['frames']} frames, {video['fps']} a second"
    )
    lines.append(f"{'sound':>14}  {audio['frames']} frames, RMS {audio['rms']}")
    lines += [f"{message['role']:>14}  {message['content']}" for message in result["messages"]]
    if recording := result["recording"]:
        why = recording["error"]
        lines.append(f"{'recording':>14}  {recording['file']}, {recording['seconds']:.1f} s")
        lines += [f"{'':>14}  {why['message']} {why['hint']}"] if why else []
    error = result["error"]
    lines.append("ok" if error is None else f"{error['message']} {error['hint']}")
    sys.stdout.write("\n".join(lines) + "\n")
