"""The Flatpak manifest: as far as it can be read without a runtime."""

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from release import archive as builder
from release import flatpak
from release.places import NAME


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With next to nothing in it."""
    folder = tmp_path_factory.mktemp("archive")
    bundle = folder / NAME
    for part in ("_internal", "licences"):
        (bundle / part).mkdir(parents=True)
    (bundle / NAME).touch()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(builder, "BUILD", folder)
        return builder.build(bundle, folder, preset=0)


def test_the_manifest_names_this_very_archive_and_copies_what_is_in_it(archive: Path, tmp_path: Path) -> None:
    written = json.loads(flatpak.write(archive, archive.parent).read_text("utf-8"))
    (module,) = written["modules"]
    (source,) = module["sources"]
    assert archive.parent / source["path"] == archive
    assert source["sha256"] == hashlib.sha256(archive.read_bytes()).hexdigest()
    unpacked, app = tmp_path / "unpacked", tmp_path / "app"
    unpacked.mkdir()
    subprocess.run(["tar", "-x", "-f", str(archive), "-C", str(unpacked), "--strip-components=1"], check=True)
    for command in module["build-commands"]:
        subprocess.run(command.replace("/app", str(app)), shell=True, check=True, cwd=unpacked)
    assert (app / "bin" / written["command"]).resolve() == app / "lib" / NAME / NAME
    assert (app / "share" / "applications" / written["rename-desktop-file"]).is_file()
    assert (app / "share" / "metainfo" / written["rename-appdata-file"]).is_file()
    assert list(app.glob(f"share/icons/hicolor/*/apps/{written['rename-icon']}.png"))


@pytest.mark.skipif(not shutil.which("flatpak-builder"), reason="needs flatpak-builder")
def test_flatpak_builder_reads_it_without_a_complaint(archive: Path, tmp_path: Path) -> None:
    manifest = flatpak.write(archive, tmp_path)
    command = ["flatpak-builder", "--show-manifest", str(manifest)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    written, read = json.loads(manifest.read_text("utf-8")), json.loads(done.stdout)
    assert read.keys() >= written.keys()
    assert read["finish-args"] == written["finish-args"]
