"""Tokens of brokers: kept where nobody else reads them, not in the settings file, for their broker only."""

import io
import json
import logging
import stat
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.backends.null import Keyring as ForgetfulKeyring
from keyring.errors import KeyringLocked, PasswordDeleteError

from viewer import cli, kept_tokens
from viewer.errors import UsageError
from viewer.kept_tokens import (
    BrokerToken,
    ask_keyring,
    from_environment,
    from_file,
    is_in_keyring,
    tokens_file,
)
from viewer.redaction import redact
from viewer.settings import ViewerSettings
from viewer.settings_file import SettingsFile, default_file, load

URL = "https://broker.example"
TOKEN = "pvc_word-of-this-test"


class MemoryKeyring(KeyringBackend):
    """One that works, until it is locked."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False
        self.asked_by: list[threading.Thread] = []

    def get_password(self, service: str, username: str) -> str | None:
        self._check()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._check()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._check()
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("not found")

    def _check(self) -> None:
        self.asked_by.append(threading.current_thread())
        if self.locked:
            raise KeyringLocked("nobody unlocked it")


class HangingKeyring(MemoryKeyring):
    """Waits for a user who does not come."""

    def __init__(self) -> None:
        super().__init__()
        self.unlocked = threading.Event()

    def _check(self) -> None:
        super()._check()
        self.unlocked.wait()


Use = Callable[[KeyringBackend], KeyringBackend]


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Use:
    """Puts a keyring in the place of the system's."""
    monkeypatch.delenv(kept_tokens.VARIABLE, raising=False)
    monkeypatch.delenv("PERSONA_VIEWER_BROKER", raising=False)

    def use(backend: KeyringBackend) -> KeyringBackend:
        monkeypatch.setattr(keyring.core, "_keyring_backend", backend)
        return backend

    return use


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """``persona-viewer token`` with words, and what comes on standard input."""

    def typed(*words: str, text: str = "") -> int:
        monkeypatch.setattr(sys, "stdin", io.StringIO(text))
        return cli.main(["token", *words])

    return typed


def test_a_working_keyring_keeps_it_and_gives_it_back(
    use: Use, typed: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    system = MemoryKeyring()
    use(system)
    assert typed("set", "--broker", URL, text=f"{TOKEN}\n") == 0
    assert capsys.readouterr().out == f"The token for {URL} is kept in the system's keyring.\n"
    assert system.kept == {("persona-viewer", URL): TOKEN}
    assert TOKEN not in tokens_file().read_text()
    assert is_in_keyring(f"{URL}/")
    assert ask_keyring(URL).result(10) == TOKEN
    assert from_file(URL) is None
    assert typed("forget", "--broker", URL) == 0
    assert capsys.readouterr().out == f"The token for {URL} is forgotten.\n"
    assert system.kept == {}
    assert not is_in_keyring(URL)
    assert typed("forget", "--broker", URL) == 0
    assert capsys.readouterr().out == f"There was no token for {URL}.\n"


def test_a_window_keeps_and_forgets_one_as_the_command_does(use: Use) -> None:
    system = MemoryKeyring()
    use(system)
    assert kept_tokens.keep(f"{URL}/", f" {TOKEN}\n").result(10) == (
        f"The token for {URL} is kept in the system's keyring."
    )
    assert ask_keyring(URL).result(10) == TOKEN
    with pytest.raises(UsageError, match="That is not a token"):
        kept_tokens.keep(URL, "two words").result(10)
    assert kept_tokens.forget(f"{URL}/").result(10)
    assert (system.kept, is_in_keyring(URL)) == ({}, False)
    assert not kept_tokens.forget(URL).result(10)


@pytest.mark.parametrize("backend", [NoKeyring, ForgetfulKeyring])
def test_where_no_keyring_keeps_it_a_private_file_does(
    use: Use, typed: Callable[..., int], capsys: pytest.CaptureFixture[str], backend: type[KeyringBackend]
) -> None:
    use(backend())
    assert typed("set", "--broker", URL, text=TOKEN) == 0
    said = capsys.readouterr().out
    assert str(tokens_file()) in said
    assert TOKEN not in said
    assert stat.S_IMODE(tokens_file().stat().st_mode) == 0o600
    assert tokens_file().parent == default_file().parent
    assert not default_file().exists()
    assert from_file(URL) == BrokerToken(TOKEN, str(tokens_file()))
    assert typed("set", "--broker", f"{URL}/other", text="another-token") == 0
    assert typed("forget", "--broker", URL) == 0
    assert json.loads(tokens_file().read_text()) == {f"{URL}/other": {"token": "another-token"}}
    assert [file.name for file in tokens_file().parent.iterdir()] == [tokens_file().name]


def test_a_keyring_that_fails_does_not_fail_the_viewer_and_one_that_keeps_it_is_not_passed_over(
    use: Use, typed: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    system = MemoryKeyring()
    use(system)
    typed("set", "--broker", URL, text=TOKEN)
    system.locked = True
    assert ask_keyring(URL).result(10) is None
    assert typed("forget", "--broker", URL) == 2
    assert "does not give the token up" in capsys.readouterr().err
    assert is_in_keyring(URL)


def test_a_keyring_that_hangs_is_asked_once_and_given_up_by_who_types(
    use: Use, typed: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    system = HangingKeyring()
    use(system)
    monkeypatch.setattr(kept_tokens, "TYPING_SECONDS", 0.01)
    asked = ask_keyring(URL)
    assert ask_keyring(f"{URL}/") is asked
    assert typed("set", "--broker", URL, text=TOKEN) == 0
    assert from_file(URL) == BrokerToken(TOKEN, str(tokens_file()))
    system.kept["persona-viewer", URL] = TOKEN
    system.unlocked.set()
    assert asked.result(10) == TOKEN
    assert ask_keyring(URL) is not asked


@pytest.mark.parametrize("text", ["", "  \n", "two words", "schlüssel", "line\nline", "x" * 20_000])
def test_what_is_no_token_is_not_kept(
    use: Use, typed: Callable[..., int], capsys: pytest.CaptureFixture[str], text: str
) -> None:
    use(MemoryKeyring())
    assert typed("set", "--broker", URL, text=text) == 2
    assert "That is not a token." in capsys.readouterr().err
    assert not tokens_file().exists()


def test_a_terminal_is_asked_without_showing_what_is_typed(use: Use, monkeypatch: pytest.MonkeyPatch) -> None:
    use(NoKeyring())  # type: ignore[no-untyped-call]
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    asked: list[str] = []

    def hidden(prompt: str) -> str:
        asked.append(prompt)
        return TOKEN

    monkeypatch.setattr(kept_tokens, "getpass", hidden)
    assert cli.main(["token", "set", "--broker", URL]) == 0
    assert asked == [f"Token for {URL} (it is not shown): "]
    assert from_file(URL) is not None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["set"], "The setting broker is missing"),
        (["--broker", URL], "Say “token set” or “token forget”"),
        (["set", "--broker", "https://ann:word@broker.example"], "user name or a password"),
    ],
)
def test_what_is_missing_is_one_sentence(
    typed: Callable[..., int], capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert typed(*words) == 2
    error = capsys.readouterr().err
    assert said in error
    assert "word" not in error.replace("password", "")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (URL, f"{URL}/", True),
        (URL, "HTTPS://Broker.Example:443", True),
        (URL, f"{URL}/v1/engine/session", True),
        (f"{URL}/a/v1/engine/session/", f"{URL}/a", True),
        ("http://[::1]:80", "http://[::1]", True),
        (URL, "http://broker.example", False),
        (URL, f"{URL}:8443", False),
        (URL, f"{URL}.evil.example", False),
        (f"{URL}/a", f"{URL}/b", False),
        (f"{URL}/a", f"{URL}/A", False),
    ],
)
def test_a_broker_is_the_same_however_its_url_is_written(one: str, other: str, alike: bool) -> None:
    assert (kept_tokens.normal_form(one) == kept_tokens.normal_form(other)) is alike


def test_the_environments_token_is_for_the_environments_broker(
    use: Use, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert from_environment(URL) is None
    monkeypatch.setenv(kept_tokens.VARIABLE, f" {TOKEN}\n")
    assert from_environment("https://any.example") == BrokerToken(TOKEN, kept_tokens.VARIABLE)
    monkeypatch.setenv("PERSONA_VIEWER_BROKER", f"{URL}/")
    assert from_environment(URL) is not None
    assert from_environment("https://other.example") is None
    monkeypatch.setenv(kept_tokens.VARIABLE, "two words")
    with pytest.raises(UsageError, match="What PERSONA_VIEWER_BROKER_TOKEN holds is not a token"):
        from_environment(URL)


def test_a_token_is_hidden_from_the_moment_it_is_known(use: Use, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(kept_tokens.VARIABLE, "shibboleth-of-a-broker")
    token = from_environment(URL)
    assert redact("It said shibboleth-of-a-broker.") == "It said ‹hidden›."
    assert "shibboleth" not in repr(token)
    # Our own brokers' are known by how they begin.
    assert redact("pvc_" + "Ab3-_" * 8) == "‹hidden›"


@pytest.mark.parametrize(
    ("content", "mode", "said"),
    [
        (b"{}", 0o644, "can be read or changed by others"),
        (b"{}", 0o620, "can be read or changed by others"),
        (b"{", 0o600, "is damaged"),
        (b"[]", 0o600, "is damaged"),
        (b'{"https://broker.example": "token"}', 0o600, "is damaged"),
        (b"[" * 100_000, 0o600, "is damaged"),
    ],
)
def test_a_file_that_others_read_or_that_is_damaged_is_told(
    use: Use, content: bytes, mode: int, said: str
) -> None:
    tokens_file().parent.mkdir(parents=True)
    tokens_file().write_bytes(content)
    tokens_file().chmod(mode)
    with pytest.raises(UsageError) as refused:
        from_file(URL)
    assert said in refused.value.message
    assert refused.value.hint


def test_windows_has_no_such_bits(
    use: Use, typed: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    use(NoKeyring())  # type: ignore[no-untyped-call]
    typed("set", "--broker", URL, text=TOKEN)
    tokens_file().chmod(0o666)
    monkeypatch.setattr(sys, "platform", "win32")
    assert from_file(URL) is not None


def test_a_change_that_breaks_off_leaves_the_old_file(
    use: Use, typed: Callable[..., int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    use(NoKeyring())  # type: ignore[no-untyped-call]
    typed("set", "--broker", URL, text=TOKEN)
    before = tokens_file().read_bytes()

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", full)
        assert typed("set", "--broker", URL, text="another") == 2
    assert "cannot be written: No space left on device" in capsys.readouterr().err
    assert tokens_file().read_bytes() == before


def test_a_url_with_a_name_in_it_is_refused_and_never_stored(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for url in (
        "https://ann@broker.example",
        "https://ann:pass@broker.example/x",
        "http://:pass@broker.example",
    ):
        with pytest.raises(UsageError) as refused:
            load(ViewerSettings, {"broker": url}, None)
        assert "persona-viewer token set" in refused.value.message
        assert "ann" not in refused.value.message
        assert "pass@" not in refused.value.message
    # An at sign elsewhere names nobody.
    assert load(ViewerSettings, {"broker": f"{URL}/@home"}, None).broker == f"{URL}/@home"
    SettingsFile(default_file()).remember({"broker": URL})
    assert "@" not in default_file().read_text()
