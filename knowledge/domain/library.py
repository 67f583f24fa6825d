"""What reading library files yields, item by item, before anything is saved; and what a reload did."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.domain.comparison import EntryChange
from knowledge.domain.initiative import Initiative
from knowledge.errors import Problem


@dataclass(frozen=True, slots=True)
class WholeFile:
    """Ends the entries of a file that was sound to its end; `digest` identifies its bytes and how they are read.

    With `known`, none of its entries was given out: they are as they were when the file was last brought in.
    """

    digest: str
    known: bool = False


@dataclass(frozen=True, slots=True)
class LibraryItem:
    """One entry of a library file as read; `initiative` is None when it was refused, and `problems` says why.

    `origin` identifies the file across reloads (its resolved path); `file` is how it is shown. When the whole file
    could not be read, `whole_file` is set and nothing that was held of that file may be touched. With `end` it is no
    entry, but says that the file was read to its end.
    """

    file: str
    origin: str
    line: int
    id: str | None = None
    initiative: Initiative | None = None
    problems: tuple[Problem, ...] = ()
    whole_file: bool = False
    end: WholeFile | None = None


@dataclass(frozen=True, slots=True)
class Reloaded:
    """What a reload did (or, on a dry run, would do): ids by outcome, and every problem met.

    `kept` are those posted or edited in Slack, which a reload never overwrites; `refused` are entries of the files
    that could not be taken, of which the store keeps what it held. `carried` follow a renamed theme or a successor
    of their authority without being in the files read; of `taken`, edited in Slack and among the changed, the file's
    version is taken all the same. `lists` says in words what changes in the lists. A preview says `details` of the
    first changed ones, field by field, in `differing` where what is kept is otherwise in its file (before: as kept;
    after: the file), and identifies by `plan` all that it would do.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    kept: tuple[str, ...] = ()
    refused: int = 0
    problems: tuple[Problem, ...] = ()
    applied: bool = False
    carried: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    plan: str = ""
    details: tuple[EntryChange, ...] = ()
    differing: tuple[EntryChange, ...] = ()
