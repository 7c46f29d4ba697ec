"""What an operator decides about a kiosk: the table ``[kiosk]`` of its file, TOML.

A slip of the pen in a file that nobody looks at again would stay for months: any key that is not known, or
has a wrong value, is named in one sentence, and the kiosk does not start.
"""

import difflib
import hashlib
import hmac
import secrets
import sys
import tomllib
from getpass import getpass
from pathlib import Path
from typing import Annotated, Any, Final, Literal, TypeAlias, get_args

from pydantic import AfterValidator, BaseModel, Field, ValidationError
from pydantic_core import ErrorDetails

from viewer.errors import UsageError
from viewer.kiosk_settings.looked_after import Hours, Limits, Watched
from viewer.kiosk_settings.table import Table, Text

Language: TypeAlias = Literal["en", "de", "es", "fr", "ar", "ja"]
MOST_DIGITS: Final = 12
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)

# As NIST SP 800-132 advises for what people can remember; a second guess costs as much.
_COST: Final = {"n": 2**14, "r": 8, "p": 1}
_HASH: Final = "scrypt"


def hashed_pin(pin: str, salt: bytes | None = None) -> str:
    """What stands for ``pin`` in a file. Takes some 50 ms."""
    salt = salt or secrets.token_bytes(16)
    made = hashlib.scrypt(pin.encode(), salt=salt, dklen=32, **_COST)
    return f"{_HASH}:{salt.hex()}:{made.hex()}"


def is_pin(pin: str, hashed: str) -> bool:
    """Whether ``hashed`` stands for ``pin``. Takes some 50 ms."""
    salt = bytes.fromhex(hashed.split(":")[1])
    return hmac.compare_digest(hashed_pin(pin, salt), hashed)


def ask_for_pin() -> int:
    """Ask on the terminal, or read from standard input, and print the line for the file; the exit code.

    Raises:
        UsageError: it is no PIN.
    """
    pin = getpass("PIN (it is not shown): ") if sys.stdin.isatty() else sys.stdin.read(100)
    pin = pin.strip()
    if not (pin.isascii() and pin.isdigit() and 4 <= len(pin) <= MOST_DIGITS):
        raise UsageError(f"A PIN has four to {MOST_DIGITS} digits.", hint="Try again.")
    sys.stdout.write(f'pin = "{hashed_pin(pin)}"\n')
    return 0


def _is_hash(pin: str) -> str:
    name, _, rest = pin.partition(":")
    salt, _, made = rest.partition(":")
    is_hex = all(part and set(part) <= set("0123456789abcdef") for part in (salt, made))
    if pin and not (name == _HASH and is_hex and len(made) == 64 and len(salt) % 2 == 0):
        raise ValueError("it has to be what “persona-viewer pin” prints, never the PIN itself")
    return pin


class LanguageWords(Table):
    """``[kiosk.languages.de]`` and the like: what visitors read and say in a language."""

    title: Text = Field("", description="the large words while nobody is there; default: a greeting")
    invitation: Text = Field("", description="what to do, below them; default: to touch the screen")
    questions: tuple[Text, ...] = Field(
        (), max_length=6, description="what visitors may ask at a touch, up to six sentences"
    )
    goodbye: tuple[Text, ...] = Field(
        (), description="words that end a visit, beside the usual ones of the language"
    )
    persona: Text = Field(
        "", description="ID of the persona that speaks this language; default: the one of all"
    )


class KioskSettings(Table):
    """``[kiosk]``."""

    monitor: str = Field("", description="the monitor's name, as HDMI-1; default: the first")
    opening: Path | None = Field(
        None,
        description="what is shown while nobody is there: a picture, a film, or a folder of pictures; "
        "default: the persona's own loop",
    )
    slide_seconds: float = Field(
        8, ge=2, le=3600, description="how long each picture of a folder is shown, in seconds"
    )
    silence_seconds: float = Field(
        25, ge=5, le=600, description="how long nobody may say anything before the end is counted down"
    )
    countdown_seconds: float = Field(
        10, ge=3, le=60, description="how long it is counted down before the visit ends"
    )
    waiting_seconds: float = Field(
        60,
        ge=10,
        le=3600,
        description="how long a visitor who touches nothing is waited for while there is no connection",
    )
    touch: bool = Field(True, description="show buttons for visitors to touch")
    voice_wake: bool = Field(
        False,
        description="wake it by a voice near the microphone, which then hears while nobody is there",
    )
    pin: Annotated[str, AfterValidator(_is_hash)] = Field(
        "",
        repr=False,
        description="what ends the kiosk, as “persona-viewer pin” prints it; default: Ctrl+Shift+Q",
    )
    languages: dict[Language, LanguageWords] = Field(
        {}, description="the languages, a table for each: en, de, es, fr, ar or ja; the first is spoken first"
    )
    hours: Hours = Field(Hours(), description="a table: when it is open, and when it begins anew")
    limits: Limits = Field(Limits(), description="a table: how many minutes visitors may use")
    watched: Watched = Field(Watched(), description="a table: who looks after it, and how")


TABLES: Final[dict[str, type[BaseModel]]] = {
    "languages": LanguageWords,
    "hours": Hours,
    "limits": Limits,
    "watched": Watched,
}
"""The tables in the table."""


def read_kiosk(
    file: Path | None, known: frozenset[str] | None = None, folder: Path | None = None
) -> KioskSettings:
    """The table ``[kiosk]`` of ``file``. Blocks.

    Args:
        file: None, or one that is not there, has none.
        known: what else the file may say; None: anything.
        folder: what its paths are meant from; None: the file's own.

    Raises:
        UsageError: a key is unknown or wrong; the sentence names it.
    """
    if file is None or not file.exists():
        return KioskSettings()
    document = tomllib.loads(file.read_text("utf-8"))  # which was read for the settings before
    if known is not None:
        for name in document.keys() - known - {"kiosk"}:
            raise _wrong(file, (name,), _no_such_key(name, [*known, "kiosk"]))
    try:
        table = KioskSettings.model_validate(document.get("kiosk", {}))
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        raise _wrong(file, ("kiosk", *fault["loc"]), _what(fault)) from None
    if table.opening is None:
        return table
    opening = (folder or file.absolute().parent) / table.opening.expanduser()
    if not opening.exists():
        raise _wrong(file, ("kiosk", "opening"), "there is no such file or folder")
    return table.model_copy(update={"opening": opening})


def help_text() -> str:
    """The keys of the file, for ``--help``."""
    lines = ["", "the file after --config may also have a table [kiosk] with these keys:"]
    heads = {name: f"  [kiosk.{name}]:" for name in TABLES}
    heads["languages"] = "  [kiosk.languages.en] and other languages:"
    tables: list[tuple[type[BaseModel], str]] = [(KioskSettings, "")]
    tables += [(table, heads[name]) for name, table in TABLES.items()]
    for table, head in tables:
        lines += [head] if head else []
        for name, field in table.model_fields.items():
            lines.append(f"  {name:<18} {field.description}")
    return "\n".join(lines) + "\n"


def _what(fault: ErrorDetails) -> str:
    match fault["type"]:
        case "extra_forbidden":
            table = KioskSettings if len(fault["loc"]) == 1 else TABLES[str(fault["loc"][0])]
            return _no_such_key(str(fault["loc"][-1]), list(table.model_fields))
        case "literal_error" if fault["loc"][0] == "languages":
            return f"there is no such language; there are {', '.join(LANGUAGES)}"
        case "model_type" | "dict_type":
            return "it has to be a table"
        case "tuple_type":
            return "it has to be a list"
    said = fault["msg"].removeprefix("Value error, ").replace("Input should be", "it has to be")
    return said[:1].lower() + said[1:]


def _no_such_key(name: str, known: list[str]) -> str:
    close = difflib.get_close_matches(name, known, 1)
    return f"there is no such key; “{close[0]}” may be meant" if close else "there is no such key"


def _wrong(file: Path, place: tuple[Any, ...], what: str) -> UsageError:
    steps = [str(step) for step in place if step != "[key]"]
    named = ".".join(step for step in steps if not step.isdigit())
    return UsageError(f"{file}: key {named}: {what}.", hint="“persona-viewer kiosk --help” lists the keys.")
