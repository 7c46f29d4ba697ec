"""What a picture is, by its own first bytes: whatever else it is called does not count."""

from typing import Final, Literal, TypeAlias

Kind: TypeAlias = Literal["png", "jpg", "webp", "mp4"]

MEDIA_TYPES: Final[dict[Kind, str]] = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "mp4": "video/mp4",
}
# ISO 14496-12: brands of files that are no film but a still.
_STILL_BRANDS: Final = frozenset({b"avif", b"avis", b"heic", b"heix", b"mif1", b"msf1"})


def kind_of(content: bytes) -> Kind | None:
    """None: nothing that a page or a viewer should get as a picture."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    if content[4:8] == b"ftyp" and content[8:12] not in _STILL_BRANDS:
        return "mp4"
    return None
