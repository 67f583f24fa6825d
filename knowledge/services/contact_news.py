"""Word that contacts changed: one message to each who looks after any of the initiatives, however many they are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from knowledge.domain.outbox import Message, MessageKind
from knowledge.services.transactions import Transaction


def tell_of_contacts(tx: Transaction, changed: Iterable[tuple[str, str, int]], *, at: datetime) -> None:
    """Tell of (recipient, initiative, its version) that a contact of it changed or came off."""
    told: dict[str, list[tuple[str, int]]] = {}
    for to, initiative, version in changed:
        told.setdefault(to, []).append((initiative, version))
    for to, ((first, version), *others) in told.items():
        also = {"also": " ".join(initiative for initiative, _ in others)} if others else {}
        message = Message(f"contact-changed:{first}:{version}", MessageKind.CONTACT_CHANGED, to, first, also)
        tx.tell(message, at=at)
