"""Presentations of PowerPoint: a page for each slide with its notes and comments, hidden slides marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from kashf.domain.document import MarkKind, Page, Reason
from kashf.ports.engines import EngineError, Extract, Limits, Source
from kashf.sandboxed.engines.office.drawing_text import drawing_lines
from kashf.sandboxed.engines.office.marked_text import Line, joined, plain
from kashf.sandboxed.engines.office.package import Package, opened_package
from kashf.sandboxed.engines.office.properties import properties
from kashf.sandboxed.engines.office.word_elements import all_texts

_TYPES: Final = re.compile(
    r"application/vnd\.(?:openxmlformats-officedocument\.presentationml\.(?:presentation|slideshow|template)|"
    r"ms-powerpoint\.(?:presentation|slideshow|template)\.macroenabled\.12)"
)


class SlideReader:
    """Reads pptx, ppsx, potx and their kinds with macros."""

    name = "slides"
    version = f"1/lxml {etree.__version__}"

    def reads(self, type: str) -> bool:
        """Return whether `type` is a presentation of 2007 or later."""
        return _TYPES.fullmatch(type) is not None

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return one page for each slide; what all slides show stands on a last one.

        Raises:
            EngineError: ENCRYPTED, DAMAGED or TOO_LARGE.
        """
        with opened_package(source) as package:
            main = next(package.related("", "officeDocument"), "ppt/presentation.xml")
            root = package.xml(main)
            if root is None:
                raise EngineError(Reason.DAMAGED, "the presentation has no main part")
            related, authors = package.relationships(main), _authors(package, main)
            ids = [_relationship_id(each) for each in root.iter("{*}sldId")]
            slides = [related[id].untrusted_target for id in ids if id in related and not related[id].is_external]
            texts = [joined(_lines(package, name, authors), most=limits.text_characters) for name in slides[: limits.pages]]
            texts += [each for each in [joined(_on_all(package, main))] if each[0]]
            pages = tuple(Page(number, text, marks=marks) for number, (text, marks) in enumerate(texts, start=1))
            told = properties(package) | {"slides": str(len(slides))}
            return Extract(pages, told).cut_after(limits.pages, len(slides), "slides")


def _relationship_id(slide: etree._Element) -> str:
    """Return the id of the relationship of a slide, which has a number of its own under the same name."""
    return next((str(value) for key, value in slide.attrib.items() if str(key).endswith("}id")), "")


def _lines(package: Package, name: str, authors: Mapping[str, str]) -> Iterator[Line]:
    root = package.xml(name)
    if root is None:
        return
    kind = MarkKind.HIDDEN if root.get("show") in ("0", "false") else None
    yield from drawing_lines(root, kind)
    for each in package.relationships(name).values():
        if each.is_external:
            if each.kind == "hyperlink":
                yield [(each.untrusted_target, kind)]
        elif each.kind in ("chart", "diagramData"):
            yield from all_texts([package.xml(each.untrusted_target)])
        elif each.kind == "notesSlide":
            yield from drawing_lines(package.xml(each.untrusted_target), kind)
        elif each.kind == "comments":
            yield from _comments(package.xml(each.untrusted_target), authors)


def _comments(root: etree._Element | None, authors: Mapping[str, str]) -> Iterator[Line]:
    """Yield comments and the answers to them, each with who wrote it and on which day."""
    for each in root.iter("{*}cm", "{*}reply") if root is not None else ():
        own = (text for body in each.iterchildren("{*}text", "{*}txBody") for text in body.itertext())
        day = (each.get("dt") or each.get("created") or "")[:10]
        who = ", ".join(filter(None, (authors.get(each.get("authorId", ""), ""), day)))
        text = " ".join("".join(own).split())
        if text:
            yield [(f"{who}: {text}" if who else text, MarkKind.COMMENT)]


def _authors(package: Package, main: str) -> dict[str, str]:
    """Return the names of those who commented, by number or id."""
    roots = [package.xml(name) for kind in ("commentAuthors", "authors") for name in package.related(main, kind)]
    return {
        each.get("id", ""): each.get("name", "") for root in roots if root is not None for each in root.iter("{*}cmAuthor", "{*}author")
    }


def _on_all(package: Package, main: str) -> Iterator[Line]:
    """Yield what handouts, masters and layouts show on every slide; places for text in layouts only say that text goes there."""
    for name in package.related(main, "handoutMaster"):
        yield from drawing_lines(package.xml(name))
    seen = set[str]()
    for master in package.related(main, "slideMaster"):
        for name in (master, *package.related(master, "slideLayout")):
            root = package.xml(name)
            if root is None:
                continue
            for place in list(root.iter("{*}ph")):
                shape = next(place.iterancestors("{*}sp", "{*}pic", "{*}graphicFrame"), None)
                if shape is not None and (parent := shape.getparent()) is not None:
                    parent.remove(shape)
            for line in drawing_lines(root):
                if plain(line) not in seen:
                    seen.add(plain(line))
                    yield line
