"""A library of one small file that a journey changes as an admin would."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


class LibraryFile:
    """The library of the bot in a journey: entries by id, written to the file at every change."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder = folder
        self.path = folder / "hackney.yaml"
        self.entries: dict[str, dict[str, Any]] = {}
        self.holds("circle", title="A listening circle for foster carers")
        self.holds("mirror", title="Mirror mentoring of directors")

    def holds(self, id: str, **changes: Any) -> None:
        """Add an entry, or change the one there is."""
        whole = {
            "id": id,
            "authority": "Hackney",
            "title": f"About {id}",
            "summary": "What is done there, in a sentence.",
            "categories": ["children-and-families"],
            "themes": ["leadership"],
            "source": {"title": "A page about it", "url": "https://hackney.example/page"},
            "contacts": [{"name": "Rosa Example", "role": "Group lead", "email": "rosa@hackney.example"}],
        }
        self.entries[id] = {**whole, **self.entries.get(id, {}), **changes}
        self.write()

    def drops(self, id: str) -> None:
        del self.entries[id]
        self.write()

    def write(self) -> None:
        # Each by itself: what two share would be written as an alias.
        self.path.write_text("".join(yaml.safe_dump([one], sort_keys=False) for one in self.entries.values()))
