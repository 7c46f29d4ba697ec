"""What is in a bundle and whose it is, found out of the built folder: for licences and bill of materials."""

import platform
import re
import subprocess
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path, PurePosixPath
from typing import Any, Final, Literal

from release.placeholders import is_placeholder

Kind = Literal["ours", "interpreter", "distribution", "library", "debian"]

_TABLE: Final = Path(__file__).with_name("licences.toml")
_PLACEHOLDERS: Final[tuple[Kind, str]] = ("ours", "placeholders for encoders")
_PYTHON_FILES: Final = re.compile(r"base_library\.zip|libpython3.*|python3.*/lib-dynload/.*|lib-dynload/.*")
_LIBRARY: Final = re.compile(r"\.so(\.\d+)*$|\.dylib$|\.dll$")


@dataclass(frozen=True, slots=True)
class Component:
    """A part of the bundle that has a licence of its own.

    ``licence`` is an SPDX expression, ``owner`` of a library in a wheel that wheel's name, ``source`` where
    its source code is, and ``files`` those of the bundle that are its, beside modules packed into one.
    """

    kind: Kind
    name: str
    version: str
    licence: str
    owner: str = ""
    source: str = ""
    files: tuple[str, ...] = ()


class UnknownError(Exception):
    """Something in the bundle of which nobody has written down whose it is, and under what licence."""


def components(internal: Path, modules: Iterable[str]) -> list[Component]:
    """All parts of a bundle, sorted.

    Args:
        internal: the folder with its files.
        modules: the names of the modules packed into its program.

    Raises:
        UnknownError: there is something new; the sentence says what to add to licences.toml.
    """
    owners = _distributions()
    found: dict[tuple[Kind, str], list[str]] = defaultdict(list)
    for module in modules:
        path = module.replace(".", "/")
        owner = owners.get(f"{path}.py") or owners.get(f"{path}/__init__.py")
        if owner:
            found["distribution", owner] += []
    for file in sorted(internal.rglob("*")):
        if file.is_file() and not file.is_symlink():
            name = file.relative_to(internal).as_posix()
            key = _PLACEHOLDERS if is_placeholder(file) else _whose(name, owners)
            found[key].append(name)
    found["interpreter", "CPython"] += []
    return sorted((_component(*key, files) for key, files in found.items()), key=_order)


def normal_licence(told: Mapping[str, str | None], classifiers: Iterable[str]) -> str | None:
    """The SPDX expression in a distribution's metadata, where it says one in whatever way; else None."""
    if expression := told.get("License-Expression"):
        return expression
    table = _table()["spelt"]
    words = [told.get("License") or "", *(each.rpartition(" :: ")[2] for each in classifiers)]
    return next((table[word] for word in words if word in table), None)


def library_row(name: str) -> Mapping[str, str] | None:
    """What licences.toml says of the library in the file ``name``: the row of the longest fitting prefix."""
    rows: dict[str, Mapping[str, str]] = _table()["libraries"]
    fitting = [prefix for prefix in rows if PurePosixPath(name).name.startswith(prefix)]
    return rows[max(fitting, key=len)] if fitting else None


def _whose(name: str, owners: Mapping[str, str]) -> tuple[Kind, str]:
    """The component that the file ``name`` belongs to."""
    last = PurePosixPath(name).name
    if name.startswith("viewer/"):
        return "ours", "persona-viewer"
    # Qt's plugins have all kinds of names, and are Qt's.
    of_wheel = _LIBRARY.search(last) and last.startswith("lib") and _owner_of_library(name)
    if of_wheel and (library_row(last) or not name.startswith("PySide6/")):
        return "library", last
    if name in owners or (".dist-info/" in name and f"{name.partition('/')[0]}/METADATA" in owners):
        return "distribution", owners.get(name) or owners[f"{name.partition('/')[0]}/METADATA"]
    if sys.platform != "linux" or _PYTHON_FILES.fullmatch(name):
        return "interpreter", "CPython"  # on macOS and Windows it brings OpenSSL and whatever else it needs
    return "debian", _debian_package(last)


def _component(kind: Kind, name: str, files: list[str]) -> Component:
    match kind:
        case "ours":
            version = metadata.version("persona-viewer") if name == "persona-viewer" else "1"
            return Component(kind, name, version, "MIT", files=tuple(files))
        case "interpreter":
            return Component(
                kind, name, platform.python_version(), "PSF-2.0", "", "https://www.python.org", tuple(files)
            )
        case "library":
            return _library(name, files)
        case "debian":
            package, _, version = name.partition("=")
            source = f"https://tracker.debian.org/pkg/{_debian_source(package)}"
            return Component(kind, package, version, "see its text", "", source, tuple(files))
        case "distribution":
            return _distribution(name, files)


def _library(name: str, files: list[str]) -> Component:
    row = library_row(name)
    if row is None:
        raise UnknownError(f"{files[0]} has no row in {_TABLE.name}: add its licence to [libraries].")
    version = re.search(r"\.so\.([\d.]+)$", name)
    owner = _owner_of_library(files[0])
    return Component(
        "library",
        re.sub(r"(-[0-9a-f]{8,})+(?=\.)|\.(so|dylib|dll).*", "", name),
        version[1] if version else metadata.version(owner),
        row["licence"],
        owner,
        row["source"],
        tuple(files),
    )


def _distribution(name: str, files: list[str]) -> Component:
    told = metadata.metadata(name)
    fields = {key: next(iter(told.get_all(key) or ()), None) for key in ("License-Expression", "License")}
    licence = _table()["distributions"].get(name) or normal_licence(fields, told.get_all("Classifier") or ())
    if licence is None:
        raise UnknownError(f"{name} does not say its licence: add it to [distributions] in {_TABLE.name}.")
    source = next((line.partition(", ")[2] for line in told.get_all("Project-URL") or ()), "")
    return Component(
        "distribution", name, told["Version"], licence, "", told["Home-page"] or source, tuple(files)
    )


@cache
def _table() -> Any:
    return tomllib.loads(_TABLE.read_text("utf-8"))


@cache
def _distributions() -> Mapping[str, str]:
    """Which distribution each installed file belongs to, by its path from site-packages."""
    owners: dict[str, str] = {}
    for each in metadata.distributions():
        name = each.metadata["Name"]  # parsed each time that it is asked for
        if name != "persona-viewer":
            owners |= dict.fromkeys((file.as_posix() for file in each.files or ()), name)
    return owners


def _owner_of_library(name: str) -> str:
    """The wheel that brings the library in the file ``name``, which may have lost its folder; empty: none."""
    owners = _distributions()
    last = PurePosixPath(name).name
    return owners.get(name) or next(
        (owner for path, owner in owners.items() if path.endswith(f"/{last}")), ""
    )


@cache
def _debian_package(library: str) -> str:
    """``package=version`` that brings ``library``, which the bundle has from the system.

    Raises:
        UnknownError: none does.
    """
    cache_of_loader = subprocess.run(["ldconfig", "-p"], check=True, capture_output=True, text=True).stdout
    paths = re.findall(rf"^\s+{re.escape(library)} .*=> (\S+)$", cache_of_loader, re.MULTILINE)
    for path in paths:
        real = str(Path(path).resolve())
        for spelt in (real, real.removeprefix("/usr"), path, path.removeprefix("/usr")):
            told = subprocess.run(["dpkg-query", "-S", spelt], check=False, capture_output=True, text=True)
            if told.returncode == 0:
                package = told.stdout.partition(":")[0]
                show = ["dpkg-query", "-W", "-f", "${Package}=${Version}\n", package]
                return subprocess.run(show, check=True, capture_output=True, text=True).stdout.splitlines()[0]
    raise UnknownError(f"{library} is in the bundle and of no package: leave it out, or find whose it is.")


def _debian_source(package: str) -> str:
    show = ["dpkg-query", "-W", "-f", "${source:Package}\n", package]
    return subprocess.run(show, check=True, capture_output=True, text=True).stdout.splitlines()[0]


def _order(component: Component) -> tuple[int, str, str]:
    kinds: tuple[Kind, ...] = ("ours", "interpreter", "distribution", "library", "debian")
    return kinds.index(component.kind), component.owner, component.name.lower()


def modules_of(program: Path) -> list[str]:
    """Names of the modules packed into a bundle's ``program``."""
    from PyInstaller.archive.readers import CArchiveReader  # noqa: PLC0415 - a build's tool

    archive = CArchiveReader(str(program))
    packed = next(name for name in archive.toc if name.startswith("PYZ"))
    return sorted(archive.open_embedded_archive(packed).toc)
