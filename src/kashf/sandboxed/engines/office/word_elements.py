"""Finding one's way in the markup of Word and of drawings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from kashf.sandboxed.engines.office.marked_text import Line, Stretch, plain
from kashf.sandboxed.engines.office.word_styles import value_of

#: Quoted arguments of fields that fetch or open something.
_TARGET: Final = re.compile(r"^\s*(?:HYPERLINK|INCLUDE\w*|LINK|DDE\w*|IMPORT|RD)\b.*", re.IGNORECASE)
_QUOTED: Final = re.compile(r'"([^"]+)"|(\S*[/\\]\S+)')
#: A tip that is shown beside a link, a place in a document.
_SWITCH: Final = re.compile(r'\\[olmtn]\s+"[^"]*"', re.IGNORECASE)
#: Characters of a row of a table that is still one line; rows of longer cells are a way of laying out letters.
_ROW_CHARACTERS: Final = 500
#: Columns that a table may have in Word.
_MOST_COLUMNS: Final = 63
#: What stands between the cells of a row.
_TAB: Final[Stretch] = ("\t", None)


def field_targets(code: str) -> Iterator[str]:
    r"""Yield what the code of a field points to.

    >>> list(field_targets(' INCLUDETEXT "C:\\\\plans.doc" \\* MERGEFORMAT'))
    ['C:\\plans.doc']
    """
    if _TARGET.match(code):
        code = _SWITCH.sub("", code)
        for quoted, bare in _QUOTED.findall(code):
            target = (quoted or bare).replace("\\\\", "\\").strip()
            if len(target) > 1 and not target.startswith(("\\*", "\\l", "\\o")):
                yield target


def chosen_entries(field: etree._Element) -> Iterator[str]:
    """Yield what is chosen in a drop-down list of a form, which stands nowhere else."""
    for form in field.iterfind("{*}ffData/{*}ddList"):
        entries = [value_in_any(each, "val") for each in form.iterfind("{*}listEntry")]
        number = next((value_in_any(each, "val") for name in ("result", "default") for each in form.iterfind(f"{{*}}{name}")), "0")
        yield from entries[int(number) : int(number) + 1] if number.isdecimal() else ()


def own_text(element: etree._Element) -> str:
    """Return the text of an element without what is in others inside it, such as entities that nobody fills in."""
    return (element.text or "") + "".join(each.tail or "" for each in element)


def value_in_any(element: etree._Element, name: str) -> str:
    """Return an attribute of that name in whichever name space."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its name space, which is another one in strict documents."""
    tag: str = element.tag
    return tag[tag.rfind("}") + 1 :]


def chosen(alternatives: etree._Element) -> etree._Element:
    """Return the first of several forms of one thing; the fallback where the first has no text."""
    forms = list(alternatives.iterchildren("*"))
    if not forms:
        return alternatives
    has_text = any(local_name(each) in ("t", "textpath") for each in forms[0].iter(etree.Element))
    return forms[0] if has_text or len(forms) == 1 else forms[-1]


def within(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield rows of a table or cells of a row, also those within content controls and changes."""
    for child in parent.iterchildren("*"):
        if local_name(child) == name:
            yield child
        elif local_name(child) in ("sdt", "sdtContent", "customXml", "ins", "del", "smartTag"):
            yield from within(child, name)


def shown(drawing: etree._Element) -> Iterator[etree._Element]:
    """Yield the elements of a drawing, of alternatives one, and not those inside a text box, which is read as a whole."""
    for child in drawing.iterchildren("*"):
        if local_name(child) == "AlternateContent":
            yield from shown(chosen(child))
        else:
            yield child
            if local_name(child) != "txbxContent":
                yield from shown(child)


def covered(cell: etree._Element) -> int:
    """Return how many columns beyond its own a cell covers, none beyond what a table may have."""
    span = cell.find("{*}tcPr/{*}gridSpan")
    said = value_of(span, "val") if span is not None else ""
    return min(int(said), _MOST_COLUMNS) - 1 if said.isascii() and said.isdecimal() and len(said) < 6 and int(said) else 0


def row_lines(cells: list[list[Line]]) -> Iterator[Line]:
    """Yield a row as one line, its cells divided by tabs; line by line where it is a frame around whole lines.

    Such are a row of one cell, a row with a table of several rows in a cell, and pieces of a letter side by side.
    """
    if len(cells) == 1 or any(sum(_TAB in line for line in cell) > 1 for cell in cells) or _are_pieces(cells):
        yield from (line for cell in cells for line in cell)
        return
    row: list[Stretch] = []
    for number, cell in enumerate(cells):
        row.extend([_TAB] if number else [])
        for place, line in enumerate(cell):
            row.extend([(" ", None)] if place else [])
            row.extend((text.replace("\n", " "), kind) for text, kind in line)
    yield row


def _are_pieces(cells: list[list[Line]]) -> bool:
    return sum(len(plain(line)) for cell in cells for line in cell) > _ROW_CHARACTERS and any(len(cell) > 1 for cell in cells)


def all_texts(roots: Iterable[etree._Element | None]) -> Iterator[Line]:
    """Yield the paragraphs and cached values of charts and diagrams, each once a part."""
    for root in roots:
        places = root.iter("{*}p", "{*}v") if root is not None else ()
        found = ("".join(each.itertext("{*}t", "{*}v")).strip() for each in places)
        yield from ([(text, None)] for text in dict.fromkeys(found) if text)
