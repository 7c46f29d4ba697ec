"""Names that nothing else goes by, here or in another broker. They are no secrets."""

import itertools
import secrets
from typing import Final

_PROCESS: Final = secrets.token_hex(4)
_numbers: Final = itertools.count(secrets.randbits(31))


def new_name() -> str:
    """16 hexadecimal digits. In one row, as chance is asked of the system, which takes a while each time."""
    return f"{_PROCESS}{next(_numbers) & 0xFFFFFFFF:08x}"
