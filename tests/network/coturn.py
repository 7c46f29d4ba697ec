"""A real TURN server."""

import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

USERNAME: Final = "viewer"
CREDENTIAL: Final = "the-turn-credential"


class Coturn:
    """``turnserver`` at ``address``, for STUN and TURN over UDP, TCP and TLS, with a certificate of its own.

    Args:
        prefix: what to put before the command, so that it runs in a namespace.
    """

    def __init__(
        self, folder: Path, address: str, ports: tuple[int, int] = (3478, 5349), prefix: Sequence[str] = ()
    ) -> None:
        self.certificate = folder / "turn.pem"
        self._host, self._ports = address, ports
        write_certificate(address, self.certificate, folder / "turn.key")
        options = {
            "listening-ip": address,
            "relay-ip": address,
            "listening-port": ports[0],
            "tls-listening-port": ports[1],
            "cert": self.certificate,
            "pkey": folder / "turn.key",
            "user": f"{USERNAME}:{CREDENTIAL}",
            "realm": "test",
            "userdb": folder / "turn.db",
            "pidfile": folder / "turn.pid",
            "log-file": "stdout",
        }
        words = [f"--{name}={value}" for name, value in options.items()]
        self._process = subprocess.Popen(
            [*prefix, "turnserver", "-n", "--lt-cred-mech", "--no-cli", "--allow-loopback-peers", *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self._process.stdout
        for line in self._process.stdout:
            # The last thing that it does before it serves.
            if "DB connection success" in line:
                return
        raise AssertionError("turnserver ended before it was ready")

    def url(self, kind: str) -> str:
        """``kind`` is stun, udp, tcp or tls."""
        plain, tls = self._ports
        return {
            "stun": f"stun:{self._host}:{plain}",
            "udp": f"turn:{self._host}:{plain}?transport=udp",
            "tcp": f"turn:{self._host}:{plain}?transport=tcp",
            "tls": f"turns:{self._host}:{tls}?transport=tcp",
        }[kind]

    def server(self, *kinds: str, credential: str = CREDENTIAL) -> dict[str, Any]:
        """An entry of ``iceServers`` (protocol/README.md section 1.2)."""
        urls = [self.url(kind) for kind in kinds]
        return {"urls": urls, "username": USERNAME, "credential": credential}

    def stop(self) -> None:
        """End it; asked politely it takes seconds."""
        self._process.kill()
        self._process.wait(10)
        if self._process.stdout:
            self._process.stdout.close()


def write_certificate(address: str, certificate: Path, key_file: Path) -> None:
    """Signed by itself: whoever has it in SSL_CERT_FILE trusts the server."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "turn.test")])
    now = datetime.now(UTC)
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(address))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    certificate.write_bytes(built.public_bytes(serialization.Encoding.PEM))
    key_file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.TraditionalOpenSSL,
            serialization.NoEncryption(),
        )
    )
