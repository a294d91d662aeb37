"""The text of OpenDocument markup. Source: OpenDocument 1.3, part 3."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from kashf.domain.document import MarkKind
from kashf.sandboxed.engines.office.marked_text import Line, Stretch, marked, plain
from kashf.sandboxed.engines.office.word_elements import local_name, row_lines, value_in_any

_PARAGRAPHS: Final = frozenset({"p", "h"})
#: What is kept elsewhere, or says nothing of text.
_NO_TEXT: Final = frozenset(
    {"tracked-changes", "forms", "sequence-decls", "variable-decls", "user-field-decls", "event-listeners", "binary-data"}
)
#: Copies of a cell or row that are written out; more are the empty rest of a sheet.
_MOST_COPIES: Final = 50
_MOST_SPACES: Final = 1000


@dataclass(slots=True)
class OdfStory:
    """What the parts of a document share.

    Args:
        hidden: Names of styles whose text is not shown.
        deletions: Id of a change -> what it struck out.
        people: Id of a change -> (author, day, kind).
        links: Where the document points to, in order.
        changes: Who changed what on which day.
    """

    hidden: frozenset[str]
    deletions: Mapping[str, str]
    people: Mapping[str, tuple[str, str, MarkKind]]
    links: dict[str, None] = field(default_factory=dict)
    changes: Counter[tuple[str, str, MarkKind]] = field(default_factory=Counter)


class OdfBody:
    """Walks markup; what is between the marks of an insertion is put in, also over several paragraphs."""

    def __init__(self, story: OdfStory) -> None:
        self._story = story
        self._hanging: list[Line] = []
        self._open_insertions: set[str] = set()

    def lines(self, parent: etree._Element, kind: MarkKind | None = None) -> Iterator[Line]:
        """Yield paragraphs and rows below an element, each followed by what hangs on it."""
        for line in self._blocks(parent, kind):
            yield line
            hanging, self._hanging = self._hanging, []
            yield from hanging

    def _blocks(self, parent: etree._Element, kind: MarkKind | None) -> Iterator[Line]:
        for child in parent.iterchildren("*"):
            name = local_name(child)
            inner = self._kind(child, kind)
            if name in _PARAGRAPHS:
                out: list[Stretch] = []
                self._inline(child, inner, out)
                yield out
            elif name == "table-row":
                for _ in range(_copies(child, "number-rows-repeated")):
                    yield from self._row(child, inner)
            elif name in ("change-start", "change-end", "change"):
                out = []
                self._special(child, name, inner, out)
                yield out
            elif name in ("title", "desc"):
                yield [(" ".join("".join(child.itertext()).split()), MarkKind.HIDDEN)]
            elif name == "annotation":
                self._hanging.extend(self._comment(child))
            elif name not in _NO_TEXT:
                yield from self._blocks(child, inner)

    def _kind(self, element: etree._Element, kind: MarkKind | None) -> MarkKind | None:
        if kind is not None:
            return kind
        is_hidden = (
            value_in_any(element, "style-name") in self._story.hidden
            or value_in_any(element, "display") in ("none", "false")
            or value_in_any(element, "visibility") in ("collapse", "filter")
        )
        return MarkKind.HIDDEN if is_hidden else None

    def _row(self, row: etree._Element, kind: MarkKind | None) -> Iterator[Line]:
        cells: list[list[Line]] = []
        for cell in row.iterchildren("*"):
            lines = [] if local_name(cell) == "covered-table-cell" else [line for line in self._blocks(cell, kind) if plain(line).strip()]
            raw = raw_value(cell)
            shown = " ".join(plain(line) for line in lines)
            if raw and not shown:
                lines = [[(raw, kind)]]
            elif raw and raw != shown:
                lines = [*lines, [(f"[{raw}]", kind)]]
            cells.extend([lines] * _copies(cell, "number-columns-repeated"))
        while cells and not cells[-1]:
            cells.pop()
        yield from row_lines(cells)

    def _inline(self, parent: etree._Element, kind: MarkKind | None, out: list[Stretch]) -> None:
        if parent.text:
            out.append((parent.text, self._now(kind)))
        for child in parent:
            if isinstance(child.tag, str):
                self._special(child, local_name(child), kind, out)
            if child.tail:
                out.append((child.tail, self._now(kind)))

    def _now(self, kind: MarkKind | None) -> MarkKind | None:
        return MarkKind.INSERTED if self._open_insertions and kind is None else kind

    def _special(self, element: etree._Element, name: str, kind: MarkKind | None, out: list[Stretch]) -> None:
        match name:
            case "s":
                count = value_in_any(element, "c")
                out.append((" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES), kind))
            case "tab" | "line-break":
                out.append(("\t" if name == "tab" else "\n", kind))
            case "change" | "change-start" | "change-end":
                self._change(value_in_any(element, "change-id"), name, out)
            case "annotation":
                self._hanging.extend(self._comment(element))
            case "note":
                label = "".join(text for each in element.iterchildren("{*}note-citation") for text in each.itertext())
                out.append((f"[{label}]", kind))
                inside = [line for body in element.iterchildren("{*}note-body") for line in self._blocks(body, kind)]
                self._hanging.extend([(f"[{label}] ", kind), *line] if place == 0 else line for place, line in enumerate(inside))
            case "frame" | "custom-shape" | "g" | "line" | "rect":
                self._hanging.extend(self._blocks(element, kind))
            case "hidden-text" | "hidden-paragraph":
                out.append((value_in_any(element, "string-value") or "".join(element.itertext()), MarkKind.HIDDEN))
            case _ if name not in _NO_TEXT:
                if name == "a" and (target := value_in_any(element, "href")) and not target.startswith("#"):
                    self._story.links[target] = None
                self._inline(element, self._kind(element, kind), out)

    def _change(self, id: str, name: str, out: list[Stretch]) -> None:
        """Take what was struck out here; note where an insertion begins and ends."""
        if name != "change-end" and id in self._story.people:
            self._story.changes[self._story.people[id]] += 1
        if name == "change":
            out.append((self._story.deletions.get(id, ""), MarkKind.DELETED))
        elif name == "change-start":
            self._open_insertions |= {id}
        else:
            self._open_insertions -= {id}

    def _comment(self, annotation: etree._Element) -> Iterator[Line]:
        who = ", ".join(filter(None, author_and_day(annotation)))
        inside = [marked(line, MarkKind.COMMENT) for line in self._blocks(annotation, MarkKind.COMMENT) if plain(line).strip()]
        if inside:
            yield [(f"{who}: " if who else "", MarkKind.COMMENT), *inside[0]]
            yield from inside[1:]


def author_and_day(element: etree._Element) -> tuple[str, str]:
    """Return who made a change or comment, and on which day."""
    return element.findtext("{*}creator") or "", (element.findtext("{*}date") or "")[:10]


def raw_value(cell: etree._Element) -> str:
    """Return what a cell holds where that need not be what it shows: a number, a day, a time."""
    match value_in_any(cell, "value-type"):
        case "float" | "percentage" | "currency":
            value = value_in_any(cell, "value")
            return value.removesuffix(".0")
        case "date":
            return value_in_any(cell, "date-value").removesuffix("T00:00:00").replace("T", " ")
        case "time":
            return value_in_any(cell, "time-value").removeprefix("PT").replace("H", ":").replace("M", ":").removesuffix("S")
    return ""


def _copies(element: etree._Element, name: str) -> int:
    """Return how often a cell or row is repeated; the empty rest of a sheet once."""
    count = value_in_any(element, name)
    copies = int(count) if count.isdecimal() else 1
    return copies if 0 < copies <= _MOST_COPIES else 1
