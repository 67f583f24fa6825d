"""Settings that are taken but come to nothing: said by the doctor, and in the log when the bot starts."""

from __future__ import annotations

from collections.abc import Iterator

from bot.doctor.findings import Finding, State
from config.settings import Settings
from knowledge.domain.paths import readable


def look_at_unused(settings: Settings) -> Iterator[Finding]:
    """What is set for something that is not built, or by a name that is no setting's."""
    for name, meant in settings.unknown.items():
        mend = f"call it {meant} if that is meant" if meant else "take it out, or correct its name"
        yield Finding("settings", State.PROBLEM, f"{name} is no setting and turns nothing on", mend)
    if settings.client_id:
        said = (
            "SLACK_CLIENT_ID and SLACK_CLIENT_SECRET turn nothing on yet: installation by many workspaces is not "
            "built, and the bot serves the one workspace of SLACK_BOT_TOKEN"
        )
        yield Finding("installation", State.PROBLEM, said, "set neither of them")


def look_for_library(settings: Settings) -> Iterator[Finding]:
    """Files and folders of the library that are not there: a store that was loaded goes on without them."""
    for path in settings.library:
        if not path.exists():
            said = f"PRACTICE_LIBRARY names {readable(path)}, which is not there, so that no reload can read it"
            yield Finding("library", State.PROBLEM, said, "correct the path")
