"""What Slack knows of an app from its manifest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class ManifestShortcut:
    callback_id: str
    name: str
    kind: Literal["global", "message"]


@dataclass(frozen=True, slots=True)
class Command:
    name: str
    description: str = ""
    usage_hint: str = ""
    should_escape: bool = False


DEFAULT_SCOPES = frozenset({"commands", "chat:write", "app_mentions:read", "im:history", "users:read", "files:read"})
DEFAULT_EVENTS = frozenset({"app_mention", "message.im", "app_home_opened"})


@dataclass(frozen=True, slots=True)
class AppSettings:
    """What Slack knows of the app from its manifest. None means any command or shortcut is sent."""

    app_id: str = "A0PRACTICE"
    name: str = "Practice Finder"
    scopes: frozenset[str] = DEFAULT_SCOPES
    events: frozenset[str] = DEFAULT_EVENTS
    commands: tuple[Command, ...] | None = None
    shortcuts: tuple[ManifestShortcut, ...] | None = None
    home_tab: bool = True
    messages_tab: bool = True

    @classmethod
    def from_manifest(cls, manifest: Mapping[str, Any]) -> AppSettings:
        """Reads an app manifest: only what it declares is then delivered."""
        features = manifest.get("features") or {}
        home = features.get("app_home") or {}
        bot_scopes = ((manifest.get("oauth_config") or {}).get("scopes") or {}).get("bot") or ()
        events = ((manifest.get("settings") or {}).get("event_subscriptions") or {}).get("bot_events") or ()
        name = (features.get("bot_user") or {}).get("display_name") or manifest["display_information"]["name"]
        return cls(
            name=name,
            scopes=frozenset(bot_scopes),
            events=frozenset(events),
            commands=tuple(
                Command(
                    item["command"],
                    item.get("description", ""),
                    item.get("usage_hint", ""),
                    bool(item.get("should_escape")),
                )
                for item in features.get("slash_commands") or ()
            ),
            shortcuts=tuple(
                ManifestShortcut(item["callback_id"], item["name"], item["type"])
                for item in features.get("shortcuts") or ()
            ),
            home_tab=bool(home.get("home_tab_enabled")),
            messages_tab=bool(home.get("messages_tab_enabled")),
        )
