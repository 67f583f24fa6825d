"""Where several processes keep the counts of `/metrics`, so that any of them shows those of all.

prometheus_client looks for such a folder once, when it is imported: whoever needs one begins with it before that.
"""

from __future__ import annotations

import os
import shutil
import tempfile

#: The library's own setting.
_FOLDER = "PROMETHEUS_MULTIPROC_DIR"


def keep_counts(*, shared: bool) -> None:
    """Have this process and all that it starts keep their counts in memory, or in a new folder that they share."""
    # A folder that was set before is of other programs: its counts are not ours to show, nor to clear away.
    os.environ.pop(_FOLDER, None)
    if shared:
        os.environ[_FOLDER] = tempfile.mkdtemp(prefix="practice-counts-")


def shared_counts() -> str | None:
    """The folder in which several processes keep their counts, if they do."""
    return os.environ.get(_FOLDER)


def forget_counts() -> None:
    """Take the folder away, once the last of these processes has ended."""
    if folder := os.environ.pop(_FOLDER, None):
        shutil.rmtree(folder, ignore_errors=True)
