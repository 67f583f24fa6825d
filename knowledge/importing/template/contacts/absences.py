"""Those who left a post or are away from it are no contacts; those who stand in or work for them, beside them, are."""

from __future__ import annotations

import re

from knowledge.importing.template.language.names import names_in

#: "(maternity cover for Ann Lee until June)", ", who has taken over from Ann Lee".
_AWAY = re.compile(
    r"\s*(?:[,;]|\s[–—-]\s)?\s*[(\[]?\s*(?:(?i:who|currently|now|and)\s+){0,4}"
    r"(?i:(?:is |are |on |as )?(?:(?:maternity|paternity|parental|adoption|sickness|sick|leave|secondment|temporary) )*"
    r"cover(?:ing)?(?: (?:the|this) (?:post|role|job))? (?:for|of)"
    r"|(?:has |have |is )?(?:just |recently |now )?(?:taken|taking|took) over (?:(?:this|the) (?:role|post|work) )?from"
    r"|(?:is )?(?:replacing|standing in for|deputising for|filling in for)|(?:has )?(?:replaces?d?|succeed(?:s|ed))"
    r"|in (?:the )?(?:absence|place) of|successor to|(?:formerly|previously|née))"
    r"\s+(?P<name>[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|de|van|al|el|ap|bin|ó)){0,3})"
    r"(?: (?i:until|till|while|whilst|during|from|since|who|when|on)\b[^,;()\[\]@]{1,60}?)?"
    r"(?=\s*(?:[,;)\]]|\s[–—-]\s|\.?\s*$|\.\s|\S+@|(?<!\d)\(?0\d))[)\]]?"
)


#: "Ann Lee (on leave until March, please contact Bob Okafor: b.okafor@leeds.gov.uk)".
_STAND_IN = re.compile(
    r"\s*[(\[][^()\[\]]{0,60}\b(?i:leave|away|absent|seconded|secondment)\b[^()\[\]]{0,60}?"
    r"\b(?i:contact|speak to|ask|e-?mail|call|ring)\s+(?P<name>[A-Z][\w’'-]+ [A-Z][\w’'-]+)"
    r"(?: (?i:in the meantime|instead|until then|meanwhile))?(?P<rest>[^()\[\]]*)[)\]]"
)
#: "Ann Lee, Director (PA: Bob Okafor, 0113 496 0101)".
_AIDE = re.compile(
    r"\s*[(\[](?P<job>PA|EA|Secretary|Assistant)\s*[:–-]?\s+(?P<name>[A-Z][\w’'-]+ [A-Z][\w’'-]+)"
    r"(?P<rest>[^()\[\]]*)[)\]]"
)


def without_absent(text: str) -> str:
    """The text without what it says of those for whom, or after whom, somebody holds a post.

    Who stands in for somebody, or works for them, in brackets is told of behind them.
    """
    text = _STAND_IN.sub(lambda found: _behind(found, f"; {found['name']}"), text)
    text = _AIDE.sub(lambda found: _behind(found, f"; {found['name']}, {found['job']}"), text)
    return _AWAY.sub(lambda found: "" if _is_name(found["name"]) else found[0], text)


def _behind(found: re.Match[str], somebody: str) -> str:
    return f"{somebody}{found['rest']}" if _is_name(found["name"]) else found[0]


def _is_name(text: str) -> bool:
    return any(spot.start == 0 and spot.end == len(text) for spot in names_in(text, single=True))
