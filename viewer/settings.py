"""The one typed table of settings: default < file < environment < flag.

The command line, the settings file, the environment names, ``--help`` and the window's preferences all
derive from the models below. A field's description is its help, :func:`_row` makes it a row of the
preferences, and one named in :data:`SECRETS` never reaches a file.
"""

import json
import re
from pathlib import Path
from typing import Any, Literal, TypeAlias
from urllib.parse import urlsplit

from viewer.setting_table import Table, setting

ENVIRONMENT_PREFIX = "PERSONA_VIEWER_"
LINK_SCHEME = "persona-viewer"
PROXY_SCHEMES = ("http", "https", "socks5", "socks5h")


def environment_name(name: str) -> str:
    """The environment variable of the setting ``name``."""
    return f"{ENVIRONMENT_PREFIX}{name.upper()}"


def _http_url(url: str) -> str:
    url = url.strip().rstrip("/")
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable or re.search(r"[\s?#]", url):
        raise ValueError("it has to be a URL like http://host:port or https://host/path")
    return url


# For pages of this computer; “*” stands for all.
LOOPBACK_ORIGINS = "loopback"


def origin_list(origins: str) -> list[str]:
    """What the setting ``origins`` lists."""
    return [origin.strip() for origin in origins.split(",") if origin.strip()]


def _origins(origins: str) -> str:
    for origin in origin_list(origins):
        if origin not in ("*", LOOPBACK_ORIGINS) and not _is_origin(origin):
            raise ValueError(
                "it has to be loopback, * or origins like https://app.example, with commas between"
            )
    return origins


def _is_origin(text: str) -> bool:
    try:
        parts = urlsplit(text)
        whole = f"{parts.scheme}://{parts.netloc}" == text and parts.port != 0
    except ValueError:
        return False
    return (
        whole
        and parts.scheme in ("http", "https")
        and re.fullmatch(r"[\w.:\[\]-]+", parts.netloc) is not None
    )


def broker_url(url: str) -> str:
    if "@" in url.partition("://")[2].partition("/")[0]:
        # It would be stored, shown and logged with everything else that is no secret.
        raise ValueError(
            "it holds a user name or a password; leave them out, and keep the broker's token with "
            "persona-viewer token set --broker URL"
        )
    return _http_url(url)


def _broker_or_none(url: str) -> str:
    return broker_url(url) if url.strip() else ""


def _proxy_or_none(url: str) -> str:
    return url if url in ("", "none") else _proxy_url(url)


def _named(name: str) -> str:
    if not name:
        raise ValueError("it has to be a name")
    return name


def _proxy_url(url: str) -> str:
    url = url.strip().rstrip("/")
    try:
        parts = urlsplit(url)
        usable = parts.scheme in PROXY_SCHEMES and bool(parts.hostname) and bool(parts.port)
    except ValueError:
        usable = False
    if not usable or parts.path or re.search(r"[\s?#]", url):
        raise ValueError("it has to be a URL like http://host:port or socks5://host:port")
    return url


Page: TypeAlias = Literal[
    "connection", "devices", "sound", "picture", "captions", "look", "window", "privacy", "keyboard"
]
Acts: TypeAlias = Literal["now", "call", "start"]


def _row(page: Page, acts: Acts = "now", **more: str) -> dict[str, str]:
    """What makes a field a row of the preferences.

    ``acts`` says when a change is felt: now, with the next call, or when the window is started again.
    ``kind`` says how it is changed where its type does not: ``microphone`` or ``loudspeaker``, of those
    there are; ``size``, which moves what it is changed with.
    """
    return {"page": page, "acts": acts, **more}


def _json_object(given: Any) -> Any:
    """A mapping as flags and the environment write it: as JSON."""
    if not isinstance(given, str):
        return given
    try:
        return json.loads(given)
    except (ValueError, RecursionError):
        raise ValueError("it has to be a JSON object") from None


def _keys(keys: str) -> str:
    """Keys as Qt writes them in English, with “; ” between several; a letter alone would be typed."""
    for sequence in keys.split("; "):
        *held, key = sequence.partition(", ")[0].removesuffix("+").split("+")
        if sequence and len(key) < 2 and {"Ctrl", "Alt", "Meta"}.isdisjoint(held):
            raise ValueError(f"{sequence} would be typed; add Ctrl or Alt, or take a key like F5")
    return keys


class CommonSettings(Table):
    """Settings of every command."""

    log_level: Literal["debug", "info", "warning", "error"] = setting(
        default="warning", description="how much to log"
    )


class ViewerSettings(CommonSettings):
    """``run``, ``demo``, ``kiosk``, ``probe`` and ``doctor``."""

    broker: str = setting(
        default="",
        description="the broker's URL",
        check=_broker_or_none,
        extra=_row("connection", "call", metavar="URL"),
    )
    persona: str = setting(
        default="",
        description="ID of the persona to talk to",
        extra=_row("connection", "call", metavar="ID"),
    )
    mic: str = setting(
        default="",
        description="microphone by name; “none” for none; default: the system's",
        extra=_row("devices", metavar="NAME", kind="microphone"),
    )
    speaker: str = setting(
        default="",
        description="loudspeaker by name; “none” for none; default: the system's",
        extra=_row("devices", metavar="NAME", kind="loudspeaker"),
    )
    quality: Literal["auto", "high", "saver"] = setting(
        default="auto",
        description="of the picture: as the network allows, high at any price, or little data",
        extra=_row("picture", "call"),
    )
    lip_sync: bool = setting(
        default=True,
        description="hold pictures until their sound is heard; without, they are shown sooner",
        extra=_row("picture", "call"),
    )
    scaling: Literal["fit", "fill", "actual"] = setting(
        default="fit",
        description="of the picture: all of it, without bars, or pixel by pixel",
        extra=_row("picture"),
    )
    gpu: Literal["auto", "never", "always"] = setting(
        default="auto",
        description="draw the picture by the graphics processor: where there is one, never, or always",
        extra=_row("picture", "call"),
    )
    muted: bool = setting(default=False, description="start with the microphone muted", extra=_row("sound"))
    proxy: str = setting(
        default="",
        description="proxy for the broker and the engine's signalling, http:// or socks5://; "
        "“none” for none; default: the system's",
        check=_proxy_or_none,
        repr=False,
        extra=_row("connection", "call", metavar="URL"),
    )
    gateway: bool = setting(
        default=False,
        description="reach the avatar engine through the broker, for networks that let no other host through",
        extra=_row("connection", "call"),
    )
    push_to_talk: bool = setting(
        default=False,
        description="be heard only while Space or the microphone button is held",
        extra=_row("sound"),
    )
    echo_cancellation: bool = setting(
        default=True,
        description="take the avatar's voice out of the microphone's sound",
        extra=_row("sound"),
    )
    noise_suppression: bool = setting(
        default=True, description="take steady noise out of the microphone's sound", extra=_row("sound")
    )
    automatic_gain: bool = setting(
        default=True, description="bring speech to an even loudness", extra=_row("sound")
    )
    half_duplex: bool = setting(
        default=False,
        description="silence the microphone while the avatar speaks; stands in for echo cancellation",
        extra=_row("sound"),
    )
    volume: int = setting(
        default=100, ge=0, le=100, description="how loud the avatar is, 0 to 100", extra=_row("devices")
    )
    fullscreen: bool = setting(default=False, description="fill the screen", extra=_row("window", "start"))
    connect: bool = setting(default=False, description="connect at once", extra=_row("connection", "start"))
    captions: Literal["off", "box", "shadow", "plain"] = setting(
        default="box",
        description="what is said, in writing: none, on a box, with a shadow, or as plain letters",
        extra=_row("captions"),
    )
    caption_size: int = setting(
        default=100,
        ge=75,
        le=200,
        description="how large captions are, 75 to 200 percent",
        extra=_row("captions"),
    )
    caption_place: Literal["bottom", "top"] = setting(
        default="bottom", description="where in the picture captions are", extra=_row("captions")
    )
    language: Literal["system", "en", "de", "es", "fr", "ar", "ja"] = setting(
        default="system", description="language of the window", extra=_row("look")
    )
    look: Literal["system", "light", "dark", "high-contrast"] = setting(
        default="system",
        description="colours of the window: as the system's, or always the same",
        extra=_row("look"),
    )
    text_scale: int = setting(
        default=100,
        ge=100,
        le=200,
        description="how large the window's text is, 100 to 200 percent",
        extra=_row("look", kind="size"),
    )
    reduced_motion: Literal["system", "on", "off"] = setting(
        default="system",
        description="nothing moves but the picture: as the system says, always or never",
        extra=_row("look"),
    )
    fade_controls: bool = setting(
        default=True,
        description="let the controls fade while nobody touches anything, so that the picture is whole",
        extra=_row("picture"),
    )
    always_on_top: bool = setting(
        default=False, description="keep the window above all others", extra=_row("window")
    )
    notifications: bool = setting(
        default=True,
        description="tell through the system what happens while the window is hidden",
        extra=_row("window"),
    )
    keep_awake: bool = setting(
        default=True,
        description="keep the computer and its screen awake during a call",
        extra=_row("window"),
    )
    remember_recent: bool = setting(
        default=False,
        description="remember on this computer whom you talked to, so that they come first",
        extra=_row("privacy"),
    )
    recording_reminder: bool = setting(
        default=True,
        description="before something is recorded, remind me that others have to agree",
        extra=_row("privacy"),
    )
    notification_words: bool = setting(
        default=False,
        description="show what the avatar says in the system's notifications",
        extra=_row("privacy"),
    )
    crash_reports: bool = setting(
        default=True,
        description="when the program fails, keep a report on this computer: places in it, nothing that was "
        "said",
        extra=_row("privacy", "start"),
    )
    log_file: bool = setting(
        default=False,
        description="write the log to files on this computer, too: 5 MB at most, nothing that was said",
        extra=_row("privacy", "start"),
    )
    tools_folder: str = setting(
        default="",
        description="folder of your own client tools for the persona, Python files that run as you "
        "(viewer/session/workbench/README.md); default: none",
        extra=_row("privacy", "start", metavar="FOLDER"),
    )
    shortcuts: dict[str, str] = setting(
        default={},
        read=_json_object,
        check=_keys,
        description='keys of the window\'s actions that are not the usual ones: JSON, as {"mute": "Ctrl+M"}',
        extra=_row("keyboard", metavar="JSON"),
    )


class TokenSettings(CommonSettings):
    """``token``. The token itself comes from standard input, never from a setting."""

    broker: str = setting(
        default="", description="the broker's URL", check=_broker_or_none, extra={"metavar": "URL"}
    )


class WindowSettings(ViewerSettings):
    """``run`` and ``demo``."""

    seconds: float | None = setting(
        default=None,
        gt=0,
        le=1_000_000,  # Qt's timers take no more than twice that
        description="close by itself after so many seconds, print the probe's report and exit with its code",
        extra={"metavar": "N"},
    )
    snapshot: Path | None = setting(
        default=None,
        description="write the picture on the screen to this PNG file before closing",
        extra={"metavar": "FILE"},
    )
    link: str = setting(
        default="",
        description="ask whether to follow this persona-viewer:// link; it may stand as the only word, too",
        extra={"metavar": "LINK"},
        repr=False,
    )
    new_window: bool = setting(
        default=False,
        description="have a window of its own though one is open; so does a start with other options",
    )


class KioskCommandSettings(ViewerSettings):
    """``kiosk``, beside its table in the file."""

    check: bool = setting(
        default=False, description="say whether the file is right and what is in force, and end"
    )


class ProbeSettings(ViewerSettings):
    """``probe``."""

    seconds: float = setting(
        default=10, gt=0, description="how long the session lasts", extra={"metavar": "N"}
    )
    as_json: bool = setting(default=False, description="print one JSON object", extra={"flag": "json"})
    snapshot: Path | None = setting(
        default=None, description="write the last picture to this PNG file", extra={"metavar": "FILE"}
    )
    record: Path | None = setting(
        default=None,
        description="record pictures, voices and words to this file: Matroska, or MP4 by its name",
        extra={"metavar": "FILE"},
    )
    personas: bool = setting(
        default=False, description="list whom this broker lets you talk to, without a session"
    )
    events: Path | None = setting(
        default=None,
        description="write all that happens to this file, as it happens, as lines of JSON; “-” is standard "
        "output, which then gets no report",
        extra={"metavar": "FILE"},
    )
    addresses: bool = setting(default=False, description="do not mask addresses of computers in those lines")


class ReplaySettings(ViewerSettings):
    """``replay``."""

    session_file: Path | None = setting(
        default=None, description="file of a session, as the inspector or “probe --events” writes it"
    )
    webrtc_internals: Path | None = setting(
        default=None,
        description="show nothing, and write the connections of the session to this file as "
        "chrome://webrtc-internals does, for programs that open its dumps",
        extra={"metavar": "FILE"},
    )
    rtcstats: Path | None = setting(
        default=None,
        description="show nothing, and write them to this file as rtcstats does (version 3)",
        extra={"metavar": "FILE"},
    )
    addresses: bool = setting(
        default=False,
        description="leave addresses of computers in these files as the session's file has them",
    )


class DoctorSettings(ViewerSettings):
    """``doctor``."""

    as_json: bool = setting(default=False, description="print one JSON object", extra={"flag": "json"})


class BrokerSettings(CommonSettings):
    """``broker``. The API key comes from ``ANAM_API_KEY`` or ``key_file``, never from a flag."""

    host: str = setting(default="127.0.0.1", description="address to listen on")
    port: int = setting(default=8080, ge=0, le=65535, description="port to listen on; 0 for a free one")
    upstream: str = setting(
        default="https://api.anam.ai", description="the API's URL", check=_http_url, extra={"metavar": "URL"}
    )
    key_file: Path | None = setting(
        default=None, description="file with the API key, readable only by its owner"
    )
    rules: Path | None = setting(
        default=None,
        description="file of rules, TOML: who may ask, for which personas, and how much",
        extra={"metavar": "FILE"},
    )
    clients: Path | None = setting(
        default=None,
        description="file of the clients that may ask, which “broker token” writes; with it nobody else may",
    )
    allow_open: bool = setting(
        default=False,
        description="let anybody who can reach the broker start sessions at your cost, without a token",
    )
    token_form: Literal["post", "get", "none"] = setting(
        default="post",
        description="form of the session-token request; get is the older, which leaves replays to the "
        "service; none asks for no token and starts sessions with the key, in half the time",
    )
    tls_cert: Path | None = setting(
        default=None,
        description="certificate to speak https with, PEM, the broker's own first; needs the key",
    )
    tls_key: Path | None = setting(
        default=None, description="its private key, PEM, readable only by its owner"
    )
    operation_port: int | None = setting(
        default=None,
        ge=0,
        le=65535,
        description="port for the operator's /readyz and /metrics; 0 for a free one; default: none",
    )
    operation_host: str = setting(default="127.0.0.1", description="address for these to listen on")
    log_format: Literal["text", "json"] = setting(
        default="text",
        description="how to write the log: lines for people, or objects for programs, with request IDs",
    )
    stop_grace: float = setting(
        default=10.0,
        ge=0,
        le=300,
        description="seconds that sessions being started may still take when the broker is told to stop",
        extra={"metavar": "SECONDS"},
    )


BrainName: TypeAlias = Literal["script", "echo", "openai"]


class EngineSettings(CommonSettings):
    """``engine``. The language model's key comes from ``PERSONA_VIEWER_LLM_KEY`` or ``OPENAI_API_KEY``."""

    host: str = setting(default="127.0.0.1", description="address to listen on")
    port: int = setting(default=8090, ge=0, le=65535, description="port to listen on; 0 for a free one")
    api_key: str = setting(
        default="",
        description="the API key to accept; without one the engine makes a key and prints it",
        repr=False,
    )
    origins: str = setting(
        default=LOOPBACK_ORIGINS,
        check=_origins,
        description="web pages that may call the engine: origins like https://app.example, with commas "
        "between; loopback for pages of this computer, * for all",
    )
    ice_servers: str = setting(
        default="[]",
        description="STUN and TURN servers for the clients: JSON, a list of W3C RTCIceServer",
        extra={"metavar": "JSON"},
        repr=False,
    )
    ice_transport_policy: Literal["all", "relay"] = setting(
        default="all", description="which ways to media the clients may use; relay is by TURN only"
    )
    max_sessions: int = setting(
        default=8,
        ge=1,
        description="sessions that the account may have at one time; more are refused with 429",
    )
    capacity: int | None = setting(
        default=None,
        ge=0,
        description="sessions that this machine can carry; more are refused with 503 (default: as measured)",
    )
    token_seconds: float = setting(default=3600, gt=0, description="how long a session token is valid")
    hearing: bool = setting(
        default=True, description="understand what users say aloud; without it only typed text is answered"
    )
    heartbeat_seconds: float = setting(
        default=5,
        gt=0,
        le=3600,
        description="how often clients are to send a heartbeat; three missed end a session",
    )
    output: Path = setting(
        default=Path("contact-sheet.png"),
        description="the PNG file that “contact-sheet” writes",
        extra={"metavar": "FILE"},
    )
    persona: str = setting(
        default="",
        description="ID of the persona that “contact-sheet” draws; default: all",
        extra={"metavar": "ID"},
    )
    brain: BrainName = setting(
        default="script",
        description="what the persona answers: a guide's script, what was said, or a language model's words",
    )
    llm_url: str = setting(
        default="https://api.openai.com/v1",
        check=_http_url,
        description="the language model's server, any that speaks OpenAI's chat completions; "
        "its key comes from PERSONA_VIEWER_LLM_KEY or OPENAI_API_KEY",
        extra={"metavar": "URL"},
    )
    llm_model: str = setting(
        default="gpt-4o-mini",
        check=_named,
        description="the language model's name",
        extra={"metavar": "NAME"},
    )
    llm_max_tokens: int = setting(default=300, ge=1, description="how long an answer of it may be, in tokens")


SECRETS = frozenset({"api_key", "ice_servers", "proxy"})
