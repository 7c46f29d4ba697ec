"""Files that hold a secret: only their owner may read them."""

import stat
import sys
from pathlib import Path

from viewer.errors import UsageError


def read_private(file: Path, what: str) -> str:
    """The text of ``file``, which is to hold ``what``, without space around it. Blocks.

    Raises:
        UsageError: it cannot be read, is no text, or others may read or change it.
    """
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UsageError(f"The key file {file} is not a regular file.")
        # Windows has no such bits: there a file in one's own folder is one's own.
        if sys.platform != "win32" and status.st_mode & 0o077:
            raise UsageError(
                f"The key file {file} can be read or changed by others.",
                hint=f"Make it yours alone: chmod 600 {file}",
            )
        return file.read_text("utf-8").strip()
    except OSError as error:
        raise UsageError(f"The key file {file} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise UsageError(f"The key file {file} does not hold {what}.") from None
