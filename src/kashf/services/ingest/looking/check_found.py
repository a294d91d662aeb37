"""The check that findings must pass when they come out of the sandbox: types, ranges, and places that lie in the text that was sent."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any, Final

from kashf.domain.document import Page, storable
from kashf.domain.entity import NO_VALUE, Mention, MentionType, NameKey, PlacedMention, unchanging
from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter_json import letter_from, logged_from
from kashf.ports.mentions import NAME_LENGTH
from kashf.ports.stages import DATES, INDEX, LETTERS, LOGGED, NAMES, DocumentStage, StageTable
from kashf.services.dates.keep_dates import BESIDE_TEXT, KeptDate
from kashf.services.ingest.looking.find_in_texts import TEXT_STAGES
from kashf.services.ingest.looking.found_parts import PartedRows
from kashf.services.ingest.looking.sent_passages import check_passages
from kashf.services.ingest.looking.sent_texts import SentText

#: Rows of one stage of one document: a mention takes two code points, and no other stage has more.
_MOST_ROWS: Final = 25_000_000
#: What a letter of many pages takes.
_LONGEST_VALUE: Final = 50_000_000
_LONGEST_SOURCE: Final = 300
_BY_NAME: Final = {stage.name: stage for stage in TEXT_STAGES}

#: Of answers that came whole.
NO_PARTS: Final[Mapping[str, Sequence[bytes]]] = MappingProxyType({})

#: Rows by stage, as the store takes them; of INDEX passages.
Found = Mapping[DocumentStage, Sequence[Any]]


def check_found(
    untrusted: object, sent: Sequence[SentText], untrusted_parts: Mapping[str, Sequence[bytes]] = NO_PARTS
) -> tuple[Found, ...]:
    """Return what was found in each document, if the answer is well formed.

    Args:
        untrusted: The answer as `json.loads` gave it.
        sent: The documents that were sent.
        untrusted_parts: Of a document that was sent alone, what came before the answer: lists of rows as JSON, by the name of their stage.

    Raises:
        ValueError: Something has the wrong type, or lies outside of the text; the message holds no word of a document.
    """
    each_found = _list(untrusted.get("found") if isinstance(untrusted, dict) else None, len(sent))
    if len(each_found) != len(sent):
        raise ValueError("found: not of each document")
    if untrusted_parts and (len(sent) != 1 or not isinstance(each_found[0], dict)):
        raise ValueError("found: parts of more than one document")
    return tuple(_check_document(found, text, untrusted_parts) for found, text in zip(each_found, sent, strict=True))


def _check_document(untrusted: object, sent: SentText, untrusted_parts: Mapping[str, Sequence[bytes]]) -> Found:
    if not isinstance(untrusted, dict) or sorted([*untrusted, *untrusted_parts]) != sorted(sent.stages):
        raise ValueError("found: not of each stage")
    found: dict[DocumentStage, Sequence[Any]] = {}
    for name in sent.stages:
        make = partial(_check_rows, stage=_BY_NAME[name], sent=sent)
        found[_BY_NAME[name]] = make(untrusted[name]) if name in untrusted else PartedRows(untrusted_parts[name], make, most=_MOST_ROWS)
    return found


def _check_rows(untrusted: object, stage: DocumentStage, sent: SentText) -> Sequence[Any]:
    rows = [_list(row, 64) for row in _list(untrusted, _MOST_ROWS)]
    if stage == NAMES:
        pages = {page.number: page for page in sent.pages}
        return [_check_mention(row, sent.record.id, pages) for row in rows]
    if stage == INDEX:
        return check_passages(rows, sent.indexable)
    if stage.table is None:
        raise ValueError("found: of a stage that keeps no rows")
    checked = [_check_row(row, stage.table) for row in rows]
    if stage in {LETTERS, LOGGED}:
        for row in checked:
            _check_letter(str(row[0]), sent.record.id, letter_from if stage == LETTERS else logged_from)
    if stage == DATES:
        lengths = {page.number: len(page.text) for page in sent.pages}
        for row in checked:
            _check_date(row, lengths)
    return checked


def _check_mention(row: list[Any], document: DocumentId, pages: Mapping[int, Page]) -> PlacedMention:
    if len(row) != 8:
        raise ValueError("mention: not eight values")
    number, start, end, key, type, source, score, value = row
    page = pages.get(number) if _is_integer(number) else None
    if page is None or not _is_integer(start) or not _is_integer(end) or not 0 <= start < end <= len(page.text):
        raise ValueError("mention: not on a page")
    if not _is_text(key, NAME_LENGTH) or not key or end - start > NAME_LENGTH or not _is_text(source, _LONGEST_SOURCE):
        raise ValueError("mention: not a name")
    if isinstance(score, bool) or not isinstance(score, int | float) or not 0 < score <= 1:
        raise ValueError("mention: a score that is none")
    if not isinstance(value, dict):
        raise ValueError("mention: a value that is no object")
    worth = unchanging(value) if value else NO_VALUE
    found = Mention(start, end, page.text[start:end], MentionType(type), storable(source), float(score), worth)
    return PlacedMention(document, page.number, NameKey(storable(key)), found)


def _check_row(row: list[Any], table: StageTable) -> tuple[Any, ...]:
    if len(row) != len(table.columns):
        raise ValueError(f"{table.name}: not as many values as columns")
    return tuple(_check_value(value, kind, table) for value, (_, kind) in zip(row, table.columns, strict=True))


def _check_value(value: object, kind: type[str | int | float], table: StageTable) -> str | int | float:
    if issubclass(kind, str) and isinstance(value, str) and len(value) <= _LONGEST_VALUE:
        return storable(value)
    if kind is int and _is_integer(value):
        return value  # type: ignore[return-value]  # _is_integer has just said so
    if kind is float and isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
        return float(value)
    raise ValueError(f"{table.name}: a value of another type than its column")


def _check_letter(untrusted: str, document: DocumentId, read: Callable[[Mapping[str, Any], DocumentId], object]) -> None:
    """Refuse what is no letter, and no row of a register; where its words stand in this document, readers look up."""
    try:
        read(json.loads(untrusted), document)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("letters: not a letter") from error


def _check_date(row: tuple[Any, ...], lengths: Mapping[int, int]) -> None:
    """Refuse what is no date, or stands on no page."""
    try:
        kept = KeptDate.of_row(row)
    except (KeyError, TypeError, AttributeError, ValueError, OverflowError) as error:
        raise ValueError("dates: not a date") from error
    if kept.row() != row or not 0 <= kept.score <= 1:
        raise ValueError("dates: days that are not those of the date")
    if not (0 <= kept.start < kept.end <= lengths.get(kept.page, 0) or (kept.page, kept.start, kept.end) == (BESIDE_TEXT, 0, 0)):
        raise ValueError("dates: not on a page")


def _is_integer(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1 << 62


def _is_text(value: object, length: int) -> bool:
    return isinstance(value, str) and len(value) <= length


def _list(untrusted: object, length: int) -> list[Any]:
    if not isinstance(untrusted, list) or len(untrusted) > length:
        raise ValueError("found: not a list, or too long a one")
    return untrusted
