"""A Debian of its own in a folder, where nothing is installed but what makes it one."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

MIRROR = os.environ.get("PERSONA_VIEWER_DEBIAN_MIRROR", "http://deb.debian.org/debian")
# Somebody who is not root.
USER = "1000:1000"
HOME = "/home/visitor"

# Mounts end with the namespace that they are made in, however the command ends.
_ENTER = """
mount --bind /proc "$0/proc" && mount --bind /dev "$0/dev" && exec chroot "$@"
"""


def bootstrap(folder: Path, suite: str) -> "DebianRoot":
    """A fresh Debian in ``folder``; takes a minute. Only root can make it."""
    subprocess.run(
        ["debootstrap", "--variant=minbase", suite, str(folder), MIRROR],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    for file in ("/etc/resolv.conf", "/etc/hosts"):
        shutil.copy(file, folder / file[1:])
    # No services are started here.
    (folder / "usr/sbin/policy-rc.d").write_text("#!/bin/sh\nexit 101\n")
    (folder / "usr/sbin/policy-rc.d").chmod(0o755)
    (folder / HOME[1:]).mkdir()
    os.chown(folder / HOME[1:], *map(int, USER.split(":")))
    return DebianRoot(folder)


class DebianRoot:
    """That in ``folder``, and what people do in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def copy(self, folder: Path) -> "DebianRoot":
        """Another one that is as this one is."""
        subprocess.run(["cp", "--archive", str(self.folder), str(folder)], check=True)
        return DebianRoot(folder)

    def apt(self, *words: str) -> subprocess.CompletedProcess[str]:
        """``apt-get`` as whoever looks after this system types it."""
        return self._run(["apt-get", "--quiet=2", "--yes", *words], {"DEBIAN_FRONTEND": "noninteractive"})

    def as_user(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """A command of somebody who is not root."""
        return self._run(words, {"HOME": HOME, **environment}, (f"--userspec={USER}",))

    def named(self, part: str) -> set[str]:
        """All files and folders whose names hold ``part``, but logs."""
        found = self.folder.rglob(f"*{part}*")
        names = {f"/{file.relative_to(self.folder)}" for file in found}
        return {name for name in names if not name.startswith(("/var/log/", "/proc/", "/dev/"))}

    def remove(self) -> None:
        """Throw it away."""
        shutil.rmtree(self.folder)

    def _run(
        self, words: Sequence[str], environment: dict[str, str], options: tuple[str, ...] = ()
    ) -> subprocess.CompletedProcess[str]:
        kept = {name: os.environ[name] for name in ("DISPLAY", "http_proxy") if name in os.environ}
        root = str(self.folder)
        return subprocess.run(
            ["unshare", "--mount", "sh", "-c", _ENTER, root, *options, root, *words],
            check=False,
            capture_output=True,
            text=True,
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"} | kept | environment,
        )
