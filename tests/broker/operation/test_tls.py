"""The broker's own certificate: what cannot be used is named before it listens."""

import asyncio
import ssl
import subprocess
from pathlib import Path

import pytest

from tests.network.coturn import write_certificate
from viewer.broker.operation.tls import ServerTls, server_tls
from viewer.cli import main
from viewer.errors import UsageError
from viewer.serving.private_file import check_private


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A certificate for this computer, and its key."""
    certificate, key = tmp_path / "broker.crt", tmp_path / "broker.key"
    write_certificate("127.0.0.1", certificate, key)
    key.chmod(0o600)
    return certificate, key


def refused(certificate: Path | None, key: Path | None) -> str:
    with pytest.raises(UsageError) as error:
        server_tls(certificate, key)
    return f"{error.value.message} {error.value.hint}"


def test_without_files_it_speaks_plain_http() -> None:
    assert server_tls(None, None) is None


def test_one_file_alone_is_refused(files: tuple[Path, Path]) -> None:
    for certificate, key in ((files[0], None), (None, files[1])):
        assert "A certificate needs its key, and a key its certificate." in refused(certificate, key)


def test_a_key_that_others_can_read_is_refused(files: tuple[Path, Path]) -> None:
    files[1].chmod(0o640)
    assert f"The key file {files[1]} can be read or changed by others." in refused(*files)


def test_files_that_are_not_there_are_refused(files: tuple[Path, Path], tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    assert f"The file {gone} cannot be read: No such file or directory." in refused(gone, files[1])
    assert f"The key file {gone} cannot be read: No such file or directory." in refused(files[0], gone)


def test_a_key_of_another_certificate_is_refused(files: tuple[Path, Path], tmp_path: Path) -> None:
    other = tmp_path / "other.key"
    write_certificate("127.0.0.1", tmp_path / "other.crt", other)
    other.chmod(0o600)
    assert f"The key {other} is not that of the certificate {files[0]}." in refused(files[0], other)


def test_what_is_no_certificate_or_no_key_is_refused_without_quoting_it(files: tuple[Path, Path]) -> None:
    certificate, key = files
    good = certificate.read_bytes()
    certificate.write_text("planted-secret")
    assert f"The file {certificate} holds no certificate that can be read." in refused(*files)
    certificate.write_bytes(good)
    key.write_text("planted-secret")
    said = refused(*files)
    assert "cannot be used" in said
    assert "planted-secret" not in said


def test_an_encrypted_key_is_refused_and_nobody_is_asked_for_its_password(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    locked = tmp_path / "locked.key"
    subprocess.run(
        ["openssl", "pkey", "-in", files[1], "-aes256", "-passout", "pass:x", "-out", locked], check=True
    )
    locked.chmod(0o600)
    assert f"The key file {locked} is encrypted." in refused(files[0], locked)


def test_the_command_ends_with_2(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANAM_API_KEY", "planted-key")
    assert main(["broker", "--port", "0", "--tls-cert", str(files[0])]) == 2
    assert "A certificate needs its key" in capsys.readouterr().err


def test_what_systemd_keeps_for_a_service_is_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = tmp_path / "key"
    key.write_text("k")
    key.chmod(0o440)
    with pytest.raises(UsageError, match="can be read or changed by others"):
        check_private(key)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    check_private(key)


async def shown(context: ssl.SSLContext, trusted: Path) -> bool:
    """Whether somebody who trusts ``trusted`` alone gets through."""

    def serve(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    client = ssl.create_default_context(cafile=trusted)
    async with await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context) as server:
        port = server.sockets[0].getsockname()[1]
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port, ssl=client)
        except ssl.SSLCertVerificationError:
            return False
        writer.close()
        return True


async def test_a_renewed_certificate_is_shown_and_a_broken_one_is_not(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    tls = ServerTls(*files)
    first = tmp_path / "first.crt"
    first.write_bytes(files[0].read_bytes())
    assert await shown(tls.context, first)
    write_certificate("127.0.0.1", *files)
    files[1].chmod(0o600)
    tls.reload()
    assert await shown(tls.context, files[0])
    assert not await shown(tls.context, first)
    second = tmp_path / "second.crt"
    second.write_bytes(files[0].read_bytes())
    files[0].write_text("broken")
    with pytest.raises(UsageError):
        tls.reload()
    assert await shown(tls.context, second)
