"""What a person gives `kashf translate` to write down: one segment, a file of them, or line by line at the terminal."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kashf.cli.common import opened, opened_lines
from kashf.cli.output import warn
from kashf.errors import NotFoundError, UsageError
from kashf.language.words.folding import fold
from kashf.language.words.visible import isolate

if TYPE_CHECKING:
    from kashf.domain.document import Page, Span
    from kashf.domain.transcription.signed_words import PagePlace
    from kashf.services.translated.page_translations import TranslatedLine

_RANGE: Final = re.compile(r"(\d{1,9})-(\d{1,9})")
#: Bytes of a file of translations.
_MOST_BYTES: Final = 16 << 20


def page_named(case: Path, document: str) -> PagePlace:
    """Return the page that is named as DOC or DOC#PAGE; the first one without a number.

    Raises:
        NotFoundError: No such document.
        UsageError: None is named, or the page is no number.
    """
    from kashf.domain.transcription.signed_words import PagePlace

    beginning, _, page = document.partition("#")
    if not beginning or (page and not (page.isdecimal() and len(page) <= 9 and int(page) > 0)):
        raise UsageError("name a document, or a page of it, as in 3fa9c1#2")
    with opened(case) as reading:
        return PagePlace(reading.view.resolve(beginning), int(page or 1))


def words_of_page(case: Path, document: str, words: str) -> Span:
    """Return where words stand on a page that is named as `page_named` does.

    Raises:
        NotFoundError: No such page.
        UsageError: No words are named, or they do not stand there.
    """
    from kashf.domain.document import Span
    from kashf.services.translated.page_translations import page_translations
    from kashf.services.translation.write_translation import checked_page

    place = page_named(case, document)
    if not words:
        raise UsageError("--words says which words of the page: number of a line, START-END, or the words")
    with opened(case) as reading:
        page = checked_page(reading, place, "und")
        start, end = segment_named(page, page_translations(reading, place, reader="").lines, words)
    return Span(place.document, place.page, start, end)


def segment_named(page: Page, lines: Sequence[TranslatedLine], named: str) -> tuple[int, int]:
    """Return where a segment stands that is named by its number, by start-end in code points, or by its words.

    Raises:
        UsageError: There is no such segment.
    """
    from kashf.services.translation.contested_words import find_words

    if match := _RANGE.fullmatch(named.strip()):
        return int(match[1]), int(match[2])
    if named.strip().isdecimal() and len(named.strip()) <= 9:
        number = int(named)
        if not 0 < number <= len(lines):
            raise UsageError(f"the page has segments 1 to {len(lines)}, not {number}")
        return lines[number - 1].original.start, lines[number - 1].original.end
    wanted = fold(" ".join(named.split()))
    for line in lines:
        if fold(" ".join(line.original.text.split())) == wanted:
            return line.original.start, line.original.end
    try:
        return find_words(page, named)
    except NotFoundError as error:
        raise UsageError(f"no segment of the page, and none of its words, is {isolate(named[:80])}") from error


def renderings_in(path: Path, page: Page, lines: Sequence[TranslatedLine]) -> dict[tuple[int, int], str]:
    """Return the translations in a file: TSV of two columns, or of the columns that --export prints, or JSONL.

    Raises:
        BadPathError: It cannot be read.
        UsageError: A line of it is none, named by its number; nothing was written down.
    """
    with opened_lines(path) as (stream, name):
        content = stream.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise UsageError(f"{name} is larger than {_MOST_BYTES >> 20} MiB")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{name} is not UTF-8") from error
    found: dict[tuple[int, int], str] = {}
    for number, segment, rendering in _json_lines(text) if text.lstrip().startswith("{") else _table(text):
        try:
            found[segment_named(page, lines, segment)] = rendering
        except UsageError as error:
            raise UsageError(f"line {number} of {name}: {error}; nothing was written down") from error
    return found


def typed(lines: Sequence[TranslatedLine]) -> dict[tuple[int, int], str]:
    """Ask for the translation of each segment at the terminal; an empty answer passes one over, and the end of input ends.

    Raises:
        UsageError: There is no terminal.
    """
    if not sys.stdin.isatty():
        raise UsageError("--type asks at a terminal; without one, use --from FILE or --segment")
    found: dict[tuple[int, int], str] = {}
    for number, line in enumerate(lines, start=1):
        warn(f"{number}/{len(lines)}  {isolate(line.original.text)}\n> ", end="")
        answer = sys.stdin.readline()
        if not answer:
            break
        if answer.strip():
            found[line.original.start, line.original.end] = answer.strip()
    return found


def _json_lines(text: str) -> Iterator[tuple[int, str, str]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            try:
                told: Mapping[str, object] = json.loads(line)
                yield number, _named(told), str(told.get("rendering", told.get("text")))
            except (ValueError, AttributeError, KeyError) as error:
                raise UsageError(f"line {number} is no JSON object with a segment and its rendering; nothing was written down") from error


def _table(text: str) -> Iterator[tuple[int, str, str]]:
    rows = csv.reader(io.StringIO(text), delimiter="\t")
    heading: list[str] = []
    for number, row in enumerate(rows, start=1):
        if number == 1 and "rendering" in row:
            heading = row
        elif heading and any(row):
            told = dict(zip(heading, row, strict=False))
            yield number, _named(told), told.get("rendering", "")
        elif any(row):
            if len(row) != 2:
                raise UsageError(f"line {number} has {len(row)} columns, not two: a segment and its rendering; nothing was written down")
            yield number, row[0], row[1]


def _named(told: Mapping[str, object]) -> str:
    """Return what names a segment: where it stands, its number, or its words."""
    if "start" in told and "end" in told:
        return f"{told['start']}-{told['end']}"
    return str(told["segment"] if "segment" in told else told["original"])
