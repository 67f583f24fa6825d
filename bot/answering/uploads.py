"""Filled-in templates that people hand to the bot: fetched, read, and proposed back to them as drafts."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

from bot.asker import Askers
from bot.payloads.asked import Asked, FileRef, Via
from bot.slack.files import Files
from bot.views.answers.beside import NOT_HERE
from bot.views.kit.blocks import SlackMessage, message
from bot.views.kit.lines import line
from bot.views.share.proposals import FILES, proposed_message, unread_message
from knowledge.domain.draft import Form
from knowledge.domain.member import Member
from knowledge.domain.permissions import Action as Permission
from knowledge.domain.permissions import require
from knowledge.errors import Refused
from knowledge.services.templates import Templates

log = logging.getLogger(__name__)

#: A template's text has rows, and more words than a question; a long question of one paragraph stays a question.
ROWS_OF_A_FORM = 4
LENGTH_OF_A_FORM = 300

#: What pasted text is called.
PASTED = "your text"

_WORDS_TOO = "I looked at what you attached, not at your words: if they are a question, please send them by themselves."
_NOTHING = "No initiative could be found in it."


class Uploads:
    """Answers messages that bring a template; everything else is left to be answered as a question."""

    def __init__(
        self,
        *,
        files: Files,
        templates: Templates,
        askers: Askers,
        read_file: Callable[[bytes, str], Form],
        read_text: Callable[[str, str], Form],
    ) -> None:
        self._files = files
        self._templates = templates
        self._askers = askers
        self._read_file = read_file
        self._read_text = read_text

    def reply(self, asked: Asked) -> SlackMessage | None:
        """What came of the template in this message; None when it brings none.

        Raises PracticeError, in words, for who cannot share. The same message again proposes the same drafts.
        """
        if asked.files and asked.place.via is Via.MENTION:
            return None if asked.asking.text else message([line(NOT_HERE)])  # else it is said beside the answer
        if not asked.place.direct or not (asked.files or asked.is_form or _may_be_form(asked.asking.text)):
            return None
        if not asked.files and not asked.is_form:
            return self._pasted(asked)
        member = self._writer(asked)
        # First what was not looked at: of much that was read, Slack cuts the end of a message's text.
        told: list[SlackMessage] = []
        if len(asked.files) > FILES:
            told.append(message([line(f"I read {FILES} files at a time: please send the others again.")]))
        if asked.asking.text and not asked.is_form:
            told.append(message([line(_WORDS_TOO)]))
        files, text = asked.files[:FILES], bool(asked.asking.text and asked.is_form)
        among = len(files) + text
        told += [self._one_file(asked, member, file, among) for file in files]
        if text:
            told.append(self._proposed(asked, member, self._read_text(asked.asking.text, PASTED), "text", among))
        return _together(told)

    def _pasted(self, asked: Asked) -> SlackMessage | None:
        """A long text of several rows is a template if it answers one of its questions with work, else a question."""
        form = self._read_text(asked.asking.text, PASTED)
        unanswered = {one.field for one in form.problems}
        if not form.drafts or {"authority", "categories"} <= unanswered:
            return None
        return self._proposed(asked, self._writer(asked), form, "text")

    def _one_file(self, asked: Asked, member: Member, file: FileRef, among: int) -> SlackMessage:
        try:
            file = self._files.told_whole(asked.place.team, file)  # its name tells what kind of file it is
            data = self._files.fetch(asked.place.team, file)
        except Refused as refusal:
            return unread_message(file.name, str(refusal))
        form = self._read_file(data, file.name)
        return self._proposed(asked, member, form, file.id, among)

    def _proposed(self, asked: Asked, member: Member, form: Form, part: str, among: int = 1) -> SlackMessage:
        if not form.drafts:
            return unread_message(form.file, "" if form.problems else _NOTHING, form.problems, among=among)
        drafts = self._templates.from_form(member, form, key=f"{asked.key}:{part}")
        return proposed_message(form, drafts, among=among)

    def _writer(self, asked: Asked) -> Member:
        member = self._askers.writer(asked.place)
        require(member, Permission.SUBMIT)  # before anything is fetched; the service asks again
        return member


def _may_be_form(text: str) -> bool:
    return len(text) >= LENGTH_OF_A_FORM and len([row for row in text.splitlines() if row.strip()]) >= ROWS_OF_A_FORM


def _together(told: list[SlackMessage]) -> SlackMessage:
    def blocks() -> Iterator[dict[str, object]]:
        for each in told:
            yield from each.blocks

    return SlackMessage("\n\n".join(each.said for each in told), tuple(blocks()))
