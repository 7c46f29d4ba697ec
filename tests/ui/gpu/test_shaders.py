"""The shaders that are loaded are those that are written, for every graphics system."""

import hashlib

import pytest
from PySide6.QtGui import QShader

from viewer.resources import asset

SHADERS = ("whole.vert", "across.frag", "down.frag")
KINDS = {
    (QShader.Source.SpirvShader, 100),
    (QShader.Source.GlslShader, 300),
    (QShader.Source.GlslShader, 150),
    (QShader.Source.HlslShader, 50),
    (QShader.Source.MslShader, 12),
}


def test_they_were_made_of_the_sources_that_are_there() -> None:
    """After a change: ``dev.py shaders``."""
    folder = asset("shaders")
    written = {file.name for file in folder.iterdir() if file.suffix in (".vert", ".frag")}
    assert written == set(SHADERS)
    digests = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}" for name in written]
    assert sorted(digests) == sorted((folder / "sources.sha256").read_text("utf-8").splitlines())


@pytest.mark.parametrize("name", SHADERS)
def test_each_is_there_for_every_graphics_system(name: str) -> None:
    shader = QShader.fromSerialized(asset(f"shaders/{name}.qsb").read_bytes())
    assert shader.isValid()
    made = {(key.source(), key.sourceVersion().version()) for key in shader.availableShaders()}
    assert made == KINDS
