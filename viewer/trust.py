"""Files that the environment names for TLS: what is wrong with them, said before anything fails for it."""

import os
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from viewer.errors import UsageError


def check_tls_files() -> None:
    """See whether what ``SSL_CERT_FILE`` and its like name can be used, as far as they are set.

    Raises:
        UsageError: it cannot; variable and file are named.
    """
    for name, use in _USES.items():
        place = os.environ.get(name)
        if not place:
            continue
        try:
            use.attempt(place)
        except OSError as error:  # those of the ssl module, too
            why = "" if isinstance(error, ssl.SSLError) or not error.strerror else f": {error.strerror}"
            raise UsageError(
                f"{name} names {place}, which {use.fault}{why}.", hint=f"{use.mend}, or unset {name}."
            ) from None


@dataclass(frozen=True, slots=True)
class _Use:
    """``attempt`` raises OSError for what cannot be used; then it has this ``fault`` and this ``mend``."""

    attempt: Callable[[str], None]
    fault: str
    mend: str


def _read_certificates(place: str) -> None:
    ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cafile=place)


def _find_folder(places: str) -> None:
    # OpenSSL takes several, and does not mind if some are not there.
    if not any(Path(place).is_dir() for place in places.split(os.pathsep)):
        raise NotADirectoryError


def _write_keys(place: str) -> None:
    ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).keylog_filename = place


_USES: Final = {
    "SSL_CERT_FILE": _Use(
        _read_certificates,
        "holds no certificate that can be read",
        "Name a file that holds certificates in PEM form",
    ),
    "SSL_CERT_DIR": _Use(_find_folder, "is no folder", "Name a folder of certificates"),
    "SSLKEYLOGFILE": _Use(_write_keys, "cannot be written", "Name a file that can be written"),
}
VARIABLES: Final = tuple(_USES)
