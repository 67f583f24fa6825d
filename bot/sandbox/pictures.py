"""`python -m bot.sandbox.pictures`: makes the README's pictures anew, from the real bot in the sandbox."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.sandbox.browser import Visitor, find_browser, open_browser, sandbox_page

FOLDER = Path(__file__).parent / "pictures"
QUESTION = "youth justice in Hackney"
WIDE = {"width": 1120, "height": 720}
NARROW = {"width": 390, "height": 720}


def take_pictures(folder: Path = FOLDER) -> list[Path]:
    """Makes each picture by holding the conversation that it shows; needs a Chromium and Playwright."""
    path = find_browser()
    if path is None:
        raise SystemExit("no Chromium was found: install one, then run this again")
    folder.mkdir(exist_ok=True)
    taken = []
    with open_browser(path) as browser, sandbox_page() as address:
        for scheme, size in (("light", WIDE), ("dark", NARROW)):
            page = browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            visitor = Visitor(page, address)
            taken += _wide(visitor, folder) if size is WIDE else _narrow(visitor, folder)
            page.close()
    return taken


def _wide(visitor: Visitor, folder: Path) -> list[Path]:
    taken = [_picture(visitor, folder / "start.png")]
    visitor.types(f"/practice {QUESTION}")
    visitor.waits_for("Lisa Aldridge")
    taken.append(_picture(visitor, folder / "answer.png"))
    visitor.page.locator(".pf-button", has_text="Open").first.click()
    visitor.modal().wait_for()
    taken.append(_picture(visitor, folder / "initiative.png"))
    visitor.page.keyboard.press("Escape")
    visitor.modal().wait_for(state="hidden")
    visitor.types("/practice share")
    visitor.modal().wait_for()
    taken.append(_picture(visitor, folder / "share.png"))
    return taken


def _narrow(visitor: Visitor, folder: Path) -> list[Path]:
    visitor.types(f"/practice {QUESTION}")
    visitor.waits_for("Lisa Aldridge")
    return [_picture(visitor, folder / "narrow.png")]


def _picture(visitor: Visitor, path: Path) -> Path:
    visitor.page.wait_for_timeout(400)  # until dialogs and scrolling have come to rest
    visitor.page.screenshot(path=path, animations="disabled", caret="hide")
    return path


if __name__ == "__main__":
    for picture in take_pictures():
        sys.stdout.write(f"{picture.name}: {picture.stat().st_size // 1024} kB\n")
