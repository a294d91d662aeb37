"""OpenDocument files: texts as one page, a page for each sheet and slide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from kashf.domain.document import Mark, MarkKind, Page, Reason
from kashf.ports.engines import EngineError, Extract, Limits, Source
from kashf.sandboxed.engines.office.marked_text import Line, joined
from kashf.sandboxed.engines.office.opendocument.body import OdfBody, OdfStory, author_and_day
from kashf.sandboxed.engines.office.package import MAX_MARKUP_BYTES, Package, opened_package, parse_xml
from kashf.sandboxed.engines.office.word import told_changes
from kashf.sandboxed.engines.office.word_elements import local_name, value_in_any

_TYPES: Final = re.compile(
    r"application/vnd\.oasis\.opendocument\.(?:text|spreadsheet|presentation|graphics)(?:-template|-master)?(-flat-xml)?"
)
_OWN_PAGES: Final = frozenset({"table", "page"})
_KNOWN: Final = {
    "creation-date": "meta:creation-date",
    "date": "dcterms:modified",
    "initial-creator": "meta:initial-author",
    "keyword": "meta:keyword",
}


class OpenDocumentReader:
    """Reads odt, ods, odp and odg, their templates, and the same as one file of markup."""

    name = "opendocument"
    version = f"1/lxml {etree.__version__}"

    def reads(self, type: str) -> bool:
        """Return whether `type` is an OpenDocument."""
        return _TYPES.fullmatch(type) is not None

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return the pages; headers and footers stand before and after the first and last.

        Raises:
            EngineError: ENCRYPTED, DAMAGED or TOO_LARGE.
        """
        if source.type.endswith("-flat-xml"):
            if source.size_bytes > MAX_MARKUP_BYTES:
                raise EngineError(Reason.TOO_LARGE, "markup beyond the limit")
            root = parse_xml(source.read())
            return _extract([root], [root], [root])
        with opened_package(source) as package:
            if b"encryption-data" in package.read("meta-inf/manifest.xml"):
                raise EngineError(Reason.ENCRYPTED, "the document needs a password")
            return _extract(_contents(package), [package.xml("styles.xml")], [package.xml("meta.xml")])


def _contents(package: Package) -> list[etree._Element | None]:
    """Return the markup of the document, then that of charts, formulas and tables embedded in it."""
    inside = [name for name in package.names() if name.endswith("/content.xml")]
    return [package.xml(name) for name in ("content.xml", *inside)]


def _extract(contents: list[etree._Element | None], styles: list[etree._Element | None], meta: list[etree._Element | None]) -> Extract:
    if contents[0] is None:
        raise EngineError(Reason.DAMAGED, "the document has no content")
    story = _story([*contents, *styles])
    body = OdfBody(story)
    heads = [line for name in ("header", "footer") for line in _headers(styles, name, body)]
    texts = [*_texts(contents[0], body, story)]
    texts += [joined(body.lines(element)) for root in contents[1:] if root is not None for element in root.iterchildren("{*}body")]
    around = joined([*heads, *([(link, None)] for link in story.links)])
    texts = [each for each in (*texts, around) if each[0]]
    pages = tuple(Page(number, text, marks=marks) for number, (text, marks) in enumerate(texts, start=1))
    return Extract(pages, _metadata(meta) | told_changes(story.changes))


def _story(roots: Iterable[etree._Element | None]) -> OdfStory:
    hidden, deletions, people = set[str](), dict[str, str](), dict[str, tuple[str, str, MarkKind]]()
    for root in roots:
        for each in root.iter("{*}style") if root is not None else ():
            told = [(value_in_any(part, "display"), value_in_any(part, "visibility")) for part in each.iterchildren("*")]
            if any(display in ("none", "false") or visibility in ("hidden", "collapse") for display, visibility in told):
                hidden.add(value_in_any(each, "name"))
        for region in root.iter("{*}changed-region") if root is not None else ():
            for change in region.iterchildren("{*}deletion", "{*}insertion"):
                id = value_in_any(region, "id")
                info = next(change.iterchildren("{*}change-info"), change)
                is_deletion = local_name(change) == "deletion"
                people[id] = (*author_and_day(info), MarkKind.DELETED if is_deletion else MarkKind.INSERTED)
                if is_deletion:
                    deletions[id] = " ".join("".join(each.itertext()) for each in change.iter("{*}p", "{*}h"))
    return OdfStory(frozenset(hidden), deletions, people)


def _texts(root: etree._Element, body: OdfBody, story: OdfStory) -> Iterator[tuple[str, tuple[Mark, ...]]]:
    """Yield text and marks of each page: of a text one, of sheets and slides one each, with its name first."""
    for kind in (element for each in root.iterchildren("{*}body") for element in each.iterchildren("*")):
        own = [each for each in kind.iterchildren("*") if local_name(each) in _OWN_PAGES] if local_name(kind) != "text" else []
        if not own:
            yield joined(body.lines(kind))
        for each in own:
            mark = MarkKind.HIDDEN if value_in_any(each, "style-name") in story.hidden else None
            title: list[Line] = [[(value_in_any(each, "name"), mark)]] if local_name(each) == "table" else []
            yield joined([*title, *body.lines(each, mark)])


def _headers(roots: Iterable[etree._Element | None], name: str, body: OdfBody) -> list[Line]:
    """Return headers or footers, those for first and left pages too, each line once."""
    found = [
        each for root in roots if root is not None for form in (name, f"{name}-left", f"{name}-first") for each in root.iter(f"{{*}}{form}")
    ]
    lines = [tuple(line) for each in found for line in body.lines(each)]
    return list(dict.fromkeys(lines))


def _metadata(roots: Iterable[etree._Element | None]) -> dict[str, str]:
    told = dict[str, str]()
    for each in (each for root in roots if root is not None for meta in root.iter("{*}meta") for each in meta.iterchildren("*")):
        name = local_name(each)
        key = (
            f"custom:{value_in_any(each, 'name')}"
            if name == "user-defined"
            else _KNOWN.get(name, f"dc:{name}" if "purl.org" in each.tag else name)
        )
        value = "".join(each.itertext()).strip()
        if value:
            told[key] = f"{told[key]}; {value}" if key in told else value
    return told
