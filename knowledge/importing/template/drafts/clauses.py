"""Where a noun phrase ends: cutting a clause down to the thing it speaks of."""

from __future__ import annotations

import re

from knowledge.importing.template.language.sentences import word_set, words
from knowledge.importing.template.language.vocabulary import WORK_NOUNS

#: Longer titles are cut at a clause; about what one line of a Slack card holds.
LONGEST = 80
LONG = 60
#: Where a noun phrase stops and its explanation begins; words with capitals are parts of names.
_CLAUSE = re.compile(
    r"(?:,(?!\d)|[;:(–—]|\s-\s|\s(?:which|that|who|whom|whose|where|when|so|because|while|whilst|and (?:has|have|is|are"
    r"|we|this|it|they|to|will|then|now|took|gave|reports?)|has|have|is|are|was|were|had|will|can|in order|as well|led"
    r"|run|attended|chaired|delivered|funded|overseen|"
    r"based|started|launched|sets? (?:up|in|by|out)|made|aimed|designed|open|held|jointly|co-led|using|involving"
    r"|covering|linked"
    r"|supported|written|developed|drawn|building|alongside|before|after|since|once|twice|until|following"
    r"|starting|during|including|giving|bringing|helping|looking|living|attending|aged|on how|about how|how|why"
    r"|whether|"
    r"heard|reads|meets|told|tells|brings|gives|pays|goes|takes|sits|asks|makes|provides|delivers|holds|gathers"
    r"|gets|receives|attends|teaches|wrote|met|went|calls at|pairs young|reviews every)\s"
    r"|(?<!\bfor)(?<!\bof)(?<!\bwith)(?<!\bto)(?<!\bin)(?<!\bon)(?<!\bby)(?<!\bat)\s(?:every|each)\s)",
)
_WHOLE_LIST = re.compile(
    r"^(?P<list>[^,;:.()]{8,60},\s(?:[\w’'-]+\s?){1,3}(?:,\s(?:[\w’'-]+\s?){1,3})*(?<=\s)and\s(?:[\w’'-]+\s?){1,5})(?=$"
    r"|[.;,])"
)
#: "Gypsy, Roma and Traveller": names that make one only together.
_GROUPS = re.compile(r"\b[A-Z][\w’'-]+(?:, [A-Z][\w’'-]+)+,? (?:and|or|&) [A-Z][\w’'-]+")
_LISTED = re.compile(r",\s[\w’' -]{2,40}(?:,|\sand\s)")
_PURPOSE = re.compile(
    r"\s(?:to (?:act|see|help|support|improve|reduce|look|make|give|ensure|address|tackle|raise|build|discuss|share"
    r"|shape|review|promote|bring|increase|explore|understand|be|challenge|create|develop|provide|work|oversee"
    r"|drive|advise|hold|listen|talk|reflect|learn|meet|examine|monitor|scrutinise|check|think|set|agree|inform"
    r"|encourage|enable|prevent|respond|strengthen|celebrate|identify)|so that|in order to|aimed at|designed to"
    r"|with (?:a|the) (?:aim|focus|view))\b",
    re.I,
)
_FILLER = (
    (
        re.compile(
            r"\b(?:a|the) (?:wide |broad |whole )?(?:range|number|variety|series|set|suite|programme of work) of\b",
            re.I,
        ),
        "",
    ),
    (
        re.compile(
            r"\b(?:(?-i:groups? of)|all of (?:our|the)|those in|each of (?:our|the)|some of (?:our|the)|all|various"
            r"|several|our own|our|its|their|both|very|specific|brand new|bespoke|ongoing"
            r"|on-going)\s+",
            re.I,
        ),
        "",
    ),
    (
        re.compile(
            r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+(?=(?:working groups|groups|workshops"
            r"|panels|sessions|pilots|projects|events|posts|roles|circles))",
            re.I,
        ),
        "",
    ),
    (re.compile(r"\s*\([^)]{0,80}\)"), ""),
    (re.compile(r"/"), " and "),
    (re.compile(r"\s&\s"), " and "),
)
ARTICLE = re.compile(
    r"^(?:(?:an?|the|our) new|an?|the|our|we|some|its|their|this|these|also|and|both|regular|to)\s+", re.I
)
DANGLING = word_set(
    """
    a an and as at be by for from in into is of on or our so than that the their to with who which where across
    about after between through within including via also its it has have are was were such under over around
    against
    """
)
GENERIC = word_set(
    """
    it this they these that there he she we
    """
)


def clause(text: str) -> str:
    """The noun phrase that `text` opens with, as far as it stays short and whole."""
    text = " ".join(text.split()).strip(" .;:,")
    text = ARTICLE.sub("", text)
    listed = _WHOLE_LIST.match(text)
    groups = [found.span() for found in _GROUPS.finditer(text)]
    for end in _CLAUSE.finditer(text):
        if any(start < end.start() < stop for start, stop in groups):
            continue
        if listed and end.start() < listed.end("list") and end[0] in ", " and len(listed["list"]) <= LONGEST:
            text = listed["list"]
            break
        if len(words(text[: end.start()])) >= 2:
            # Cut within a list ("across health, education and work"), the part that is left would mislead.
            within = _LISTED.match(text[end.start() :])
            text = text[: end.start()]
            shorter = re.sub(r"\s(?:across|in|of|on|about|between|with|for)\s[\w’'-]+$", "", text) if within else text
            text = shorter if len(words(shorter)) >= 3 else text
            break
    for pattern, by in _FILLER:
        text = " ".join(pattern.sub(by, text).split())
    purpose = _PURPOSE.search(text)
    if purpose and len(words(text[: purpose.start()])) >= (
        2 if has_work(text[: purpose.start()]) and len(text) > LONG - 10 else 3
    ):
        text = text[: purpose.start()]
    tokens = text.strip(" .;:,–—-").split()
    while len(tokens) > 1 and tokens[-1].lower() in DANGLING:
        tokens.pop()
    return " ".join(tokens).strip(" .;:,–—-")


def has_work(text: str) -> bool:
    return any(word.lower() in WORK_NOUNS for word in words(text))
