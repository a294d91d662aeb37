"""Web pages: all of their text, with menus, tickers and notices marked.

The text is taken by our own walk through the page, because extractors drop what they hold for boilerplate, signatures included. A line is
marked when the page itself says what it is, by an element such as nav or a class such as "cookie", or when it is one of several that are
nothing but links, above or below all prose. Where what is so named holds more than the rest, or there is no prose, nothing is marked.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from kashf.domain.document import Mark, MarkKind, Page, Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits, Source
from kashf.sandboxed.engines.merged_cells import TableColumns
from kashf.sandboxed.engines.web_styles import PageStyles, TextLook

_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
#: Declared by servers and editors for everything; the bytes know better.
_DEFAULTS = frozenset({"iso8859-1", "cp1252", "ascii", "utf-8"})
_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "option", "p", "pre"),
        *("section", "select", "summary", "details", "table", "tbody", "thead", "tr", "ul", "caption", "title", "legend"),
    }
)
_CELLS = frozenset({"td", "th"})
_NO_TEXT = frozenset({"script", "style", "template"})
#: Elements that stand empty, so they never end.
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_SURROUNDING = frozenset({"nav", "aside", "footer"})
_SURROUNDING_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|cookies?|consent|gdpr|banner|ad|ads|advert\w*|sponsor\w*|promo|ticker|market\w*|share|sharing|"
    r"social|breadcrumbs?|related|recommended|newsletter|subscribe|sidebar|footer|toolbar|skip)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
#: Exports of messengers show the time of day, and say the day where the pointer rests on it.
_DATE_AND_TIME = re.compile(r"\b\d{1,4}([./-])\d{1,2}\1\d{1,4}\b.{0,3}\b\d{1,2}:\d\d")
#: Code points for private use, between which `WebPageReader.text` puts what is not shown.
HIDDEN_BEGINS, HIDDEN_ENDS = "\ue0f4", "\ue0f5"
_META = ("property", "name", "itemprop", "http-equiv")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: Share of a line's characters that are links, from which on it is nothing but links.
_LINKS_SHARE = 0.8
#: Links one after the other that make a menu; fewer may be a headline, an author, a source.
_MENU_LINKS = 3
#: Characters of a line that is prose. Shorter lines of the main text still stand between such lines.
_PROSE_CHARACTERS = 80
#: Characters of a page within a page that are read.
_LONGEST_INSIDE = 2_000_000


class WebPageReader:
    """Reads HTML.

    Args:
        decode: Returns text and encoding of some bytes, or None when they are not text.
    """

    name = "webpage"
    version = f"4/lxml {etree.__version__}"

    def __init__(self, decode: Callable[[bytes], tuple[str, str] | None]) -> None:
        self._decode = decode

    def reads(self, type: str) -> bool:
        """Return whether `type` is HTML."""
        return type in _TYPES

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return one page.

        Raises:
            EngineError: Not text, or too long.
        """
        if source.size_bytes > 4 * limits.text_characters:
            raise EngineError(Reason.TOO_LARGE, "web page beyond the limit")
        html = self.decoded(source.read())
        walked = _walked(html)
        text, marks = _joined(walked.lines, _surroundings(walked.lines))
        if walked.is_cut:
            detail = f"of a page within the page the first {_LONGEST_INSIDE} characters"
            return Extract((Page(1, text, marks=marks),), walked.metadata, Status.PARTIAL, Reason.TOO_LARGE, detail)
        return Extract((Page(1, text, marks=marks),), walked.metadata)

    def decoded(self, content: bytes) -> str:
        """Return the page's source: in UTF-8 when it is that, in the encoding it declares when that fits, else in the likeliest one.

        Raises:
            EngineError: The bytes are not text.
        """
        found = _DECLARED.search(content[:4096])
        declared = _encoding(found[1].decode("ascii", "replace")) if found else ""
        if declared and declared not in _DEFAULTS:
            try:
                return content.decode(declared)
            except UnicodeDecodeError:
                pass
        decoded = self._decode(content)
        if decoded is None:
            raise EngineError(Reason.UNSUPPORTED, "not text")
        return decoded[0]

    def text(self, html: str) -> str:
        """Return the text of a piece of HTML, such as the body of a mail; what it does not show stands between two signs."""
        lines = _walked(html).lines
        for line in lines:
            for start, end in reversed(line.hidden):
                line.text = "".join((line.text[:start], HIDDEN_BEGINS, line.text[start:end], HIDDEN_ENDS, line.text[end:]))
        return _joined(lines, frozenset())[0]


@dataclass(slots=True)
class _Line:
    """One line of text: its links and their characters, and whether the page says that it surrounds the main text."""

    text: str = ""
    links: int = 0
    link_characters: int = 0
    surrounds: bool = False
    is_heading: bool = False
    hidden: list[tuple[int, int]] = field(default_factory=list)

    @property
    def characters(self) -> int:
        """How many characters are to be read in it."""
        return len(self.text.strip())

    @property
    def is_links(self) -> bool:
        """Whether it is nothing but links, and no headline."""
        return not self.is_heading and self.link_characters >= _LINKS_SHARE * self.characters > 0


class _Walk:
    """Turns the events of an HTML parser into lines and metadata."""

    def __init__(self) -> None:
        self.lines: list[_Line] = [_Line()]
        self.metadata: dict[str, str] = {}
        self.open: list[tuple[str, bool, TextLook]] = []
        self.tables: list[TableColumns] = []
        self.styles = PageStyles()
        self.silent = self.links = self.headings = self.surrounding = self.verbatim = 0
        self.title: list[str] = []
        self.is_cut = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        if tag == "meta":
            key = next((attributes[name] for name in _META if attributes.get(name)), "")
            if key and attributes.get("content"):
                self.metadata.setdefault(key.lower(), attributes["content"])
        if tag in _BLOCKS or tag == "br":
            self._end_line()
        elif tag == "a":
            self.lines[-1].links += 1
        elif tag in _CELLS:
            self._divide(attributes)
        self._count_row(tag)
        if tag not in _VOID:
            surrounds = tag in _SURROUNDING or bool(_SURROUNDING_NAMES.search(f"{attributes.get('class', '')} {attributes.get('id', '')}"))
            look = self.styles.look(tag, attributes, self._look)
            self.open.append((tag, surrounds and tag not in {"html", "body", "main", "article"}, look))
            self._count(tag, surrounds=self.open[-1][1], by=1)
        if tag == "iframe" and attributes.get("srcdoc"):
            inside = _walked(attributes["srcdoc"][:_LONGEST_INSIDE])
            self.is_cut = self.is_cut or inside.is_cut or len(attributes["srcdoc"]) > _LONGEST_INSIDE
            self.lines.extend(inside.lines)
        if _DATE_AND_TIME.search(attributes.get("title", "")):
            self._append(f"{attributes['title']} ")
        self._append(attributes.get("alt", "") if tag == "img" else attributes.get("value", "") if _shows_value(tag, attributes) else "")

    def end(self, tag: str) -> None:
        """Take the end of an element, and of those inside it that were left open."""
        if not any(name == tag for name, _, _ in self.open):
            return
        if tag in _BLOCKS:
            self._end_line()
        if tag == "table" and self.tables:
            self.tables.pop()
        while self.open:
            name, surrounds, _ = self.open.pop()
            self._count(name, surrounds=surrounds, by=-1)
            if name == tag:
                return

    def data(self, text: str) -> None:
        """Take text."""
        if self.open and self.open[-1][0] == "title" and "svg" not in (name for name, _, _ in self.open):
            self.title.append(text)
        elif self.open and self.open[-1][0] == "style":
            self.styles.add(text)
        elif not self.silent:
            self._append(text)

    def comment(self, text: str) -> None:
        """Take a comment, which nobody sees."""

    def close(self) -> _Walk:
        """Return the walk, its title in the metadata and, when the page does not show it, as the first line."""
        title = _SPACE.sub(" ", "".join(self.title)).strip()
        if title:
            self.metadata["title"] = title
            if not any(title in line.text for line in self.lines):
                self.lines.insert(0, _Line(title))
        return self

    @property
    def _look(self) -> TextLook:
        return self.open[-1][2] if self.open else TextLook()

    def _count(self, tag: str, *, surrounds: bool, by: int) -> None:
        self.silent += by * (tag in _NO_TEXT)
        self.links += by * (tag == "a")
        self.headings += by * (tag in _HEADINGS)
        self.verbatim += by * (tag in {"pre", "textarea"})
        self.surrounding += by * surrounds

    def _count_row(self, tag: str) -> None:
        if tag == "table":
            self.tables.append(TableColumns())
        elif tag == "tr" and self.tables:
            self.tables[-1].begin_row(len(self.lines))

    def _divide(self, attributes: Mapping[str, str]) -> None:
        """Put a tab before a cell for each column that it stands behind, empty ones and those that other cells cover among them."""
        if not self.tables:
            self.lines[-1].text += "\t" if self.lines[-1].text else ""
            return
        tabs = self.tables[-1].columns_before(attributes.get("colspan", ""), attributes.get("rowspan", ""))
        if self.lines[-1].text or self.tables[-1].line == len(self.lines):
            self.lines[-1].text += "\t" * tabs

    def _append(self, text: str) -> None:
        if self.verbatim and "\n" in text:
            first, *others = text.splitlines()
            self._append(first)
            for other in others:
                self.lines.append(_Line())
                self._append(other)
            return
        line = self.lines[-1]
        if not self.verbatim:
            text = _SPACE.sub(" ", text)
            text = text.lstrip(" ") if not line.text or line.text.endswith((" ", "\t")) else text
        if text.strip() and self._look.is_hidden:
            line.hidden.append((len(line.text), len(line.text) + len(text.rstrip())))
        line.text += text
        line.link_characters += len(text.strip()) if self.links else 0
        line.surrounds = line.surrounds or (self.surrounding > 0 and bool(text.strip()))
        line.is_heading = line.is_heading or (self.headings > 0 and bool(text.strip()))

    def _end_line(self) -> None:
        if self.lines[-1].text:
            self.lines.append(_Line())


def _shows_value(tag: str, attributes: Mapping[str, str]) -> bool:
    return tag == "input" and attributes.get("type", "text").lower() in {"text", "submit", "button", "search", "email", "tel", "url"}


def _walked(html: str) -> _Walk:
    parser = etree.HTMLParser(target=_Walk(), encoding="utf-8", huge_tree=True, no_network=True)
    parser.feed(html.encode("utf-8", "replace"))
    walk: _Walk = parser.close()
    return walk


def _encoding(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def _surroundings(lines: Sequence[_Line]) -> frozenset[int]:
    """Return the places of the lines that surround the main text; none when there is no main text to tell them from."""
    prose = [place for place, line in enumerate(lines) if not line.surrounds and not line.is_links and line.characters >= _PROSE_CHARACTERS]
    said = {place for place, line in enumerate(lines) if line.surrounds}
    if not prose or 2 * sum(_plain(lines[place]) for place in said) > sum(map(_plain, lines)):
        return frozenset()
    return frozenset(said | {place for place in _menus(lines) if not prose[0] < place < prose[-1]})


def _plain(line: _Line) -> int:
    return max(0, line.characters - line.link_characters)


def _menus(lines: Sequence[_Line]) -> Iterable[int]:
    """Return the places of lines that are nothing but links, where several links follow one another."""
    written = [place for place, line in enumerate(lines) if line.characters]
    for is_links, run in groupby(written, key=lambda place: lines[place].is_links):
        places = tuple(run)
        if is_links and sum(lines[place].links for place in places) >= _MENU_LINKS:
            yield from places


def _joined(lines: Iterable[_Line], surroundings: frozenset[int]) -> tuple[str, tuple[Mark, ...]]:
    """Return the text, and marks on the lines at some places."""
    parts, marks, position = list[str](), list[Mark](), 0
    for place, line in enumerate(lines):
        text = line.text.rstrip()
        if not text:
            continue
        end = position + len(text) + 1
        if place in surroundings:
            if marks and marks[-1].end == position:
                marks[-1] = Mark(marks[-1].start, end, MarkKind.BOILERPLATE)
            else:
                marks.append(Mark(position, end, MarkKind.BOILERPLATE))
        else:
            marks.extend(Mark(position + start, position + stop, MarkKind.HIDDEN) for start, stop in line.hidden)
        parts.append(text)
        position = end
    text = "\n".join(parts)
    return text, tuple(Mark(mark.start, min(mark.end, len(text)), mark.kind) for mark in marks)
