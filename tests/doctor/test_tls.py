"""The doctor and a broker's encryption."""

import datetime
import ssl
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.doctor.conftest import (
    QUIET,
    Answer,
    examine,
    odd_broker,
)
from viewer.session.tls import tls_context


def test_a_certificate_that_nobody_trusts_is_exit_code_3(tmp_path: Path) -> None:
    trust = self_signed(tmp_path)
    with odd_broker(lambda *_: Answer({}), lambda plain: trust.wrap_socket(plain, server_side=True)) as url:
        examined = examine("--broker", url, "--persona", "joe", *QUIET)
    assert examined.exit_code == 3
    assert examined.check("tls")["code"] == "broker-untrusted"
    assert examined.check("broker")["code"] == "broker-untrusted"
    assert "self-signed" in examined.check("tls")["found"]


def test_https_to_a_server_without_it_says_so() -> None:
    with odd_broker(lambda *_: Answer({})) as url:
        examined = examine("--broker", url.replace("http:", "https:"), "--persona", "joe", *QUIET)
    assert examined.exit_code == 3
    assert "does not speak TLS" in examined.check("tls")["found"]
    assert "http://" in examined.check("tls")["fix"]


def test_a_file_of_certificates_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/missing.pem")
    tls_context.cache_clear()
    try:
        with odd_broker(lambda *_: Answer({})) as url:
            examined = examine("--broker", url, "--persona", "joe", *QUIET)
    finally:
        tls_context.cache_clear()
    assert examined.exit_code == 2
    for check in ("settings", "broker"):
        assert "SSL_CERT_FILE names /missing.pem" in examined.check(check)["found"]
        assert "report this" not in examined.check(check)["fix"]


def self_signed(folder: Path) -> ssl.SSLContext:
    """TLS for a server on loopback with a certificate that no one vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    file = folder / "broker.pem"
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.write_bytes(private + certificate.public_bytes(pem))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context
