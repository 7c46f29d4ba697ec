"""Files that the environment names for TLS, and what is said of those that cannot be used."""

from collections.abc import Callable
from pathlib import Path

import certifi
import pytest

from viewer import cli
from viewer.broker.server import serve as serve_broker
from viewer.engine.service.server import serve as serve_engine
from viewer.errors import UsageError
from viewer.session.tls import tls_context
from viewer.settings import BrokerSettings, EngineSettings
from viewer.trust import VARIABLES, check_tls_files


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def no_certificate(folder: Path) -> Path:
    (folder / "notes.txt").write_text("Nothing in PEM form is in here.")
    return folder / "notes.txt"


def cut_short(folder: Path) -> Path:
    (folder / "half.pem").write_text("-----BEGIN CERTIFICATE-----\nMIIB")
    return folder / "half.pem"


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("SSL_CERT_FILE", lambda folder: folder / "missing.pem"),
        ("SSL_CERT_FILE", lambda folder: folder),
        ("SSL_CERT_FILE", no_certificate),
        ("SSL_CERT_FILE", cut_short),
        ("SSL_CERT_DIR", lambda folder: folder / "missing"),
        ("SSL_CERT_DIR", no_certificate),
        ("SSLKEYLOGFILE", lambda folder: folder / "missing" / "keys.log"),
        ("SSLKEYLOGFILE", lambda folder: folder),
    ],
)
def test_what_cannot_be_used_is_named_with_its_variable(
    name: str, place: Callable[[Path], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, str(place(tmp_path)))
    with pytest.raises(UsageError) as refused:
        check_tls_files()
    assert refused.value.message.startswith(f"{name} names {place(tmp_path)}, which ")
    assert f"unset {name}" in refused.value.hint


def test_what_can_be_used_is_not_complained_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check_tls_files()
    monkeypatch.setenv("SSL_CERT_FILE", certifi.where())
    monkeypatch.setenv("SSL_CERT_DIR", f"{tmp_path / 'missing'}:{tmp_path}")
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys.log"))
    check_tls_files()


@pytest.mark.parametrize(
    "serve", [lambda: serve_broker(BrokerSettings(port=0)), lambda: serve_engine(EngineSettings(port=0))]
)
def test_a_server_does_not_start_with_them(
    serve: Callable[[], int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ANAM_API_KEY", "key")
    monkeypatch.setenv("SSL_CERT_FILE", "/missing.pem")
    with pytest.raises(UsageError, match=r"SSL_CERT_FILE names /missing\.pem"):
        serve()
    assert "READY" not in capsys.readouterr().out


def test_the_probe_ends_with_exit_code_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/missing.pem")
    tls_context.cache_clear()
    assert cli.main(["probe", "--broker", "https://broker.example", "--persona", "joe"]) == 2
    assert "SSL_CERT_FILE names /missing.pem" in capsys.readouterr().out
