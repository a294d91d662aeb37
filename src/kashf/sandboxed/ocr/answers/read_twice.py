"""Answers that cannot be what their labels ask, read a second time: numbers by the shapes of their digits, blood groups by few letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from PIL import Image

from kashf.domain.document import BOX_GRID, SURE_ENOUGH, Box, Page
from kashf.domain.forms.template_fields import FieldKind, ValueType
from kashf.language.field_values.answer_values import says_unknown
from kashf.language.field_values.field_kinds import propose_kind
from kashf.language.field_values.part_fits import fit
from kashf.ports.engines import PageReader, Picture
from kashf.sandboxed.ocr.lines import Grey

#: Score in [0..1] from which on a label surely asks for a kind, and words of it at most that stand behind another answer.
_SURE, _WORDS = 0.9, 4
#: Confidence in [0..1] at most of what was read twice: below what a person need not look at.
_READ_TWICE: Final = 0.69
#: Answers of a page at most, and words of one.
_MOST, _LONGEST = 12, 8
#: A blood group, and letters at most of what is one misread.
_BLOOD: Final = re.compile(r"(?:AB|A|B|O) ?[+-]|[+-] ?(?:AB|A|B|O)")
_BLOOD_LETTERS: Final = 3
BLOOD_SIGNS: Final = "ABO+-"
_SIGN: Final = re.compile("[+-]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_NUMBERED: Final = frozenset({ValueType.DATE, ValueType.PHONE, ValueType.NUMBER})
#: Margins around an answer with which it is read, as shares of its height, at its sides and above and below; pixels that it is reduced to.
_MARGINS: Final = ((0.3, 0.1), (0.15, 0.25), (0.0, 0.1))
_HEIGHT: Final = 40


@dataclass(frozen=True, slots=True)
class _SecondReading:
    """What some words, by their places in the boxes of the page, are read as instead."""

    first: int
    last: int
    box: Box
    text: str


def read_twice(grey: Grey, page: Page, *, by_shape: Page | None, blood: PageReader | None) -> Page | None:
    """Return a page with answers that cannot be what their labels ask as another way of reading has them, where that can; None for none.

    Their confidence is one at which a person should look.

    Args:
        grey: The image of the page.
        page: Its reading, with a box for each word.
        by_shape: The same with its numbers read by shape, word for word; None where that changes nothing.
        blood: Reads pictures of blood groups; None where nothing does.
    """
    changes: list[_SecondReading] = []
    for kind, start, end in _answers(page.text):
        places = [at for at, box in enumerate(page.boxes) if start <= box.start and box.end <= end]
        if not places or len(places) > _LONGEST or len(changes) >= _MOST:
            continue
        if kind is FieldKind.BLOOD and blood is not None:
            changes += _blood(grey, page, places, blood)
        elif kind.traits.type in _NUMBERED and by_shape is not None and len(by_shape.boxes) == len(page.boxes):
            changes += _number(kind, page, by_shape, places)
    return _changed(page, changes) if changes else None


def _answers(text: str) -> Iterator[tuple[FieldKind, int, int]]:
    """Yield what surely is asked on a page, and where what stands behind it begins and ends: behind a colon or in the next cell."""
    at = 0
    for line in text.split("\n"):
        asked: FieldKind | None = None
        for cell in line.split("\t"):
            pieces = cell.split(":")
            place = at
            for nth, piece in enumerate(pieces):
                label = _label(piece) if nth + 1 < len(pieces) or not asked else None
                end = place + (label[1] if label and nth + 1 < len(pieces) else len(piece))
                if asked and text[place:end].strip():
                    yield asked, place, end
                if piece.strip():
                    asked = label[0] if label else None
                place += len(piece) + 1
            at += len(cell) + 1


def _label(piece: str) -> tuple[FieldKind, int] | None:
    """Return what the last words of a stretch surely ask, and where they begin."""
    words = list(re.finditer(r"\S+", piece))[-_WORDS:]
    for word in words:
        proposal = propose_kind(piece[word.start() :].strip())
        if proposal.score >= _SURE and len(proposal.kinds) == 1 and proposal.kind is not FieldKind.FREE:
            return proposal.kind, word.start()
    return None


def _number(kind: FieldKind, page: Page, by_shape: Page, places: Sequence[int]) -> Iterator[_SecondReading]:
    was, new = (each.text[each.boxes[places[0]].start : each.boxes[places[-1]].end] for each in (page, by_shape))
    if was == new or says_unknown(was) or fit(kind, was) > 0 or fit(kind, new) <= 0:
        return
    for at in places:
        box = by_shape.boxes[at]
        text = by_shape.text[box.start : box.end]
        if text != page.text[page.boxes[at].start : page.boxes[at].end]:
            yield _SecondReading(at, at, box, text)


def _blood(grey: Grey, page: Page, places: Sequence[int], reader: PageReader) -> Iterator[_SecondReading]:
    note = next((nth for nth, at in enumerate(places) if "(" in page.text[page.boxes[at].start : page.boxes[at].end]), len(places))
    words = [page.boxes[at] for at in places[:note]]
    was = page.text[words[0].start : words[-1].end] if words else ""
    if not was or _BLOOD.fullmatch(was) or len(_LETTER.findall(was)) > _BLOOD_LETTERS or says_unknown(was):
        return
    best = max((_group(grey, page, words, margin, reader) for margin in _MARGINS), key=lambda each: each[1])
    if best[1] >= SURE_ENOUGH:
        yield _SecondReading(places[0], places[note - 1], _around(words, best[1]), best[0])


def _group(grey: Grey, page: Page, words: Sequence[Box], margin: tuple[float, float], reader: PageReader) -> tuple[str, float]:
    """Return the blood group that some words are, and how sure that is in [0..1]: 0 for none, or for another sign than was read first."""
    read = reader.read_page(_picture(grey, words, margin), number=page.number)
    text = " ".join(read.text.split())
    signs = _SIGN.findall(page.text[words[0].start : words[-1].end])
    text += signs[0] if text.isalpha() and len(signs) == 1 else ""
    is_other = len(signs) == 1 and signs[0] not in text
    return (text, read.confidence) if _BLOOD.fullmatch(text) and not is_other else ("", 0.0)


def _picture(grey: Grey, words: Sequence[Box], margin: tuple[float, float]) -> Picture:
    """Return a picture of some words of a line, with a margin as a share of its height."""
    beside, above = margin
    high, wide = grey.shape
    box = _around(words, 1.0)
    height = (box.bottom - box.top) * high / BOX_GRID
    left, right = box.left * wide / BOX_GRID - beside * height, box.right * wide / BOX_GRID + beside * height
    top, bottom = box.top * high / BOX_GRID - above * height, box.bottom * high / BOX_GRID + above * height
    crop = Image.fromarray(np.ascontiguousarray(grey[max(0, round(top)) : round(bottom) + 1, max(0, round(left)) : round(right) + 1]))
    if crop.height > _HEIGHT:
        crop = crop.resize((max(1, round(crop.width * _HEIGHT / crop.height)), _HEIGHT), Image.Resampling.LANCZOS)
    return Picture(crop.width, crop.height, 1, crop.tobytes())


def _around(words: Sequence[Box], confidence: float) -> Box:
    left, right = min(word.left for word in words), max(word.right for word in words)
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    return Box(words[0].start, words[-1].end, left, top, right, bottom, confidence)


def _changed(page: Page, changes: Sequence[_SecondReading]) -> Page:
    by_first = {change.first: change for change in changes}
    parts, boxes, position, length, at = list[str](), list[Box](), 0, 0, 0
    while at < len(page.boxes):
        change, box = by_first.get(at), page.boxes[at]
        last = page.boxes[change.last if change else at]
        between, new = page.text[position : box.start], change.text if change else page.text[box.start : box.end]
        start = length + len(between)
        place = change.box if change else box
        confidence = min(place.confidence, _READ_TWICE) if change else place.confidence
        boxes.append(Box(start, start + len(new), place.left, place.top, place.right, place.bottom, confidence))
        parts += [between, new]
        length, position, at = start + len(new), last.end, change.last + 1 if change else at + 1
    return replace(page, text="".join(parts) + page.text[position:], boxes=tuple(boxes), marks=())
