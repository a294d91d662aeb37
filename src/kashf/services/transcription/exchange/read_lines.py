"""The lines in a file of PAGE-XML (2010 to 2019) or ALTO (2 to 4): each with its region and its text, or why it is not taken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.document import BOX_GRID, Mark, MarkKind
from kashf.domain.pages.regions import Region
from kashf.domain.pages.typed import ILLEGIBLE_TEXT, clean_line, typed_form
from kashf.errors import UsageError
from kashf.services.transcription.exchange.xml_tree import Element, read_xml

#: Lines of one page that are looked at.
_MOST_LINES: Final = 2000
#: Share of a side by which a line may reach beyond the page, drawn with a thick pen.
_BEYOND: Final = 0.02
_MARKS: Final = {"unclear": MarkKind.UNCERTAIN, "gap": MarkKind.ILLEGIBLE}
_CUSTOM: Final = re.compile(r"(unclear|gap)\s*\{([^}]*)\}")
_PLACE: Final = re.compile(r"(offset|length)\s*:\s*(\d{1,6})")
_NUMBER: Final = re.compile(r"-?\d{1,9}(?:\.\d{1,9})?")


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line of a file.

    Args:
        number: From 1, in the order of the file.
        region: Where it stands; None when it is not taken.
        typed: What stands there, with its marks; "" when it is not taken.
        fault: Why it is not taken, or "": "no-region", "outside", "no-text", "text".
    """

    number: int
    region: Region | None = None
    typed: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page of a file.

    Args:
        image: Name of the picture, as the file says; "" where it says none.
        width: Of that picture, in whatever unit the file has.
        height: Likewise.
        lines: In the order of the file.
        creator: Who or what made the file, as it says itself; "" where it does not say.
    """

    image: str
    width: float
    height: float
    lines: tuple[ReadLine, ...]
    creator: str = ""


def read_lines(untrusted: bytes, *, name: str) -> tuple[ReadPage, ...]:
    """Return the pages of a file.

    Raises:
        UsageError: It is neither PAGE-XML nor ALTO, or a page has no size.
    """
    root = read_xml(untrusted, name=name)
    if root.name == "PcGts":
        creator = _first(root, "Creator")
        return tuple(replace(_page_xml(page, name), creator=creator) for page in root.children if page.name == "Page")
    if root.name == "alto":
        file, creator = _first(root, "fileName"), _first(root, "softwareName")
        return tuple(replace(_alto(page, file, name), creator=creator) for page in root.all("Page"))
    raise UsageError(f"{name} is neither PAGE-XML nor ALTO", code="import-other", name=name)


def _first(root: Element, name: str) -> str:
    return next((" ".join(each.text.split()) for each in root.all(name)), "")


def _page_xml(page: Element, name: str) -> ReadPage:
    width, height = (_size(page.attributes.get(side, ""), name) for side in ("imageWidth", "imageHeight"))
    lines = _numbered(_page_line(line, width, height) for line in page.all("TextLine"))
    return ReadPage(page.attributes.get("imageFilename", ""), width, height, lines)


def _page_line(line: Element, width: float, height: float) -> ReadLine:
    coords = line.child("Coords")
    points = _points(coords) if coords else []
    equivalents = [child for child in line.children if child.name == "TextEquiv"]
    first = min(equivalents, key=_index, default=None)
    unicode = first.child("Unicode") if first else None
    text = unicode.text if unicode else ""
    return _line(points, text, _custom_marks(line.attributes.get("custom", ""), text), width, height)


def _index(equivalent: Element) -> int:
    """Return which reading of a line it is, the first being 0; of a number that no program writes nothing is told."""
    told = equivalent.attributes.get("index", "")
    return int(told) if re.fullmatch(r"\d{1,9}", told) else 0


def _custom_marks(custom: str, text: str) -> list[Mark]:
    """Return the marks that Transkribus writes beside a line: unclear {offset:3; length:4;}."""
    found = []
    for kind, inside in _CUSTOM.findall(custom):
        place = dict(_PLACE.findall(inside))
        start = int(place.get("offset", "0"))
        end = start + int(place.get("length", "0"))
        if start < end <= len(text):
            found.append(Mark(start, end, _MARKS[kind]))
    return found


def _alto(page: Element, file: str, name: str) -> ReadPage:
    width, height = (_size(page.attributes.get(side, ""), name) for side in ("WIDTH", "HEIGHT"))
    lines = _numbered(_alto_line(line, width, height) for line in page.all("TextLine"))
    return ReadPage(file, width, height, lines)


def _alto_line(line: Element, width: float, height: float) -> ReadLine:
    text, marks = "", list[Mark]()
    tells_blanks = line.child("SP") is not None
    for child in line.children:
        if child.name == "SP":
            text += " "
        elif child.name in {"String", "HYP"}:
            text += " " if text and not tells_blanks and child.name == "String" else ""
            word = child.attributes.get("CONTENT", "")
            kind = _MARKS.get(child.attributes.get("TAGREFS", "").strip())
            marks += [Mark(len(text), len(text) + len(word), kind)] if kind and word else []
            text += word
    polygon = next(line.all("Polygon"), None)
    points = _pairs(polygon.attributes.get("POINTS", "")) if polygon else []
    return _line(points or _corners(line), text, marks, width, height)


def _corners(line: Element) -> list[tuple[float, float]]:
    sides = [_NUMBER.fullmatch(line.attributes.get(side, "")) for side in ("HPOS", "VPOS", "WIDTH", "HEIGHT")]
    left, top, across, down = (float(each[0]) if each else -1.0 for each in sides)
    return [(left, top), (left + across, top + down)] if min(left, top) >= 0 and min(across, down) > 0 else []


def _line(points: Sequence[tuple[float, float]], text: str, marks: Iterable[Mark], width: float, height: float) -> ReadLine:
    """Return a line without a number, with all that is wrong with it."""
    if not points:
        return ReadLine(0, fault="no-region")
    region = _region(points, width, height)
    if region is None:
        return ReadLine(0, fault="outside")
    if not text.strip():
        return ReadLine(0, fault="no-text")
    try:
        return ReadLine(0, region, clean_line(typed_form(*_with_marks(text, marks))))
    except ValueError:
        return ReadLine(0, fault="text")


def _with_marks(text: str, marks: Iterable[Mark]) -> tuple[str, list[Mark]]:
    """Return a text with an ellipsis for each gap, and its marks where they stand in that, those that overlap left out."""
    parts, kept, position, length = list[str](), list[Mark](), 0, 0
    for mark in sorted(marks, key=lambda each: each.start):
        if mark.start < position:
            continue
        words = ILLEGIBLE_TEXT if mark.kind is MarkKind.ILLEGIBLE else text[mark.start : mark.end]
        parts += [text[position : mark.start], words]
        length += mark.start - position
        kept.append(Mark(length, length + len(words), mark.kind))
        length, position = length + len(words), mark.end
    return "".join([*parts, text[position:]]), kept


def _region(points: Sequence[tuple[float, float]], width: float, height: float) -> Region | None:
    across, down = ([point[axis] / size for point in points] for axis, size in ((0, width), (1, height)))
    if min(*across, *down) < -_BEYOND or max(*across, *down) > 1 + _BEYOND:
        return None
    sides = [round(min(max(share, 0.0), 1.0) * BOX_GRID) for share in (min(across), min(down), max(across), max(down))]
    try:
        return Region(*sides)
    except ValueError:
        return None


def _points(coords: Element) -> list[tuple[float, float]]:
    if told := coords.attributes.get("points"):
        return _pairs(told)
    of_2010 = [_pairs(f"{point.attributes.get('x', '')},{point.attributes.get('y', '')}") for point in coords.all("Point")]
    return [point for some in of_2010 for point in some]


def _pairs(told: str) -> list[tuple[float, float]]:
    numbers = [float(number) for number in _NUMBER.findall(told)]
    return list(zip(numbers[::2], numbers[1::2], strict=False)) if len(numbers) % 2 == 0 else []


def _size(told: str, name: str) -> float:
    size = float(told) if _NUMBER.fullmatch(told) else 0.0
    if size <= 0:
        raise UsageError(f"{name} does not say how large its picture is", code="import-no-size", name=name)
    return size


def _numbered(lines: Iterator[ReadLine]) -> tuple[ReadLine, ...]:
    found = []
    for number, line in enumerate(lines, 1):
        if number > _MOST_LINES:
            break
        found.append(ReadLine(number, line.region, line.typed, line.fault))
    return tuple(found)
