"""What a file really is, by its first bytes: names lie, content does not."""

from __future__ import annotations

from pathlib import PurePath

from knowledge.importing.template.files.limits import FILE_BYTES, MEGABYTE, TEXT_BYTES, Unreadable

_WORD_ENDINGS = (".docx", ".docm", ".dotx", ".dotm")
_TEXT_ENDINGS = (".txt", ".md", ".markdown", ".text")
_ACCEPTED = "forms are read as Word files (.docx) or as plain text (.txt, .md)"

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a Rich Text file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"7z\xbc\xaf", "a packed archive"),
    (b"Rar!", "a packed archive"),
    (b"\x1f\x8b", "a packed archive"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)
_DIRECTORY_NAMES = (
    ("__substg1.0_", "this is an e-mail saved from Outlook (.msg); save what is attached to it, or paste its text"),
    ("EncryptedPackage", "the file is protected by a password; save it without one and send that"),
    ("WordDocument", "this is an old Word file (.doc); open it in Word and save it as .docx"),
    ("Workbook", f"this is an Excel file, not a Word file; {_ACCEPTED}"),
    ("PowerPoint Document", f"this is a PowerPoint file, not a Word file; {_ACCEPTED}"),
)


def is_word(name: str, head: bytes) -> bool:
    """Whether to read the file as Word (True) or as text (False); raises Unreadable for anything else.

    `head` is the start of the file, or all of it: the directory of an old Office file may stand anywhere.
    """
    ending = PurePath(name).suffix.lower()
    if not head:
        raise Unreadable("the file is empty")
    if head.startswith(_OLD_OFFICE):
        raise Unreadable(_old_office(head))
    zipped = head.startswith((_ZIP, _EMPTY_ZIP))
    if zipped and ending in _TEXT_ENDINGS:
        raise Unreadable(f"the name ends in {ending} but this is a packed file; give a Word file the ending .docx")
    if zipped and (ending in _WORD_ENDINGS or not ending):
        return True
    for start, what in _OTHERS:
        if head.startswith(start):
            raise Unreadable(f"this is {what}; {_ACCEPTED}")
    if ending in _WORD_ENDINGS:
        raise Unreadable(
            f"the name ends in {ending} but this is not a Word file; save it from Word, or send it as .txt"
        )
    if ending in _TEXT_ENDINGS:
        return False
    raise Unreadable(f"files {f'ending in {ending}' if ending else 'without an ending'} are not read; {_ACCEPTED}")


def _old_office(head: bytes) -> str:
    for name, words in _DIRECTORY_NAMES:
        if name.encode("utf-16-le") in head:
            return words
    return f"this is an old Office file; open it in Word and save it as .docx ({_ACCEPTED})"


def check_size(size: int, *, word: bool) -> None:
    """Raise Unreadable for a file of `size` bytes that is too large to be a form."""
    most = FILE_BYTES if word else TEXT_BYTES
    if size > most:
        raise Unreadable(f"the file is larger than {most // MEGABYTE} MB; take out pictures, or paste the text")
