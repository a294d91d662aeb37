"""Workbooks of Excel: each cell as it is shown beside what it is, hidden sheets, rows and columns marked, comments with their authors.

calamine, which reads the older and the binary ones, gives no formats of numbers: of +963 11 555 it gives 96311555. Decision 20 weighs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from lxml import etree

from kashf.domain.document import MarkKind, Page, Reason
from kashf.ports.engines import EngineError, Extract, Limits, Source
from kashf.sandboxed.engines.office.drawing_text import drawing_lines
from kashf.sandboxed.engines.office.excel.cell_styles import cell_styles
from kashf.sandboxed.engines.office.excel.sheet import Book, SheetRows, one_line, text_of
from kashf.sandboxed.engines.office.marked_text import Line, joined
from kashf.sandboxed.engines.office.package import Package, opened_package
from kashf.sandboxed.engines.office.properties import properties
from kashf.sandboxed.engines.office.word_elements import all_texts, value_in_any

_TYPES: Final = re.compile(
    r"application/vnd\.(?:openxmlformats-officedocument\.spreadsheetml\.(?:sheet|template)|ms-excel\.(?:sheet|template|addin)\.macroenabled\.12)"
)
#: Bytes of one sheet that are read in the time that a file has; calamine is asked for larger ones.
_MOST_SHEET_BYTES: Final = 24 << 20
_BETWEEN_CELLS: Final = re.compile(r"[\t\n]")
#: Where the cells are filled from: a database, a page, a file.
CONNECTION_ATTRIBUTES: Final = {
    "connection": ("name", "sourceFile"),
    "dbPr": ("connection", "command"),
    "webPr": ("url",),
    "textPr": ("sourceFile",),
}


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    part: str
    is_hidden: bool


class WorkbookReader:
    """Reads xlsx, xlsm, xltx and xltm."""

    name = "workbook"
    version = f"1/lxml {etree.__version__}"

    def reads(self, type: str) -> bool:
        """Return whether `type` is a workbook that is kept as markup."""
        return _TYPES.fullmatch(type) is not None

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return one page for each sheet, its name in the first line; where data comes from stands on a last one.

        Raises:
            EngineError: ENCRYPTED or DAMAGED; TOO_LARGE, when another reader is faster.
        """
        with opened_package(source) as package:
            main = next(package.related("", "officeDocument"), "xl/workbook.xml")
            root = package.xml(main)
            if root is None:
                raise EngineError(Reason.DAMAGED, "the workbook has no main part")
            sheets = _sheets(package, main, root)
            book = _book(package, main, root)
            texts = [joined(_lines(package, sheet, book), most=limits.text_characters) for sheet in sheets[: limits.pages]]
            shown = {cell for text, _ in texts for cell in _BETWEEN_CELLS.split(text)}
            texts += [each for each in [joined(_origins(package, main)), joined(_kept_from_elsewhere(package, root, shown))] if each[0]]
            pages = tuple(Page(number, text, marks=marks) for number, (text, marks) in enumerate(texts, start=1))
            hidden = "; ".join(sheet.name for sheet in sheets if sheet.is_hidden)
            told = {"sheets": str(len(sheets))} | ({"hidden-sheets": hidden} if hidden else {})
            return Extract(pages, properties(package) | told).cut_after(limits.pages, len(sheets), "sheets")


def _sheets(package: Package, main: str, root: etree._Element) -> list[_Sheet]:
    related = package.relationships(main)
    found = []
    for each in root.iter("{*}sheet"):
        target = related.get(value_in_any(each, "id"))
        if target is None or target.is_external:
            continue
        info = package.info(target.untrusted_target)
        if info is not None and info.file_size > _MOST_SHEET_BYTES:
            raise EngineError(Reason.TOO_LARGE, "a sheet is too large to be read with its formats")
        found.append(_Sheet(each.get("name", ""), target.untrusted_target, each.get("state", "visible") != "visible"))
    return found


def _book(package: Package, main: str, root: etree._Element) -> Book:
    strings = [package.xml(name) for name in package.related(main, "sharedStrings")]
    styles = next((package.xml(name) for name in package.related(main, "styles")), None)
    is_1904 = any(each.get("date1904", "0") not in ("0", "false") for each in root.iterchildren("{*}workbookPr"))
    texts = [one_line(text_of(item)) for part in strings if part is not None for item in part.iterchildren("{*}si")]
    return Book(texts, cell_styles(styles, is_1904=is_1904))


def _lines(package: Package, sheet: _Sheet, book: Book) -> Iterator[Line]:
    """Yield the name of a sheet, its rows, and what hangs on its cells or floats above them."""
    kind = MarkKind.HIDDEN if sheet.is_hidden else None
    yield [(sheet.name, kind)]
    with package.opened(sheet.part) as file:
        yield from SheetRows(book, file, sheet.is_hidden).lines()
    people = {each.get("id", ""): each.get("displayName", "") for root in _all(package, "xl/persons/") for each in root.iter("{*}person")}
    related = package.relationships(sheet.part).values()
    for each in related:
        if each.is_external and each.kind == "hyperlink":
            yield [(each.untrusted_target, kind)]
        elif each.kind in ("comments", "threadedComment"):
            yield from _comments(package.xml(each.untrusted_target), people)
        elif each.kind == "drawing":
            yield from drawing_lines(package.xml(each.untrusted_target))
            yield from all_texts(package.xml(name) for name in package.related(each.untrusted_target, "chart"))


def _comments(root: etree._Element | None, people: dict[str, str]) -> Iterator[Line]:
    """Yield comments with their cell and their author; of a thread, which old programs see as one comment, each once."""
    if root is None:
        return
    authors = [each.text or "" for each in root.iter("{*}author")]
    for each in root.iter("{*}comment", "{*}threadedComment"):
        number = each.get("authorId", "")
        author = authors[int(number)] if number.isdecimal() and int(number) < len(authors) else people.get(each.get("personId", ""), "")
        text = one_line("".join(part.text or "" for part in each.iter("{*}t", "{*}text") if part.text).strip())
        if text and not author.startswith("tc={"):
            yield [(": ".join(filter(None, (" ".join(filter(None, (each.get("ref", ""), author))), text))), MarkKind.COMMENT)]


def _origins(package: Package, main: str) -> Iterator[Line]:
    """Yield where a workbook has its data from: databases, pages, files, other workbooks."""
    for root in (package.xml(name) for name in package.related(main, "connections")):
        for each in root.iter("{*}connection", "{*}dbPr", "{*}webPr", "{*}textPr") if root is not None else ():
            yield from ([(each.get(key, ""), None)] for key in CONNECTION_ATTRIBUTES[each.tag.rpartition("}")[2]] if each.get(key))
    for name in package.related(main, "externalLink"):
        yield from ([(each.untrusted_target, None)] for each in package.relationships(name).values() if each.is_external)


def _kept_from_elsewhere(package: Package, workbook: etree._Element, shown: AbstractSet[str]) -> Iterator[Line]:
    """Yield what a workbook keeps of tables elsewhere, for pivot tables and for cells that point there, and texts that are names.

    No cell shows it, so it is hidden; what a cell shows is left out.
    """
    yield from ([(f"{name}\t{text}", MarkKind.HIDDEN)] for name, text in _named_texts(workbook))
    for root in _all(package, "xl/pivotcache/"):
        named = [name for each in root.iter("{*}cacheField") if (name := each.get("name", "")) not in shown]
        yield [("\t".join(named), MarkKind.HIDDEN)]
        for group in root.iter("{*}sharedItems", "{*}r"):
            values = [
                text for each in group.iterchildren("{*}s", "{*}n", "{*}d") if (text := one_line(each.get("v", "")).strip()) not in shown
            ]
            yield [("\t".join(values), MarkKind.HIDDEN)]
    for root in _all(package, "xl/externallinks/"):
        yield [("\t".join(each.get("val", "") for each in root.iter("{*}sheetName")), MarkKind.HIDDEN)]
        for row in root.iter("{*}row"):
            yield [("\t".join(one_line(each.text or "") for each in row.iter("{*}v")), MarkKind.HIDDEN)]


def _named_texts(workbook: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield names that mean a text and no place."""
    for each in workbook.iter("{*}definedName"):
        if (text := (each.text or "").strip()).startswith('"'):
            yield each.get("name", ""), one_line(text.strip('"'))


def _all(package: Package, folder: str) -> Iterator[etree._Element]:
    for name in package.names():
        if name.startswith(folder) and name.endswith(".xml") and (root := package.xml(name)) is not None:
            yield root
