"""Which version this is, for whoever reports what went wrong."""

from __future__ import annotations

import platform

#: As the project is called where it is installed.
NAME = "practice-finder"


def version() -> str:
    """The version that is installed and the Python that it runs on; "unknown" in a tree that was never installed."""
    # Asked for seldom, and a question should not wait for the import.
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        found = installed(NAME)
    except PackageNotFoundError:
        found = "unknown"
    return f"{NAME} {found}, Python {platform.python_version()}"
