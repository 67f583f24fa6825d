"""Where the `practice` command begins: Ctrl-C has its words from here on, also while all the rest is imported."""

import sys


def main() -> None:
    """Run the command line, as `bot.cli` says."""
    try:
        from bot.cli import main as run
    except KeyboardInterrupt:
        print("Interrupted: nothing was done.", file=sys.stderr)
        sys.exit(130)
    run()
