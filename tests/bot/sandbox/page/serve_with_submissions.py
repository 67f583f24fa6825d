"""Runs the sandbox with the real bot and two filled-in forms that wait for review."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from bot.commands.sandboxing import sandbox
from bot.wiring.knowledge import Knowledge
from config.settings import read_settings

FORMS = {
    "cooking.txt": """Anti-Racist Work and Tackling Disproportionality: Sharing Practice
Local authority: Hackney
Contact: Rosa Example, Group lead

With children and families
Cooking evenings for young carers
Young carers cook together every month with workers who share their background. A boy called Jayden, aged 9, came first.
Impact: More of them ask for help early.
""",
    "reading.txt": """Anti-Racist Work and Tackling Disproportionality: Sharing Practice
Local authority: Lewisham
Contact: Nadia Example, Librarian

With communities
Saturday reading circles for families
Families read together with retired teachers of Caribbean heritage and look at <https://evil.example|lewisham.gov.uk>.
Impact: Twelve of them come every week.
""",
}


def main(port: int) -> None:
    """Bring the forms in as from a terminal, then open the sandbox on that store."""
    settings = read_settings()
    knowledge = Knowledge(settings)
    knowledge.make_ready()
    with tempfile.TemporaryDirectory() as folder:
        for name, text in FORMS.items():
            path = Path(folder) / name
            path.write_text(text, encoding="utf-8")
            assert knowledge.import_forms.run([path])[0].outcome == "saved"
    knowledge.close()
    sandbox(settings, port=port, show=False)


if __name__ in {"__main__", "__mp_main__"}:
    main(int(sys.argv[1]))
