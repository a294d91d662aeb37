"""Writes the typed lines of a page as PAGE-XML 2019, ALTO 4 or plain text, so that other programs and `--import` read them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from kashf.domain.document import BOX_GRID, Mark, MarkKind
from kashf.domain.pages.regions import Region
from kashf.domain.pages.typed import parse_typed
from kashf.domain.transcription.signed_words import PagePlace
from kashf.services.transcription.page_lines import LineState, TranscriptLine

_PAGE: Final = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"
_ALTO: Final = "http://www.loc.gov/standards/alto/ns-v4#"
_BLANK: Final = "<SP/>"
#: What stands in a line, or is to be known of it, with what it is called in ALTO.
_TAGS: Final = {
    "unclear": "unclear",
    "gap": "gap",
    "waits": "typed by one person, waits for a second",
    "disagreed": "two persons typed it differently, not settled",
    "uncertain": "with words that are uncertain or illegible",
    "brought": "brought in with a file, typed by nobody known",
}
_NAMES: Final = {MarkKind.UNCERTAIN: "unclear", MarkKind.ILLEGIBLE: "gap"}


class ExchangeFormat(StrEnum):
    """In which form lines leave."""

    PAGE_XML = "page-xml"
    ALTO = "alto"
    TEXT = "txt"


def write_lines(place: PagePlace, lines: Sequence[TranscriptLine], form: ExchangeFormat) -> str:
    """Return a page's lines that people typed, in a form; coordinates are of a picture of 10,000 by 10,000.

    Args:
        place: Which page; it gives the picture its name, by which the file is matched when it comes back.
        lines: All of the page; those that nobody typed are left out.
        form: Which.
    """
    typed = [line for line in lines if line.typed]
    if form is ExchangeFormat.TEXT:
        return "".join(f"{line.typed}\n" for line in typed)
    write = _page_xml if form is ExchangeFormat.PAGE_XML else _alto
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *write(picture_name(place), typed), ""])


def standing_tags(line: TranscriptLine) -> tuple[str, ...]:
    """Return what whoever takes a line over has to know: "waits", "disagreed", "uncertain", "brought"; nothing of one that is done."""
    is_uncertain = any(mark.kind in _NAMES for mark in parse_typed(line.typed or "").marks)
    told = {
        "waits": line.state is LineState.WAITS,
        "disagreed": line.state is LineState.DISAGREED,
        "uncertain": is_uncertain,
        "brought": not line.is_typed_here,
    }
    return tuple(tag for tag, is_so in told.items() if is_so)


def picture_name(place: PagePlace) -> str:
    """Return what the picture of a page is called in a file."""
    return f"{place.document}-{place.page}.png"


def _page_xml(picture: str, lines: Iterable[TranscriptLine]) -> Iterator[str]:
    yield f'<PcGts xmlns="{_PAGE}">'
    yield "<Metadata><Creator>kashf</Creator><Created>1970-01-01T00:00:00</Created><LastChange>1970-01-01T00:00:00</LastChange></Metadata>"
    yield f'<Page imageFilename="{picture}" imageWidth="{BOX_GRID}" imageHeight="{BOX_GRID}">'
    yield f'<TextRegion id="r1"><Coords points="0,0 {BOX_GRID},0 {BOX_GRID},{BOX_GRID} 0,{BOX_GRID}"/>'
    for line in lines:
        text = parse_typed(line.typed or "")
        marks = (f"{_NAMES[mark.kind]} {{offset:{mark.start}; length:{mark.end - mark.start};}}" for mark in text.marks)
        custom = " ".join([*marks, *(f"kashf {{{tag}:true;}}" for tag in standing_tags(line))])
        yield f'<TextLine id="l{line.number}" custom="{custom}"><Coords points="{_polygon(line.region)}"/>'
        yield f"<TextEquiv><Unicode>{escape(_writable(text.text))}</Unicode></TextEquiv></TextLine>"
    yield "</TextRegion></Page></PcGts>"


def _alto(picture: str, lines: Iterable[TranscriptLine]) -> Iterator[str]:
    yield f'<alto xmlns="{_ALTO}"><Description><MeasurementUnit>pixel</MeasurementUnit>'
    yield f"<sourceImageInformation><fileName>{picture}</fileName></sourceImageInformation></Description>"
    tags = "".join(f'<OtherTag ID="{tag}" LABEL="{label}"/>' for tag, label in _TAGS.items())
    yield f"<Tags>{tags}</Tags>"
    yield f'<Layout><Page ID="p1" PHYSICAL_IMG_NR="1" WIDTH="{BOX_GRID}" HEIGHT="{BOX_GRID}">'
    yield f'<PrintSpace HPOS="0" VPOS="0" WIDTH="{BOX_GRID}" HEIGHT="{BOX_GRID}"><TextBlock ID="b1">'
    for line in lines:
        place = line.region
        sides = f'HPOS="{place.left}" VPOS="{place.top}" WIDTH="{place.right - place.left}" HEIGHT="{place.bottom - place.top}"'
        tags = f' TAGREFS="{" ".join(told)}"' if (told := standing_tags(line)) else ""
        yield f'<TextLine ID="l{line.number}" {sides}{tags}>{_strings(line.typed or "")}</TextLine>'
    yield "</TextBlock></PrintSpace></Page></Layout></alto>"


def _strings(typed: str) -> str:
    """Return the words of a line, those of one mark together, with a blank just where one stands.

    A last blank says so of a line that has no other, since strings without any between them are words to most programs.
    """
    text = parse_typed(typed)
    parts, position = list[str](), 0
    for mark in (*text.marks, Mark(len(text.text), len(text.text), MarkKind.DRAFT)):
        plain = re.split(r"(\s+)", text.text[position : mark.start])
        parts += [_BLANK if part.isspace() else _string(part) for part in plain if part]
        if mark.start < mark.end:
            parts.append(_string(text.text[mark.start : mark.end], f' TAGREFS="{_NAMES[mark.kind]}"'))
        position = mark.end
    return "".join(parts if _BLANK in parts else (*parts, _BLANK))


def _string(word: str, tag: str = "") -> str:
    return f"<String CONTENT={quoteattr(_writable(word))}{tag}/>"


def _polygon(region: Region) -> str:
    left, top, right, bottom = region.left, region.top, region.right, region.bottom
    return f"{left},{top} {right},{top} {right},{bottom} {left},{bottom}"


def _writable(text: str) -> str:
    """Return a text without what XML 1.0 has no way to write."""
    return "".join(letter for letter in text if letter >= " " and letter not in "\ufffe\uffff")
