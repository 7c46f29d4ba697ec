"""The commands: what each is called and set by, and what runs it, imported only when it runs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from viewer.errors import UsageError
from viewer.interruption import end_at_ctrl_c, sigterm_as_ctrl_c
from viewer.loading import loading
from viewer.options import flag_name
from viewer.settings import (
    BrokerSettings,
    CommonSettings,
    DoctorSettings,
    EngineSettings,
    KioskCommandSettings,
    ProbeSettings,
    ReplaySettings,
    TokenSettings,
    ViewerSettings,
    WindowSettings,
    environment_name,
)
from viewer.settings_file import SettingsFile, default_file


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its line in the help, its settings, and what runs it.

    ``run`` gets the filled ``settings`` table and the settings file. ``errands`` are words after the
    command's name that do something else, and answer the text to print; ``errands_help`` says what, and
    ``errands_file`` names the setting that a file after such a word stands for. ``operand`` names the setting
    that the word after the command's name is. ``left_out`` names the fields
    of the table that mean nothing here, ``needed`` those that must not be empty. ``file`` says where the
    settings file is when ``--config`` does not, and ``reads_file`` that it is read for the command and not by
    it, ``makes_file`` that it may be new, or wrong. ``more_help`` is the end of its help. ``extra`` names the
    optional dependencies it needs. A command without a ``summary`` is our own, not the user's.
    """

    name: str
    summary: str
    settings: type[CommonSettings]
    run: Callable[[Any, SettingsFile], int]
    errands: Mapping[str, Callable[[Any], str]] = field(default_factory=dict)
    errands_help: str = ""
    errands_file: str = ""
    operand: str = ""
    left_out: frozenset[str] = frozenset()
    needed: tuple[str, ...] = ()
    file: Callable[[], Path | None] = default_file
    reads_file: bool = True
    makes_file: bool = False
    more_help: Callable[[], str] | None = None
    extra: str | None = None

    @property
    def needs_window(self) -> bool:
        """Whether it is for whoever has the viewer, as all are but what serves."""
        return self.extra is None or self.settings is WindowSettings


def require(settings: CommonSettings, *names: str) -> None:
    """See that none of ``names`` is empty.

    Raises:
        UsageError: one is.
    """
    for name in names:
        if not getattr(settings, name):
            raise UsageError(
                f"The setting {name} is missing.",
                hint=f"Give --{flag_name(name)} or {environment_name(name)}.",
            )


def _run(settings: WindowSettings, file: SettingsFile) -> int:
    end_at_ctrl_c()
    with loading():
        from viewer import app

    return app.run(settings, file, settings.seconds, settings.snapshot, settings.link, settings.new_window)


def _demo(settings: WindowSettings, _file: SettingsFile) -> int:
    from viewer import demo

    return demo.run(settings, settings.seconds, settings.snapshot)


def _demo_servers(settings: CommonSettings, _file: SettingsFile) -> int:
    from viewer import demo

    return demo.serve(settings)


def _probe(settings: ProbeSettings, _file: SettingsFile) -> int:
    from viewer import probe

    with sigterm_as_ctrl_c():
        if settings.personas:
            return probe.list_them(settings, settings.as_json)
        require(settings, "persona")
        events = probe.events_for(settings.events, settings.addresses)
        kept = probe.Kept(settings.snapshot, settings.record, events)
        return probe.run(settings, settings.seconds, settings.as_json, kept)


def _kiosk(settings: KioskCommandSettings, file: SettingsFile) -> int:
    if settings.check:
        from viewer.kiosk_file import check

        return check(settings, file.path)
    end_at_ctrl_c()
    with loading():
        from viewer import kiosk

    return kiosk.run(settings, file)


def _kiosk_keys() -> str:
    from viewer.kiosk_settings import help_text

    return help_text()


def _kiosk_pin(_settings: CommonSettings, _file: SettingsFile) -> int:
    from viewer.kiosk_settings import ask_for_pin

    return ask_for_pin()


def _replay(settings: ReplaySettings, _file: SettingsFile) -> int:
    from viewer import dump

    if dump.wanted(settings):
        return dump.run(settings)
    end_at_ctrl_c()
    with loading():
        from viewer import app

    assert settings.session_file
    return app.replay(settings, settings.session_file)


def _doctor(settings: DoctorSettings, file: SettingsFile) -> int:
    from viewer import doctor

    with sigterm_as_ctrl_c():
        return doctor.run(settings, file.path)


def _display(_settings: CommonSettings, _file: SettingsFile) -> int:
    end_at_ctrl_c()
    with loading():
        from viewer import app

    return app.check_display()


def _broker(settings: BrokerSettings, _file: SettingsFile) -> int:
    from viewer.broker.server import serve

    return serve(settings)


def _engine(settings: EngineSettings, _file: SettingsFile) -> int:
    from viewer.engine.service.server import serve

    return serve(settings)


def _check(settings: BrokerSettings) -> str:
    from viewer.broker.rules_file import check

    return check(settings.rules)


def _token(_settings: TokenSettings, _file: SettingsFile) -> int:
    raise UsageError(
        "Nothing is said to be done with the token.",
        hint="Say “token set” or “token forget”, and --broker URL.",
    )


def _set_token(settings: TokenSettings) -> str:
    from viewer.kept_tokens import set_token

    return set_token(settings)


def _forget_token(settings: TokenSettings) -> str:
    from viewer.kept_tokens import forget_token

    return forget_token(settings)


def _links(_settings: CommonSettings, _file: SettingsFile) -> int:
    raise UsageError("Nothing is said to be done with links.", hint="Say “links register” or “links forget”.")


def _register_links(settings: CommonSettings) -> str:
    from viewer.link_scheme import register

    return register(settings)


def _forget_links(settings: CommonSettings) -> str:
    from viewer.link_scheme import forget

    return forget(settings)


def _scenarios(_settings: EngineSettings) -> str:
    from viewer.engine.cast.scenarios import listing

    return listing()


def _contact_sheet(settings: EngineSettings) -> str:
    from viewer.engine.face.contact_sheet import write_contact_sheet

    return write_contact_sheet(settings.output, settings.persona)


def _no_file() -> None:
    """These commands read a settings file only when told to."""


# What means nothing where nobody looks, speaks and listens.
_OF_A_WINDOW: Final = frozenset(
    {
        *("muted", "push_to_talk", "scaling", "gpu", "fullscreen", "connect"),
        *("echo_cancellation", "noise_suppression", "automatic_gain", "half_duplex", "volume"),
        *("captions", "caption_size", "caption_place", "language", "look", "text_scale", "reduced_motion"),
        *("always_on_top", "fade_controls", "notifications", "keep_awake", "remember_recent", "shortcuts"),
        *("crash_reports", "log_file", "notification_words", "recording_reminder", "tools_folder"),
    }
)

# What any window has, whatever it shows.
_OF_ANY_WINDOW: Final = frozenset({"language", "look", "text_scale", "reduced_motion", "log_level"})

COMMANDS: Final = (
    Command("run", "the window (when no command is given, too)", WindowSettings, _run, makes_file=True),
    Command(
        "demo",
        "engine, broker and window on this machine; no account, no network",
        WindowSettings,
        _demo,
        left_out=frozenset({"broker", "connect", "gateway", "link", "new_window"}),
        # What the window remembers is the real service's: its persona is unknown to the local engine.
        file=_no_file,
        extra="broker,engine",
    ),
    # What the window starts for the demo: so the key of its engine is never in the window's process.
    Command(
        "demo-servers",
        "",
        CommonSettings,
        _demo_servers,
        file=_no_file,
        reads_file=False,
        extra="broker,engine",
    ),
    Command(
        "probe",
        "a session without a window; says what arrived and where it failed",
        ProbeSettings,
        _probe,
        left_out=_OF_A_WINDOW | {"mic", "speaker"},
        needed=("broker",),
    ),
    Command(
        "replay",
        "opens the file of a session in the inspector, and plays it again, or writes it for other programs; "
        "no network",
        ReplaySettings,
        _replay,
        operand="session_file",
        left_out=frozenset(ViewerSettings.fields) - _OF_ANY_WINDOW,
    ),
    Command(
        "doctor",
        "tests this computer and the way to the avatar; says what fails and how to mend it",
        DoctorSettings,
        _doctor,
        left_out=_OF_A_WINDOW,
        # A file that cannot be read is something to tell, not the end.
        reads_file=False,
    ),
    # What the doctor starts: where there is no screen, Qt ends the process.
    Command("display", "", CommonSettings, _display, file=_no_file, reads_file=False),
    Command(
        "kiosk",
        "a full screen for visitors: waits with a face, talks to whoever comes, and forgets",
        KioskCommandSettings,
        _kiosk,
        left_out=frozenset(
            {
                *("push_to_talk", "fullscreen", "connect"),
                *(
                    "always_on_top",
                    "fade_controls",
                    "gpu",
                    "notifications",
                    "keep_awake",
                    "remember_recent",
                    "shortcuts",
                ),
                "notification_words",
                "recording_reminder",
            }
        ),
        # A file that is wrong does not stop it where an earlier one was right.
        reads_file=False,
        more_help=_kiosk_keys,
    ),
    Command(
        "pin",
        "prints what stands for a PIN in a kiosk's file",
        CommonSettings,
        _kiosk_pin,
        file=_no_file,
    ),
    Command(
        "token",
        "keeps the token that a broker's operator gave you, or forgets it",
        TokenSettings,
        _token,
        errands={"set": _set_token, "forget": _forget_token},
        errands_help="keep the token that is typed or comes on standard input, or forget what is kept",
        needed=("broker",),
    ),
    Command(
        "links",
        "has Windows open links persona-viewer:// with this program, or no longer",
        CommonSettings,
        _links,
        errands={"register": _register_links, "forget": _forget_links},
        errands_help="open links with this program, for this user, or no longer",
        file=_no_file,
    ),
    Command(
        "broker",
        "the broker; takes the API key from ANAM_API_KEY or --key-file",
        BrokerSettings,
        _broker,
        errands={"check": _check},
        errands_help="say whether a file of rules is right, and end",
        errands_file="rules",
        file=_no_file,
        extra="broker",
    ),
    Command(
        "engine",
        "the local avatar engine, which speaks as the real service does",
        EngineSettings,
        _engine,
        errands={"scenarios": _scenarios, "contact-sheet": _contact_sheet},
        errands_help="print the personas that fail, or draw all faces in a picture, and end",
        file=_no_file,
        extra="engine",
    ),
)
