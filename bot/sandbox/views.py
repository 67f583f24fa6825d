"""Modal stacks and App Homes of the people in a workspace."""

from __future__ import annotations

import copy
from typing import Any

from bot.sandbox import state
from bot.sandbox.blocks.surfaces import VIEW_BYTES, view_bytes, view_problems
from bot.sandbox.errors import SlackError
from bot.sandbox.identify import fill_ids
from bot.sandbox.ledger import Ledger
from bot.sandbox.records import Json, ShownView

STACK = 3  # docs.slack.dev/surfaces/modals


def checked(view: Any, kind: str) -> Json:
    """The view if Slack would take it; SlackError otherwise."""
    if isinstance(view, dict) and view_bytes(view) > VIEW_BYTES:
        raise SlackError("view_too_large")
    problems = view_problems(view, kind)
    if problems:
        raise SlackError("invalid_arguments", problems)
    body: Json = copy.deepcopy(view)
    return body


class Views:
    """Every open modal and every published Home, with what was typed into them."""

    def __init__(self, ledger: Ledger, team_id: str, app_id: str, bot_id: str) -> None:
        self._ledger = ledger
        self._team_id, self._app_id, self._bot_id = team_id, app_id, bot_id
        self._stacks: dict[str, list[ShownView]] = {}
        self._homes: dict[str, ShownView] = {}

    def stack(self, user: str) -> list[ShownView]:
        """A person's open modals, the one on top last."""
        with self._ledger.changed:
            return list(self._stacks.get(user, ()))

    def top(self, user: str) -> ShownView | None:
        """The modal a person sees."""
        stack = self._stacks.get(user)
        return stack[-1] if stack else None

    def home(self, user: str) -> ShownView | None:
        """What the app published to a person's Home."""
        return self._homes.get(user)

    def find(self, view_id: object = None, external_id: object = None) -> ShownView | None:
        """An open modal or a Home by either of its names."""
        for view in [*(view for stack in self._stacks.values() for view in stack), *self._homes.values()]:
            if view.id == view_id or (external_id and view.body.get("external_id") == external_id):
                return view
        return None

    def open(self, user: str, body: Json) -> ShownView:
        """Opens a modal; it takes the place of whatever stack the person had."""
        with self._ledger.changed:
            self._external_id_is_free(body, None)
            self.close_all(user)
            view = self._made(user, body, "modal")
            self._stacks[user] = [view]
            return view

    def push(self, user: str, body: Json) -> ShownView:
        """Puts a modal on top of the person's stack; at most three."""
        with self._ledger.changed:
            self._external_id_is_free(body, None)
            stack = self._stacks.get(user) or []
            if not stack:
                raise SlackError("not_found")
            if len(stack) >= STACK:
                raise SlackError("push_limit_reached")
            view = self._made(user, body, "modal")
            view.root_id, view.previous_id = stack[0].id, stack[-1].id
            stack.append(view)
            return view

    def update(self, view: ShownView, body: Json, expected_hash: object = None) -> ShownView:
        """Puts a new body into an open view; inputs with the same block_id and action_id keep what was typed."""
        with self._ledger.changed:
            if expected_hash and expected_hash != view.hash:
                raise SlackError("hash_conflict")
            self._external_id_is_free(body, view)
            fill_ids(body.get("blocks") or [])
            view.body = body
            view.state = state.initial(view.blocks, view.state)
            view.errors, view.trouble = {}, ""
            view.hash = self._hash()
            view.sequence = self._ledger.change()
            return view

    def publish(self, user: str, body: Json, expected_hash: object = None) -> ShownView:
        """Sets a person's App Home."""
        with self._ledger.changed:
            home = self._homes.get(user)
            if home is not None:
                return self.update(home, body, expected_hash)
            view = self._made(user, body, "home")
            self._homes[user] = view
            return view

    def close_top(self, user: str) -> ShownView | None:
        """Takes the top modal away; the one below is seen again."""
        with self._ledger.changed:
            stack = self._stacks.get(user)
            if not stack:
                return None
            view = stack.pop()
            view.closed = True
            self._ledger.change()
            return view

    def close_all(self, user: str) -> list[ShownView]:
        """Takes the whole stack away."""
        with self._ledger.changed:
            stack = self._stacks.pop(user, [])
            for view in stack:
                view.closed = True
            self._ledger.change()
            return stack

    def touch(self, view: ShownView) -> None:
        """Counts a change that a person or Slack made in the view."""
        with self._ledger.changed:
            view.sequence = self._ledger.change()

    def _made(self, user: str, body: Json, kind: Any) -> ShownView:
        fill_ids(body.get("blocks") or [])
        view = ShownView(
            self._ledger.new_id("V"), user, kind, body, self._hash(), self._team_id, self._app_id, self._bot_id
        )
        view.root_id = view.id
        view.state = state.initial(view.blocks)
        view.sequence = self._ledger.change()
        return view

    def _hash(self) -> str:
        return f"{int(self._ledger.clock.now())}.{self._ledger.new_id('h')}"

    def _external_id_is_free(self, body: Json, own: ShownView | None) -> None:
        external_id = body.get("external_id")
        holder = self.find(external_id=external_id) if external_id else None
        if holder is not None and holder is not own:
            raise SlackError("duplicate_external_id")
