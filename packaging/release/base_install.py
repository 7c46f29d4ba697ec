"""What belongs to the viewer, with some extras or none: a bundle has that, and nothing else."""

from collections.abc import Iterable
from importlib import metadata
from typing import Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT: Final = "persona-viewer"


def base_distributions(extras: Iterable[str] = ()) -> frozenset[str]:
    """Names of what pip installs for the viewer with ``extras``, as packaging writes them."""
    found: set[str] = set()
    wanted = [(PROJECT, frozenset(extras))]
    seen: set[tuple[str, frozenset[str]]] = set()
    while wanted:
        name, asked = wanted.pop()
        if (name, asked) in seen:
            continue
        seen.add((name, asked))
        try:
            lines = metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            continue  # of another system
        found.add(name)
        for requirement in map(Requirement, lines):
            if _is_asked_for(requirement, asked):
                wanted.append((canonicalize_name(requirement.name), frozenset(requirement.extras)))
    return frozenset(found)


def foreign_modules(extras: Iterable[str] = ()) -> list[str]:
    """Installed modules, by their first names, that belong to nothing of the viewer with ``extras``."""
    base = base_distributions(extras)
    return sorted(
        module
        for module, owners in metadata.packages_distributions().items()
        if module.isidentifier() and base.isdisjoint(map(canonicalize_name, owners))
    )


def _is_asked_for(requirement: Requirement, extras: Iterable[str]) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras))
