"""What became of a field, as far as the words in it tell: filled, left blank, none, unreadable."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from kashf.domain.forms.template_fields import FieldKind, FieldState, ValueType
from kashf.language.field_values.answer_values import is_unanswered, phrases, says_unknown
from kashf.language.field_values.ticked_boxes import has_boxes, ticked
from kashf.language.identifiers.plain_signs import plain
from kashf.language.tables.field_words.answer_words import EXCEPT, ILLEGIBLE, NO, NONE
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import folded_words

#: What is printed for somebody to write on or into: dotted and drawn lines, empty boxes and brackets, slots of a date with its century.
_DOTS: Final = r"[.·•‧∙⋯_‗ـ\u2024\u2025\u2026]"
_BOX: Final = r"[□☐▢◻◯○⬜⃞\u25a2]|\[\s*\]|\(\s*\)|\{\s*\}|<\s*>"
_LEFT_BLANK: Final = re.compile(rf"(?:{_DOTS}|{_BOX}|[\s:؛;،,|'\"*])*")
_DATE_SLOTS: Final = re.compile(rf"(?:\s|{_DOTS})*[/\\\-](?:\s|{_DOTS})+[/\\\-](?:\s|{_DOTS})*(?:1[34]\d?|19\d?|20\d?)?\s*(?:م|هـ?|ه)?")
#: Strokes that somebody drew: there is none.
_STRUCK_OUT: Final = re.compile(r"\s*(?:[-‐-―−=/\\×✗✕xXØ∅~]\s?)+|\s*(?:…|\.\.\.)\s*|ـ{1,2}|[?؟]+")
_MARKS: Final = re.compile(r"\[(?:\.\.\.|…|[?؟])\]")
#: Of the signs of a value, how many are letters or digits where it can be read.
_LEGIBLE: Final = 0.5


_NONE: Final = phrases(NONE)
_ILLEGIBLE: Final = phrases(ILLEGIBLE)
_NO: Final = phrases(NO)
_EXCEPT: Final = phrases(EXCEPT)
#: Code points of the longest value that is more than text: nobody fills a page into a field.
LONGEST_VALUE: Final = 1000
#: Words of an answer that begins with "there is none" and says of what.
_LONGEST_NONE: Final = 4


def written_signs(text: str) -> str:
    """Return a value on one line, without what is not seen, with Latin digits and one hyphen.

    >>> written_signs(" ٥ – ٦")
    '5 - 6'
    """
    return " ".join(plain(text).replace("\u200e", "").split())


@lru_cache(maxsize=1 << 13)
def value_state(text: str, kind: FieldKind = FieldKind.FREE) -> FieldState:
    """Return what became of a field that has such a text: filled, blank, none, or unreadable.

    Args:
        text: What stands behind the label, as the page or whoever typed it has it.
        kind: What the field asks: "no" answers a question, and says of anything else that there is none.

    Example:
        >>> [value_state(text).value for text in ("السويد", " ....... ", "لا يوجد", "---", "[...]", "#¤%&")]
        ['filled', 'blank', 'none', 'none', 'unreadable', 'unreadable']
    """
    signs = written_signs(text)
    if not signs:
        return FieldState.BLANK
    if len(signs) > LONGEST_VALUE:
        return FieldState.FILLED if _is_legible(signs) else FieldState.UNREADABLE
    if _STRUCK_OUT.fullmatch(signs):
        return FieldState.NONE
    if _LEFT_BLANK.fullmatch(signs) or _DATE_SLOTS.fullmatch(signs):
        return FieldState.BLANK
    if has_boxes(text):
        return FieldState.FILLED if ticked(text) else FieldState.BLANK
    return _of_words(text, kind)


def _of_words(text: str, kind: FieldKind) -> FieldState:
    legible = _MARKS.sub(" ", text)
    words = folded_words(legible)
    said = " ".join(words)
    if not _is_legible(legible) or said in _ILLEGIBLE:
        return FieldState.UNREADABLE
    if kind.traits.type is ValueType.YES_NO and said:
        return FieldState.BLANK if is_unanswered(text) else FieldState.FILLED
    if said in _NONE or says_unknown(text) or (said in _NO and kind is not FieldKind.FREE) or _denies(words):
        return FieldState.NONE
    return FieldState.FILLED


def _is_legible(text: str) -> bool:
    """Return whether half of the signs or more are letters, digits or marks that belong to them."""
    signs = [sign for sign in text if not sign.isspace()]
    letters = sum(sign.isalnum() or unicodedata.category(sign)[0] in "MC" for sign in signs if sign != "\N{REPLACEMENT CHARACTER}")
    return bool(signs) and letters >= _LEGIBLE * len(signs)


def _denies(words: list[Folded]) -> bool:
    """Return whether words begin with "there is none" and say of what, in few words and without an exception."""
    if not 2 < len(words) <= _LONGEST_NONE or not _EXCEPT.isdisjoint(words):
        return False
    return " ".join(words[:2]) in _NONE
