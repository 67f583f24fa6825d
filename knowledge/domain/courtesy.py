"""What people say that asks for nothing."""

from __future__ import annotations

from knowledge.domain.text import fold

#: What thanks for an answer or takes note of it, and what is said beside it.
_THANKS = frozenset(
    (
        "thanks", "thank", "thankyou", "thx", "ta", "cheers", "diolch", "ok", "okay", "great", "brilliant", "perfect",
        "lovely", "excellent", "wonderful", "fantastic", "fab", "cool", "appreciated", "helpful", "noted", "bye",
        "goodbye", "nice", "useful", "amazing", "super", "grateful",
    )
)  # fmt: skip
_BESIDE = frozenset(
    (
        "you", "so", "very", "much", "a", "lot", "many", "again", "for", "all", "that", "thats", "this", "is", "was",
        "it", "its", "your", "the", "help", "really", "no", "yes", "and", "just", "then", "everyone", "yn", "fawr",
        "iawn", "one", "x", "xx", "mate", "i", "will", "them", "email", "now", "have", "look", "got", "what", "needed",
        "wanted",
    )
)  # fmt: skip


#: What begins a question, though it has no "?" ("was it helpful").
_ASKING = frozenset(("is", "was", "what", "will", "have"))


def is_thanks(text: str) -> bool:
    """Whether a text only thanks or takes note ("great, thanks!"); with any other word, or a "?", it asks."""
    words = fold(text).split()
    # In capitals it is a teaching assistant.
    asks = "?" in text or text.strip() == "TA" or not _ASKING.isdisjoint(words[:1])
    said = set(words)
    return not asks and bool(said & _THANKS) and said <= _THANKS | _BESIDE
