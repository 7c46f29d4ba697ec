"""Of everything in a bundle it is known whose it is and under what licence; what is new is looked at."""

import json

import pytest

from release.contents import Component, library_row, normal_licence
from release.licences import page
from release.sbom import bill

PARTS = [
    Component("ours", "persona-viewer", "1", "MIT"),
    Component("distribution", "av", "18.1.0", "BSD-3-Clause"),
    Component("library", "libavcodec", "62.28", "LGPL-3.0-or-later", "av", "https://ffmpeg.org"),
    Component("debian", "libssl3", "3.0.17-1", "see its text"),
]


@pytest.mark.parametrize(
    ("fields", "classifiers", "licence"),
    [
        ({"License-Expression": "MIT-0", "License": "other"}, (), "MIT-0"),
        ({"License": "Apache License, Version 2.0"}, (), "Apache-2.0"),
        ({}, ("License :: OSI Approved :: MIT License",), "MIT"),
        ({"License": "as you like it"}, ("Topic :: Games",), None),
    ],
)
def test_licences_are_told_however_they_are_spelt(
    fields: dict[str, str | None], classifiers: tuple[str, ...], licence: str | None
) -> None:
    assert normal_licence(fields, classifiers) == licence


@pytest.mark.parametrize(
    ("file", "licence"),
    [
        ("av.libs/libavcodec-5e6b81c2.so.62.28.102", "LGPL-3.0-or-later"),
        ("av.libs/libwebpmux-e1880640.so.3.1.2", "BSD-3-Clause"),
        ("PySide6/Qt/lib/libQt6Core.so.6", "LGPL-3.0-only"),
        ("numpy.libs/libgfortran-040039e1.so.5.0.0", "GPL-3.0-or-later WITH GCC-exception-3.1"),
        ("av.libs/libsomethingnew.so.1", None),
        ("av/.dylibs/libx265.216.dylib", "GPL-2.0-or-later"),
    ],
)
def test_libraries_in_wheels_are_known_by_name(file: str, licence: str | None) -> None:
    row = library_row(file)
    assert (row and row["licence"]) == licence


def test_people_are_told_all_parts() -> None:
    text = page(PARTS)
    assert "\nlibavcodec 62.28 (in av): LGPL-3.0-or-later, https://ffmpeg.org\n" in text
    assert "that which PyAV 18.1.0 is built of" in text
    assert "Nothing in it is under the GPL alone" in text


def test_where_there_is_something_under_the_gpl_it_is_said_what_that_means() -> None:
    text = page([*PARTS, Component("library", "libx264", "165", "GPL-2.0-or-later", "av")])
    assert "Nothing in it is under the GPL alone" not in text
    assert "Under the GNU General Public License: libx264.\n" in text


def test_machines_are_told_all_parts_and_who_brings_which() -> None:
    told = json.loads(bill("persona-viewer", PARTS, 1767225600))
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    assert {each["name"]: each["purl"] for each in told["components"]} == {
        "av": "pkg:pypi/av@18.1.0",
        "libavcodec": "pkg:generic/libavcodec@62.28",
        "libssl3": "pkg:deb/debian/libssl3@3.0.17-1",
    }
    brings = {each["ref"]: each.get("dependsOn", []) for each in told["dependencies"]}
    assert brings["distribution/av@18.1.0"] == ["av/libavcodec@62.28"]
    assert brings["persona-viewer"] == ["debian/libssl3@3.0.17-1", "distribution/av@18.1.0"]
    assert bill("persona-viewer", PARTS, 1767225600) == bill("persona-viewer", PARTS, 1767225600)
