"""How a person fills in, sends and closes a modal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.sandbox import answers, finding, payloads, state
from bot.sandbox.delivery import Delivery
from bot.sandbox.errors import CannotDo, NotSent
from bot.sandbox.records import Json, ShownView
from bot.sandbox.state import VALUE_KEY
from bot.sandbox.using import LOOKED_UP, Using


class BeforeForm(Using):
    """A person before a form."""

    def fills(self, view: ShownView, values: Mapping[str, Any]) -> None:
        """Types into a form's inputs, by block_id or label, without sending it."""
        for name, value in values.items():
            block = finding.block_named(view, name)
            element = block["element"]
            if element["type"] in LOOKED_UP and value:
                value = self._looked_up(view, element, value)
            try:
                self._put(view, block, element, state.from_person(element, value))
            except LookupError as problem:
                raise CannotDo(f"{name}: {problem}") from problem

    def submits(self, view: ShownView, values: Mapping[str, Any] | None = None) -> Delivery:
        """Fills in and sends a form; NotSent when Slack itself stops it, for example a required input left empty."""
        if view is not self.workspace.views.top(self.user.id):
            raise CannotDo("only the modal on top can be sent")
        if not view.body.get("submit"):
            raise CannotDo("this modal has no button to send it")
        self.fills(view, values or {})
        view.errors, view.trouble = state.complaints(view.blocks, view.state), ""
        self.workspace.views.touch(view)
        if view.errors:
            raise NotSent(view.errors)
        self._begin()
        payload = payloads.interaction(self.workspace, self.user, "view_submission", view)
        payload |= {"view": view.as_slack(), "response_urls": self._response_urls(view)}
        delivery = self._slack.deliver(self.workspace, "interactive", "view_submission", payload, self.user.id)
        answers.after_submission(self.workspace, self.user, delivery, view)
        return delivery

    def closes(self, view: ShownView, *, everything: bool = False) -> Delivery | None:
        """Closes a modal, or with `everything` the whole stack; the app hears of it only with notify_on_close."""
        if view is not self.workspace.views.top(self.user.id):
            raise CannotDo("only the modal on top can be closed")
        self._begin()
        cleared = everything or bool(view.body.get("clear_on_close"))
        if cleared:
            self.workspace.views.close_all(self.user.id)
        else:
            self.workspace.views.close_top(self.user.id)
        if not view.body.get("notify_on_close"):
            return None
        payload = payloads.interaction(self.workspace, self.user, "view_closed")
        del payload["trigger_id"]
        payload |= {"view": view.as_slack() | {"state": {"values": {}}}, "is_cleared": cleared}
        return self._slack.deliver(self.workspace, "interactive", "view_closed", payload, self.user.id)

    def _response_urls(self, view: ShownView) -> list[Json]:
        found = []
        for block in view.blocks:
            element = block.get("element") or {}
            if not element.get("response_url_enabled"):
                continue
            value = view.state[block["block_id"]][element["action_id"]][VALUE_KEY[element["type"]]]
            if value in self.workspace.channels:
                url = self.workspace.tickets.response_url(self.user.id, value)
                found.append(
                    {
                        "block_id": block["block_id"],
                        "action_id": element["action_id"],
                        "channel_id": value,
                        "response_url": url,
                    }
                )
        return found
