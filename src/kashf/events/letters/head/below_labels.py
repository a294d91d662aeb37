"""Values that stand on the line below the label that announces them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from kashf.events.letters.citations.addressed import is_class, is_office, is_post
from kashf.events.letters.head.line_kinds import LetterLine, LineKind, PlacedLabel, begins_with_citation
from kashf.events.letters.head.number_labels import says_number
from kashf.events.letters.head.shaped_lines import day_label, is_number
from kashf.events.letters.phrases import WORD_END, any_of, by_code
from kashf.language.tables.letters import head_phrases
from kashf.language.tables.letters.structure import shape_words as words

#: Words of a line that addresses somebody.
_ADDRESS: Final = 11
_BELOW_LABEL: Final = 0.9
#: Code points of a line that is a label and nothing else.
_LONGEST: Final = 48
#: A label of its own.
_LABEL: Final = re.compile(r"[^\W\d_]{2,12}\s?:")
_ENDS: Final = re.compile(r"[.؟?!:]\s*$")
#: Labels whose value may stand on the next line.
_ALONE: Final = ("number", "other-number", "date", "subject", "sender", "place", "classification")


def below_labels(lines: Sequence[LetterLine], stop: int) -> list[LetterLine]:
    """Return lines with those that stand below the label that announces them; labels in a column have their values in one."""
    found, waiting = list(lines), [""][:0]
    for nth in range(min(stop + 1, len(found))):
        each = found[nth]
        if nth < stop and (field := label_alone(each)):
            waiting.append(field)
            found[nth] = LetterLine(each.line, LineKind.LABELLED)
        elif waiting and each.kind in {LineKind.BARE, LineKind.BULLET, LineKind.LABELLED, LineKind.ADDRESSEE}:
            field = next((each_field for each_field in waiting if _fits(each_field, each)), "")
            if not field:
                waiting.clear()
                continue
            if field != "addressee":
                waiting.remove(field)
            found[nth] = _below(each, field)
    return found


def _below(each: LetterLine, field: str) -> LetterLine:
    line = each.line
    if field == "date" and (day := day_label(line)):
        return LetterLine(line, LineKind.LABELLED, (PlacedLabel("date", day.start, day.end, "label-above:date", _BELOW_LABEL),))
    kind = LineKind.ADDRESSEE if field == "addressee" else LineKind.LABELLED
    return LetterLine(line, kind, (PlacedLabel(field, line.start, line.end, f"label-above:{field}", _BELOW_LABEL),))


def _fits(field: str, each: LetterLine) -> bool:
    text = each.line.folded
    if field in {"number", "other-number"}:
        return each.kind is not LineKind.ADDRESSEE and is_number(text)
    if field == "date":
        return any(sign.isdigit() for sign in text) and day_label(each.line) is not None
    if each.kind is LineKind.LABELLED or begins_with_citation(text):
        return False
    if field == "addressee":
        is_one = is_office(text) or is_post(text) or is_class(text) or _titled().match(text) is not None or each.kind is LineKind.BULLET
        return len(text.split()) <= _ADDRESS and not _ENDS.search(text) and is_one
    return each.kind is LineKind.BARE and len(text.split()) <= 2 * _ADDRESS and not _LABEL.match(text)


def label_alone(each: LetterLine) -> str:
    """Return what a line announces that is a label and nothing else; "" for any other line."""
    if len(each.line.folded) > _LONGEST:
        return ""
    text = each.line.folded.strip(" :/\\-–=.()[]•*")
    if each.kind is LineKind.LABELLED and len(each.labels) == 1 and each.labels[0].field in _ALONE:
        value = each.line.folded[each.labels[0].start - each.line.start :]
        return "" if re.search(r"\w", value) else each.labels[0].field
    if each.kind is LineKind.ADDRESSEE and not re.search(r"\w", each.line.folded[each.labels[0].start - each.line.start :]):
        return "addressee"
    if each.kind is not LineKind.BARE or not text or len(text.split()) > 4 or any(sign.isdigit() for sign in text):
        return ""
    if (field := _label_codes().get(" ".join(text.split()))) is not None:
        return field
    return "number" if len(text.split()) > 1 and says_number(text) and _all_number_words(text) else ""


def _all_number_words(text: str) -> bool:
    return all(says_number(word) for word in text.split()[:2])


@lru_cache(maxsize=1)
def _label_codes() -> Mapping[str, str]:
    codes = {phrase: field for phrase, field in by_code(head_phrases.LABELS).items() if field in _ALONE}
    return {**codes, **dict.fromkeys(by_code({"addressee": words.ADDRESSED_ALONE}), "addressee")}


@lru_cache(maxsize=1)
def _titled() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.ADDRESSED_TITLES)}{WORD_END}\.?\s*[/:]?\s*)+(?=\S)")
