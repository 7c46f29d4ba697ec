"""The tokens that brokers gave to this user: in the environment, the system's keyring or a private file.

A file beside the settings file says for which brokers there is a token, and holds those that no keyring took.
Without an entry there the keyring is not asked: most users have no token, and the question may put a window
in front of them.
"""

import json
import logging
import os
import stat
import sys
from concurrent.futures import Future
from dataclasses import field
from getpass import getpass
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from viewer.errors import UsageError
from viewer.redaction import known_secrets, remember_secret
from viewer.settings import ENVIRONMENT_PREFIX, TokenSettings
from viewer.settings_file import default_file
from viewer.threads import UnattendedThreads
from viewer.value import value

_log = logging.getLogger(__name__)

VARIABLE: Final = f"{ENVIRONMENT_PREFIX}BROKER_TOKEN"
# Beside it, the token is for this broker only.
_BROKER_VARIABLE: Final = f"{ENVIRONMENT_PREFIX}BROKER"

SERVICE: Final = "persona-viewer"
# Longer than any keyring takes that asks nobody; a user who is asked may connect again.
PATIENCE_SECONDS: Final = 5.0
# Somebody who types a command answers the keyring's question.
TYPING_SECONDS: Final = 60.0

_MAX_FILE_BYTES: Final = 1 << 20
_MAX_TOKEN_LENGTH: Final = 16_384
_PORTS: Final = {"http": 80, "https": 443}
_NO_TOKEN: Final = "That is not a token."
_SESSION_PATH: Final = "/v1/engine/session"
_THREADS: Final = UnattendedThreads()

# As long as this process lives.
_HELD: Final[dict[str, str]] = {}

_Entries = dict[str, dict[str, str]]


@value
class BrokerToken:
    """What to send to a broker, and where it is from."""

    value: str = field(repr=False)
    source: str


def hold(broker: str, token: str) -> None:
    """Show ``token`` to ``broker``, which this process itself has started, and keep it nowhere.

    Raises:
        UsageError: it cannot be one.
    """
    _HELD[normal_form(broker)] = known(token, "this program").value


def held(broker: str) -> BrokerToken | None:
    """The token for ``broker`` that :func:`hold` was given."""
    token = _HELD.get(normal_form(broker))
    return BrokerToken(token, "this program") if token else None


def from_environment(broker: str) -> BrokerToken | None:
    """The token for ``broker`` in the environment.

    Raises:
        UsageError: what is there cannot be one.
    """
    token = os.environ.get(VARIABLE, "").strip()
    meant = os.environ.get(_BROKER_VARIABLE, "").strip()
    if not token or (meant and normal_form(meant) != normal_form(broker)):
        return None
    return known(token, VARIABLE)


def from_file(broker: str) -> BrokerToken | None:
    """The token for ``broker`` that is kept in the file itself. Blocks.

    Raises:
        UsageError: the file cannot be used.
    """
    token = _entry(broker).get("token")
    return known(token, str(tokens_file())) if token else None


def is_in_keyring(broker: str) -> bool:
    """Whether a keyring was given the token for ``broker``. Blocks.

    Raises:
        UsageError: the file that says so cannot be used.
    """
    return _entry(broker).get("in") == "keyring"


class _Question:
    """What the keyring is being asked. It may take for ever; nobody asks the same twice meanwhile."""

    broker = ""
    answer: "Future[str | None] | None" = None


def ask_keyring(broker: str) -> "Future[str | None]":
    """The token for ``broker`` in the system's keyring, once that has answered; None: it has none, there is
    no keyring, or it failed. Asked on a thread of its own, that nobody waits for. Call from one thread.
    """
    broker = normal_form(broker)
    if _Question.answer is None or _Question.answer.done() or _Question.broker != broker:
        _Question.broker, _Question.answer = broker, _THREADS.submit(_in_keyring, broker)
    return _Question.answer


def known(token: str, source: str) -> BrokerToken:
    """The ``token`` out of ``source``; from now on it is hidden wherever it turns up.

    Raises:
        UsageError: it cannot be one.
    """
    _checked(token, f"What {source} holds is not a token.")
    if token not in known_secrets():
        remember_secret(token)
    return BrokerToken(token, source)


def normal_form(broker: str) -> str:
    """The URL ``broker`` as tokens are kept by: in lower case, without what may be left out, and without the
    path of the session, which brokers' URLs may end with.
    """
    parts = urlsplit(broker.strip())
    try:
        port = parts.port
    except ValueError:
        port = None
    scheme, host = parts.scheme.lower(), (parts.hostname or "").lower()
    where = f"[{host}]" if ":" in host else host
    if port and port != _PORTS.get(scheme):
        where += f":{port}"
    return f"{scheme}://{where}{parts.path.rstrip('/').removesuffix(_SESSION_PATH).rstrip('/')}"


def tokens_file() -> Path:
    """Where it is written which brokers there are tokens for."""
    return default_file().with_name("broker-tokens.json")


def set_token(settings: TokenSettings) -> str:
    """Read a token from standard input, or from a prompt that does not show it, and keep it for
    ``settings.broker``; returns what to tell.

    Raises:
        UsageError: that is no token, or it cannot be kept.
    """
    broker = normal_form(settings.broker)
    return f"{_kept(broker, _typed(broker))}\n"


def keep(broker: str, token: str) -> "Future[str]":
    """Keep ``token`` for ``broker``; answers where, in a sentence, or fails as :func:`set_token` does. On a
    thread of its own: the system's keyring may ask its user first.
    """
    return _THREADS.submit(lambda: _kept(normal_form(broker), _checked(token.strip(), _NO_TOKEN)))


def forget_token(settings: TokenSettings) -> str:
    """Forget the token for ``settings.broker``; returns what to tell.

    Raises:
        UsageError: it cannot be forgotten.
    """
    broker = normal_form(settings.broker)
    if _forgotten(broker):
        return f"The token for {broker} is forgotten.\n"
    return f"There was no token for {broker}.\n"


def forget(broker: str) -> "Future[bool]":
    """Forget the token for ``broker``; answers whether there was one, or fails as :func:`forget_token` does.
    On a thread of its own, as :func:`keep`.
    """
    return _THREADS.submit(lambda: _forgotten(normal_form(broker)))


def _forgotten(broker: str) -> bool:
    """Whether there was one."""
    entries = _read()
    entry = entries.pop(broker, None)
    if entry is None:
        return False
    if entry.get("in") == "keyring" and not _deleted_from_keyring(broker):
        raise UsageError(
            "The system's keyring does not give the token up.",
            hint=f"Unlock it and try again, or remove “{broker}” of “{SERVICE}” with its own program.",
        )
    _write(entries)
    return True


def _kept(broker: str, token: str) -> str:
    if _kept_in_keyring(broker, token):
        _write({**_read(), broker: {"in": "keyring"}})
        return f"The token for {broker} is kept in the system's keyring."
    _write({**_read(), broker: {"token": token}})
    return f"The token for {broker} is kept in {tokens_file()}, which only you can read: no keyring took it."


def _typed(broker: str) -> str:
    if sys.stdin.isatty():
        token = getpass(f"Token for {broker} (it is not shown): ")
    else:
        token = sys.stdin.read(_MAX_TOKEN_LENGTH + 1)
    return _checked(token.strip(), _NO_TOKEN)


def _checked(token: str, otherwise: str) -> str:
    if 0 < len(token) <= _MAX_TOKEN_LENGTH and all("!" <= character <= "~" for character in token):
        return token
    raise UsageError(otherwise, hint="A token is one word of letters, digits and signs.")


def _in_keyring(broker: str) -> str | None:
    token: str | None = _with_keyring(lambda keyring: keyring.get_password(SERVICE, broker))
    return token


def _kept_in_keyring(broker: str, token: str) -> bool:
    """Whether the keyring took it: some take everything and keep nothing."""

    def keep(keyring: Any) -> bool:
        keyring.set_password(SERVICE, broker, token)
        return bool(keyring.get_password(SERVICE, broker) == token)

    return bool(_typing(keep))


def _deleted_from_keyring(broker: str) -> bool:
    def delete(keyring: Any) -> bool:
        if keyring.get_password(SERVICE, broker) is not None:
            keyring.delete_password(SERVICE, broker)
        return True

    return bool(_typing(delete))


def _typing(what: Any) -> Any:
    """``what`` of the keyring; None if it failed or did not answer."""
    try:
        return _THREADS.submit(_with_keyring, what).result(TYPING_SECONDS)
    except TimeoutError:
        _log.warning("the system's keyring does not answer")
        return None


def _with_keyring(what: Any) -> Any:
    """``what`` of the library for keyrings; None if that failed. Loading it takes a while."""
    try:
        import keyring  # noqa: PLC0415 - only for those who have something in it

        return what(keyring)
    except Exception as error:
        # Each system's part fails with errors of its own; one without a keyring does so by design.
        _log.info("the system's keyring is of no use: %s", type(error).__name__)
        return None


def _entry(broker: str) -> dict[str, str]:
    return _read().get(normal_form(broker), {})


def _read() -> _Entries:
    file = tokens_file()
    try:
        with file.open("rb") as opened:
            # Windows has no such bits: there a file in one's own folder is one's own.
            if sys.platform != "win32" and stat.S_IMODE(os.fstat(opened.fileno()).st_mode) & 0o077:
                raise UsageError(
                    f"The file {file} with tokens can be read or changed by others.",
                    hint=f"Make it yours alone: chmod 600 {file}",
                )
            entries = json.loads(opened.read(_MAX_FILE_BYTES))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise UsageError(f"The file {file} with tokens cannot be read: {error.strerror}.") from None
    except (ValueError, RecursionError):
        entries = None
    if not isinstance(entries, dict) or not all(map(_is_entry, entries.values())):
        raise UsageError(
            f"The file {file} with tokens is damaged.",
            hint="Remove it, then keep your tokens again: persona-viewer token set --broker URL.",
        )
    return entries


def _is_entry(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(text, str) for text in value.values())


def _write(entries: _Entries) -> None:
    """Replace the file in one step, by one that was never anybody else's to read."""
    file = tokens_file()
    fresh = file.with_suffix(".new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as opened:
            json.dump(entries, opened, indent=1)
        fresh.replace(file)
    except OSError as error:
        raise UsageError(f"The file {file} with tokens cannot be written: {error.strerror}.") from None
