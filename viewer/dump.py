"""A session file in the formats of other programs. No Qt, no network."""

import sys

from viewer.session.session_file.dumps.saving import DumpForm, recorded_in, save_dump
from viewer.session.session_file.lines import SessionFile
from viewer.settings import ReplaySettings


def wanted(settings: ReplaySettings) -> bool:
    """Whether the session is to be written, and not to be shown."""
    return bool(settings.webrtc_internals or settings.rtcstats)


def run(settings: ReplaySettings) -> int:
    """Write the session in each format that is asked for, and say where; returns the exit code.

    Raises:
        UsageError: there is no session file, or a file cannot be written.
    """
    assert settings.session_file
    file = SessionFile(settings.session_file)
    forms: tuple[DumpForm, ...] = ("webrtc-internals", "rtcstats")
    for form, path in zip(forms, (settings.webrtc_internals, settings.rtcstats), strict=True):
        if path:
            save_dump(recorded_in(file, addresses=settings.addresses), path, form)
            sys.stdout.write(f"{path}: {form}\n")
    return 0
