"""One contact to be typed in: of a draft, or in somebody's place."""

from __future__ import annotations

from bot.names import Field, View
from bot.payloads.contacts import OF_CONTACT
from bot.payloads.form import YES, Step, is_of
from bot.views.kit.blocks import Block, form
from bot.views.kit.inputs import checkboxes, input_block, option, person_select, text_input
from knowledge.domain.initiative import Contact

_LABELS = {
    Field.NAME: "Name",
    Field.ROLE: "Role",
    Field.TEAM: "Team",
    Field.EMAIL: "E-mail address",
    Field.PHONE: "Phone",
}


def instead_inputs() -> list[Block]:
    """The fields for who is to be named in somebody's place, of which one is enough (`payloads.contacts.instead`)."""
    return [input_block(field, _LABELS[field], text_input(field), optional=True) for field in OF_CONTACT]


def contact_form(step: Step, contact: Contact, *, team: str) -> Block:
    """One contact, new or changed; a Slack user of another workspace than `team` cannot be shown and stays."""
    blocks = [
        *_contact_text(Field.NAME, "Name", contact.name),
        *_contact_text(Field.ROLE, "Role", contact.role),
        *_contact_text(Field.TEAM, "Team", contact.team),
        *_contact_text(Field.EMAIL, "E-mail", contact.email),
        *_contact_text(Field.PHONE, "Phone", contact.phone),
        *_contact_text(Field.URL, "Web page", contact.url),
        input_block(
            Field.MEMBER,
            "In Slack",
            person_select(Field.MEMBER, _user(contact, team), placeholder="Choose a person"),
            hint="So that they can be asked whether it is still them, and take their name off.",
            optional=True,
        ),
        input_block(
            Field.PUBLIC,
            "In channels",
            checkboxes(
                Field.PUBLIC,
                [option("E-mail and phone may be shown in channels", YES)],
                [YES] if contact.public else [],
            ),
            hint="Otherwise only the person who asks sees them.",
            optional=True,
        ),
    ]
    title = "Change a contact" if step.contact else "Add a contact"
    return form(title, blocks, callback_id=View.SHARE_CONTACT, submit="Keep", close="Back", metadata=step.metadata())


def _contact_text(field: Field, label: str, text: str | None) -> list[Block]:
    return [input_block(field, label, text_input(field, text), optional=True)]


def _user(contact: Contact, team: str) -> str | None:
    return contact.member.partition(":")[2] or None if contact.member and is_of(contact, team) else None
