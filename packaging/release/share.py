"""What a Linux desktop wants to find under ``share``: entry, metainfo, icons and man page."""

import gzip
import os
import shutil
from pathlib import Path
from typing import Final

from release.man_page import man_page
from release.places import NAME, ROOT, VERSION, day, source_date
from viewer.cli import make_parser
from viewer.command_table import COMMANDS

LINUX: Final = ROOT / "packaging" / "linux"
# Desktops take the drawing for all others.
ICON_SIZES: Final = (16, 24, 32, 48, 64, 128, 256, 512)
NOT_IN_BUNDLES: Final = frozenset(command.name for command in COMMANDS if command.extra)


def write(share: Path) -> None:
    """Put it all under the folder ``share``."""
    _copy(LINUX / f"{NAME}.desktop", share / "applications" / f"{NAME}.desktop")
    metainfo = share / "metainfo" / f"{NAME}.metainfo.xml"
    metainfo.parent.mkdir(parents=True, exist_ok=True)
    template = (LINUX / f"{NAME}.metainfo.xml").read_text("utf-8")
    metainfo.write_text(with_release(template, VERSION, day(source_date())), "utf-8")
    icons = share / "icons" / "hicolor"
    _copy(ROOT / "assets" / "icon.svg", icons / "scalable" / "apps" / f"{NAME}.svg")
    for size in ICON_SIZES:
        draw_icon(size, icons / f"{size}x{size}" / "apps" / f"{NAME}.png")
    page = man_page(make_parser(), VERSION, day(source_date()), NOT_IN_BUNDLES)
    compress(page.encode(), share / "man" / "man1" / f"{NAME}.1.gz")


def with_release(metainfo: str, version: str, day: str) -> str:
    """``metainfo`` with its one release."""
    release = f'<releases>\n    <release version="{version}" date="{day}"/>\n  </releases>'
    return metainfo.replace("<releases/>", release)


def compress(content: bytes, file: Path) -> None:
    """As ``gzip -n9`` does: without a name and a time."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as to, gzip.GzipFile("", "wb", 9, to, mtime=0) as packed:
        packed.write(content)


def draw_icon(size: int, file: Path) -> None:
    """The program's icon in a square of ``size`` pixels, as PNG."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt  # noqa: PLC0415 - only where icons are drawn
    from PySide6.QtGui import QImage, QPainter  # noqa: PLC0415
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(ROOT / "assets" / "icon.svg")).render(painter)
    painter.end()
    file.parent.mkdir(parents=True, exist_ok=True)
    if not picture.save(str(file)):
        raise OSError(f"{file} cannot be written")


def _copy(source: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, to)
