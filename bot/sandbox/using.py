"""What a person presses and picks on a message, a modal or the Home."""

from __future__ import annotations

from typing import Any

from bot.sandbox import answers, finding, payloads, state
from bot.sandbox.delivery import Delivery
from bot.sandbox.errors import CannotDo
from bot.sandbox.records import Json, PostedMessage, ShownView
from bot.sandbox.somebody import Somebody

LOOKED_UP = frozenset({"external_select", "multi_external_select"})


class Using(Somebody):
    """A person with a pointer. What they do waits for the app's ack and returns the delivery."""

    def clicks(
        self,
        surface: PostedMessage | ShownView,
        name: str,
        *,
        value: str | None = None,
        nth: int | None = None,
        confirm: bool = True,
    ) -> Delivery:
        """Presses the button with this text or action_id, or picks an overflow option of this text.

        `confirm=False` says no to the button's confirm dialog: then nothing is sent, and CannotDo is raised."""
        picked = finding.find_option(surface, name) if value is None and nth is None else None
        if picked is not None:
            _, element, option = picked
            return self.chooses(surface, element["action_id"], option, confirm=confirm)
        block, element = finding.find(surface, name, value=value, nth=nth)
        if element["type"] == "feedback_buttons":
            raise CannotDo("say which of the two with chooses(surface, action_id, value)")
        if element["type"] not in ("button", "icon_button"):
            raise CannotDo(f"{name!r} is a {element['type']}: use chooses()")
        action: Json = {key: element[key] for key in ("text", "value", "style", "icon") if key in element}
        return self.acts(surface, block, element, action, confirm=confirm)

    def chooses(
        self,
        surface: PostedMessage | ShownView,
        name: str,
        choice: Any,
        *,
        nth: int | None = None,
        confirm: bool = True,
        offered: list[Json] | None = None,
    ) -> Delivery:
        """Picks in a menu, overflow, date picker, radio buttons or checkboxes, by the option's text or value.

        An input block of a form that does not dispatch is filled in silently: use `fills` there."""
        block, element = finding.find(surface, name, nth=nth)
        if element["type"] == "feedback_buttons":
            return self.acts(surface, block, element, {"value": choice}, confirm=confirm)
        try:
            value = state.from_person(element, choice, offered)
        except LookupError as problem:
            raise CannotDo(f"{name}: {problem}") from problem
        if element["type"] != "overflow":
            self._put(surface, block, element, value)
        if block["type"] == "input" and not block.get("dispatch_action"):
            raise CannotDo(f"{name} is an input that tells the app nothing before the form is sent: use fills()")
        held = state.as_state(element, value)
        return self.acts(surface, block, element, {k: v for k, v in held.items() if k != "type"}, confirm=confirm)

    def acts(
        self, surface: PostedMessage | ShownView, block: Json, element: Json, action: Json, *, confirm: bool = True
    ) -> Delivery:
        """Sends block_actions for one element with what was done to it."""
        self._sees_surface(surface)
        if element.get("confirm") and not confirm:
            raise CannotDo(f"said no to {element['confirm']['title']['text']!r}: nothing was sent")
        self._begin()
        view = surface if isinstance(surface, ShownView) else None
        payload = payloads.interaction(self.workspace, self.user, "block_actions", view)
        if isinstance(surface, ShownView):
            payload |= payloads.on_view(surface)
        else:
            payload |= payloads.on_message(self.workspace, self.user, surface)
        payload["actions"] = [
            {
                "type": element["type"],
                "action_id": element["action_id"],
                "block_id": block["block_id"],
                "action_ts": self.workspace.ledger.new_ts(),
                **action,
            }
        ]
        delivery = self._slack.deliver(self.workspace, "interactive", "block_actions", payload, self.user.id)
        channel = None if view is not None else payload["channel"]["id"]
        answers.after_action(self.workspace, self.user, delivery, view, channel)
        return delivery

    def types_into(self, surface: PostedMessage | ShownView, name: str, text: str) -> list[Json]:
        """Types into a menu whose options the app looks up; gives the options it answered."""
        block, element = finding.find(surface, name)
        if element["type"] not in LOOKED_UP:
            raise CannotDo(f"{name!r} is a {element['type']}: its options are all there")
        if len(text) < element.get("min_query_length", 3):
            return []
        payload = payloads.interaction(self.workspace, self.user, "block_suggestion")
        del payload["trigger_id"]
        payload |= {"action_id": element["action_id"], "block_id": block["block_id"], "value": text}
        if isinstance(surface, ShownView):
            payload |= payloads.on_view(surface)
        else:
            payload |= payloads.on_message(self.workspace, self.user, surface)
            del payload["response_url"]
        delivery = self._slack.deliver(self.workspace, "options", "block_suggestion", payload, self.user.id)
        return answers.options_offered(self.workspace, delivery)

    def _looked_up(self, view: ShownView, element: Json, value: Any) -> Any:
        """Types each word into the menu and takes the option of that name, or else the first that the app offers."""
        picked = []
        for word in [value] if isinstance(value, (str, dict)) else value:
            if isinstance(word, str):
                offered = self.types_into(view, element["action_id"], word)
                word = state.option_named(element, word, offered) or next(iter(offered), None)
            picked.append(word)
        if None in picked:
            raise CannotDo(f"the app offers nothing for {value!r} in {element['action_id']}")
        return picked if element["type"].startswith("multi") else picked[0]

    def _sees_surface(self, surface: PostedMessage | ShownView) -> None:
        if isinstance(surface, ShownView):
            mine = surface in (self.workspace.views.top(self.user.id), self.home())
        else:
            mine = not surface.deleted and surface in self.workspace.visible_to(self.user.id)
        if not mine:
            raise CannotDo("this is not before the person's eyes (any more)")

    def _put(self, surface: PostedMessage | ShownView, block: Json, element: Json, value: Any) -> None:
        with self.workspace.ledger.changed:
            surface.state.setdefault(block["block_id"], {})[element["action_id"]] = state.as_state(element, value)
