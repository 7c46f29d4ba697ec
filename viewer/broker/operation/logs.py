"""The log as programs read it: one JSON object a line."""

import json
import logging
from datetime import UTC, datetime
from functools import lru_cache
from typing import Final

from viewer.broker.operation.request_ids import request_id
from viewer.redaction import RedactingFormatter, configure_logging, redact

_ENCODER: Final = json.JSONEncoder()


def log_as_json(level: str) -> None:
    """Send the process's log to standard error, redacted, as JSON from now on."""
    configure_logging(level, JsonFormatter())
    # Not told, and not found out for each line (the module's own advice).
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    logging._srcfile = None  # noqa: SLF001


@lru_cache(maxsize=1)
def _second(since_epoch: int) -> str:
    return datetime.fromtimestamp(since_epoch, UTC).replace(tzinfo=None).isoformat()


class JsonFormatter(RedactingFormatter):
    """``time`` (RFC 3339, UTC), ``level``, ``logger``, ``message``, and where there is one ``request_id`` and
    ``exception``, a traceback. Plain ASCII: nothing that a client sends begins a new line.
    """

    def format(self, record: logging.LogRecord) -> str:
        fields = {
            "time": f"{_second(int(record.created))}.{int(record.msecs):03}+00:00",
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": redact(record.getMessage()),
        }
        if named := request_id():
            fields["request_id"] = named
        if record.exc_info:
            fields["exception"] = redact(self.formatException(record.exc_info))
        # Redacted before it is written as JSON, in which a secret may be spelt differently.
        return _ENCODER.encode(fields)
