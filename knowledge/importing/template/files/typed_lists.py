"""Typed lists and typed line breaks: what people make by hand where a list style would have served."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.importing.template.files.document import TICKED, UNTICKED, Block, Kind, Link
from knowledge.importing.template.questions.fields import with_colon

_BULLET = re.compile(
    r"^(?P<mark>[·•∙●▪▫◦○‣⁃■◆❖➢➤►▶→✦✧]|(?:[-–—+§]|\*{1,3})(?=\s)|o(?=\s+\S)|[\uf0b7\uf0a7\uf0d8\uf076])\s*(?=\S)"
)
_NUMBER = re.compile(r"^(?P<mark>\(?\d{1,2}[.)](?:\d{1,2}[.)]?)*|\(?[a-z][.)]|\(?[ivx]{1,4}[.)])\s+(?=\S)")
_BRACKETS = re.compile(r"\[\s*[xX✓✔√]\s*\]|\[(?:\s|_)*\](?!\()")
#: An address on a line of its own goes on with nothing, though it is written small.
_ADDRESS = re.compile(r"[\w.+’'-]+@|https?:|www\.")
_ENDS = re.compile(r"[.!?:;)\]”\"]\s*$")
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
#: Only say where a word may be broken: they stand inside words and addresses that were copied from elsewhere.
_UNSEEN = dict.fromkeys([0x200B, 0x2060, 0xFEFF, 0x00AD])
#: Dashes and hyphens that few keyboards have, as those that the others have.
_DASHES = {0x2015: "–", 0x2212: "–", 0x2010: "-", 0x2011: "-"}
#: E-mail addresses written so that no machine should read them: "ann.lee [at] x.gov.uk", "ann.lee at x dot gov dot uk".
_AT = re.compile(
    r"(?<![\w.+’'-])([\w.+’'-]{1,64})\s*[\[({<]\s*at\s*[\])}>]\s*([\w-]+(?:\s*(?:\.|[\[({<]\s*dot\s*[\])}>])\s*[\w-]+)+)",
    re.I,
)
_AT_DOT = re.compile(r"(?<![\w.+’'-])([\w.+’'-]{1,64}) at ([\w-]+(?: dot [\w-]+){1,5})\b", re.I)
_DOT = re.compile(r"\s*(?:[\[({<]\s*dot\s*[\])}>]|(?<=\s)dot(?=\s)|\.)\s*", re.I)
#: Signs of lists as Word and Outlook put them, from the first level down.
_RANKS = ("•·●∙\uf0b7", "o◦○", "▪■§\uf0a7")
#: Columns that one more level of a typed list is moved in by, and a tab's worth of them.
_TAB = "    "


def indent_of(line: str) -> int:
    """How many columns a line is moved in by."""
    line = line.replace("\t", _TAB).replace("\u00a0", " ")
    return len(line) - len(line.lstrip(" "))


def item_mark(line: str) -> tuple[str, str] | None:
    """The typed bullet or number that a line opens with and the words after it; None for a line that is no item."""
    line = line.strip(" \t\u00a0")
    for pattern in (_BULLET, _NUMBER):
        found = pattern.match(line)
        if found:
            return found["mark"], line[found.end() :]
    return None


def is_below(sign: str, above: str) -> bool:
    """Whether a sign is one that programs put below the other where lists are not moved in: "o" below "•"."""
    ranks = [next((at for at, signs in enumerate(_RANKS) if one in signs), -1) for one in (sign, above)]
    return ranks[0] > ranks[1] >= 0 or (sign.startswith(above) and sign != above)


def sign_of(mark: str) -> str:
    """The kind of a bullet or number, by which it is told from those of other levels: "2." is a "1."."""
    return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "1", mark)) if _NUMBER.match(f"{mark} x") else mark


def tidy(text: str) -> str:
    """A line with its spaces folded, bracketed ticks as ☑ and ☐, and e-mail addresses as they are used."""
    text = text.translate(_UNSEEN | _DASHES)
    for pattern in (_AT, _AT_DOT):
        text = pattern.sub(lambda found: f"{_DOT.sub('.', found[1])}@{_DOT.sub('.', found[2])}", text)
    text = _BRACKETS.sub(lambda found: TICKED if found[0].strip("[] _\t\u00a0") else UNTICKED, text)
    return _SPACES.sub(" ", text).strip()


def split_block(block: Block) -> list[Block]:
    """A paragraph as the lines typed into it: its items and lines apart, wrapped lines joined again."""
    lines = [line for line in block.text.split("\n") if line.strip(" \t\u00a0\u2002")]
    found: list[Block] = []
    for line in lines:
        mark = item_mark(line)
        text = tidy(with_colon(mark[1] if mark else line))
        if not text:
            continue
        if mark and (block.kind is not Kind.HEADING):
            level = max(block.level, indent_of(line) // len(_TAB))
            found.append(_part(block, text, Kind.ITEM, level, sign=mark[0], first=not found))
        elif not found:
            found.append(_part(block, text, block.kind, block.level, first=True, sign=block.sign))
        elif found[-1].kind is Kind.ITEM:
            found[-1] = _joined(found[-1], text, "\n")
        elif _runs_on(found[-1].text, text):
            found[-1] = _joined(found[-1], text, " ")
        else:
            found.append(_part(block, text, Kind.PARAGRAPH, 0, first=False))
    return _share_links(found, block.links)


def _is_number(mark: str) -> bool:
    return any(letter.isdigit() for letter in mark) or mark[-1] in ".)"


def _part(block: Block, text: str, kind: Kind, level: int, *, first: bool, sign: str = "") -> Block:
    lead = tidy(block.lead) if first else ""
    found = item_mark(lead) if lead else None
    lead = found[1] if found else lead
    numbered = _is_number(sign) if sign else block.numbered and first
    return replace(block, text=text, kind=kind, level=level, numbered=numbered, lead=lead, links=(), sign=sign)


def _joined(block: Block, text: str, by: str) -> Block:
    return replace(block, text=f"{block.text}{by}{text}")


def _runs_on(before: str, text: str) -> bool:
    return not _ENDS.search(before) and text[:1].islower() and not _ADDRESS.match(text)


def _share_links(blocks: list[Block], links: tuple[Link, ...]) -> list[Block]:
    """Each link with the line that holds its words, else with the first."""
    held: list[list[Link]] = [[] for _ in blocks]
    for link in links:
        words = tidy(link.text)
        at = next((index for index, block in enumerate(blocks) if words in block.text), 0)
        if blocks:
            held[at].append(Link(words, link.url))
    return [replace(block, links=tuple(those)) for block, those in zip(blocks, held, strict=True)]


def settle_levels(blocks: list[Block]) -> list[Block]:
    """Items with levels that count from 0 within each list, bullets under a numbered item one below it."""
    settled: list[Block] = []
    stack: list[tuple[int, bool]] = []
    for block in blocks:
        if block.kind is not Kind.ITEM:
            stack = []
            settled.append(block)
            continue
        key = (block.level, block.numbered)
        while stack and key not in stack and stack[-1][0] > block.level:
            stack.pop()
        if key in stack:
            stack = stack[: stack.index(key) + 1]
        elif not stack or block.level > stack[-1][0] or (stack[-1][1] and not block.numbered):
            stack.append(key)
        else:
            stack[-1] = key
        settled.append(replace(block, level=len(stack) - 1))
    return settled
