"""Callbacks that do not keep alive whom they call.

Who was made by an owner tells it what happens in this way. Otherwise the two would be a circle, and all that
a session holds, megabytes and native threads, would stay until the cyclic collector finds it.
"""

import weakref
from collections.abc import Callable
from typing import ParamSpec

P = ParamSpec("P")


def weakly(method: Callable[P, None]) -> Callable[P, None]:
    """``method``, which is bound to its owner; calling it does nothing once that is gone."""
    reference = weakref.WeakMethod(method)

    def call(*arguments: P.args, **options: P.kwargs) -> None:
        if (bound := reference()) is not None:
            bound(*arguments, **options)

    return call
