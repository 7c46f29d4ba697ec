"""What a run of the tests says of itself at its end, from pytest's JUnit files."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from checks.static import StaticCheck

SLOWEST = 20


@dataclass(frozen=True)
class Case:
    """One test: its name, how long it took with setting up and tearing down, and what became of it."""

    name: str
    seconds: float
    outcome: str
    """``passed``, ``failed`` or ``skipped``."""
    properties: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Tier:
    """One run of pytest."""

    name: str
    seconds: float
    """From its start to its end, on the clock on the wall."""
    cases: Sequence[Case]
    properties: dict[str, str] = field(default_factory=dict)

    def count(self, outcome: str) -> int:
        """How many tests had that outcome."""
        return sum(case.outcome == outcome for case in self.cases)

    @property
    def repeated(self) -> list[Case]:
        """Tests that ran twice."""
        return [case for case in self.cases if "repeated" in case.properties]


def read(name: str, file: Path, seconds: float) -> Tier:
    """The tier ``name`` from the JUnit file that pytest wrote."""
    suites = ET.parse(file).getroot()  # noqa: S314 - written by our own pytest
    cases = [_case(element) for element in suites.iter("testcase")]
    properties = {
        each.attrib["name"]: each.attrib["value"]
        for suite in suites.iter("testsuite")
        for each in suite.findall("properties/property")
    }
    return Tier(name, seconds, cases, properties)


def merge(files: Iterable[Path], target: Path) -> None:
    """One JUnit file of several."""
    suites = ET.Element("testsuites")
    for file in files:
        suites.extend(ET.parse(file).getroot().iter("testsuite"))  # noqa: S314 - as above
    ET.ElementTree(suites).write(target, encoding="utf-8", xml_declaration=True)


def text(tiers: Sequence[Tier], checks: Sequence[StaticCheck]) -> str:
    """The whole summary."""
    lines = [f"{'tier':<8} {'passed':>6} {'failed':>6} {'skipped':>7} {'repeated':>8} {'seconds':>8}"]
    lines += [
        f"{tier.name:<8} {tier.count('passed'):>6} {tier.count('failed'):>6} {tier.count('skipped'):>7}"
        f" {len(tier.repeated):>8} {tier.seconds:>8.1f}"
        for tier in tiers
    ]
    if checks:
        lines += ["", "beside them: " + ", ".join(f"{each.name} {each.seconds:.0f} s" for each in checks)]
    lines += ["", f"the {SLOWEST} slowest tests:"]
    every = [(case, tier) for tier in tiers for case in tier.cases]
    every.sort(key=lambda pair: -pair[0].seconds)
    lines += [f"{case.seconds:>8.2f} s  {tier.name:<5} {case.name}" for case, tier in every[:SLOWEST]]
    lines += ["", *_stolen(tiers)]
    return "\n".join(lines)


def _stolen(tiers: Sequence[Tier]) -> list[str]:
    """What the machine took, and what ran again because of it."""
    lines = [
        f"the machine stood still for {float(tier.properties['stolen']):.2f} s of the tier {tier.name}"
        for tier in tiers
        if "stolen" in tier.properties
    ]
    for tier in tiers:
        for case in tier.repeated:
            lines += [
                f"  ran again: {case.name}, from which {float(case.properties['stolen']) * 1000:.0f} ms"
                f" were stolen; before: {case.properties['repeated']}"
            ]
    return lines


def _case(element: ET.Element) -> Case:
    failed = any(element.find(kind) is not None for kind in ("failure", "error"))
    outcome = "failed" if failed else "passed" if element.find("skipped") is None else "skipped"
    properties = {
        each.attrib["name"]: each.attrib["value"] for each in element.findall("properties/property")
    }
    name = f"{element.attrib.get('classname', '').replace('.', '/')}::{element.attrib['name']}"
    return Case(name, float(element.attrib.get("time", 0)), outcome, properties)
