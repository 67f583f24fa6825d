"""Logging: what happened and how long it took; never what was asked, who asked, or a secret."""

from __future__ import annotations

import json
import logging
import re
import sys
from contextlib import suppress
from datetime import UTC, datetime
from typing import TextIO

#: Libraries that print what was asked, forms, tokens or addresses with secrets in lines below a warning.
_TALKATIVE = ("slack_bolt", "slack_sdk", "urllib3", "sqlalchemy", "alembic", "websocket", "werkzeug")
_SECRET = re.compile(r"xox[a-z]-[\w-]+|xapp-[\w-]+|xoxe[\w.-]+|(?<=://)[^/\s:@]+:[^/\s@]+(?=@)|hooks\.slack[\w.-]*/\S+")
#: slack_sdk says how an answer began that is no JSON: broken off, that may be who somebody is, or where they asked.
_NO_JSON = re.compile(r"(?<=in a non-JSON format: ).*")
#: Its errors hold all that Slack answered, which may be who somebody is or what was posted: only why stays.
_ANSWER = re.compile(r"(?<=The server responded with: ).*?(?:'error': '(?P<why>[a-z_]+)'.*|$)")


def _may_be_logged(record: logging.LogRecord) -> bool:
    """Not what a talkative library says in passing; asked of each line, since Bolt sets its loggers' levels itself."""
    return record.levelno >= logging.WARNING or record.name.partition(".")[0] not in _TALKATIVE


class _TextFormat(logging.Formatter):
    """Lines without tokens, passwords in addresses, or terminal codes; of a message always one.

    Cleaned here and not in the record, which others log as well.
    """

    def format(self, record: logging.LogRecord) -> str:
        line = f"{self.formatTime(record)} {record.levelname} {record.name}: {record.getMessage()}"
        return "\n".join([_one_safe_line(line), *self._error_lines(record)])

    def _error_lines(self, record: logging.LogRecord) -> list[str]:
        parts = [self.formatException(record.exc_info) if record.exc_info else record.exc_text, record.stack_info]
        return [_one_safe_line(line) for part in parts if part for line in part.splitlines()]


class _JsonFormat(_TextFormat):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": _one_safe_line(record.getMessage()),
        }
        if error := self._error_lines(record):
            line["error"] = "\n".join(error)
        return json.dumps(line, ensure_ascii=False)


def _one_safe_line(text: str) -> str:
    text = _NO_JSON.sub("[not shown]", _SECRET.sub("[secret]", text))
    text = _ANSWER.sub(lambda answer: answer["why"] or "[not shown]", text)
    return "".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in text)


class _Handler(logging.StreamHandler[TextIO]):
    """Writes to standard error; of a line that cannot be made or written it says whose it was, never what it held."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's name
        said = f"a line of {record.module}:{record.lineno} could not be logged: {type(sys.exception()).__name__}"
        instead = logging.LogRecord(record.name, logging.ERROR, record.pathname, record.lineno, said, None, None)
        with suppress(Exception):
            self.stream.write(self.format(instead) + self.terminator)
            self.flush()


def set_up_logs(level: str, log_format: str) -> None:
    """Send this process's log to standard error, as text lines or JSON lines."""
    handler = _Handler()
    handler.addFilter(_may_be_logged)
    handler.setFormatter(_JsonFormat() if log_format == "json" else _TextFormat())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _TALKATIVE:
        # Spares them the making of lines that would not be logged.
        logging.getLogger(name).setLevel(logging.WARNING)
