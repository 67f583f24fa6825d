"""How much of a file is read, and how long; each bound with its reason."""

from __future__ import annotations

from knowledge.errors import PracticeError

MEGABYTE = 1024 * 1024

#: A filled-in form is a few hundred kilobytes; with photographs a few megabytes.
FILE_BYTES = 20 * MEGABYTE
#: The plain text of a form is under 100 KB; this is a whole book.
TEXT_BYTES = 2 * MEGABYTE
#: Reliability catalogue F1: told from the directory before anything is unpacked.
UNPACKED_BYTES = 50 * MEGABYTE
#: Reliability catalogue F8. Word writes about 15 members, and one more for each picture.
MEMBERS = 2_000
#: What one XML part may hold. Word's own style sheet reaches 0.5 MB, the text of a form a few hundred kilobytes;
#: 12 MB of the densest XML still fits the child's memory or stops it cleanly.
PART_BYTES = 12 * MEGABYTE
#: Deflate shrinks Word's XML about 10 to 30 times, a table of empty rows 300; beyond 500 it is filler made to hurt.
RATIO = 500
#: Parts smaller than this may shrink as they like.
RATIO_FROM_BYTES = MEGABYTE
#: Tables within tables, text boxes within text boxes: people reach three.
NESTING = 12
#: What is understood of a form, in the process that answers people too. A long one has 200 paragraphs and 30,000
#: characters. Words chosen to hurt take 35 µs a character (repeated initials, the worst of some fifty kinds).
BLOCKS = 3_000
CHARACTERS = 100_000
TOO_LONG = (
    f"the form is far longer than a form (more than {BLOCKS:,} paragraphs or {CHARACTERS:,} characters); "
    "send it in parts"
)
#: All addresses that a Word file's links lead to. Mail programs make them up to 800 characters long.
ADDRESSES = 300_000
#: One paragraph: twice the longest summary that is stored; what is longer is cut, and a notice says so.
BLOCK_CHARACTERS = 6_000
CUT = f"a paragraph is longer than {BLOCK_CHARACTERS:,} characters; its end was left out"
#: Initiatives that one form may propose: the fullest form seen holds 17; more than this nobody reviews.
INITIATIVES = 100
#: Reliability catalogue, section 3: hard stop 10 s, at most 256 MB.
SECONDS = 10
MEMORY_BYTES = 256 * MEGABYTE


class Unreadable(PracticeError):
    """A file that cannot be read as a form; the message says why and what to do instead."""
