"""Resources: what is linked, what is named with an address, and titles that stand alone at the end of a text."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from knowledge.domain.initiative import Resource
from knowledge.importing.template.files.document import Link
from knowledge.importing.template.language.addresses import PAGE, SEE, is_address_only, page, pages_in
from knowledge.importing.template.language.placeholders import says_nothing
from knowledge.importing.template.language.sentences import capitalised, joined, sentences, word_set, words

_LABEL = re.compile(
    r"^(?:relevant |useful |supporting |key )?(?:resources?|documents?|links?|attachments?|attached|further "
    r"reading|website|see(?: also)?)\s*[:–-]\s*",
    re.I,
)
_SMALL = word_set(
    """
    a an and as at but by for from in into is of on or our out over so that the their to up with your we us you it
    what who how not be
    """
)
_JOINS_ON = word_set(
    """
    a an and as at be by called for from in into is of on or our the their to with your named titled entitled via
    through between under her his its including
    """
)
#: A piece of a line for resources that is longer than this is no title.
_TITLE_WORDS = 30
_OFFERS = re.compile(
    r"\b(?:send|share|provide|supply|forward|e-?mail)(?: you| on| out)? (?:a copy of |copies of )?"
    r"(?:our |the |an? |any )?(?P<what>[^.;,]{3,80})",
    re.I,
)
_MIN_WORDS = 3
_MAX_WORDS = 12
#: Words that only say that there is something to read: "For more information see", "here", "watch it online".
_POINTING = word_set(
    """
    for more further full information info details about it this can be is are see found visit go to at on here via
    available click press read watch view download listen link links web page webpage website url the our out find
    online also
    """
)
#: An address within a sentence, with the word that leads to it.
_AMID = re.compile(rf"\b(?:at|via|on|from)\s+{PAGE.pattern}(?=\s+[a-z])", re.I)


def take_resources(text: str, links: tuple[Link, ...]) -> tuple[str, tuple[Resource, ...]]:
    """The text without its bare addresses and trailing titles, and the resources it names."""
    found: list[Resource] = []
    pieces: list[str] = []
    for piece in sentences(text):
        kept, resources = _in_sentence(piece, links)
        found += resources
        if kept:
            pieces.append(kept)
    named = {resource.title.lower() for resource in found}
    for link in links:
        if link.text.lower() not in named and not PAGE.fullmatch(link.text):
            found.append(_linked(link))
        elif PAGE.fullmatch(link.text) and page(link.url) not in {one.url for one in found}:
            found.append(Resource(from_address(link.url), page(link.url)))
    rest = joined(pieces) if found else text
    if not links:
        rest, trailing = _trailing_title(rest)
        found += trailing
    return rest, merged(found)


def take_links(text: str, links: tuple[Link, ...]) -> tuple[str, tuple[Resource, ...]]:
    """What is said of impact without its bare addresses, and the resources that it leads to.

    Words that lead somewhere stay: they may be what says who found it. A title without an address is none here.
    """
    found = [_linked(link) for link in links if not PAGE.fullmatch(link.text)]
    if not pages_in(text):
        return text, merged(found)
    pieces: list[str] = []
    for piece in sentences(text):
        kept, resources = _in_sentence(piece, ()) if pages_in(piece) else (piece, [])
        found += resources
        pieces += [kept] if kept else []
    return joined(pieces), merged(found)


def resource_line(text: str, links: tuple[Link, ...]) -> tuple[Resource, ...]:
    """The resources in a line that answers the form's question for them: named by title alone too."""
    text = _LABEL.sub("", text)
    addresses = [(page(link.url), link.text) for link in links]
    addresses += [(page(url), url) for url in pages_in(text) if page(url) not in dict(addresses)]
    if len(addresses) == 1 and not re.search(r"[;\n]", text):
        title = _beside(PAGE.sub(" ", text)) or _shown(addresses[0][1])
        return (Resource(title or from_address(addresses[0][0]), addresses[0][0]),)
    found: list[Resource] = []
    for piece in re.split(r"[;\n]|,(?=\s*(?:https?:|www\.))", text):
        linked = _pair(piece, links)
        if len(linked) == 1 and is_address_only(piece) and found and found[-1].url is None:
            found[-1] = Resource(found[-1].title, linked[0].url)  # "Mentor handbook", and its address behind it
        elif linked:
            found += linked
        elif 1 <= len(words(piece)) <= _TITLE_WORDS and not says_nothing(piece):
            found += _named(piece)
    return merged(found)


def _named(piece: str) -> list[Resource]:
    """What an answer names by its title alone, or can send ("none yet but happy to send our risk assessment")."""
    first, but, rest = piece.partition(" but ")
    if not (but and says_nothing(first)):
        return [Resource(_title(piece.strip(" .,–-")))]
    offered = _OFFERS.search(rest)
    title = _title(offered["what"].strip(" .,–-")) if offered else ""
    return [Resource(f"{capitalised(title)} (on request)")] if title else []


def merged(resources: list[Resource]) -> tuple[Resource, ...]:
    """Each resource once, one with an address before the same without."""
    kept: dict[str, Resource] = {}
    for resource in resources:
        key = (resource.url or resource.title).lower().rstrip("/")
        kept.setdefault(key, resource)
    titles = {one.title.lower() for one in kept.values() if one.url}
    return tuple(one for one in kept.values() if one.url or one.title.lower() not in titles)


def _linked(link: Link) -> Resource:
    return Resource(_telling(link.text) or from_address(page(link.url)), page(link.url))


def _pair(piece: str, links: tuple[Link, ...]) -> list[Resource]:
    found = [_linked(link) for link in links if link.text in piece and not PAGE.fullmatch(link.text)]
    urls = pages_in(piece)
    if urls and not found:
        title = _beside(PAGE.sub(" ", piece)) if len(urls) == 1 else ""
        found = [Resource(title or from_address(page(url)), page(url)) for url in urls]
    return found


def _in_sentence(piece: str, links: tuple[Link, ...]) -> tuple[str, list[Resource]]:
    urls = pages_in(piece)
    bare = _LABEL.match(piece)
    linked = [link for link in links if link.text in piece]
    if linked and len(words(piece)) <= sum(len(words(link.text)) for link in linked) + 4 and not urls:
        return "", [_linked(link) for link in linked]
    if not urls:
        if bare and len(words(piece)) <= 20:
            return "", list(resource_line(piece, ()))
        return piece, []
    rest = PAGE.sub(" ", _AMID.sub(" ", piece))
    rest = re.sub(r"\(\s*(?:see|at|link|via)?\s*\)|<\s*>|\[\s*\]", " ", rest)
    rest = " ".join(rest.split()).strip()
    title = _quoted(rest) or ""
    found = [Resource(title or _named_before(piece, url) or from_address(page(url)), page(url)) for url in urls]
    see = SEE.match(rest.strip(" .:"))
    if bare or see or len(words(rest)) <= 6:
        beside = _beside(_LABEL.sub("", rest))
        if len(found) == 1 and beside:
            found = [Resource(beside, found[0].url)]
        return "", found
    return re.sub(r"\s*(?:\(?\b(?:see|at|here|via|link|on)\b\s*:?\)?|[:(–-])\s*\.?$", ".", rest), found


def _trailing_title(text: str) -> tuple[str, list[Resource]]:
    """A title in capitals left standing behind the last sentence: how links look once the form became plain text."""
    if not text or text.rstrip()[-1:] in ".!?:;,)":
        return text, []
    tokens = text.split()
    at = len(tokens)
    while (
        at
        and (_is_capital(tokens[at - 1]) or _bare(tokens[at - 1]) in _SMALL)
        and not (at < len(tokens) and tokens[at - 1][-1] in ".!?:;,")
    ):
        at -= 1
    while at < len(tokens) and not _is_capital(tokens[at]):
        at += 1
    title = tokens[at:]
    if not at > 0 or not _MIN_WORDS <= len(title) <= _MAX_WORDS or sum(map(_is_capital, title)) < _MIN_WORDS:
        return text, []
    before = tokens[at - 1]
    after_sentence = before[-1] in ".!?"
    if not after_sentence and (_bare(before) in _JOINS_ON or before[-1] in ",;:-–—&(" or len(title) < _MIN_WORDS + 1):
        return text, []
    return " ".join(tokens[:at]), [Resource(_title(" ".join(title)))]


def _is_capital(token: str) -> bool:
    bare = token.strip("“”‘’'\"()")
    return bool(bare) and (bare[0].isupper() or bare[0].isdigit())


def _bare(token: str) -> str:
    return token.strip("“”‘’'\"().,;:").lower()


def _shown(text: str) -> str:
    return "" if PAGE.match(text) else _telling(text)


def _beside(text: str) -> str:
    text = re.sub(r"\(\s*\)|<\s*>|\[\s*\]", " ", text)
    text = re.sub(
        r"^please (?:read|see|use|visit|view|watch|download|refer to)\s+(?:the |our )?", "", text.strip(), flags=re.I
    )
    text = re.sub(
        r"^(?:see(?: also)?|link(?: to)?|website|available (?:at|from)|the|our|a)\s+",
        "",
        " ".join(text.split()),
        flags=re.I,
    )
    text = re.sub(
        r"\s*\b(?:is|are|can be)\s+(?:\w+\s+){0,2}?(?:download(?:ed|able)?|to download|online|available|found"
        r"|free)\b.*$",
        "",
        text,
        flags=re.I,
    )
    text = re.sub(
        r"\s*(?:\b(?:is|are)?\s*(?:available|here|found|published|online)?\s*(?:at|here|on|from|via|is"
        r"|are)\s*:?)$",
        "",
        text,
        flags=re.I,
    )
    text = text.strip(" .,:;–—-|>(<")
    alone = len(words(text)) == 1 and text[:1].islower()  # "cards at ..." says less than the address does
    return _telling(text) if 0 < len(words(text)) <= 20 and not alone and not SEE.fullmatch(text) else ""


def _quoted(text: str) -> str | None:
    found = re.search(r"[“‘\"']([^“”‘’\"]{4,100})[”’\"'](?!\w)", text)
    return _title(found[1]) if found else None


def _named_before(piece: str, url: str) -> str:
    """The capitalised words, or the document's kind, just in front of an address."""
    before = piece.split(url)[0].rstrip(" (:-–<[")
    tokens = before.split()
    at = len(tokens)
    while at and (_is_capital(tokens[at - 1]) or (_bare(tokens[at - 1]) in _SMALL and at < len(tokens))):
        at -= 1
    while at < len(tokens) and not _is_capital(tokens[at]):
        at += 1
    title = " ".join(tokens[at:])
    return _title(title) if 2 <= len(words(title)) <= _MAX_WORDS and at > 0 else ""


def from_address(url: str) -> str:
    """A readable title for an address that nobody named: its last words, and whose page it is."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return url[:100]
    last = unquote([piece for piece in parts.path.split("/") if piece][-1]) if parts.path.strip("/") else ""
    last = re.sub(r"\.\w{2,5}$", "", last)
    spoken = " ".join(re.split(r"[-_+ ]+", last)).strip()
    readable = spoken and re.search(r"[a-z]{3}", spoken, re.I) and not re.search(r"\d{5}|^[0-9a-f-]{12,}$", spoken)
    return f"{capitalised(spoken)} ({host})" if readable else host or url[:100]


def _title(text: str) -> str:
    return " ".join(text.split()).strip(" .,;:–—")[:200]


def _telling(text: str) -> str:
    """A title as it is shown; empty where the words say no more than that there is something to read."""
    return _title(text) if any(word.lower() not in _POINTING for word in words(text)) else ""
