"""The text of shapes in DrawingML, which Excel and PowerPoint share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from kashf.domain.document import MarkKind
from kashf.sandboxed.engines.office.marked_text import Line, Stretch
from kashf.sandboxed.engines.office.word_elements import local_name, own_text, row_lines, shown

_FILE_NAME: Final = re.compile(r"\S+\.(?:png|jpe?g|gif|emf|wmf|bmp|tiff?|svg)$|(?:Picture|Image|Grafik|صورة)\s*\d*$", re.IGNORECASE)


def drawing_lines(root: etree._Element | None, kind: MarkKind | None = None) -> Iterator[Line]:
    """Yield paragraphs, rows of tables and descriptions of pictures, in the order of the markup."""
    rows = set[object]()
    for each in shown(root) if root is not None else ():
        name = local_name(each)
        if name == "tr":
            rows.add(each)
            cells = [[_paragraph(line, kind) for line in cell.iter("{*}p")] for cell in each.iterchildren("{*}tc")]
            yield from row_lines(cells)
        elif name == "p" and not any(ancestor in rows for ancestor in each.iterancestors("{*}tr")):
            yield _paragraph(each, kind)
        elif name == "cNvPr":
            yield from described(each.get("title", ""), each.get("descr", ""))


def described(*texts: str) -> Iterator[Line]:
    """Yield what a picture or shape is said to show, each text once; names of files and of nothing but pictures are no words."""
    for text in dict.fromkeys(texts):
        if text.strip() and not _FILE_NAME.match(text.strip()):
            yield [(" ".join(text.split()), MarkKind.HIDDEN)]


def _paragraph(paragraph: etree._Element, kind: MarkKind | None) -> Line:
    stretches: list[Stretch] = []
    for each in paragraph.iter("{*}t", "{*}br", "{*}tab"):
        text = {"br": "\n", "tab": "\t"}.get(local_name(each)) or own_text(each)
        stretches.append((text, kind))
    return stretches
