"""Loading without a look for garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """What is made meanwhile stays: nobody looks for garbage in it, now or later.

    Imports make many objects and no garbage. To look for it as often as usual is a tenth of a start, and
    each later look through all of them would hold a window up.
    """
    if not gc.isenabled():  # whoever has switched it off decides about the end, too
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
