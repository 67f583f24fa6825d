"""The zip package that a Word file is: checked by its directory first, then read within bounds."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from typing import BinaryIO
from xml.etree import ElementTree

from knowledge.importing.template.files.limits import (
    MEGABYTE,
    MEMBERS,
    PART_BYTES,
    RATIO,
    RATIO_FROM_BYTES,
    UNPACKED_BYTES,
    Unreadable,
)

_CHUNK = 64 * 1024
_ENCRYPTED = 0x1
_DAMAGED = "the file is damaged or was cut short; open it in Word, save it again as .docx and send that"


class _NoDoctype(ElementTree.TreeBuilder):
    """Builds a tree and refuses document types: Word never writes one, and every entity attack needs one."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise Unreadable("the file holds a document type (DTD), which Word never writes; save it again from Word")


class Package:
    """A Word file's parts by name. Raises Unreadable, with words, for whatever is wrong with it."""

    def __init__(self, file: BinaryIO) -> None:
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
            raise Unreadable(_DAMAGED) from error
        self._infos = {info.filename.lstrip("/"): info for info in self._zip.infolist()}
        self._check_directory()

    def _check_directory(self) -> None:
        infos = self._zip.infolist()
        if len(infos) > MEMBERS:
            raise Unreadable(
                f"the file holds {len(infos):,} parts; a form has a few dozen (at most {MEMBERS:,} are read)"
            )
        unpacked = sum(info.file_size for info in infos)
        if unpacked > UNPACKED_BYTES:
            raise Unreadable(
                f"the file is larger than {UNPACKED_BYTES // MEGABYTE} MB when opened; take out pictures, or "
                f"paste the text"
            )
        for info in infos:
            if info.flag_bits & _ENCRYPTED:
                raise Unreadable("the file is protected by a password; save it without one and send that")
            # Pictures of one colour shrink without limit and are never opened; only what is read counts.
            heavy = info.file_size > RATIO_FROM_BYTES and info.filename.endswith((".xml", ".rels"))
            if heavy and info.file_size > RATIO * max(info.compress_size, 1):
                raise Unreadable(
                    "the file unpacks to hundreds of times its size, which no form does; save it again from Word"
                )

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def names(self) -> list[str]:
        return list(self._infos)

    def tree(self, name: str) -> ElementTree.Element | None:
        """The root of the XML part `name`, read no further than PART_BYTES; None when there is no such part."""
        info = self._infos.get(name)
        if info is None:
            return None
        parser = ElementTree.XMLParser(target=_NoDoctype())  # noqa: S314 - document types are refused above
        taken = 0
        try:
            with self._zip.open(info) as part:
                while chunk := part.read(_CHUNK):
                    taken += len(chunk)
                    if taken > PART_BYTES:
                        raise Unreadable(
                            "the file holds far more text than a form does; send a shorter one, or paste the text"
                        )
                    parser.feed(chunk)
            root = parser.close()
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            RuntimeError,
            NotImplementedError,
            ValueError,
            LookupError,  # an encoding that nobody knows
        ) as error:
            raise Unreadable(_DAMAGED) from error
        except ElementTree.ParseError as error:
            raise Unreadable(_DAMAGED) from error
        return root if isinstance(root, ElementTree.Element) else None

    def relationships(self, name: str) -> dict[str, tuple[str, str, bool]]:
        """What the part `name` refers to: id -> (kind, target, outside)."""
        folder, base = posixpath.split(name)
        root = self.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        found = {}
        for one in root if root is not None else ():
            kind = one.get("Type", "").rpartition("/")[2]
            found[one.get("Id", "")] = (kind, one.get("Target", ""), one.get("TargetMode") == "External")
        return found

    def near(self, name: str, target: str) -> str:
        """The full name of a part that `name` refers to as `target`."""
        if target.startswith("/"):
            return target.lstrip("/")
        return posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
