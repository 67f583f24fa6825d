"""How the text of one setting is read; each of these raises ValueError, with what is wrong if that can be told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class RoleHolder:
    """A Slack user named in a setting: `team` is None where any workspace will do.

    `authorities` are those that the role is limited to; it has no limits where there are none.
    """

    user: str
    team: str | None = None
    authorities: tuple[str, ...] = ()


def database_url(text: str) -> str:
    """A SQLAlchemy URL of a database that is supported."""
    scheme, separator, rest = text.partition("://")
    if not separator or not scheme or (not rest and not scheme.startswith("sqlite")):
        raise ValueError("it has no scheme://")
    if scheme.split("+")[0] not in ("sqlite", "postgresql", "postgres"):
        raise ValueError(f"“{scheme}” is not supported, only SQLite and PostgreSQL are")
    return text


def api_url(text: str) -> str:
    """An http(s) address, with a slash at its end."""
    try:
        parts = urlsplit(text)
        is_address = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        # The names of methods are put behind it.
        is_address = is_address and not parts.query and not parts.fragment and not re.search(r"\s", text)
    except ValueError:  # brackets or a port that no address has
        is_address = False
    if not is_address:
        raise ValueError(f"“{text}”")
    return text if text.endswith("/") else text + "/"


_PERSON = re.compile(r"(?:(?P<team>[TE][A-Z0-9_]+):)?(?P<user>[UW][A-Z0-9_]*)(?:=(?P<authorities>[^=]+))?")


def people(text: str) -> tuple[RoleHolder, ...]:
    """Users by their ids, each with the team and the authorities that it is limited to, if any."""
    found = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        read = _PERSON.fullmatch(part)
        limits = (read["authorities"] or "") if read else ""
        authorities = tuple(name.strip() for name in limits.split("|") if name.strip())
        if not read or (limits and not authorities):
            raise ValueError(f"“{part}”")
        found.append(RoleHolder(user=read["user"], team=read["team"], authorities=authorities))
    return tuple(found)


def unlimited(text: str) -> tuple[RoleHolder, ...]:
    """People whose role is for the whole store: a limit must not be passed over in silence."""
    found = people(text)
    if limited := next((one for one in found if one.authorities), None):
        raise ValueError(f"“={'|'.join(limited.authorities)}”: this role is for the whole store")
    return found


def channels(text: str) -> dict[str | None, str]:
    """Channel ids by their team; None stands for the one workspace."""
    found: dict[str | None, str] = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        read = re.fullmatch(r"(?:([TE][A-Z0-9_]+):)?([CG][A-Z0-9_]+)", part)
        if not read:
            raise ValueError(f"“{part}”")
        if found.setdefault(read[1], read[2]) != read[2]:
            raise ValueError(f"two channels for {read[1] or 'the workspace'}: {found[read[1]]} and {read[2]}")
    return found


def secret_keys(text: str) -> tuple[str, ...]:
    """Keys that are long enough, newest first."""
    keys = tuple(part.strip() for part in text.split(",") if part.strip())
    if any(len(key) < 16 for key in keys):
        raise ValueError("a key is shorter than 16 characters")
    return keys
