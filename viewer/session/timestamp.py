"""The time as messages to the engine tell it."""

from datetime import UTC, datetime


def timestamp() -> str:
    """Now, as ISO 8601 in UTC without zone (protocol/README.md section 6.2)."""
    return datetime.now(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds")
