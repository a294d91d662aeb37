"""The text of a part of Word: paragraphs, rows of tables, and after each what hangs on it, such as comments and text boxes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from kashf.domain.document import MarkKind
from kashf.sandboxed.engines.office.drawing_text import described
from kashf.sandboxed.engines.office.marked_text import Line, Stretch, marked, plain
from kashf.sandboxed.engines.office.numbering import Numbering
from kashf.sandboxed.engines.office.package import Relationship
from kashf.sandboxed.engines.office.word_elements import (
    chosen,
    chosen_entries,
    covered,
    field_targets,
    local_name,
    own_text,
    row_lines,
    shown,
    value_in_any,
    within,
)
from kashf.sandboxed.engines.office.word_styles import Styles, is_on, list_place, value_of

#: Elements whose text is in the document because somebody changed it.
_CHANGES: Final = {
    **dict.fromkeys(("del", "moveFrom", "cellDel"), MarkKind.DELETED),
    **dict.fromkeys(("ins", "moveTo", "cellIns"), MarkKind.INSERTED),
}
_SIGNS: Final = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    "softHyphen": "\N{SOFT HYPHEN}",
}
_NOTES: Final = {"footnoteReference": "footnote", "endnoteReference": "endnote", "commentReference": "comment"}
#: Properties, and what was there before a change of nothing but form.
_NO_TEXT: Final = re.compile(
    r".*(?:Pr|PrChange|PrEx|RangeStart|RangeEnd)$|instrText|delInstrText|fldData|ffData|tblGrid|proofErr|lastRenderedPageBreak"
)


@dataclass(slots=True)
class Story:
    """What the parts of a document share.

    Args:
        styles: Of the document.
        numbering: Its lists, and how far they have counted.
        notes: Kind -> id -> element of footnotes, endnotes and comments.
        links: Where the document points to, in order.
        changes: Who changed what on which day.
        told: Notes that were given.
    """

    styles: Styles
    numbering: Numbering
    notes: Mapping[str, Mapping[str, etree._Element]]
    links: dict[str, None] = field(default_factory=dict)
    changes: Counter[tuple[str, str, MarkKind]] = field(default_factory=Counter)
    told: set[tuple[str, str]] = field(default_factory=set)


class WordPart:
    """Walks one part.

    Args:
        story: What it shares with the others.
        relationships: Of this part, for the targets of its links.
    """

    def __init__(self, story: Story, relationships: Mapping[str, Relationship]) -> None:
        self._story = story
        self._relationships = relationships
        self._hanging: list[Line] = []
        self._codes: list[str] = []
        self._handlers: Mapping[str, Callable[[etree._Element, MarkKind | None, list[Stretch]], None]] = {
            **dict.fromkeys(("t", "delText"), self._text),
            **dict.fromkeys(("drawing", "pict", "object"), self._drawing),
            **dict.fromkeys(("p", "tbl"), self._block_inside),
            **dict.fromkeys(("hyperlink", "fldSimple", "fldChar", "instrText"), self._field),
            "AlternateContent": self._alternatives,
            "r": self._run,
        }

    def lines(self, parent: etree._Element, kind: MarkKind | None = None) -> Iterator[Line]:
        """Yield the lines below an element."""
        for line in self._blocks(parent, kind):
            yield line
            yield from self.hanging()

    def hanging(self) -> list[Line]:
        """Return what hangs on what was given last, once."""
        lines, self._hanging = self._hanging, []
        return lines

    def _blocks(self, parent: etree._Element, kind: MarkKind | None) -> Iterator[Line]:
        for child in parent.iterchildren("*"):
            match local_name(child):
                case "p":
                    yield self._paragraph(child, kind)
                case "tbl":
                    yield from self._table(child, kind)
                case "AlternateContent":
                    yield from self._blocks(chosen(child), kind)
                case "sdt" | "sdtContent" | "customXml" | "smartTag" | "footnote" | "endnote" | "comment":
                    yield from self._blocks(child, kind)
                case name if name in _CHANGES:
                    yield from self._blocks(child, self._changed(child, kind))

    def _paragraph(self, paragraph: etree._Element, kind: MarkKind | None) -> Line:
        properties = paragraph.find("{*}pPr")
        stretches: list[Stretch] = []
        style = ""
        if properties is not None:
            found = properties.find("{*}pStyle")
            style = value_of(found, "val") if found is not None else ""
        kind = kind or (MarkKind.HIDDEN if style in self._story.styles.hidden else None)
        self._inline(paragraph, kind, stretches)
        place = (list_place(properties) if properties is not None else None) or self._story.styles.lists.get(style)
        if place and (label := self._story.numbering.next_label(*place)) and plain(stretches).strip():
            stretches.insert(0, (f"{label} ", stretches[0][1]))
        return stretches

    def _table(self, table: etree._Element, kind: MarkKind | None) -> Iterator[Line]:
        for row in within(table, "tr"):
            cells: list[list[Line]] = []
            for cell in within(row, "tc"):
                cells += [self._cell(cell, self._row_kind(row, kind)), *[[]] * covered(cell)]
            yield from row_lines(cells)

    def _row_kind(self, row: etree._Element, kind: MarkKind | None) -> MarkKind | None:
        properties = row.find("{*}trPr")
        for each in properties if properties is not None else ():
            if local_name(each) in _CHANGES:
                return self._changed(each, kind)
            if local_name(each) == "hidden" and is_on(each):
                return kind or MarkKind.HIDDEN
        return kind

    def _cell(self, cell: etree._Element, kind: MarkKind | None) -> list[Line]:
        for each in cell.iterfind("{*}tcPr/*"):
            kind = self._changed(each, kind) if local_name(each) in _CHANGES else kind
        return [line for line in self._blocks(cell, kind) if plain(line).strip()]

    def _inline(self, parent: etree._Element, kind: MarkKind | None, out: list[Stretch]) -> None:
        """Take what stands in a paragraph; elements that say nothing of text themselves are looked into."""
        for child in parent.iterchildren("*"):
            name = local_name(child)
            if handler := self._handlers.get(name):
                handler(child, kind, out)
            elif name in _SIGNS:
                out.append((_SIGNS[name], kind))
            elif name in _CHANGES:
                self._inline(child, self._changed(child, kind), out)
            elif name in _NOTES:
                self._note(_NOTES[name], value_of(child, "id"), kind, out)
            elif not _NO_TEXT.fullmatch(name):
                self._inline(child, kind, out)

    def _text(self, element: etree._Element, kind: MarkKind | None, out: list[Stretch]) -> None:
        out.append((own_text(element), kind))

    def _alternatives(self, element: etree._Element, kind: MarkKind | None, out: list[Stretch]) -> None:
        self._inline(chosen(element), kind, out)

    def _block_inside(self, element: etree._Element, kind: MarkKind | None, _: list[Stretch]) -> None:
        """Let a paragraph or a table within a paragraph hang on it."""
        self._hanging.extend([self._paragraph(element, kind)] if local_name(element) == "p" else self._table(element, kind))

    def _run(self, run: etree._Element, kind: MarkKind | None, out: list[Stretch]) -> None:
        properties = run.find("{*}rPr")
        if properties is not None and kind is None:
            vanish, style = properties.find("{*}vanish"), properties.find("{*}rStyle")
            if vanish is not None:
                kind = MarkKind.HIDDEN if is_on(vanish) else None
            elif style is not None and value_of(style, "val") in self._story.styles.hidden:
                kind = MarkKind.HIDDEN
        self._inline(run, kind, out)

    def _changed(self, element: etree._Element, kind: MarkKind | None) -> MarkKind:
        """Return the kind of a change and count whose it is; what was struck out stays so, whatever was done to it before."""
        found = _CHANGES[local_name(element)]
        self._story.changes[value_of(element, "author"), value_of(element, "date")[:10], found] += 1
        return kind if kind in (MarkKind.DELETED, MarkKind.COMMENT) else found

    def _note(self, kind: str, id: str, around: MarkKind | None, out: list[Stretch]) -> None:
        """Let a note hang on the paragraph that refers to it."""
        element = self._story.notes.get(kind, {}).get(id)
        if element is None or (kind, id) in self._story.told:
            return
        self._story.told.add((kind, id))
        if kind != "comment":
            out.append((f"[{id}]", around))
        self._hanging.extend(self.note_lines(kind, id, element))

    def note_lines(self, kind: str, id: str, element: etree._Element) -> Iterator[Line]:
        """Yield the lines of a note: a comment with who wrote it and on which day, a footnote with its number."""
        lines = [line for line in self._blocks(element, None) if plain(line).strip()]
        if kind == "comment":
            who = ", ".join(filter(None, (value_of(element, "author"), value_of(element, "date")[:10])))
            lines = [marked(line, MarkKind.COMMENT) for line in lines]
            label: Stretch = (f"{who}: " if who else "", MarkKind.COMMENT)
        else:
            label = (f"[{id}] ", None)
        if lines:
            yield [label, *lines[0]]
            yield from lines[1:]

    def _drawing(self, drawing: etree._Element, kind: MarkKind | None, _: list[Stretch]) -> None:
        """Let the text of boxes, of letters drawn as a picture, and descriptions hang on the paragraph."""
        for each in shown(drawing):
            name = local_name(each)
            if name == "txbxContent":
                self._hanging.extend(self._blocks(each, kind))
            elif name == "textpath" and each.get("string"):
                self._hanging.append([(each.get("string", ""), kind)])
            elif name in ("docPr", "cNvPr", "shape", "imagedata"):
                title = each.get("title", "") if name != "imagedata" else ""
                self._hanging.extend(described(title, each.get("descr", "") or each.get("alt", "")))

    def _field(self, element: etree._Element, kind: MarkKind | None, out: list[Stretch]) -> None:
        """Keep where a link or a field points to, and take what it shows."""
        name = local_name(element)
        if name == "hyperlink":
            target = self._relationships.get(value_in_any(element, "id"))
            if target is not None and target.is_external:
                self._story.links[target.untrusted_target] = None
        elif name == "instrText":
            self._codes.append(element.text or "")
        elif name == "fldSimple" or value_of(element, "fldCharType") != "begin":
            code = value_of(element, "instr") if name == "fldSimple" else "".join(self._codes)
            self._codes = []
            self._story.links |= dict.fromkeys(field_targets(code))
        else:
            self._codes = []
            out.extend((text, kind) for text in chosen_entries(element))
        self._inline(element, kind, out)
