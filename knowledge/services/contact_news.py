"""Word of contacts: one message to each who looks after any of the initiatives, however many they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from knowledge.domain.outbox import LEADS_OF, Message, MessageKind
from knowledge.domain.version import Held
from knowledge.services.transactions import Transaction


def keeper(held: Held, left: Collection[str]) -> str:
    """Whom to tell about an initiative: its lead, or where there is none or they `left`, those of the authority."""
    lead = held.lead if held.lead not in left else None
    return lead or LEADS_OF + held.initiative.authority


def tell_of_contacts(
    tx: Transaction, kind: MessageKind, about: Iterable[tuple[str, str, object]], *, at: datetime
) -> None:
    """Tell of (recipient, initiative, what tells this news of it from any other, such as its version)."""
    told: dict[str, list[tuple[str, object]]] = {}
    for to, initiative, which in about:
        told.setdefault(to, []).append((initiative, which))
    for to, ((first, which), *others) in told.items():
        also = {"also": " ".join(initiative for initiative, _ in others)} if others else {}
        tx.tell(Message(f"{kind.value}:{first}:{which}", kind, to, first, also), at=at)
