"""How many cores this process may use: by its affinity, and by the quotas of the control groups it is in."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_GROUPS: Final = Path("/sys/fs/cgroup")
_MEMBERSHIP: Final = Path("/proc/self/cgroup")


def usable_cores(groups: Path = _GROUPS, membership: Path = _MEMBERSHIP) -> float:
    """Cores, or parts of one, that all threads of this process together may use."""
    return min([float(_affinity()), *_quotas(groups, membership)])


def _affinity() -> int:
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # macOS and Windows: processes are not bound to cores


def _quotas(groups: Path, membership: Path) -> Iterator[float]:
    """A group's quota bounds those within it, so every group from ours upwards counts."""
    for line in _read(membership).splitlines():
        _, controllers, place = line.split(":", 2)
        if controllers and "cpu" not in controllers.split(","):
            continue
        root = groups / "cpu" if controllers else groups
        group = root / place.lstrip("/")
        for folder in (group, *(parent for parent in group.parents if parent.is_relative_to(root))):
            quota, period = _version_1(folder) if controllers else _version_2(folder)
            if quota > 0 and period > 0:
                yield quota / period


def _version_2(folder: Path) -> tuple[int, int]:
    words = _read(folder / "cpu.max").split()
    return (0, 0) if len(words) != 2 or words[0] == "max" else (int(words[0]), int(words[1]))


def _version_1(folder: Path) -> tuple[int, int]:
    quota, period = (_read(folder / f"cpu.cfs_{name}_us") for name in ("quota", "period"))
    return int(quota or 0), int(period or 0)


def _read(file: Path) -> str:
    try:
        return file.read_text("ascii")
    except OSError:
        return ""  # another kernel, another version of control groups
