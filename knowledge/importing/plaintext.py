"""Files as text, whatever encoding they were saved in, fit for a YAML parser."""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO

#: How much of a file is decoded at a time, in bytes.
CHUNK = 1 << 16

#: Written by other programs into text but not allowed in YAML (controls, stray byte-order marks), or counted as line
#: breaks by YAML and not by editors (NEL, LS, PS): each is read as a space, so that columns and lines stay right.
_STRAY = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\u2028\u2029]")
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # Before UTF-16, whose mark the first of these begins with.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Unreadable(Exception):
    """The file as a whole cannot be read; `line` is None where no line is to blame."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


class CleanText:
    """A file as text: UTF-8, UTF-16 or UTF-32 by its first bytes; read in chunks, stray characters made spaces."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        start = stream.read(4)
        stream.seek(0)
        self._encoding = encoding_of(start)
        self._decoder = codecs.getincrementaldecoder(self._encoding)()
        self._line = 1

    def read(self, size: int = CHUNK) -> str:
        """About `size` bytes' worth of text; empty only at the end of the file."""
        while True:
            chunk = self._stream.read(max(size, 1))
            text = self._decode(chunk)
            self._line += text.count("\n")
            if text or not chunk:
                return _STRAY.sub(" ", text)

    def _decode(self, chunk: bytes) -> str:
        try:
            return self._decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            before = error.object[: error.start].decode(self._encoding, "ignore")
            wrong = error.object[error.start : error.start + 1].hex()
            name = self._encoding[:6].upper().rstrip("-")
            raise Unreadable(
                f"is not {name} text (byte 0x{wrong}): save the file as UTF-8", self._line + before.count("\n")
            ) from error


def encoding_of(start: bytes) -> str:
    """The encoding of a file by its first four bytes."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if start.startswith(mark):
            return encoding
    # YAML files begin with an ASCII character, so that UTF-16 without a mark shows by its zero bytes.
    if len(start) >= 2 and start[1] == 0 != start[0]:
        return "utf-16-le"
    if len(start) >= 2 and start[0] == 0 != start[1]:
        return "utf-16-be"
    return "utf-8"
