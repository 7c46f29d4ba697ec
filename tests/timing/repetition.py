"""A wire test that fails while the machine stood still runs once more, and the run says so.

One that fails on a machine that did not stand still has failed, and is never repeated.
"""

import time
from collections.abc import Iterator
from typing import Any, cast

import pytest
from _pytest.junitxml import xml_key
from _pytest.runner import call_and_report

from tests.timing.stolen_time import watchdog


class Repetition:
    """A plugin of pytest."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._prepared: dict[str, float] = {}

    def pytest_runtest_protocol(self, item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
        """Run ``item``, and once more if time was stolen and it failed."""
        if item.get_closest_marker("wire") is None and item.get_closest_marker("long") is None:
            return None
        watchdog.start()
        item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
        began = time.monotonic()
        reports = self._run(item, nextitem, last=False)
        stolen = watchdog.stolen(min(began, self._prepared.get(_module(item), began)), time.monotonic())
        if any(report.failed for report in reports) and stolen > 0:
            words = _first_words(reports)
            item.user_properties.clear()
            item._initrequest()  # type: ignore[attr-defined] # as all that repeat tests do
            reports = self._run(item, nextitem, last=True)
            for report in reports:
                report.user_properties += [("stolen", f"{stolen:.3f}"), ("repeated", words)]
        for report in reports:
            item.ihook.pytest_runtest_logreport(report=report)
        item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
        return True

    def pytest_fixture_setup(
        self, fixturedef: pytest.FixtureDef[Any], request: pytest.FixtureRequest
    ) -> None:
        """What a module's tests look at began when its first fixture was set up."""
        if fixturedef.scope in {"module", "class"}:
            self._prepared.setdefault(_module(request.node), time.monotonic())

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> Iterator[None]:
        """Tell the JUnit file how much was stolen in all."""
        if watchdog.is_watching and (xml := session.config.stash.get(xml_key, None)) is not None:
            xml.add_global_property("stolen", f"{watchdog.stolen(self._began, time.monotonic()):.3f}")
        return (yield)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say what ran again."""
        again = [
            report
            for reports in terminalreporter.stats.values()
            for report in reports
            if getattr(report, "when", "") == "call" and dict(report.user_properties).get("repeated")
        ]
        if again:
            terminalreporter.section("ran again, because the machine stood still")
        for report in again:
            said = dict(report.user_properties)
            milliseconds = float(cast("str", said["stolen"])) * 1000
            terminalreporter.write_line(
                f"{report.nodeid}: {milliseconds:.0f} ms stolen; before: {said['repeated']}"
            )

    def _run(self, item: pytest.Item, nextitem: pytest.Item | None, last: bool) -> list[pytest.TestReport]:
        """All phases. Unless it is the ``last`` run, a failure takes down what the module's tests share."""
        reports = [call_and_report(item, "setup", log=False)]
        if reports[0].passed:
            reports.append(call_and_report(item, "call", log=False))
        failed = any(report.failed for report in reports)
        left = cast("pytest.Item", item.session) if failed and not last else nextitem
        if failed and not last:
            self._prepared.pop(_module(item), None)
        return [*reports, call_and_report(item, "teardown", log=False, nextitem=left)]


def _module(node: pytest.Item | pytest.Collector) -> str:
    return node.nodeid.partition("::")[0]


def _first_words(reports: list[pytest.TestReport]) -> str:
    failed = next(report for report in reports if report.failed)
    crash = getattr(failed.longrepr, "reprcrash", None)
    return str(crash.message if crash else failed.longrepr).splitlines()[0][:200]
