"""The broker's own certificate, where no proxy in front has it."""

import ssl
from pathlib import Path

from viewer.errors import UsageError
from viewer.serving.private_file import check_private


class ServerTls:
    """What clients are shown. Reads the files, and blocks for it.

    Args:
        certificate: and those of whoever signed it, in PEM form, the broker's own first.
        key: its private key, not encrypted.

    Raises:
        UsageError: they cannot be used.
    """

    def __init__(self, certificate: Path, key: Path) -> None:
        self._certificate = certificate.expanduser()
        self._key = key.expanduser()
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.minimum_version = ssl.TLSVersion.TLSv1_2
        self.context.set_alpn_protocols(["http/1.1"])
        self._load(self.context)

    def reload(self) -> None:
        """Show what the files hold by now to whoever connects from now on: certificates are renewed.

        Raises:
            UsageError: they cannot be used; then everything stays as it was.
        """
        # Tried apart: half of a pair would be left in the one that is in use.
        self._load(ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER))
        self._load(self.context)

    def _load(self, context: ssl.SSLContext) -> None:
        check_private(self._key)
        _check_readable(self._certificate)
        _check_readable(self._key)
        try:
            # Without a word for it OpenSSL would ask whoever sits at the terminal.
            context.load_cert_chain(self._certificate, self._key, password=_no_password)
        except _Encrypted:
            raise UsageError(
                f"The key file {self._key} is encrypted.",
                hint=f"Decrypt it: openssl pkey -in {self._key} -out KEY, and chmod 600 KEY.",
            ) from None
        except ssl.SSLError as error:
            raise self._unusable(error) from None

    def _unusable(self, error: ssl.SSLError) -> UsageError:
        if error.reason == "KEY_VALUES_MISMATCH":
            return UsageError(
                f"The key {self._key} is not that of the certificate {self._certificate}.",
                hint="Name the key that the certificate was made for; its own certificate comes first there.",
            )
        if not _is_certificate(self._certificate):
            return UsageError(
                f"The file {self._certificate} holds no certificate that can be read.",
                hint="Name one in PEM form with --tls-cert; it begins with -----BEGIN CERTIFICATE-----.",
            )
        return UsageError(
            f"The certificate {self._certificate} and the key {self._key} cannot be used"
            f" ({(error.reason or 'no key in it').replace('_', ' ').lower()}).",
            hint="Name a private key in PEM form with --tls-key, and a certificate that clients take.",
        )


def server_tls(certificate: Path | None, key: Path | None) -> ServerTls | None:
    """None: neither is named, and the broker speaks plain HTTP.

    Raises:
        UsageError: only one of them is named, or they cannot be used.
    """
    if certificate is None and key is None:
        return None
    if certificate is None or key is None:
        raise UsageError(
            "A certificate needs its key, and a key its certificate.", hint="Name --tls-cert and --tls-key."
        )
    return ServerTls(certificate, key)


class _Encrypted(Exception):
    """A password is wanted."""


def _no_password() -> str:
    raise _Encrypted


def _check_readable(file: Path) -> None:
    try:
        with file.open("rb"):
            return
    except OSError as error:
        raise UsageError(
            f"The file {file} cannot be read: {error.strerror}.",
            hint="Name files that the broker's user can read with --tls-cert and --tls-key.",
        ) from None


def _is_certificate(file: Path) -> bool:
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(file)
    except (ssl.SSLError, OSError):
        return False
    return True
