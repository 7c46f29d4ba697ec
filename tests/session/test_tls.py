"""Whom a connection trusts."""

import ssl
from pathlib import Path
from queue import SimpleQueue

import certifi
import pytest

from viewer import errors
from viewer.media.pcm import PcmBuffer
from viewer.media.picture import PictureSlot
from viewer.protocol import commands, events
from viewer.session.thread import SessionThread
from viewer.session.tls import tls_context


def test_certificates_and_the_names_in_them_are_checked() -> None:
    context = tls_context()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert context.cert_store_stats()["x509_ca"] > 0
    assert tls_context() is context


def test_a_file_that_cannot_be_used_closes_every_session_with_its_name_until_it_is_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "network.pem"
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    tls_context.cache_clear()
    closed: SimpleQueue[errors.ViewerError | None] = SimpleQueue()

    def tell(event: events.Event) -> None:
        if isinstance(event, events.SessionClosed):
            closed.put(event.error)

    thread = SessionThread(tell, PictureSlot(), PcmBuffer(channels=2, capacity=100), None)
    thread.start()
    try:
        for _ in range(2):
            thread.submit(commands.Connect("https://127.0.0.1:9", ""))
            error = closed.get(timeout=20)
            assert isinstance(error, errors.UsageError)
            assert str(error).startswith(f"SSL_CERT_FILE names {file}, which holds no certificate")
        file.write_bytes(Path(certifi.where()).read_bytes())
        thread.submit(commands.Connect("https://127.0.0.1:9", ""))
        assert "persona" in str(closed.get(timeout=20))
    finally:
        thread.stop()
        tls_context.cache_clear()
