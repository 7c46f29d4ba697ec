"""The one table: default < file < environment < flag."""

from pathlib import Path
from typing import Any

import pytest

from viewer.errors import UsageError
from viewer.settings import BrokerSettings, EngineSettings, ViewerSettings, WindowSettings
from viewer.settings_file import SettingsFile, default_file, load, load_what_is_right


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "settings.toml"


def write(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def test_nothing_given_means_the_defaults(file: Path) -> None:
    for nothing in (file, None):
        broker = load(BrokerSettings, {}, nothing)
        assert (broker.host, broker.port, broker.token_form) == ("127.0.0.1", 8080, "post")
        assert broker.upstream == "https://api.anam.ai"


@pytest.mark.parametrize("in_file", [False, True])
@pytest.mark.parametrize("in_environment", [False, True])
@pytest.mark.parametrize("flags", [{}, {"port": None}, {"port": 1003}])
def test_default_gives_way_to_file_to_environment_to_flag(
    file: Path, monkeypatch: pytest.MonkeyPatch, flags: dict[str, Any], in_environment: bool, in_file: bool
) -> None:
    write(file, "port = 1001\nother = 1\n" if in_file else "")
    monkeypatch.delenv("PERSONA_VIEWER_PORT", raising=False)
    if in_environment:
        monkeypatch.setenv("PERSONA_VIEWER_PORT", "1002")
    expected = flags.get("port") or (1002 if in_environment else 1001 if in_file else 8080)
    assert load(BrokerSettings, flags, file).port == expected


def test_an_empty_variable_is_none(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PERSONA_VIEWER_PORT", "")
    assert load(BrokerSettings, {}, write(file, "port = 1001")).port == 1001


def test_the_loaded_table_is_of_the_asked_type_and_checked(file: Path) -> None:
    loaded = load(BrokerSettings, {"key_file": "key"}, file)
    assert type(loaded) is BrokerSettings
    assert loaded.key_file == Path("key")


@pytest.mark.parametrize(
    ("flags", "sentence"),
    [
        ({"port": "many"}, "The setting port is wrong"),
        ({"port": 70_000}, "The setting port is wrong"),
        ({"token_form": "put"}, "The setting token_form is wrong"),
        ({"upstream": ""}, "The setting upstream is wrong: it has to be a URL"),
        ({"upstream": "api.anam.ai"}, "The setting upstream is wrong: it has to be a URL"),
        ({"upstream": "ftp://host"}, "The setting upstream is wrong: it has to be a URL"),
        ({"upstream": "http://host:port"}, "The setting upstream is wrong: it has to be a URL"),
        ({"upstream": "http://host/?key=1"}, "The setting upstream is wrong: it has to be a URL"),
        ({"log_level": "loud"}, "The setting log_level is wrong"),
    ],
)
def test_a_wrong_value_names_its_setting(flags: dict[str, Any], sentence: str) -> None:
    with pytest.raises(UsageError) as refused:
        load(BrokerSettings, flags, None)
    assert refused.value.message.startswith(sentence)
    assert refused.value.message.endswith(".")


@pytest.mark.parametrize("url", ["http://localhost:8080", "https://broker.example/path", "http://[::1]:80"])
def test_urls_lose_their_last_slash_and_the_space_around_them(url: str) -> None:
    assert load(ViewerSettings, {"broker": f" {url}/ "}, None).broker == url
    assert load(BrokerSettings, {"upstream": f"{url}/"}, None).upstream == url


def test_the_viewer_may_start_without_a_broker() -> None:
    assert load(ViewerSettings, {"broker": " "}, None).broker == ""


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"port = ", "is not TOML"),
        (b"\xff", "is not TOML"),
        (b"port = " + b"9" * 5000, "is not TOML"),
        (b"port = " + b"[" * 10_000, "is not TOML"),
        (None, "cannot be read"),
    ],
)
def test_a_file_that_is_none_is_said_clearly(file: Path, content: bytes | None, sentence: str) -> None:
    if content is None:
        file.mkdir(parents=True)
    else:
        write(file, "").write_bytes(content)
    with pytest.raises(UsageError, match=sentence) as refused:
        load(BrokerSettings, {}, file)
    assert str(file) in refused.value.message


def test_what_the_window_remembers_comes_back_beside_what_was_there(file: Path) -> None:
    write(file, 'persona = "old"\nport = 1001\n')
    SettingsFile(file).remember({"persona": "new", "muted": True, "broker": "http://b"})
    viewer = load(ViewerSettings, {}, file)
    assert (viewer.persona, viewer.muted, viewer.broker) == ("new", True, "http://b")
    assert load(BrokerSettings, {}, file).port == 1001


@pytest.mark.parametrize("proxy", ["", "none", "http://p.example:3128", "socks5://u:p@[::1]:1080"])
def test_a_proxy_may_be_one_of_these(proxy: str) -> None:
    assert load(ViewerSettings, {"proxy": proxy}, None).proxy == proxy


@pytest.mark.parametrize(
    "proxy", ["p.example:3128", "http://p.example", "ftp://p:1", "http://p:1/x", "http://p:x"]
)
def test_a_proxy_that_is_none_is_told(proxy: str) -> None:
    with pytest.raises(UsageError, match="The setting proxy is wrong"):
        load(ViewerSettings, {"proxy": proxy}, None)


def test_secrets_never_reach_a_file(file: Path) -> None:
    SettingsFile(file).remember({"api_key": "very-secret", "persona": "p"})
    assert "very-secret" not in file.read_text("utf-8")
    assert load(ViewerSettings, {}, file).persona == "p"


def test_a_key_is_not_in_a_representation() -> None:
    assert "very-secret" not in repr(load(EngineSettings, {"api_key": "very-secret"}, None))


def test_the_folder_of_the_settings_can_be_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PERSONA_VIEWER_CONFIG_DIR", str(tmp_path))
    assert default_file() == tmp_path / "settings.toml"


@pytest.mark.parametrize(
    "origins", ["", "loopback", "*", "https://app.example", "loopback, http://app.example:8080, http://[::1]"]
)
def test_origins_are_a_list_of_pages(origins: str) -> None:
    assert load(EngineSettings, {"origins": origins}, None).origins == origins


@pytest.mark.parametrize(
    "origins",
    [
        "app.example",
        "https://app.example/page",
        "https://*.example",
        "https://",
        "null",
        "https://a b",
        "all",
    ],
)
def test_what_is_no_origin_is_refused(origins: str) -> None:
    with pytest.raises(UsageError, match=r"The setting origins is wrong: .*https://app\.example"):
        load(EngineSettings, {"origins": origins}, None)


@pytest.mark.parametrize(
    "keys", ["", "F5", "Ctrl+M", "Alt+Shift+1", "Ctrl++; Ctrl+=", "Ctrl+,", "Esc", "Space", "Ctrl+K, M"]
)
def test_an_action_may_have_such_keys(keys: str) -> None:
    assert load(ViewerSettings, {"shortcuts": {"mute": keys}}, None).shortcuts == {"mute": keys}


@pytest.mark.parametrize("keys", ["M", "1", "Shift+M", "+", "Shift++", ",", "Num+1", "M, M", "Ctrl+M; M"])
def test_an_action_has_no_keys_that_words_are_typed_with(keys: str) -> None:
    with pytest.raises(UsageError, match=r"The setting shortcuts\.mute is wrong: .* would be typed"):
        load(ViewerSettings, {"shortcuts": {"mute": keys}}, None)


def test_shortcuts_are_a_table_in_the_file_and_json_elsewhere(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(file, '[shortcuts]\nmute = "F5"\n')
    assert load(ViewerSettings, {}, file).shortcuts == {"mute": "F5"}
    monkeypatch.setenv("PERSONA_VIEWER_SHORTCUTS", '{"mute": "F6"}')
    assert load(ViewerSettings, {}, file).shortcuts == {"mute": "F6"}
    for wrong in ("mute=F6", "[" * 100_000, "9" * 5000):
        monkeypatch.setenv("PERSONA_VIEWER_SHORTCUTS", wrong)
        with pytest.raises(UsageError, match="The setting shortcuts is wrong: it has to be a JSON object"):
            load(ViewerSettings, {}, file)


def test_a_window_starts_with_a_broken_file_kept_aside(file: Path) -> None:
    write(file, "muted = perhaps")
    settings, kept = load_what_is_right(ViewerSettings, {"persona": "p"}, file)
    assert (settings.persona, settings.muted, kept.path) == ("p", False, file)
    [problem] = kept.problems
    [aside] = file.parent.iterdir()
    assert aside.name.startswith("settings.toml.broken-")
    assert aside.name in problem.hint
    assert problem.message.startswith(f"The settings file {file} is not TOML")
    assert aside.read_text("utf-8") == "muted = perhaps"
    kept.remember({"muted": True})
    assert load(ViewerSettings, {}, file).muted


def test_a_broken_file_that_cannot_be_moved_is_never_written(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(file, "muted = perhaps")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refuse)
    settings, kept = load_what_is_right(ViewerSettings, {}, file)
    assert not settings.muted
    assert "nothing is remembered" in kept.problems[0].hint
    kept.remember({"muted": True})
    with pytest.raises(UsageError, match="is not TOML"):
        SettingsFile(file).remember({"muted": True})
    assert file.read_text("utf-8") == "muted = perhaps"


def test_a_wrong_value_in_the_file_loses_only_itself(file: Path) -> None:
    write(file, 'volume = 500\nmuted = true\nunknown = 1\n[shortcuts]\nmute = "M"\nleave = "F4"\n')
    before = file.read_text("utf-8")
    settings, kept = load_what_is_right(ViewerSettings, {}, file)
    assert (settings.volume, settings.muted, settings.shortcuts) == (100, True, {"leave": "F4"})
    assert [problem.message.partition(" is wrong")[0] for problem in kept.problems] == [
        "The setting volume",
        "The setting shortcuts.mute",
    ]
    assert all(str(file) in problem.hint for problem in kept.problems)
    assert file.read_text("utf-8") == before
    kept.remember({"muted": None})
    left = load_what_is_right(ViewerSettings, {}, file)[1]
    assert len(left.problems) == 2
    assert left.kept("unknown") == 1


@pytest.mark.parametrize("seconds", ["inf", "1e7", 10**400])
def test_a_window_closes_by_itself_after_no_longer_than_qt_can_count(seconds: object) -> None:
    with pytest.raises(UsageError, match="The setting seconds is wrong: it has to be "):
        load(WindowSettings, {"seconds": seconds}, None)


def test_wrong_shortcuts_that_the_file_has_as_json_are_told_and_lost_together(file: Path) -> None:
    write(file, """volume = 50\nshortcuts = '{"mute": "M", "leave": 4, "talk": "F4"}'\n""")
    settings, kept = load_what_is_right(ViewerSettings, {}, file)
    assert (settings.volume, settings.shortcuts) == (50, {})
    assert [problem.message.partition(" is wrong")[0] for problem in kept.problems] == [
        "The setting shortcuts.mute",
        "The setting shortcuts.leave",
    ]


def test_a_wrong_value_that_is_outranked_is_not_told(file: Path) -> None:
    write(file, "volume = 500\n")
    settings, kept = load_what_is_right(ViewerSettings, {"volume": 5}, file)
    assert (settings.volume, kept.problems, set(kept.given)) == (5, (), {"volume"})


def test_a_wrong_flag_ends_a_window_too(file: Path) -> None:
    with pytest.raises(UsageError, match="The setting volume is wrong"):
        load_what_is_right(ViewerSettings, {"volume": 500}, write(file, ""))
