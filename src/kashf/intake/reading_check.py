"""The check that a reading must pass when it comes out of the sandbox.

Nothing of it is believed: a parser that was taken over may write whatever it likes. What passes the check has the right types, ranges
and sizes, and every position lies inside its text. Whether the words are those of the document cannot be checked here.
"""

from __future__ import annotations

import base64
import binascii
import math
import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from kashf.domain.document import BOX_GRID, OF_TYPED, Box, Mark, MarkKind, Origin, Page, Reading, Reason, Status, storable
from kashf.domain.ids import DocumentId
from kashf.intake.ink_maps.ink_map import MOST_BYTES, unpacked
from kashf.language.words.visible import without_misleading
from kashf.ports.engines import (
    MAX_DETAIL_LENGTH,
    MAX_ENGINE_LENGTH,
    MAX_ENGINES,
    MAX_METADATA_KEY_LENGTH,
    MAX_METADATA_KEYS,
    MAX_METADATA_VALUE_LENGTH,
    Limits,
)

Choice = TypeVar("Choice", bound=StrEnum)

#: Kinds of marks that no reader makes.
_OF_CASES = frozenset({MarkKind.REPEATED, *OF_TYPED})
_MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9.+_-]{0,63}/[a-z0-9][a-z0-9.+_-]{0,127}")


def check_reading(untrusted: object, *, document: DocumentId, limits: Limits) -> Reading:
    """Return the reading in a child's answer, if it is well formed.

    Args:
        untrusted: The answer as `json.loads` gave it.
        document: Whose bytes were given to the child; the child is not asked.
        limits: Caps on pages and text.

    Raises:
        ValueError: Something has the wrong type, lies out of range or is too large; the message names the field and holds no word of
            the document.
    """
    answer = _mapping(untrusted, "answer")
    status = _one_of(Status, answer.get("status"), "status")
    reason = None if answer.get("reason") is None else _one_of(Reason, answer.get("reason"), "reason")
    pages = _check_pages(_list(answer.get("pages"), "pages", limits.pages), limits=limits)
    second = _check_second_readings(_list(answer.get("second_readings"), "second readings", 2 * limits.pages), pages, limits=limits)
    if (status is Status.DONE) != (reason is None or reason is Reason.NO_WRITING):
        raise ValueError("reason: given exactly when the status is not done, but for the one that says there is nothing to read")
    if status is Status.FAILED and pages:
        raise ValueError("pages: a failed reading has none")
    _integer(answer.get("members"), "members", 0, limits.members)
    return Reading(
        document=document,
        type=_media_type(answer.get("type")),
        status=status,
        reason=reason,
        detail=without_misleading(_string(answer.get("detail"), "detail", MAX_DETAIL_LENGTH)),
        pages=pages,
        second_readings=second,
        ink_prints=_check_ink_prints(_list(answer.get("ink_prints", []), "ink prints", len(pages)), pages),
        metadata=_check_strings(
            answer.get("metadata"), "metadata", keys=MAX_METADATA_KEYS, key_length=MAX_METADATA_KEY_LENGTH, length=MAX_METADATA_VALUE_LENGTH
        ),
        engines=_check_strings(answer.get("engines"), "engines", keys=MAX_ENGINES, key_length=MAX_ENGINE_LENGTH, length=MAX_ENGINE_LENGTH),
    )


def _check_pages(untrusted_pages: list[object], *, limits: Limits) -> tuple[Page, ...]:
    pages: list[Page] = []
    characters, previous = 0, 0
    for untrusted_page in untrusted_pages:
        page = _check_page(_mapping(untrusted_page, "page"), after=previous, characters=limits.text_characters - characters)
        characters, previous = characters + len(page.text), page.number
        pages.append(page)
    return tuple(pages)


def _check_second_readings(untrusted_pages: list[object], pages: tuple[Page, ...], *, limits: Limits) -> tuple[Page, ...]:
    """Return the pages that were read a second time; each must be one of `pages`."""
    numbers = {page.number for page in pages}
    second: list[Page] = []
    characters = 0
    for untrusted_page in untrusted_pages:
        page = _check_page(_mapping(untrusted_page, "page"), after=0, characters=limits.text_characters - characters)
        if page.number not in numbers:
            raise ValueError("second readings: of a page that is not there")
        characters += len(page.text)
        second.append(page)
    return tuple(second)


def _check_ink_prints(untrusted_prints: list[object], pages: tuple[Page, ...]) -> tuple[tuple[int, bytes], ...]:
    """Return where pages have ink; each is one of `pages`, in order, and a map as it can be unpacked."""
    numbers = {page.number for page in pages}
    prints: list[tuple[int, bytes]] = []
    for untrusted_print in untrusted_prints:
        parts = _list(untrusted_print, "ink print", 2)
        if len(parts) != 2:
            raise ValueError("ink print: not two values")
        number = _integer(parts[0], "ink print", prints[-1][0] + 1 if prints else 1, 1 << 31)
        if number not in numbers:
            raise ValueError("ink print: of a page that is not there")
        try:
            packed = base64.b64decode(_string(parts[1], "ink print", 2 * MOST_BYTES), validate=True)
        except binascii.Error:
            raise ValueError("ink print: not base64") from None
        unpacked(packed)
        prints.append((number, packed))
    return tuple(prints)


def _check_page(untrusted: Mapping[str, object], *, after: int, characters: int) -> Page:
    text = storable(_string(untrusted.get("text"), "text", characters))
    return Page(
        number=_integer(untrusted.get("number"), "number", after + 1, 1 << 31),
        text=text,
        origin=_machine_made(_one_of(Origin, untrusted.get("origin"), "origin")),
        confidence=_confidence(untrusted.get("confidence")),
        marks=_check_marks(_list(untrusted.get("marks"), "marks", len(text)), length=len(text)),
        boxes=_check_boxes(_list(untrusted.get("boxes"), "boxes", len(text)), length=len(text)),
    )


def _machine_made(origin: Origin) -> Origin:
    if origin is Origin.TRANSCRIPTION:
        raise ValueError("origin: no reader says that people typed a page")
    return origin


def _check_marks(untrusted_marks: list[object], *, length: int) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    for untrusted_mark in untrusted_marks:
        parts = _list(untrusted_mark, "mark", 3)
        if len(parts) != 3:
            raise ValueError("mark: not three values")
        start = _integer(parts[0], "mark", marks[-1].end if marks else 0, length)
        marks.append(Mark(start, _integer(parts[1], "mark", start + 1, length), _one_of(MarkKind, parts[2], "mark")))
        if marks[-1].kind in _OF_CASES:
            raise ValueError("mark: of a kind that is said of a case only")
    return tuple(marks)


def _check_boxes(untrusted_boxes: list[object], *, length: int) -> tuple[Box, ...]:
    boxes: list[Box] = []
    for untrusted_box in untrusted_boxes:
        parts = _list(untrusted_box, "box", 7)
        if len(parts) != 7:
            raise ValueError("box: not seven values")
        start = _integer(parts[0], "box", boxes[-1].end if boxes else 0, length)
        end = _integer(parts[1], "box", start + 1, length)
        left, top = (_integer(value, "box", 0, BOX_GRID) for value in parts[2:4])
        right, bottom = _integer(parts[4], "box", left, BOX_GRID), _integer(parts[5], "box", top, BOX_GRID)
        boxes.append(Box(start, end, left, top, right, bottom, _confidence(parts[6])))
    return tuple(boxes)


def _check_strings(untrusted: object, field: str, *, keys: int, key_length: int, length: int) -> Mapping[str, str]:
    values = _mapping(untrusted, field)
    if len(values) > keys:
        raise ValueError(f"{field}: more than {keys} keys")
    return MappingProxyType(
        {storable(_string(key, field, key_length)): storable(_string(value, field, length)) for key, value in values.items()}
    )


def _media_type(untrusted: object) -> str:
    if not isinstance(untrusted, str) or not _MEDIA_TYPE.fullmatch(untrusted):
        raise ValueError("type: not a media type")
    return untrusted


def _one_of(kind: type[Choice], untrusted: object, field: str) -> Choice:
    if not isinstance(untrusted, str):
        raise ValueError(f"{field}: not a word")
    try:
        return kind(untrusted)
    except ValueError:
        raise ValueError(f"{field}: not a word that is known") from None


def _confidence(untrusted: object) -> float:
    if isinstance(untrusted, bool) or not isinstance(untrusted, int | float) or not math.isfinite(untrusted) or not 0 <= untrusted <= 1:
        raise ValueError("confidence: not a number in [0..1]")
    return float(untrusted)


def _integer(untrusted: object, field: str, low: int, high: int) -> int:
    if isinstance(untrusted, bool) or not isinstance(untrusted, int) or not low <= untrusted <= high:
        raise ValueError(f"{field}: not an integer in [{low}..{high}]")
    return untrusted


def _string(untrusted: object, field: str, length: int) -> str:
    if not isinstance(untrusted, str) or len(untrusted) > length:
        raise ValueError(f"{field}: not a text of at most {length} characters")
    return untrusted


def _list(untrusted: object, field: str, length: int) -> list[object]:
    if not isinstance(untrusted, list) or len(untrusted) > length:
        raise ValueError(f"{field}: not a list of at most {length}")
    return untrusted


def _mapping(untrusted: object, field: str) -> Mapping[str, object]:
    if not isinstance(untrusted, dict):
        raise ValueError(f"{field}: not an object")
    return untrusted
