"""Fetching a file that a person gave to the bot: from Slack's own file addresses only, within limits.

The token that opens the file is sent to no other address: no redirect is followed, and every part of the address is
compared with what Slack's own would be.
"""

from __future__ import annotations

import logging
import time
import urllib.error
import urllib.request
from email.message import Message
from http.client import HTTPException, HTTPResponse, IncompleteRead
from pathlib import PurePath
from typing import Any
from urllib.parse import quote, urlsplit

from slack_sdk.errors import SlackApiError

from bot.payloads.asked import FileRef, files_in
from bot.slack.refusals import code_of
from bot.slack.workspaces import Workspaces
from config.settings import SLACK_API_URL
from knowledge.errors import Refused

log = logging.getLogger(__name__)

MEGABYTE = 1024 * 1024
#: A filled-in template is a few hundred kilobytes, with photographs a few megabytes.
LARGEST = 10 * MEGABYTE
#: Seconds without a byte after which a download is given up.
TIMEOUT = 10.0
#: Seconds that a whole file may take, however steadily it drips: after thirty another process would fetch it too.
WHOLE = 20.0
_BLOCK = 64 * 1024
#: How Slack says that a file is gone: of a download, and of a look at it.
_GONE = (404, 410)
#: Files that are pages themselves: whoever reads them says that they are no form.
_PAGES = (".html", ".htm")
_GONE_CODES = ("file_deleted", "file_not_found")

_PASTE = "Paste the text of the template instead, or try again."
_NOT_OURS = "{name} does not lie with Slack itself, so it is not fetched. Upload the file to Slack, or paste its text."
_TOO_LARGE = "{name} is larger than {most} MB. Take out pictures, or paste the text of the template."
_CANVAS = (
    "{name} is a canvas, which I cannot read. Copy its text into a message to me, or put it into a Word file and send "
    "that."
)
_NO_PAGE = "Slack showed a sign-in page instead of {name}: the bot may not read files here. " + _PASTE
_FAILED = "{name} could not be fetched from Slack. " + _PASTE
_DELETED = "{name} was deleted in Slack before it could be read. Upload it again, or paste the text of the template."
_EMPTY = "{name} is empty. Save the template again and send that."


class Files:
    """Fetches files in the name of the bot of a workspace."""

    def __init__(self, workspaces: Workspaces, api_url: str = SLACK_API_URL) -> None:
        self._workspaces = workspaces
        self._homes = file_addresses(api_url)
        self._opener = urllib.request.build_opener(_NoRedirects)

    def fetch(self, team: str, file: FileRef) -> bytes:
        """The file's bytes; raises Refused, in words, for anything but a whole file from Slack's own address."""
        name = f"“{file.name}”"
        file = self.told_whole(team, file)
        if file.is_canvas:
            # Slack gives its content as a page, as it does the sign-in page.
            raise Refused(_CANVAS.format(name=name))
        if file.size > LARGEST:
            raise Refused(_TOO_LARGE.format(name=name, most=LARGEST // MEGABYTE))
        if not self.is_ours(file.url):
            raise Refused(_NOT_OURS.format(name=name))
        token = self._workspaces.client(team).token
        # A name with blanks or accents may stand in the address as it is.
        address = quote(file.url, safe="%/:?=&#~+,;@!$'()*[]")
        request = urllib.request.Request(address, headers={"Authorization": f"Bearer {token}"})  # noqa: S310 - checked
        try:
            with self._opener.open(request, timeout=TIMEOUT) as answer:
                data = _read(answer, name)
                kind = str(answer.headers.get_content_type())
        except (OSError, HTTPException) as error:
            code = getattr(error, "code", None)
            log.warning("a file could not be fetched: %s", code or type(error).__name__)
            raise Refused((_DELETED if code in _GONE else _FAILED).format(name=name)) from error
        is_page = kind == "text/html" or data.lstrip()[:14].lower().startswith((b"<!doctype html", b"<html"))
        if is_page and PurePath(file.name).suffix.lower() not in _PAGES:
            raise Refused(_NO_PAGE.format(name=name))
        if not data:
            raise Refused(_EMPTY.format(name=name))
        return data

    def told_whole(self, team: str, file: FileRef) -> FileRef:
        """The file with what files.info says of it, where it came without address and name, as others' workspaces' do.

        Raises Refused, in words, where Slack does not tell.
        """
        if file.url:
            return file
        try:
            told = self._workspaces.client(team).files_info(file=file.id).get("file")
        except SlackApiError as error:
            gone = code_of(error) in _GONE_CODES
            raise Refused((_DELETED if gone else _FAILED).format(name=f"“{file.name}”")) from error
        except (OSError, HTTPException) as error:
            raise Refused(_FAILED.format(name=f"“{file.name}”")) from error
        found = next(iter(files_in([told])), file)
        if not found.url:
            raise Refused(_FAILED.format(name=f"“{file.name}”"))
        return found

    def is_ours(self, url: str) -> bool:
        """Whether an address is one of Slack's file addresses, whole: no user, no other port."""
        try:
            parts = urlsplit(url)
        except ValueError:
            return False
        return (parts.scheme, parts.netloc) in self._homes and url.isprintable()


def file_addresses(api_url: str) -> frozenset[tuple[str, str]]:
    """(scheme, host) of where files lie: files.slack.com, or beside another Slack's API (GovSlack, a stand-in)."""
    api = urlsplit(api_url)
    if api_url == SLACK_API_URL:
        return frozenset({("https", "files.slack.com")})
    return frozenset({(api.scheme, api.netloc), ("https", f"files.{api.netloc}")})


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """An answer that leads elsewhere is an error: the token must not go there."""

    def redirect_request(
        self, req: urllib.request.Request, fp: Any, code: int, msg: str, headers: Message, newurl: str
    ) -> urllib.request.Request | None:
        raise urllib.error.HTTPError(req.full_url, code, "redirected", headers, fp)


def _read(answer: HTTPResponse, name: str) -> bytes:
    """All of it, or Refused as soon as it is too much, whatever length was said before.

    Raises TimeoutError when it only drips, IncompleteRead when it broke off.
    """
    parts, size, whole, until = [], 0, answer.length, time.monotonic() + WHOLE
    while size != whole and (part := answer.read1(_BLOCK)):
        if time.monotonic() > until:
            raise TimeoutError
        size += len(part)
        if size > LARGEST:
            raise Refused(_TOO_LARGE.format(name=name, most=LARGEST // MEGABYTE))
        parts.append(part)
    if whole is not None and size != whole:
        raise IncompleteRead(b"", whole - size)  # half a form would pass for a whole one
    return b"".join(parts)
