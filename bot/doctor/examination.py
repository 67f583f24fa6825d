"""All that the doctor looks at, one thing after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from bot.doctor.files import look_at_files
from bot.doctor.findings import Finding, State
from bot.doctor.slack import look_at_slack
from bot.doctor.store import look_at_store
from bot.doctor.unused import look_at_unused
from bot.version import version
from config.settings import Settings, SettingsError, read_settings
from knowledge.domain.days import utc_now


def examine(
    read: Callable[[], Settings] = read_settings, *, now: Callable[[], datetime] = utc_now
) -> Iterator[Finding]:
    """Every finding, in the order in which things depend on each other; which version is looked at comes first."""
    yield Finding("version", State.OK, version())
    try:
        settings = read()
    except SettingsError as error:
        for problem in error.problems:
            yield Finding("settings", State.PROBLEM, problem, "correct it in the environment or in .env")
        return
    yield Finding("settings", State.OK, "all settings can be read")
    yield from look_at_unused(settings)
    lists = yield from look_at_files(settings)
    yield from look_at_store(settings, lists, now())
    yield from look_at_slack(settings, now)
