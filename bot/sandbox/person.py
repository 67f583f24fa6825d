"""A person at the keyboard: what they do reaches the app as from Slack, and they see only what is theirs to see."""

from __future__ import annotations

from bot.sandbox.asking import AtKeyboard
from bot.sandbox.forms import BeforeForm


class SlackPerson(AtKeyboard, BeforeForm):
    """One person in one workspace: asks, presses, fills in forms, and sees what Slack would show them."""
