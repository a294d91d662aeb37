"""Office documents, e-books and rare formats by Apache Tika, compiled to native code (no Java).

Its traps, and what is done about them: for every picture, thumbnails too, it looks on the PATH for tesseract and other programs and starts
them, which takes half a second and in a forked child never ends (the PATH is hidden from it); its text ends silently at 500,000 characters
(the cap is raised); encrypted files come back empty with a note in the metadata (the note is turned into an error); characters beyond the
first plane, such as emoji, come out as U+FFFD (such files are read once more as a stream); after a fork its collector crashes on reused
stacks (see _give_children_larger_stacks).
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.metadata import version as _installed
from typing import Any

from lxml import etree

from kashf.domain.document import Page, Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits, Source

#: What other engines read better, and what holds no words at all.
_NOT_READ = re.compile(
    r"audio/(?!midi)|video/|font/|image/(?:png|jpeg|gif|webp|bmp|x-ms-bmp|hei[cf]|avif)|application/(?:pdf|zip|gzip|x-bzip2|x-xz|zstd|x-tar|x-7z-compressed|"
    r"vnd\.rar|x-rar|x-iso9660-image|vnd\.ms-cab-compressed|x-cpio|x-archive|mbox|vnd\.ms-outlook-pst|x-sharedlib|x-executable|x-dosexec|x-mach-binary|x-lz4|x-compress|warc|wacz|x-internet-archive)|inode/|message/"
)
#: What Tika describes and nobody reads, and what to say of it; drawings are read.
_ONLY_DESCRIBED = (
    (
        re.compile(r"image/(?:vnd\.|x-)?djvu"),
        "DjVu is not read here: make a text or a PDF of it with DjVuLibre (djvutxt, ddjvu), and add that",
    ),
    (
        re.compile(r"image/(?!svg|vnd\.dwg|vnd\.dxf|emf|wmf|x-emf|x-wmf)"),
        "a picture that cannot be drawn here: only what it says of itself",
    ),
)
#: Types of documents, which may be without a word and still be read to the end; of all others, no text means that nothing was understood.
_DOCUMENTS = re.compile(
    r"text/|application/(?:vnd\.(?:openxmlformats|oasis|ms-|apple|sun|wordperfect)|msword|rtf|epub|xml|xhtml|x-mspublisher|onenote)"
)
#: What Tika says about its own work, where it is kept: which of its parsers took part, and what the file and those inside it were called.
_OWN_KEYS = {"X-TIKA:origResourceName": "original-path", "X-TIKA:Parsed-By-Full-Set": "parsers"}
_NO_PARSER = "org.apache.tika.parser.EmptyParser"
_PAGE_CLASSES = frozenset({"page", "slide", "sheet"})
_INNER_CLASSES = frozenset({"embedded", "package-entry"})
_BLOCKS = frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "ul", "ol", "table", "section", "blockquote", "dt", "dd", "pre"}
)
_CELLS = frozenset({"td", "th"})
#: How Tika ends what it did not cut off.
_END = "</html>"
_LINK = re.compile(r"(?:https?|ftp|mailto|file|tel):", re.IGNORECASE)


class TikaReader:
    """Reads whatever Tika has a parser for and no other engine here reads better.

    Args:
        is_unpacked: Says of which types the embedded files are read as members; their text is left out here.
    """

    name = "tika"
    version = _installed("iscc-tika")

    def __init__(self, is_unpacked: Callable[[str], bool] = frozenset[str]().__contains__) -> None:
        self._is_unpacked = is_unpacked

    def warm_up(self) -> None:
        """Start Tika, which takes a tenth of a second, in a process whose children will use it."""
        with _without_programs():
            _extractor(1000).extract_bytes_to_string(bytearray(b"<html><body>warm</body></html>"))
        _give_children_larger_stacks()

    def reads(self, type: str) -> bool:
        """Return whether `type` is not among those that others read better or that hold no words."""
        return _NOT_READ.match(type) is None

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return one page for each slide or sheet, else one page; targets of links follow the text of their page.

        Raises:
            EngineError: Encrypted, damaged, or no document and without any text.
        """
        content = bytearray(source.read())
        try:
            with _without_programs():
                most = min(2 * limits.text_characters, 1 << 30)
                xhtml, untrusted_metadata = _extractor(most).extract_bytes_to_string(content)
                if "\N{REPLACEMENT CHARACTER}" in xhtml:
                    xhtml = _streamed(content)
        except (TypeError, ValueError, OSError, RuntimeError) as error:
            raise _explained(str(error)) from error
        metadata = _kept(untrusted_metadata)
        pages = tuple(
            Page(number, text) for number, text in enumerate(_pages(xhtml, leaves_out_inner=self._is_unpacked(source.type)), start=1)
        )
        if not any(page.text.strip() for page in pages):
            told = " ".join(untrusted_metadata.get("X-TIKA:warning", ())) + " ".join(untrusted_metadata.get("Content-Type", ()))
            if "EncryptedDocument" in told or "protected" in told:
                raise EngineError(Reason.ENCRYPTED, "the document needs a password")
            # What Tika has no parser for comes back empty too, and is not therefore without a word.
            if next(iter(untrusted_metadata.get("X-TIKA:Parsed-By", ())), "") == _NO_PARSER and not _only_described(source.type):
                raise EngineError(Reason.UNSUPPORTED, "no text in a file of this type")
            if _only_described(source.type):
                return Extract((), metadata, Status.FAILED, Reason.UNSUPPORTED, _only_described(source.type))
            if not _DOCUMENTS.match(source.type) or (source.type == "text/plain" and content.strip()):
                raise EngineError(Reason.UNSUPPORTED, "no text in a file of this type")
            pages = ()
        if detail := _only_described(source.type):
            return Extract(pages, metadata, Status.PARTIAL, Reason.UNSUPPORTED, detail)
        if not xhtml.rstrip().endswith(_END):
            return Extract(pages, metadata, Status.PARTIAL, Reason.TOO_LARGE, f"the first {most} characters of it and of its markup")
        return Extract(pages, metadata)


def _kept(untrusted: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return the metadata, each key with all of its values."""
    # A NUL, with which OneNote ends its strings, comes as two signs that no letter has.
    return {
        _OWN_KEYS.get(key, key): "; ".join(value.removesuffix(2 * "\N{REPLACEMENT CHARACTER}") for value in values)
        for key, values in untrusted.items()
        if not key.startswith("X-TIKA:") or (key in _OWN_KEYS and values[-1] != _NO_PARSER)
    }


def _only_described(type: str) -> str:
    """Return why the content of such a file is not read; empty when it is."""
    return next((detail for pattern, detail in _ONLY_DESCRIBED if pattern.match(type)), "")


@contextlib.contextmanager
def _without_programs() -> Iterator[None]:
    """Let no program be found; what Tika does not find the first time it never looks for again."""
    path = os.environ.get("PATH", "")
    os.environ["PATH"] = "/nonexistent"
    try:
        yield
    finally:
        os.environ["PATH"] = path


@cache
def _give_children_larger_stacks() -> None:
    """Let every child start its threads on stacks twice as large as those of its parent.

    After a fork the C library hands the stack of a thread that no longer runs to a new one if it is large enough, but Tika's collector
    still looks through it, and crashes. None of the parent's is large enough, whenever it was made; so the child's are made afresh.
    """
    library = ctypes.CDLL(None)
    if not hasattr(library, "pthread_setattr_default_np"):
        return  # the GNU C library only; others do not reuse stacks so

    def double() -> None:
        attributes, size = ctypes.create_string_buffer(256), ctypes.c_size_t()
        library.pthread_getattr_default_np(attributes)
        library.pthread_attr_getstacksize(attributes, ctypes.byref(size))
        library.pthread_attr_setstacksize(attributes, ctypes.c_size_t(2 * size.value))
        library.pthread_setattr_default_np(attributes)

    os.register_at_fork(after_in_child=double)


@cache
def _extractor(longest: int) -> Any:
    import iscc_tika

    office = iscc_tika.OfficeParserConfig().set_include_headers_and_footers(True).set_extract_macros(True).set_include_deleted_content(True)
    extractor = iscc_tika.Extractor().set_office_config(office).set_xml_output(True)
    return extractor.set_extract_string_max_length(longest)


def _streamed(content: bytearray) -> str:
    stream, _ = _extractor(1000).extract_bytes(content)
    parts = []
    while part := bytes(stream.read(1 << 16)):
        parts.append(part)
    return b"".join(parts).decode("utf-8", "replace")


def _explained(message: str) -> EngineError:
    if "ncrypted" in message or "assword" in message:
        return EngineError(Reason.ENCRYPTED, "the document needs a password")
    if "bomb" in message:
        return EngineError(Reason.BOMB, "the document unpacks to far too much")
    return EngineError(Reason.DAMAGED, "tika cannot parse the document")


def _pages(xhtml: str, *, leaves_out_inner: bool = False) -> tuple[str, ...]:
    """Return the text of each page, slide or sheet, or of the whole when it has none."""
    parser = etree.XMLParser(
        target=_XhtmlText(leaves_out_inner=leaves_out_inner), recover=True, huge_tree=True, resolve_entities=False, no_network=True
    )
    pages: tuple[str, ...] = etree.fromstring(xhtml.encode("utf-8", "replace"), parser)
    return pages


class _XhtmlText:
    """Turns the events of an XHTML parser into pages of text; what follows a page, such as notes and footers, belongs to it."""

    def __init__(self, *, leaves_out_inner: bool = False) -> None:
        self.leaves_out_inner = leaves_out_inner
        self.pages: list[str] = []
        self.parts: list[str] = []
        self.links: dict[str, None] = {}
        self.open_kinds: list[str] = []
        self.in_head = True
        self.has_begun = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        name, kind = etree.QName(tag).localname, attributes.get("class", "")
        if name == "body":
            self.in_head = False
        if self._begins_page(kind):
            if self.has_begun or any(part.strip() for part in self.parts):
                self._end_page()
            self.has_begun = True
        self.open_kinds.append(kind)
        if name in _BLOCKS:
            self._end_line()
        elif name in _CELLS and self.parts and not self.parts[-1].endswith(("\n", "\t")):
            self.parts.append("\t")
        elif name == "br":
            self.parts.append("\n")
        target = attributes.get("href", "") if name == "a" else ""
        if target and (kind.startswith("external-ref") or _LINK.match(target)):
            self.links[target] = None

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        self.open_kinds.pop()
        if etree.QName(tag).localname in _BLOCKS:
            self._end_line()

    def data(self, text: str) -> None:
        """Take text; white space between the tags of a table or list says nothing."""
        if self.leaves_out_inner and not _INNER_CLASSES.isdisjoint(self.open_kinds):
            return
        if not self.in_head and (text.strip() or not self.parts or not self.parts[-1].endswith(("\n", "\t"))):
            self.parts.append(text)

    def close(self) -> tuple[str, ...]:
        """Return the pages."""
        self._end_page()
        return tuple(self.pages)

    def _begins_page(self, kind: str) -> bool:
        if kind == "slide-content":
            return not any(outer in _PAGE_CLASSES or outer in _INNER_CLASSES for outer in self.open_kinds)
        return kind in _PAGE_CLASSES and not any(outer in _INNER_CLASSES for outer in self.open_kinds)

    def _end_line(self) -> None:
        if self.parts and not self.parts[-1].endswith("\n"):
            self.parts.append("\n")

    def _end_page(self) -> None:
        body = "".join(self.parts).strip()
        links = "\n".join(link for link in self.links if link not in body)
        self.pages.append(f"{body}\n\n{links}" if links else body)
        self.parts, self.links = [], {}
