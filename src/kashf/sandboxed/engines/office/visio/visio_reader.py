"""Reads vsdx: shapes in the order of the page; what a shape does not say itself, its master says for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from kashf.domain.document import MarkKind, Page, Reason
from kashf.ports.engines import EngineError, Extract, Limits, Source
from kashf.sandboxed.engines.office.marked_text import Line, joined
from kashf.sandboxed.engines.office.package import Package, opened_package
from kashf.sandboxed.engines.office.properties import properties

_TYPE: Final = "application/vnd.ms-visio.drawing"
_MAIN: Final = "visio/document.xml"
_REL: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
#: Sections of a shape whose cells are written by people, and those cells. Source: MS-VSDX 2.2.5.
_WRITTEN: Final = {"Property": ("Label", "Value"), "Hyperlink": ("Description", "Address", "SubAddress"), "User": ("Prompt",)}


class VisioReader:
    """Reads vsdx and its templates, stencils and kinds with macros."""

    name = "visio"
    version = f"1/lxml {etree.__version__}"

    def reads(self, type: str) -> bool:
        """Return whether `type` is a drawing of Visio 2013 or later."""
        return type == _TYPE

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return one page for each page of the drawing; one of a stencil, which has none, for its masters.

        Raises:
            EngineError: ENCRYPTED, DAMAGED or TOO_LARGE.
        """
        with opened_package(source) as package:
            main = next(package.related("", "document"), _MAIN)
            if package.xml(main) is None:
                raise EngineError(Reason.DAMAGED, "the drawing has no main part")
            masters = _masters(package, main)
            comments = _comments(package, main)
            listed = [each for part in package.related(main, "pages") for each in _parts(package, part, "Page")]
            texts = [
                joined(_page_lines(package, element, name, masters, comments), most=limits.text_characters)
                for element, name in listed[: limits.pages]
            ]
            if not listed:
                texts = [joined(_lines(each, {}), most=limits.text_characters) for each in masters.values()]
            pages = tuple(Page(number, text, marks=marks) for number, (text, marks) in enumerate(texts, start=1))
            return Extract(pages, properties(package)).cut_after(limits.pages, len(listed))


def _parts(package: Package, part: str, tag: str) -> Iterator[tuple[etree._Element, str]]:
    """Yield what a list of pages or masters says of each, and the name of its part."""
    root, related = package.xml(part), package.relationships(part)
    for element in root.iter(f"{{*}}{tag}") if root is not None else ():
        for relation in element.iter("{*}Rel"):
            target = related.get(relation.get(_REL, ""))
            if target is not None and not target.is_external:
                yield element, target.untrusted_target


def _masters(package: Package, main: str) -> dict[str, etree._Element]:
    """Return the content of each master by its number."""
    listed = [each for part in package.related(main, "masters") for each in _parts(package, part, "Master")]
    found = {element.get("ID", ""): package.xml(name) for element, name in listed}
    return {id: root for id, root in found.items() if root is not None}


def _comments(package: Package, main: str) -> Mapping[str, list[str]]:
    """Return the comments of each page by its number, each with its author and day."""
    found: dict[str, list[str]] = defaultdict(list)
    for part in package.related(main, "comments"):
        root = package.xml(part)
        if root is None:
            continue
        authors = {each.get("ID", ""): each.get("Name", "") for each in root.iter("{*}AuthorEntry")}
        for each in root.iter("{*}CommentEntry"):
            who = ", ".join(filter(None, (authors.get(each.get("AuthorID", ""), ""), each.get("Date", "")[:10])))
            found[each.get("PageID", "")].append(": ".join(filter(None, (who, "".join(map(str, each.itertext())).strip()))))
    return found


def _page_lines(
    package: Package, element: etree._Element, name: str, masters: Mapping[str, etree._Element], comments: Mapping[str, list[str]]
) -> Iterator[Line]:
    """Yield the name of a page, what its shapes say, and what was noted on it."""
    yield [(element.get("Name", ""), None)]
    root = package.xml(name)
    if root is not None:
        yield from _lines(root, masters)
    for comment in comments.get(element.get("ID", ""), ()):
        yield [(comment, MarkKind.COMMENT)]


def _lines(root: etree._Element, masters: Mapping[str, etree._Element]) -> Iterator[Line]:
    """Yield what each shape says, then its data and links; shapes in groups follow their group."""
    for shape in root.iter("{*}Shape"):
        own = shape.find("{*}Text")
        inherited = masters.get(shape.get("Master", "")) if own is None else None
        said = own if own is not None else inherited.find(".//{*}Text") if inherited is not None else None
        for line in "".join(map(str, said.itertext())).splitlines() if said is not None else ():
            yield [(line, None)]
        for section in shape.findall("{*}Section"):
            names = _WRITTEN.get(section.get("N", ""), ())
            for row in section.findall("{*}Row") if names else ():
                cells = {cell.get("N", ""): cell.get("V", "") for cell in row.findall("{*}Cell")}
                yield [(": ".join(cells[name] for name in names if cells.get(name)), None)]
