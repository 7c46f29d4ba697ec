"""The brokers that the user knows, and whom they called there of late; as the settings file keeps them.

Nothing is kept of what was said, or when.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final
from urllib.parse import urlsplit

from viewer.kept_tokens import normal_form
from viewer.value import value

MAX_PROFILES: Final = 50
MAX_RECENT: Final = 12
"""At each broker."""

_MAX_TEXT: Final = 300


@value
class Profile:
    """A broker by the name that the user gave it."""

    name: str
    url: str


@value
class Recent:
    """Somebody who was called; ``is_tall``: their pictures were higher than wide."""

    broker: str
    persona: str
    name: str = ""
    is_tall: bool = False


@value
class Memory:
    """What is remembered; the newest of ``recent`` comes first."""

    profiles: tuple[Profile, ...] = ()
    recent: tuple[Recent, ...] = ()

    def profile_at(self, url: str) -> Profile | None:
        """The profile of the broker at ``url``."""
        return next((each for each in self.profiles if is_same_broker(each.url, url)), None)

    def with_profile(self, profile: Profile) -> "Memory":
        """This and ``profile``, in the place of one with the same URL."""
        others = [each for each in self.profiles if not is_same_broker(each.url, profile.url)]
        if len(others) == len(self.profiles):
            return replace(self, profiles=(*others[-MAX_PROFILES + 1 :], profile))
        kept = (profile if is_same_broker(each.url, profile.url) else each for each in self.profiles)
        return replace(self, profiles=tuple(kept))

    def without_profile(self, url: str) -> "Memory":
        """This without the broker at ``url`` and whom the user called there."""
        profiles = (each for each in self.profiles if not is_same_broker(each.url, url))
        return replace(self, profiles=tuple(profiles)).forgetting(url)

    def recent_at(self, url: str) -> tuple[Recent, ...]:
        """Whom the user called at the broker at ``url``, the last first."""
        return tuple(each for each in self.recent if is_same_broker(each.broker, url))

    def having_called(self, called: Recent) -> "Memory":
        """This, with ``called`` as the last."""
        before = next(
            (each for each in self.recent_at(called.broker) if each.persona == called.persona), called
        )
        first = replace(called, is_tall=called.is_tall or before.is_tall, name=called.name or before.name)
        others = self.forgetting(called.broker, called.persona)
        at_broker = others.recent_at(called.broker)[: MAX_RECENT - 1]
        elsewhere = tuple(each for each in others.recent if not is_same_broker(each.broker, called.broker))
        return replace(self, recent=(first, *at_broker, *elsewhere))

    def having_seen(self, url: str, persona: str, is_tall: bool) -> "Memory":
        """This, with the shape of the pictures of somebody who was called."""
        seen = (replace(each, is_tall=is_tall) if _is(each, url, persona) else each for each in self.recent)
        return replace(self, recent=tuple(seen))

    def forgetting(self, url: str, persona: str | None = None) -> "Memory":
        """This without ``persona``, or all, called at the broker at ``url``."""
        return replace(self, recent=tuple(each for each in self.recent if not _is(each, url, persona)))

    def as_table(self) -> dict[str, list[dict[str, str | bool]]]:
        """For the settings file; :func:`memory_from` reads it."""
        return {
            "brokers": [{"name": each.name, "url": each.url} for each in self.profiles],
            "recent": [
                {"broker": each.broker, "persona": each.persona, "name": each.name, "tall": each.is_tall}
                for each in self.recent
            ],
        }


def memory_from(kept: Mapping[str, Any]) -> Memory:
    """What the settings file keeps; what is not understood is left out."""
    profiles = [
        Profile(name, url)
        for row in _rows(kept.get("brokers"))
        if (url := _url(row.get("url"))) and (name := _text(row.get("name")) or host_of(url))
    ]
    recent = [
        Recent(url, persona, _text(row.get("name")), row.get("tall") is True)
        for row in _rows(kept.get("recent"))
        if (url := _url(row.get("broker"))) and (persona := _text(row.get("persona")))
    ]
    return Memory(tuple(profiles[:MAX_PROFILES]), tuple(recent[: MAX_PROFILES * MAX_RECENT]))


def is_same_broker(one: str, other: str) -> bool:
    """Whether both URLs are of the same broker."""
    try:
        return one == other or normal_form(one) == normal_form(other)
    except ValueError:  # one of them is no URL
        return False


def host_of(url: str) -> str:
    """What a broker is called that has no name."""
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url


def guessed_url(typed: str) -> str:
    """``typed`` with the scheme that was left out: https, and http for this computer."""
    typed = typed.strip()
    if not typed or "://" in typed:
        return typed
    host = host_of(f"//{typed}")
    is_here = host in ("localhost", "::1") or host.endswith(".localhost") or host.startswith("127.")
    return f"{'http' if is_here else 'https'}://{typed}"


def _is(recent: Recent, url: str, persona: str | None) -> bool:
    return is_same_broker(recent.broker, url) and persona in (None, recent.persona)


def _rows(kept: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(kept, list):
        yield from (row for row in kept if isinstance(row, dict))


def _text(kept: Any) -> str:
    return kept.strip() if isinstance(kept, str) and len(kept) <= _MAX_TEXT else ""


def _url(kept: Any) -> str:
    """Without what may be a secret."""
    text = _text(kept)
    try:
        parts = urlsplit(text)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        usable = False
    return text if usable else ""
