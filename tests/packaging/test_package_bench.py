"""The bench of packages: its table; and run for real on a program that is nothing but a window."""

import subprocess
import sys
from pathlib import Path

import pytest

from bench import packages
from release.places import NAME, VERSION

WINDOW = f"""#!{sys.executable}
import signal, sys
from PySide6.QtWidgets import QApplication, QWidget
signal.signal(signal.SIGTERM, signal.SIG_DFL)
application = QApplication(sys.argv)
window = QWidget()
window.show()
application.exec()
"""


def test_the_table_has_sizes_and_the_starts_middle_best_and_worst(tmp_path: Path) -> None:
    file, folder = tmp_path / "made.deb", tmp_path / "installed"
    file.write_bytes(bytes(1_500_000))
    folder.mkdir()
    (folder / "program").write_bytes(bytes(3_000_000))
    way = packages.Way("somehow", lambda *_: folder / "program")
    made = packages.Installed(way, file, folder, folder / "program", 2.6, [900.0, 700.0, 800.0], [500.0])
    source = packages.Installed(way, tmp_path, folder, folder / "program", 60.2, [1.0], [1.0])
    lines = packages.table([made, source])
    assert lines[2] == "| somehow | 1.5 | 3 | 3 | 800 (700–900) | 500 (500–500) |"
    assert lines[3].startswith("| somehow | – | 3 | 60 |")


@pytest.mark.long
def test_it_unpacks_starts_and_leaves_nothing_running(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    dist, top = tmp_path / "dist", tmp_path / "top"
    dist.mkdir()
    top.mkdir()
    program = top / NAME
    program.write_text(WINDOW)
    program.chmod(0o755)
    archive = dist / f"{NAME}-{VERSION}-here.tar.xz"
    subprocess.run(
        ["tar", "--create", "--xz", "--file", str(archive), "-C", str(tmp_path), "top"], check=True
    )
    monkeypatch.setattr(packages, "DIST", dist)
    monkeypatch.setattr(packages, "WAYS", [way for way in packages.WAYS if way.tool in ("tar", "dpkg-deb")])
    assert packages.main(["--rounds", "2"]) == 0
    told = capsys.readouterr()
    assert "Debian package, dpkg-deb: left out, there is no persona-viewer_" in told.err
    (row,) = (line for line in told.out.splitlines() if line.startswith("| archive, tar"))
    cold, warm = (float(cell.split()[0]) for cell in row.strip("| ").split(" | ")[-2:])
    assert min(cold, warm) > 10
