"""files.*: reading about a file, and uploading one in three steps."""

from __future__ import annotations

from urllib.parse import urlsplit

from bot.sandbox.api.arguments import Arguments
from bot.sandbox.api.chat import find_channel, may_post, thread_of
from bot.sandbox.errors import SlackError
from bot.sandbox.records import Json
from bot.sandbox.workspace import Workspace

#: Characters of the words for a picture.
ALT_TEXT = 1000


def info(workspace: Workspace, arguments: Arguments) -> Json:
    """files.info"""
    file = workspace.files.get(arguments.text("file", "file_not_found"))
    if file is None or not file.complete:
        raise SlackError("file_not_found")
    return {"file": file.as_slack()}


def get_upload_url(workspace: Workspace, arguments: Arguments) -> Json:
    """files.getUploadURLExternal: the content is then posted to the address given."""
    name, length = arguments.text("filename", "invalid_arguments"), arguments.text("length", "invalid_arguments")
    if not length.isdigit() or int(length) < 1:
        raise SlackError("invalid_arguments", ["[ERROR] must be greater than 0 [json-pointer:/length]"])
    words = arguments.text("alt_txt")
    if len(words) > ALT_TEXT:
        raise SlackError("alt_txt_too_large")
    file = workspace.add_file(name, b"", workspace.bot.id, complete=False)
    file.alt_txt = words
    address = urlsplit(file.url)
    return {
        "upload_url": f"{address.scheme}://{address.netloc}/upload/{workspace.team.id}/{file.id}",
        "file_id": file.id,
    }


def complete_upload(workspace: Workspace, arguments: Arguments) -> Json:
    """files.completeUploadExternal: the uploaded files become real and, with channel_id, a message."""
    wanted = arguments.data("files", "invalid_arguments")
    if not isinstance(wanted, list) or not wanted:
        raise SlackError("invalid_arguments", ["[ERROR] missing required field: files"])
    if not all(isinstance(item, dict) and isinstance(item.get("id"), str) for item in wanted):
        raise SlackError(
            "invalid_arguments", ["[ERROR] each of files must be an object with an id [json-pointer:/files]"]
        )
    files = []
    for item in wanted:
        file = workspace.files.get(item["id"])
        if file is None or not file.content:
            raise SlackError("file_not_found")
        file.title = item.get("title") or file.name
        files.append(file)
    if arguments.has("channel_id"):
        channel = find_channel(workspace, arguments.text("channel_id"), open_im=True)
        may_post(workspace, channel)
        thread = thread_of(workspace, channel, arguments)
        workspace.post(
            channel,
            workspace.bot,
            arguments.text("initial_comment"),
            files=files,
            thread_ts=thread,
            origin="files.completeUploadExternal",
        )
    for file in files:
        file.complete = True
    return {"files": [file.as_slack() for file in files]}
