"""Logging: what happened and how long it took; never what was asked, who asked, or a secret."""

from __future__ import annotations

import json
import logging
import re
from datetime import UTC, datetime

#: Libraries that print what was asked, forms, tokens or addresses with secrets in lines below a warning.
_TALKATIVE = ("slack_bolt", "slack_sdk", "urllib3", "sqlalchemy", "alembic", "websocket", "werkzeug")
_SECRET = re.compile(r"xox[a-z]-[\w-]+|xapp-[\w-]+|xoxe[\w.-]+|(?<=://)[^/\s:@]+:[^/\s@]+(?=@)|hooks\.slack\.com/\S+")


class _OneSafeLine(logging.Filter):
    """Makes every record one line without tokens, passwords in addresses, line breaks or terminal codes."""

    def filter(self, record: logging.LogRecord) -> bool:
        text = _SECRET.sub("[secret]", record.getMessage())
        record.msg = "".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in text)
        record.args = None
        return True


def _may_be_logged(record: logging.LogRecord) -> bool:
    """Not what a talkative library says in passing; asked of each line, since Bolt sets its loggers' levels itself."""
    return record.levelno >= logging.WARNING or record.name.partition(".")[0] not in _TALKATIVE


class _TextFormat(logging.Formatter):
    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def formatException(self, ei: object) -> str:  # noqa: N802 - the library's name
        return _SECRET.sub("[secret]", super().formatException(ei))  # type: ignore[arg-type]


class _JsonFormat(_TextFormat):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def set_up_logs(level: str, log_format: str) -> None:
    """Send this process's log to standard error, as text lines or JSON lines."""
    handler = logging.StreamHandler()
    handler.addFilter(_may_be_logged)
    handler.addFilter(_OneSafeLine())
    handler.setFormatter(_JsonFormat() if log_format == "json" else _TextFormat())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _TALKATIVE:
        # Spares them the making of lines that would not be logged.
        logging.getLogger(name).setLevel(logging.WARNING)
