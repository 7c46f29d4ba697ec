"""What became of a conversation over a broken network."""

from dataclasses import dataclass
from typing import Final

HEADINGS: Final = (
    "fault",
    "outcome",
    "s to the next painted frame",
    "longest gap, s",
    "texts said/arrived",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One run. ``next_painted``: seconds from the fault's end to the next picture in the window."""

    fault: str
    outcome: str
    next_painted: float | None
    longest_gap: float
    said: int
    arrived: int

    @property
    def row(self) -> tuple[str, ...]:
        """As the table shows it."""
        painted = "–" if self.next_painted is None else f"{self.next_painted:.2f}"
        return (self.fault, self.outcome, painted, f"{self.longest_gap:.2f}", f"{self.said}/{self.arrived}")


def table(outcomes: list[Outcome]) -> str:
    """As Markdown."""
    rows = [HEADINGS, tuple("---" for _ in HEADINGS), *(outcome.row for outcome in outcomes)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
