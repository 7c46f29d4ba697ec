"""Runs first in the bundle: programs that it starts, such as a browser, get the system's libraries.

The loader has read where to look for ours when this process began, and does not ask again.
"""

import os

before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if before is None:
    os.environ.pop("LD_LIBRARY_PATH", None)
else:
    os.environ["LD_LIBRARY_PATH"] = before
