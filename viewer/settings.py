"""The one typed table of settings: default < file < environment < flag.

The command line, the settings file, the environment names, ``--help`` and the window's preferences all
derive from the models below. A field's description is its help, :func:`_row` makes it a row of the
preferences, and one named in :data:`SECRETS` never reaches a file.
"""

import json
import re
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, field_validator

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


_HttpUrl: TypeAlias = Annotated[str, AfterValidator(_http_url)]

Page: TypeAlias = Literal[
    "connection", "devices", "sound", "picture", "captions", "look", "window", "privacy", "keyboard"
]
Acts: TypeAlias = Literal["now", "call", "start"]


def _row(page: Page, acts: Acts = "now", **more: str) -> dict[str, Any]:
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
    except json.JSONDecodeError:
        raise ValueError("it has to be a JSON object") from None


def _keys(keys: str) -> str:
    """Keys as Qt writes them in English, with “; ” between several; a letter alone would be typed."""
    for sequence in keys.split("; "):
        *held, key = sequence.partition(", ")[0].removesuffix("+").split("+")
        if sequence and len(key) < 2 and {"Ctrl", "Alt", "Meta"}.isdisjoint(held):
            raise ValueError(f"{sequence} would be typed; add Ctrl or Alt, or take a key like F5")
    return keys


_Keys: TypeAlias = Annotated[str, AfterValidator(_keys)]


class CommonSettings(BaseModel):
    """Settings of every command."""

    model_config = ConfigDict(extra="ignore", protected_namespaces=(), defer_build=True)

    log_level: Literal["debug", "info", "warning", "error"] = Field("warning", description="how much to log")


class ViewerSettings(CommonSettings):
    """``run``, ``demo``, ``kiosk``, ``probe`` and ``doctor``."""

    broker: str = Field(
        "", description="the broker's URL", json_schema_extra=_row("connection", "call", metavar="URL")
    )
    persona: str = Field(
        "",
        description="ID of the persona to talk to",
        json_schema_extra=_row("connection", "call", metavar="ID"),
    )
    mic: str = Field(
        "",
        description="microphone by name; “none” for none; default: the system's",
        json_schema_extra=_row("devices", metavar="NAME", kind="microphone"),
    )
    speaker: str = Field(
        "",
        description="loudspeaker by name; “none” for none; default: the system's",
        json_schema_extra=_row("devices", metavar="NAME", kind="loudspeaker"),
    )
    quality: Literal["auto", "high", "saver"] = Field(
        "auto",
        description="of the picture: as the network allows, high at any price, or little data",
        json_schema_extra=_row("picture", "call"),
    )
    lip_sync: bool = Field(
        True,
        description="hold pictures until their sound is heard; without, they are shown sooner",
        json_schema_extra=_row("picture", "call"),
    )
    scaling: Literal["fit", "fill", "actual"] = Field(
        "fit",
        description="of the picture: all of it, without bars, or pixel by pixel",
        json_schema_extra=_row("picture"),
    )
    gpu: Literal["auto", "never", "always"] = Field(
        "auto",
        description="draw the picture by the graphics processor: where there is one, never, or always",
        json_schema_extra=_row("picture", "call"),
    )
    muted: bool = Field(False, description="start with the microphone muted", json_schema_extra=_row("sound"))
    proxy: str = Field(
        "",
        description="proxy for the broker and the engine's signalling, http:// or socks5://; "
        "“none” for none; default: the system's",
        repr=False,
        json_schema_extra=_row("connection", "call", metavar="URL"),
    )
    gateway: bool = Field(
        False,
        description="reach the avatar engine through the broker, for networks that let no other host through",
        json_schema_extra=_row("connection", "call"),
    )
    push_to_talk: bool = Field(
        False,
        description="be heard only while Space or the microphone button is held",
        json_schema_extra=_row("sound"),
    )
    echo_cancellation: bool = Field(
        True,
        description="take the avatar's voice out of the microphone's sound",
        json_schema_extra=_row("sound"),
    )
    noise_suppression: bool = Field(
        True, description="take steady noise out of the microphone's sound", json_schema_extra=_row("sound")
    )
    automatic_gain: bool = Field(
        True, description="bring speech to an even loudness", json_schema_extra=_row("sound")
    )
    half_duplex: bool = Field(
        False,
        description="silence the microphone while the avatar speaks; stands in for echo cancellation",
        json_schema_extra=_row("sound"),
    )
    volume: int = Field(
        100, ge=0, le=100, description="how loud the avatar is, 0 to 100", json_schema_extra=_row("devices")
    )
    fullscreen: bool = Field(False, description="fill the screen", json_schema_extra=_row("window", "start"))
    connect: bool = Field(False, description="connect at once", json_schema_extra=_row("connection", "start"))
    captions: Literal["off", "box", "shadow", "plain"] = Field(
        "box",
        description="what is said, in writing: none, on a box, with a shadow, or as plain letters",
        json_schema_extra=_row("captions"),
    )
    caption_size: int = Field(
        100,
        ge=75,
        le=200,
        description="how large captions are, 75 to 200 percent",
        json_schema_extra=_row("captions"),
    )
    caption_place: Literal["bottom", "top"] = Field(
        "bottom", description="where in the picture captions are", json_schema_extra=_row("captions")
    )
    language: Literal["system", "en", "de", "es", "fr", "ar", "ja"] = Field(
        "system", description="language of the window", json_schema_extra=_row("look")
    )
    look: Literal["system", "light", "dark", "high-contrast"] = Field(
        "system",
        description="colours of the window: as the system's, or always the same",
        json_schema_extra=_row("look"),
    )
    text_scale: int = Field(
        100,
        ge=100,
        le=200,
        description="how large the window's text is, 100 to 200 percent",
        json_schema_extra=_row("look", kind="size"),
    )
    reduced_motion: Literal["system", "on", "off"] = Field(
        "system",
        description="nothing moves but the picture: as the system says, always or never",
        json_schema_extra=_row("look"),
    )
    fade_controls: bool = Field(
        True,
        description="let the controls fade while nobody touches anything, so that the picture is whole",
        json_schema_extra=_row("picture"),
    )
    always_on_top: bool = Field(
        False, description="keep the window above all others", json_schema_extra=_row("window")
    )
    notifications: bool = Field(
        True,
        description="tell through the system what happens while the window is hidden",
        json_schema_extra=_row("window"),
    )
    keep_awake: bool = Field(
        True,
        description="keep the computer and its screen awake during a call",
        json_schema_extra=_row("window"),
    )
    remember_recent: bool = Field(
        False,
        description="remember on this computer whom you talked to, so that they come first",
        json_schema_extra=_row("privacy"),
    )
    recording_reminder: bool = Field(
        True,
        description="before something is recorded, remind me that others have to agree",
        json_schema_extra=_row("privacy"),
    )
    notification_words: bool = Field(
        False,
        description="show what the avatar says in the system's notifications",
        json_schema_extra=_row("privacy"),
    )
    crash_reports: bool = Field(
        True,
        description="when the program fails, keep a report on this computer: places in it, nothing that was "
        "said",
        json_schema_extra=_row("privacy", "start"),
    )
    log_file: bool = Field(
        False,
        description="write the log to files on this computer, too: 5 MB at most, nothing that was said",
        json_schema_extra=_row("privacy", "start"),
    )
    tools_folder: str = Field(
        "",
        description="folder of your own client tools for the persona, Python files that run as you "
        "(viewer/session/workbench/README.md); default: none",
        json_schema_extra=_row("privacy", "start", metavar="FOLDER"),
    )
    shortcuts: Annotated[dict[str, _Keys], BeforeValidator(_json_object)] = Field(
        {},
        description='keys of the window\'s actions that are not the usual ones: JSON, as {"mute": "Ctrl+M"}',
        json_schema_extra=_row("keyboard", metavar="JSON"),
    )

    @field_validator("broker")
    @classmethod
    def _is_http_url(cls, url: str) -> str:
        return broker_url(url) if url.strip() else ""

    @field_validator("proxy")
    @classmethod
    def _is_proxy_url(cls, url: str) -> str:
        return url if url in ("", "none") else _proxy_url(url)


class TokenSettings(CommonSettings):
    """``token``. The token itself comes from standard input, never from a setting."""

    broker: str = Field("", description="the broker's URL", json_schema_extra={"metavar": "URL"})

    @field_validator("broker")
    @classmethod
    def _is_http_url(cls, url: str) -> str:
        return broker_url(url) if url.strip() else ""


class WindowSettings(ViewerSettings):
    """``run`` and ``demo``."""

    seconds: float | None = Field(
        None,
        gt=0,
        description="close by itself after so many seconds, print the probe's report and exit with its code",
        json_schema_extra={"metavar": "N"},
    )
    snapshot: Path | None = Field(
        None,
        description="write the picture on the screen to this PNG file before closing",
        json_schema_extra={"metavar": "FILE"},
    )
    link: str = Field(
        "",
        description="ask whether to follow this persona-viewer:// link; it may stand as the only word, too",
        json_schema_extra={"metavar": "LINK"},
        repr=False,
    )
    new_window: bool = Field(
        False,
        description="have a window of its own though one is open; so does a start with other options",
    )


class KioskCommandSettings(ViewerSettings):
    """``kiosk``, beside its table in the file."""

    check: bool = Field(False, description="say whether the file is right and what is in force, and end")


class ProbeSettings(ViewerSettings):
    """``probe``."""

    seconds: float = Field(
        10, gt=0, description="how long the session lasts", json_schema_extra={"metavar": "N"}
    )
    as_json: bool = Field(False, description="print one JSON object", json_schema_extra={"flag": "json"})
    snapshot: Path | None = Field(
        None, description="write the last picture to this PNG file", json_schema_extra={"metavar": "FILE"}
    )
    record: Path | None = Field(
        None,
        description="record pictures, voices and words to this file: Matroska, or MP4 by its name",
        json_schema_extra={"metavar": "FILE"},
    )
    personas: bool = Field(False, description="list whom this broker lets you talk to, without a session")
    events: Path | None = Field(
        None,
        description="write all that happens to this file, as it happens, as lines of JSON; “-” is standard "
        "output, which then gets no report",
        json_schema_extra={"metavar": "FILE"},
    )
    addresses: bool = Field(False, description="do not mask addresses of computers in those lines")


class ReplaySettings(ViewerSettings):
    """``replay``."""

    session_file: Path | None = Field(
        None, description="file of a session, as the inspector or “probe --events” writes it"
    )
    webrtc_internals: Path | None = Field(
        None,
        description="show nothing, and write the connections of the session to this file as "
        "chrome://webrtc-internals does, for programs that open its dumps",
        json_schema_extra={"metavar": "FILE"},
    )
    rtcstats: Path | None = Field(
        None,
        description="show nothing, and write them to this file as rtcstats does (version 3)",
        json_schema_extra={"metavar": "FILE"},
    )
    addresses: bool = Field(
        False, description="leave addresses of computers in these files as the session's file has them"
    )


class DoctorSettings(ViewerSettings):
    """``doctor``."""

    as_json: bool = Field(False, description="print one JSON object", json_schema_extra={"flag": "json"})


class BrokerSettings(CommonSettings):
    """``broker``. The API key comes from ``ANAM_API_KEY`` or ``key_file``, never from a flag."""

    host: str = Field("127.0.0.1", description="address to listen on")
    port: int = Field(8080, ge=0, le=65535, description="port to listen on; 0 for a free one")
    upstream: _HttpUrl = Field(
        "https://api.anam.ai", description="the API's URL", json_schema_extra={"metavar": "URL"}
    )
    key_file: Path | None = Field(None, description="file with the API key, readable only by its owner")
    rules: Path | None = Field(
        None,
        description="file of rules, TOML: who may ask, for which personas, and how much",
        json_schema_extra={"metavar": "FILE"},
    )
    clients: Path | None = Field(
        None,
        description="file of the clients that may ask, which “broker token” writes; with it nobody else may",
    )
    allow_open: bool = Field(
        False, description="let anybody who can reach the broker start sessions at your cost, without a token"
    )
    token_form: Literal["post", "get", "none"] = Field(
        "post",
        description="form of the session-token request; get is the older, which leaves replays to the "
        "service; none asks for no token and starts sessions with the key, in half the time",
    )
    tls_cert: Path | None = Field(
        None, description="certificate to speak https with, PEM, the broker's own first; needs the key"
    )
    tls_key: Path | None = Field(None, description="its private key, PEM, readable only by its owner")
    operation_port: int | None = Field(
        None,
        ge=0,
        le=65535,
        description="port for the operator's /readyz and /metrics; 0 for a free one; default: none",
    )
    operation_host: str = Field("127.0.0.1", description="address for these to listen on")
    log_format: Literal["text", "json"] = Field(
        "text",
        description="how to write the log: lines for people, or objects for programs, with request IDs",
    )
    stop_grace: float = Field(
        10.0,
        ge=0,
        le=300,
        description="seconds that sessions being started may still take when the broker is told to stop",
        json_schema_extra={"metavar": "SECONDS"},
    )


BrainName: TypeAlias = Literal["script", "echo", "openai"]


class EngineSettings(CommonSettings):
    """``engine``. The language model's key comes from ``PERSONA_VIEWER_LLM_KEY`` or ``OPENAI_API_KEY``."""

    host: str = Field("127.0.0.1", description="address to listen on")
    port: int = Field(8090, ge=0, le=65535, description="port to listen on; 0 for a free one")
    api_key: str = Field(
        "", description="the API key to accept; without one the engine makes a key and prints it", repr=False
    )
    origins: Annotated[str, AfterValidator(_origins)] = Field(
        LOOPBACK_ORIGINS,
        description="web pages that may call the engine: origins like https://app.example, with commas "
        "between; loopback for pages of this computer, * for all",
    )
    ice_servers: str = Field(
        "[]",
        description="STUN and TURN servers for the clients: JSON, a list of W3C RTCIceServer",
        json_schema_extra={"metavar": "JSON"},
        repr=False,
    )
    ice_transport_policy: Literal["all", "relay"] = Field(
        "all", description="which ways to media the clients may use; relay is by TURN only"
    )
    max_sessions: int = Field(
        8, ge=1, description="sessions that the account may have at one time; more are refused with 429"
    )
    capacity: int | None = Field(
        None,
        ge=0,
        description="sessions that this machine can carry; more are refused with 503 (default: as measured)",
    )
    token_seconds: float = Field(3600, gt=0, description="how long a session token is valid")
    hearing: bool = Field(
        True, description="understand what users say aloud; without it only typed text is answered"
    )
    heartbeat_seconds: float = Field(
        5, gt=0, le=3600, description="how often clients are to send a heartbeat; three missed end a session"
    )
    output: Path = Field(
        Path("contact-sheet.png"),
        description="the PNG file that “contact-sheet” writes",
        json_schema_extra={"metavar": "FILE"},
    )
    persona: str = Field(
        "",
        description="ID of the persona that “contact-sheet” draws; default: all",
        json_schema_extra={"metavar": "ID"},
    )
    brain: BrainName = Field(
        "script",
        description="what the persona answers: a guide's script, what was said, or a language model's words",
    )
    llm_url: _HttpUrl = Field(
        "https://api.openai.com/v1",
        description="the language model's server, any that speaks OpenAI's chat completions; "
        "its key comes from PERSONA_VIEWER_LLM_KEY or OPENAI_API_KEY",
        json_schema_extra={"metavar": "URL"},
    )
    llm_model: str = Field(
        "gpt-4o-mini",
        min_length=1,
        description="the language model's name",
        json_schema_extra={"metavar": "NAME"},
    )
    llm_max_tokens: int = Field(300, ge=1, description="how long an answer of it may be, in tokens")


SECRETS = frozenset({"api_key", "ice_servers", "proxy"})
