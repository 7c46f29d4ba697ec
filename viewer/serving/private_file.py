"""Files that hold a secret: only their owner may read them."""

import os
import stat
import sys
from pathlib import Path

from viewer.errors import UsageError


def read_private(file: Path, what: str) -> str:
    """The text of ``file``, which is to hold ``what``, without space around it. Blocks.

    Raises:
        UsageError: it cannot be read, is no text, or others may read or change it.
    """
    check_private(file)
    try:
        return file.read_text("utf-8").strip()
    except OSError as error:
        raise UsageError(f"The key file {file} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise UsageError(f"The key file {file} does not hold {what}.") from None


def check_private(file: Path) -> None:
    """See whether ``file``, which is to hold a key, is its owner's alone. Blocks.

    Raises:
        UsageError: it is not, or there is none.
    """
    try:
        status = file.stat()
    except OSError as error:
        raise UsageError(f"The key file {file} cannot be read: {error.strerror}.") from None
    if not stat.S_ISREG(status.st_mode):
        raise UsageError(f"The key file {file} is not a regular file.")
    # Windows has no such bits: there a file in one's own folder is one's own.
    if sys.platform != "win32" and status.st_mode & 0o077 and not _is_credential(file):
        raise UsageError(
            f"The key file {file} can be read or changed by others.",
            hint=f"Make it yours alone: chmod 600 {file}",
        )


def _is_credential(file: Path) -> bool:
    """Whether systemd keeps ``file`` for this service alone; its bits may then stand for a list of users."""
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    return bool(folder) and file.parent.resolve() == Path(str(folder)).resolve()
