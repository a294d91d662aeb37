"""Reads XML that strangers made, within limits: no document type, so no entity; nothing is fetched, and a tree that is too large ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from kashf.errors import UsageError

#: Of a file; a page of 2,000 lines with a polygon each is a tenth.
MOST_BYTES: Final = 16 << 20
_MOST_ELEMENTS: Final = 400_000
_DEEPEST: Final = 64


@dataclass(slots=True)
class Element:
    """An element: its name without a name space, attributes, what stands in it, and its own text."""

    name: str
    attributes: Mapping[str, str]
    children: list[Element] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its own text, without that of what stands in it."""
        return "".join(self.parts)

    def all(self, name: str) -> Iterator[Element]:
        """Yield the elements of a name within it, at any depth, in order."""
        for child in self.children:
            if child.name == name:
                yield child
            yield from child.all(name)

    def child(self, name: str) -> Element | None:
        """Return its first child of a name, or None."""
        return next((child for child in self.children if child.name == name), None)


def read_xml(untrusted: bytes, *, name: str) -> Element:
    """Return the outermost element.

    Raises:
        UsageError: It is too large, no XML, or has a document type.
    """
    if len(untrusted) > MOST_BYTES:
        raise UsageError(f"{name} is larger than {MOST_BYTES >> 20} MiB", code="import-too-large", name=name, most=MOST_BYTES >> 20)
    maker = _Maker()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = maker.start, maker.end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = maker.text, _refuse_doctype
    try:
        parser.Parse(untrusted, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise UsageError(f"{name} is no XML that is read here: {error}", code="import-no-xml", name=name) from error
    return maker.whole.children[0]


class _Maker:
    """Makes the tree."""

    def __init__(self) -> None:
        self.whole = Element("", {})
        self._open = [self.whole]
        self._count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > _MOST_ELEMENTS or len(self._open) > _DEEPEST:
            raise ValueError("too many elements, or too deep")
        made = Element(name.rpartition(":")[2], attributes)
        self._open[-1].children.append(made)
        self._open.append(made)

    def end(self, _name: str) -> None:
        self._open.pop()

    def text(self, data: str) -> None:
        self._open[-1].parts.append(data)


def _refuse_doctype(*_about: object) -> None:
    raise ValueError("a document type, which could declare entities")
