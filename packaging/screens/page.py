"""The page that shows all pictures beside each other."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

from screens.variants import VARIANTS

_STYLE: Final = """
body { font: 14px/1.5 system-ui, sans-serif; margin: 24px; background: #16181d; color: #e6e9ee; }
h2 { margin: 32px 0 8px; font-size: 18px; }
.row { display: flex; gap: 16px; overflow-x: auto; padding-bottom: 8px; }
figure { margin: 0; flex: none; }
img { height: 300px; display: block; border: 1px solid #444b57; }
figcaption { color: #a7b0bd; }
.bad { color: #ff9d94; } .bad img { border-color: #ff9d94; }
"""


def page(problems: Mapping[str, Mapping[str, Sequence[str]]]) -> str:
    """HTML for ``problems`` by state and variant; the pictures lie where :func:`file_name` says."""
    parts = [f"<!doctype html><meta charset=utf-8><title>Screens</title><style>{_STYLE}</style>"]
    parts.append("<h1>Every state of the window</h1>")
    for state, variants in problems.items():
        parts.append(f"<h2 id={slug(state)}>{escape(state)}</h2><div class=row>")
        for variant in (each.name for each in VARIANTS if each.name in variants):
            lines = variants[variant]
            source = file_name(state, variant)
            said = "".join(f"<br>{escape(line)}" for line in lines)
            kind = " class=bad" if lines else ""
            parts.append(
                f"<figure{kind}><a href='{source}'><img src='{source}' loading=lazy></a>"
                f"<figcaption>{escape(variant)}{said}</figcaption></figure>"
            )
        parts.append("</div>")
    return "\n".join(parts) + "\n"


def file_name(state: str, variant: str) -> str:
    """Where the picture of ``state`` in ``variant`` lies, beside the page."""
    return f"{slug(state)}--{slug(variant)}.png"


def slug(name: str) -> str:
    """``name`` as part of a file's name."""
    words = "".join(letter if letter.isalnum() else " " for letter in name.lower())
    return "-".join(words.split())
