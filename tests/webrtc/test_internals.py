"""The table of what is relied upon of aiortc and aioice: it is complete, and holds for what is installed."""

import ast
import re
from pathlib import Path

import pytest
from aioice import Connection
from aiortc import RTCRtpReceiver

from viewer.errors import UsageError
from viewer.webrtc.internals import RELIED_ON, check_internals

ROOM = Path(__file__).parents[2] / "viewer" / "webrtc"


async def test_what_is_installed_has_all_of_it() -> None:
    check_internals()


@pytest.mark.parametrize(
    ("owner", "name"), [(RTCRtpReceiver, "_send_rtcp_pli"), (Connection, "sort_check_list")]
)
async def test_what_lacks_a_name_is_said_not_to_fit(
    owner: type, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(owner, name)
    with pytest.raises(UsageError, match=f"{owner.__name__}.{name} is missing") as refused:
        check_internals()
    assert "pip install" in refused.value.hint


def private_names(module: Path) -> set[str]:
    """Private attributes of others than ``self`` that ``module`` names, be it in a string."""
    names = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) != "self":
            names.add(node.attr)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            names.add(node.value)
    return {name for name in names if re.fullmatch(r"_[A-Za-z]\w+", name)}


def test_who_is_named_uses_it_and_nobody_else_does() -> None:
    found: dict[str, set[str]] = {}
    for file in ROOM.rglob("*.py"):
        if file.stem not in {"internals", "__init__"}:
            module = ".".join(file.relative_to(ROOM).with_suffix("").parts)
            for name in private_names(file) - UNLISTED:
                found.setdefault(name, set()).add(module)
    listed: dict[str, set[str]] = {}
    for names in RELIED_ON.values():
        for name, users in names.items():
            if name.startswith("_"):
                listed.setdefault(name, set()).update(users.split(", "))
    assert found == listed


UNLISTED = {
    "_data",  # of a packet, put there by the receiver before it asks its jitter buffer
    "_TurnTransport__inner_protocol",  # of a relay's transport, which only a TURN server gives
}
