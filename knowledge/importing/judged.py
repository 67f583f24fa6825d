"""Reads judged queries: questions with the initiatives that people found relevant to them."""

from __future__ import annotations

from pathlib import Path

from knowledge.domain.paths import readable
from knowledge.domain.relevance import JudgedQuery, QueryType
from knowledge.errors import Problem, Refused
from knowledge.importing.fields import Fields, Report
from knowledge.importing.marked import Mapped, Node, Scalar, Unusable, read_entries, survey
from knowledge.importing.plaintext import Unreadable

FIELDS = ("id", "type", "text", "of", "relevant")
#: 3 is exactly what was asked, 2 clearly relevant, 1 marginal.
GRADES = {"1": 1, "2": 2, "3": 3}
#: Bad input is judged too: a question may be as long as a pasted e-mail.
TEXT_LENGTH = 20_000


def read_judged(path: Path) -> tuple[JudgedQuery, ...]:
    """Read a file of judged queries. Raises `Refused` with every problem, each with its line."""
    file = readable(path)
    problems: list[Problem] = []
    found: dict[str, JudgedQuery] = {}
    lines: dict[str, int] = {}
    try:
        top = survey(path, entries_under="queries").top
        if isinstance(top, Scalar | Unusable):
            problems.append(Problem(file, _instead(top, "must be a list of judged queries"), line=top.line))
        for entry in read_entries(path, entries_under="queries"):
            query = _query(entry, file, problems)
            id = _id(entry) if isinstance(entry, Mapped) else None
            if id and lines.setdefault(id, entry.line) != entry.line:
                message = f"{id} is used twice, first on line {lines[id]}: choose another id"
                problems.append(Problem(file, message, entry.line, id, "id"))
            if query is not None:
                found[query.id] = query
    except Unreadable as error:
        problems.append(Problem(file, str(error), line=error.line))
    for query in found.values():
        if query.of is not None and query.of not in lines:
            message = f"no query {query.of} in this file"
            problems.append(Problem(file, message, query.line, query.id, "of"))
    if not found and not problems:
        problems.append(Problem(file, "holds no judged queries"))
    if problems:
        problems.sort(key=lambda problem: problem.line or 0)
        raise Refused(f"{file} cannot be used as judged queries", problems)
    return tuple(found.values())


def _query(entry: Node, file: str, problems: list[Problem]) -> JudgedQuery | None:
    if not isinstance(entry, Mapped):
        message = _instead(entry, "each entry must be a mapping with id, type, text and relevant")
        problems.append(Problem(file, message, line=entry.line))
        return None
    report = Report(file, _id(entry))
    fields = Fields(entry, FIELDS, report)
    id = fields.text("id", required=True, number=True)
    kind = fields.choice("type", {one.value: one.value for one in QueryType}, required=True)
    if fields.lacks("text"):
        fields.wrong("text", 'is missing: it is required, "" for a question without words')
    text = fields.text("text", longest=TEXT_LENGTH, number=True) or ""
    relevant = _relevant(entry, report)
    if kind == QueryType.NONE and relevant:
        fields.wrong("relevant", "must be empty for type none: such a query has no answer")
    of = fields.text("of", number=True)
    problems += report.problems
    if report.problems or id is None or kind is None:
        return None
    return JudgedQuery(id, QueryType(kind), text, relevant, of, entry.line)


def _instead(node: Node, wrong: str) -> str:
    """What is wrong with a value that is not what was wanted: of YAML that is not taken at all, what it is."""
    return node.message if isinstance(node, Unusable) else wrong


def _id(entry: Mapped) -> str | None:
    values = [value for key, value in entry.pairs if isinstance(key, Scalar) and key.value == "id"]
    return values[0].value if values and isinstance(values[0], Scalar) else None


def _relevant(entry: Mapped, report: Report) -> dict[str, int]:
    """The grades by initiative id; whatever is wrong is noted."""
    grades: dict[str, int] = {}
    for key, node in entry.pairs:
        if not (isinstance(key, Scalar) and key.value == "relevant"):
            continue
        if not isinstance(node, Mapped):
            wrong = _instead(node, "must be a mapping from initiative ids to grades, or {}")
            report.add(node.line, "relevant", wrong)
            continue
        for id, grade in node.pairs:
            if isinstance(id, Scalar) and id.value in grades:
                report.add(id.line, "relevant", f"{id.value} is given twice: keep one of them")
            elif isinstance(id, Scalar) and isinstance(grade, Scalar) and grade.value in GRADES:
                grades[id.value] = GRADES[grade.value]
            else:
                wrong = "a grade is 3 (what was asked), 2 (relevant) or 1 (marginal)"
                report.add(grade.line, "relevant", _instead(id, _instead(grade, wrong)))
    return grades
