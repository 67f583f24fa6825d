"""How sure a reader may be: who confirmed a contact or an initiative and when, where it was read, who finds it."""

from __future__ import annotations

from knowledge.domain.content import Content
from knowledge.domain.days import month
from knowledge.domain.initiative import Contact, Evidence, Initiative, SourceKind, Visibility

EVIDENCE_WORDS = {
    Evidence.DESCRIBED: "Described, with no results reported",
    Evidence.EARLY_RESULTS: "Early results reported by those doing it",
    Evidence.EVALUATED: "Evaluated",
}


def capital(sentence: str) -> str:
    """The sentence with a capital first letter, the rest as it is."""
    return sentence[:1].upper() + sentence[1:]


def whose(name: str) -> str:
    """ "Hackney's", "Merseyside Councils'"."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def contact_standing(contact: Contact, initiative: Initiative) -> str:
    """Whether the contact was confirmed, else where they were named."""
    if contact.confirmed:
        return f"confirmed {month(contact.confirmed)}"
    return f"named {_where(initiative)}, not confirmed"


def _where(initiative: Initiative) -> str:
    source = initiative.source
    if source.is_shared:
        return "when it was shared" + (f" in {month(source.read)}" if source.read else "")
    if source.kind is SourceKind.FORM:
        undated = "" if source.dated else "undated "
        dated = f" of {source.dated}" if source.dated else ""
        return f"in {whose(initiative.authority)} {undated}form{dated}"
    if source.kind is SourceKind.PAGE:
        return "on the page below"
    return f"in “{source.title}”" + (f" of {source.dated}" if source.dated else "")


def origin(initiative: Initiative) -> str:
    """Where it was read, to be followed by the source's title: "from a public page read in November 2026"."""
    source = initiative.source
    if source.is_shared:
        return "from Slack" + (f" in {month(source.read)}" if source.read else "")
    if source.kind is SourceKind.PAGE:
        return "from a public page" + (f" read in {month(source.read)}" if source.read else "")
    if source.kind is SourceKind.FORM:
        return "from " + (f"a form of {source.dated}" if source.dated else "an undated form")
    return "from a document" + (f" of {source.dated}" if source.dated else "")


def checked(initiative: Initiative) -> str:
    """Whether someone of the authority confirmed that it is still right."""
    if initiative.checked:
        return f"confirmed by {initiative.authority} in {month(initiative.checked)}"
    return f"not confirmed by {initiative.authority}"


def readers(content: Content) -> str:
    """Who finds what is published, to begin a sentence that goes on "who ask now find it"."""
    limited = content.visibility is Visibility.AUTHORITY
    return f"Members of {content.authority}, and nobody else," if limited else "People"
