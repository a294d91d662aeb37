"""How surely what is filled in was read: strays at its ends left out, and what a person should look at told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median
from typing import Final

from kashf.domain.document import SURE_ENOUGH, Box, MarkKind, Origin, Page
from kashf.domain.forms.form_families import FieldNote
from kashf.domain.forms.template_fields import FieldKind, FieldState, ValueType
from kashf.language.field_values.answer_values import says_unknown
from kashf.language.field_values.field_kinds import propose_kind
from kashf.language.field_values.part_fits import fit
from kashf.language.field_values.ticked_boxes import has_boxes, is_paired
from kashf.language.field_values.value_states import value_state

#: Confidence in [0..1] below which a word of a value has to be looked at, and digits are not counted on: a wrong one is a number as well.
_LOOK: Final = 0.7
#: Below which a word that begins a value is none; those that end it end at a line to write on more often.
_NO_WORD: Final = 0.1
#: Times the usual height of the words of a value: what was read of lines and dots is lower, of a stamp or two lines higher.
_LOWEST, _HIGHEST = 0.65, 1.8
#: Score in [0..1] from which on a label surely asks for a kind.
_SURE: Final = 0.6
#: Dots, lines and specks, which readers of images see at the ends of what is filled in.
_SPECKS: Final = re.compile(r"[\s.…‥·•_,،'\"“”‘’`|¦\\/~«»:ـ-]+")
#: A stroke through letters, as text shows it: between tildes, or with a sign for each letter.
_STRUCK: Final = re.compile(r"~~[^~\n]+~~|\w\u0336")
#: Words in brackets behind an answer.
_BESIDE: Final = re.compile(r"[^\W_].*\s[(\[]\s*[^()\[\]]*[^\W\d_][^()\[\]]*[)\]]\s*", re.DOTALL)
_DIGIT: Final = re.compile(r"\d")
_WORD: Final = re.compile(r"[^\W_]")
#: Groups of a number, and a letter of a line that runs from the right.
_GROUPS: Final = re.compile(r"\d+(?:\s*[-–]\s*\d+){2}")
_ARABIC: Final = re.compile(r"[\u0620-\u064a]")
#: Kinds of which a value has letters, at least so many, and those of which it tells whether it can be one.
_WORDED: Final = frozenset({ValueType.NAME, ValueType.PLACE, ValueType.NATION})
_LETTER: Final = re.compile(r"[^\W\d_]")
_LETTERS: Final = 2
_TELLING: Final = frozenset({ValueType.DATE, ValueType.PHONE, ValueType.NUMBER})


def sure_part(page: Page, start: int, end: int) -> tuple[int, int]:
    """Return where a value of a scan stands without dots, lines and what was read for these at its ends; all of it where nothing is sure.

    Args:
        page: On which it stands.
        start: Its first code point.
        end: One past its last.
    """
    if page.origin is not Origin.OCR:
        return start, end
    words = _words(page, start, end)
    sure = [word for word in words if word.confidence >= SURE_ENOUGH and not _is_specks(page.text, word)]
    if not sure:
        return start, end
    usual = median(word.bottom - word.top for word in sure)
    first = next(word for word in words if not _is_stray(page.text, word, _NO_WORD, usual))
    last = next(word for word in reversed(words) if not _is_stray(page.text, word, SURE_ENOUGH, usual))
    return max(start, first.start), min(end, last.end)


def read_state(page: Page, start: int, end: int) -> FieldState:
    """Return what became of a field in which something stands."""
    if not page.boxes and not page.marks:
        return value_state(page.text[start:end])
    words = _words(page, start, end)
    illegible = any(mark.kind is MarkKind.ILLEGIBLE and mark.start < end and mark.end > start for mark in page.marks)
    unsure = sum(word.confidence for word in words) < SURE_ENOUGH * len(words)
    digits = [word for word in words if _DIGIT.search(page.text, word.start, word.end)]
    if illegible or unsure or (len(digits) * 2 > len(words) and any(word.confidence < _LOOK for word in digits)):
        return FieldState.UNREADABLE
    return value_state(page.text[start:end])


def value_notes(page: Page, start: int, end: int, label: str, *, whole: tuple[int, int]) -> Iterator[FieldNote]:
    """Yield what a person should look at before she counts on a value.

    Args:
        page: On which it stands.
        start: Its first code point.
        end: One past its last.
        label: What asks for it.
        whole: The same with what was taken for strays at its ends.
    """
    text = page.text[start:end]
    if not has_boxes(text) and _BESIDE.fullmatch(text):
        yield FieldNote.ADDED
    if _STRUCK.search(text):
        yield FieldNote.STRUCK
    is_doubtful = _has_doubt(page, start, end, whole) or not is_paired(text) or not _fits(text, label)
    if page.origin is Origin.OCR and (is_doubtful or _may_be_reversed(page, text, label)):
        yield FieldNote.UNSURE


def _has_doubt(page: Page, start: int, end: int, whole: tuple[int, int]) -> bool:
    for word in _words(page, *whole):
        is_within = word.start < end and word.end > start
        if _WORD.search(page.text, word.start, word.end) and (not is_within or word.confidence < _LOOK):
            return True
    return False


def _fits(text: str, label: str) -> bool:
    """Whether a value can be what its label asks for, as far as its words tell."""
    asked = propose_kind(label)
    if asked.score < _SURE or len(asked.kinds) > 1 or value_state(text) is not FieldState.FILLED:
        return True
    if asked.kind.traits.type in _WORDED and len(_LETTER.findall(text)) < _LETTERS:
        return False
    if asked.kind.traits.type not in _TELLING and asked.kind is not FieldKind.BLOOD:
        return True
    return says_unknown(text) or fit(asked.kind, text) > 0


def _may_be_reversed(page: Page, text: str, label: str) -> bool:
    """Whether groups of a telephone number may be read from its end: within Arabic they are printed in either order."""
    return FieldKind.PHONE in propose_kind(label).kinds and _GROUPS.search(text) is not None and _ARABIC.search(page.text) is not None


def _is_stray(text: str, word: Box, least: float, usual: float) -> bool:
    """Whether a word at the end of a value is what a line, dots or a stamp were read as: not sure, and not as high as its words are."""
    is_word = len(_WORD.findall(text, word.start, word.end)) > 1 and _LOWEST * usual <= word.bottom - word.top <= _HIGHEST * usual
    return _is_specks(text, word) or (word.confidence < least and not is_word)


def _is_specks(text: str, word: Box) -> bool:
    return _SPECKS.fullmatch(text, word.start, word.end) is not None


def _words(page: Page, start: int, end: int) -> list[Box]:
    return [box for box in page.boxes if box.start < end and box.end > start]
