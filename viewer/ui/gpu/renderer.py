"""Decoded planes drawn by the graphics processor: a shader scales them and turns them into colours.

Two passes, each in one direction: in width into a texture of half floats, then in height into the target.
"""

import struct
from collections.abc import MutableMapping
from typing import Final, Protocol, TypeVar

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import (
    QColor,
    QImage,
    QRhi,
    QRhiBuffer,
    QRhiColorAttachment,
    QRhiCommandBuffer,
    QRhiDepthStencilClearValue,
    QRhiGraphicsPipeline,
    QRhiRenderPassDescriptor,
    QRhiRenderTarget,
    QRhiResourceUpdateBatch,
    QRhiSampler,
    QRhiShaderResourceBinding,
    QRhiShaderResourceBindings,
    QRhiShaderStage,
    QRhiTexture,
    QRhiTextureRenderTarget,
    QRhiTextureRenderTargetDescription,
    QRhiTextureSubresourceUploadDescription,
    QRhiTextureUploadDescription,
    QRhiTextureUploadEntry,
    QRhiViewport,
    QShader,
)

from viewer.media.picture import Planes
from viewer.resources import asset
from viewer.ui.gpu.colours import colour_matrix
from viewer.ui.gpu.taps import Taps, chroma_across, chroma_down, luma_across, luma_down
from viewer.ui.gpu.view import View

_BLACK: Final = QColor(0, 0, 0)
_ACROSS_BYTES: Final = 2 * 16
_DOWN_BYTES: Final = 64 + 16 + 16 + 16
_PLANES: Final = ("luma", "blue", "red")


class _Resource(Protocol):
    def create(self) -> bool: ...

    def deleteLater(self) -> None: ...


_Made = TypeVar("_Made", bound=_Resource)


class RenderingFailed(Exception):
    """The driver refused something; its message says what."""


class PlanesRenderer:
    """Draws planes to render targets of one kind. Belongs to the thread of ``rhi``.

    Raises:
        RenderingFailed: on any call, when the driver refuses to make what is needed.
    """

    def __init__(self, rhi: QRhi, kind: QRhiRenderPassDescriptor) -> None:
        self._rhi = rhi
        self._kind = kind
        self._textures: dict[str, QRhiTexture] = {}
        self._targets: dict[str, QRhiTextureRenderTarget] = {}
        self._half_kind: QRhiRenderPassDescriptor | None = None
        self._bindings: dict[str, QRhiShaderResourceBindings] = {}
        self._pipelines: dict[str, QRhiGraphicsPipeline] = {}
        self._uploaded: Planes | None = None
        self._layout: tuple[object, ...] = ()
        self._shown = QRect()
        self._across_block = b""
        self._rows = (0, 0, 0, 0)
        dynamic, uniform = QRhiBuffer.Type.Dynamic, QRhiBuffer.UsageFlag.UniformBuffer
        self._buffers = {
            name: _made(name, rhi.newBuffer(dynamic, uniform, size))
            for name, size in (("across", _ACROSS_BYTES), ("down", _DOWN_BYTES))
        }
        nearest, clamped = QRhiSampler.Filter.Nearest, QRhiSampler.AddressMode.ClampToEdge
        none = QRhiSampler.Filter.None_
        self._sampler = _made("sampler", rhi.newSampler(nearest, nearest, none, clamped, clamped))
        self._shaders = {name: _shader(name) for name in ("whole.vert", "across.frag", "down.frag")}

    def destroy(self) -> None:
        """Give back all that the driver holds. Nothing can be drawn after it."""
        made = (self._pipelines, self._bindings, self._targets, self._textures, self._buffers)
        for resources in made:
            for resource in resources.values():
                resource.deleteLater()
            resources.clear()
        self._sampler.deleteLater()
        if self._half_kind:
            self._half_kind.deleteLater()

    def draw(self, commands: QRhiCommandBuffer, target: QRhiRenderTarget, planes: Planes, view: View) -> None:
        """Draw ``planes`` to the whole of ``target``."""
        updates: QRhiResourceUpdateBatch | None = self._rhi.nextResourceUpdateBatch()
        if updates is None:
            raise RenderingFailed("updates")
        size = target.pixelSize()
        layout = (
            planes.width,
            planes.height,
            planes.strides,
            view.area.getRect(),
            size.width(),
            size.height(),
        )
        if layout != self._layout:
            self._lay_out(planes, view.area, size, updates)
            self._layout = layout
        if planes is not self._uploaded:
            self._upload(planes, updates)
        visible = not self._shown.isEmpty()
        if visible:
            updates.updateDynamicBuffer(self._buffers["across"], 0, self._across_block)
            updates.updateDynamicBuffer(self._buffers["down"], 0, self._down_block(planes, view, size))
            self._pass(commands, self._targets["half"], _BLACK, updates, "across", None)
            updates = None
        self._pass(commands, target, view.bars, updates, "down" if visible else "", self._corner(size))

    def _pass(
        self,
        commands: QRhiCommandBuffer,
        target: QRhiRenderTarget,
        background: QColor,
        updates: QRhiResourceUpdateBatch | None,
        name: str,
        corner: tuple[int, int] | None,
    ) -> None:
        commands.beginPass(target, background, QRhiDepthStencilClearValue(1.0, 0), updates)
        if name:
            commands.setGraphicsPipeline(self._pipelines[name])
            size = self._shown.size() if corner else target.pixelSize()
            x, y = corner or (0, 0)
            commands.setViewport(QRhiViewport(x, y, size.width(), size.height()))
            commands.setShaderResources(self._bindings[name])
            commands.draw(3)
        commands.endPass()

    def _corner(self, size: QSize) -> tuple[int, int]:
        """Lower left corner of what is shown, from that of the target."""
        return self._shown.x(), size.height() - self._shown.y() - self._shown.height()

    def _lay_out(self, planes: Planes, area: QRect, size: QSize, updates: QRhiResourceUpdateBatch) -> None:
        """Make what depends on sizes and places."""
        self._shown = shown = area.intersected(QRect(0, 0, size.width(), size.height()))
        self._uploaded = None
        halves = -(-planes.width // 2), -(-planes.height // 2)
        rows = planes.height, halves[1], halves[1]
        for name, stride, count in zip(_PLANES, planes.strides, rows, strict=True):
            self._texture(name, QRhiTexture.Format.R8, QSize(stride, count))
        if shown.isEmpty():
            return
        width, height = area.width(), area.height()
        left, top = shown.x() - area.x(), shown.y() - area.y()
        columns = [
            taps.part(left, left + shown.width())
            for taps in (
                luma_across(planes.width, width),
                chroma_across(halves[0], width),
            )
        ]
        lines = [
            taps.part(top, top + shown.height())
            for taps in (luma_down(planes.height, height), chroma_down(halves[1], height))
        ]
        (luma_top, luma_end), (chroma_top, chroma_end) = (
            taps.span(count) for taps, count in zip(lines, rows, strict=False)
        )
        sizes = [
            self._table("luma columns", columns[0], 0, updates),
            self._table("chroma columns", columns[1], 0, updates),
            self._table("luma rows", lines[0], luma_top, updates),
            self._table("chroma rows", lines[1], chroma_top, updates),
        ]
        last_columns = planes.width - 1, halves[0] - 1
        self._across_block = struct.pack(
            "8i",
            *(luma_top, luma_end, last_columns[0], sizes[0]),
            *(chroma_top, chroma_end, last_columns[1], sizes[1]),
        )
        self._rows = luma_end - luma_top, chroma_end - chroma_top, sizes[2], sizes[3]
        half_kind = self._half(QSize(shown.width(), max(self._rows[:2]) + 1))
        self._pipeline("across", half_kind, (*_PLANES, "luma columns", "chroma columns"))
        self._pipeline("down", self._kind, ("half", "luma rows", "chroma rows"))

    def _upload(self, planes: Planes, updates: QRhiResourceUpdateBatch) -> None:
        # Whole rows, with what the decoder leaves at their ends: so nothing is copied before the driver does.
        for name, pixels, stride in zip(_PLANES, planes.planes, planes.strides, strict=True):
            texture = self._textures[name]
            image = QImage(
                pixels, stride, texture.pixelSize().height(), stride, QImage.Format.Format_Grayscale8
            )
            updates.uploadTexture(texture, image)
        self._uploaded = planes

    def _down_block(self, planes: Planes, view: View, size: QSize) -> bytes:
        up = self._rhi.isYUpInFramebuffer()
        x, y = self._corner(size)
        colour = view.veil
        veil = (colour.redF(), colour.greenF(), colour.blueF(), colour.alphaF()) if colour else (0.0,) * 4
        place = (x, y if up else self._shown.y(), self._shown.height() if up else 0, 0)
        colours = colour_matrix(planes.bt709, planes.full_range)
        return struct.pack(
            "16f4f4i4i",
            *colours.T.ravel(),
            *veil,
            *self._rows,
            *place,
        )

    def _half(self, size: QSize) -> QRhiRenderPassDescriptor:
        """What comes between the passes; returns the kind of its render target."""
        half = self._textures.get("half")
        if half and self._half_kind and half.pixelSize() == size:
            return self._half_kind
        wanted = QRhiTexture.Flag.RenderTarget
        half = _made("half", self._rhi.newTexture(QRhiTexture.Format.RGBA16F, size, 1, wanted))
        _keep(self._textures, "half", half)
        description = QRhiTextureRenderTargetDescription(QRhiColorAttachment(half))
        target = self._rhi.newTextureRenderTarget(description)
        if self._half_kind is None:
            self._half_kind = target.newCompatibleRenderPassDescriptor()
        target.setRenderPassDescriptor(self._half_kind)
        _keep(self._targets, "half", _made("half target", target))
        return self._half_kind

    def _table(self, name: str, taps: Taps, origin: int, updates: QRhiResourceUpdateBatch) -> int:
        """Put ``taps`` into a texture; its rows of weights."""
        table = taps.table(origin)
        rows, count = int(table.shape[0]), int(table.shape[1])
        texture = self._texture(name, QRhiTexture.Format.RGBA32F, QSize(count, rows))
        entry = QRhiTextureUploadEntry(0, 0, QRhiTextureSubresourceUploadDescription(table.tobytes()))
        updates.uploadTexture(texture, QRhiTextureUploadDescription(entry))
        return rows - 1

    def _texture(self, name: str, kind: QRhiTexture.Format, size: QSize) -> QRhiTexture:
        known = self._textures.get(name)
        if known and known.pixelSize() == size:
            return known
        return _keep(self._textures, name, _made(name, self._rhi.newTexture(kind, size)))

    def _pipeline(self, name: str, kind: QRhiRenderPassDescriptor, textures: tuple[str, ...]) -> None:
        stage = QRhiShaderResourceBinding.StageFlag.FragmentStage
        bound = [QRhiShaderResourceBinding.uniformBuffer(0, stage, self._buffers[name])]
        bound += [
            QRhiShaderResourceBinding.sampledTexture(number, stage, self._textures[texture], self._sampler)
            for number, texture in enumerate(textures, 1)
        ]
        bindings = self._rhi.newShaderResourceBindings()
        bindings.setBindings(bound)
        _keep(self._bindings, name, _made(f"{name} bindings", bindings))
        if name in self._pipelines:
            return
        pipeline = self._rhi.newGraphicsPipeline()
        pipeline.setShaderStages(
            [
                QRhiShaderStage(QRhiShaderStage.Type.Vertex, self._shaders["whole.vert"]),
                QRhiShaderStage(QRhiShaderStage.Type.Fragment, self._shaders[f"{name}.frag"]),
            ]
        )
        pipeline.setShaderResourceBindings(bindings)
        pipeline.setRenderPassDescriptor(kind)
        self._pipelines[name] = _made(f"{name} pipeline", pipeline)


def _made(name: str, resource: _Made) -> _Made:
    if not resource.create():
        raise RenderingFailed(name)
    return resource


def _keep(kept: MutableMapping[str, _Made], name: str, resource: _Made) -> _Made:
    """Instead of what had that name, which the driver may still be using."""
    if old := kept.pop(name, None):
        old.deleteLater()
    kept[name] = resource
    return resource


def _shader(name: str) -> QShader:
    shader = QShader.fromSerialized(asset(f"shaders/{name}.qsb").read_bytes())
    if not shader.isValid():
        raise RenderingFailed(f"shader {name}")
    return shader
