"""Filled-in forms among what looks like letters: labels that ask who somebody is, and no sentence that orders or tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.forms.template_fields import FieldKind
from kashf.domain.letters.instructions import Force, Instruction
from kashf.events.letters.citations.addressed import is_office, is_post
from kashf.events.letters.head.line_kinds import LetterLine, LineKind
from kashf.events.letters.phrases import WORD_END, any_of
from kashf.events.letters.sheet_text import SheetLine, SheetText
from kashf.language.field_values.field_kinds import propose_kind
from kashf.language.tables.letters.structure.sheet_words import FORMS

#: What forms ask of people, and heads of letters do not.
_OF_PEOPLE: Final = frozenset(
    {
        *(FieldKind.NAME, FieldKind.KUNYA, FieldKind.MOTHER, FieldKind.RELATIVE, FieldKind.BIRTH, FieldKind.NATIONALITY),
        *(FieldKind.GO_BETWEEN, FieldKind.GUARANTOR, FieldKind.PHONE, FieldKind.BLOOD, FieldKind.SKILLS, FieldKind.YES_NO),
    }
)
#: How many of these a form asks at the least: invented forms ask 4 to 12, but for receipts of arms (1); 443 invented letters one at most.
_LEAST_ASKED: Final = 4
#: From so many on it is a form, whatever its office adds below.
_SURELY_ASKED: Final = 7
#: Share of the lines that have such labels, or others with a colon.
_SHARE: Final = 0.3
#: Of a label: score in [0..1] where something stands behind it, and where it is a line of its own; words and code points.
_SURE: Final = 0.7
_ALONE: Final = 0.9
_MOST_WORDS: Final = 7
_LONGEST: Final = 60
#: Words of a line that is a sentence, where a full stop or a colon ends it.
_SENTENCE: Final = 4
#: What stands between the fields of one line: columns, and blanks that were not filled.
_GAP: Final = re.compile(r"\t| {3,}|[|‖¦]|(?:[._…]{2,}\s*)+")
#: What stands before a label: its number, or a bracket.
_NUMBER: Final = re.compile(r"\W{0,3}\d{1,2}\W{1,3}(?=[^\W\d])|\s*\((?=[^()]*(?:\([^()]*\))?\)\s*$)")
#: Words of a label behind the value of another one, with a single space between.
_MOST_BEHIND: Final = 3
#: Lines of letters whose words are no labels of what was filled in.
_OF_LETTERS: Final = frozenset(
    {
        *(LineKind.ADDRESSEE, LineKind.TITLE, LineKind.CLASSIFICATION, LineKind.STATE, LineKind.INVOCATION, LineKind.GREETING),
        *(LineKind.CLOSING, LineKind.COPIES, LineKind.ENCLOSURES),
    }
)
_STOP: Final = re.compile(r"\w[.:]$")
_BIDDING: Final = (Force.ORDER, Force.REQUEST, Force.FORBID, Force.PERMIT, Force.CANCEL, Force.REMIND)
_FORM: Final = re.compile(rf"(?<!\w){any_of(FORMS)}{WORD_END}")


@dataclass(frozen=True, slots=True)
class _AskingLine:
    """What a line asks: kinds of `_OF_PEOPLE`, and how many labels it has of whatever kind."""

    line: SheetLine
    kinds: frozenset[FieldKind]


def is_filled_sheet(sheet: SheetText, lines: Sequence[LetterLine], acts: Sequence[Instruction]) -> bool:
    """Return whether a paper is a form that somebody filled in: its labels ask who he is, and what is told is told about the form.

    A paper that orders or tells in a sentence above its labels is a letter about somebody; so is one that does so below a few of them.

    Args:
        sheet: The paper.
        lines: What its lines are.
        acts: What its sentences, and what was taken for some, order and tell.
    """
    all_lines = list(sheet.lines())
    kinds = {each.line.start: each.kind for each in lines}
    asked = [each for line in all_lines if kinds.get(line.start) not in _OF_LETTERS and (each := _asked(line))]
    asks = len(frozenset[FieldKind]().union(*(each.kinds for each in asked)))
    if asks < _LEAST_ASKED or len(asked) < _SHARE * len(all_lines):
        return False
    people = [each.line for each in asked if each.kinds]
    first, last = people[0].start, people[-1].end
    skipped = {each.line.start for each in asked if each.kinds or each.line.start > first}
    for line in all_lines:
        if line.start in skipped or _FORM.search(line.folded):
            continue
        told = _acts_on(sheet, line, acts)
        is_sentence = _is_sentence(line)
        if first < line.start < last:
            is_told = is_sentence and any(each.force in _BIDDING or asks < _SURELY_ASKED for each in told)
        else:
            is_told = (bool(told) or is_sentence) and (line.start < first or asks < _SURELY_ASKED)
        if is_told:
            return False
    return True


def _asked(line: SheetLine) -> _AskingLine | None:
    """Return what a line asks; None where it has no label."""
    if _is_sentence(line):
        return None
    kinds: set[FieldKind] = set()
    has_label = False
    cells = [cell for cell in _GAP.split(line.folded) if cell.strip()]
    for label, is_alone in _labels(cells):
        has_label = has_label or not is_alone
        if is_office(label) or is_post(label):
            continue
        proposal = propose_kind(label)
        if proposal.score >= (_ALONE if is_alone else _SURE):
            kinds.update(_OF_PEOPLE.intersection(proposal.kinds))
    return _AskingLine(line, frozenset(kinds)) if kinds or has_label else None


def _labels(cells: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Yield what may be labels among the cells of a line, and whether it stands there alone, with nothing that shows it to be one."""
    for cell in cells:
        begin = _NUMBER.match(cell)
        label, *behind = cell[begin.end() if begin else 0 :].split(":")
        label = label.strip(" ()")
        if 0 < len(label) <= _LONGEST and len(label.split()) <= _MOST_WORDS and any(sign.isalpha() for sign in label):
            yield label, not (behind or begin or len(cells) > 1)
        for words in (value.split() for value in behind[:-1]):
            yield from ((" ".join(words[-many:]), True) for many in range(1, min(_MOST_BEHIND, len(words)) + 1))


def _acts_on(sheet: SheetText, line: SheetLine, acts: Sequence[Instruction]) -> list[Instruction]:
    """Return the acts whose words begin on a line."""
    said = sheet.said(line.start, line.end, "", 0.0)
    if said is None:
        return []
    place = said.span
    return [act for act in acts if act.said.span.page == place.page and place.start <= act.said.span.start < place.end]


def _is_sentence(line: SheetLine) -> bool:
    """Return whether a line is a sentence, or leads to what stands below it: "the following is appointed:"."""
    text = line.folded
    if _STOP.search(text) is None or _GAP.search(text) or ":" in text[:-1] or _NUMBER.match(text):
        return False
    return sum(any(map(str.isalpha, word)) for word in text.split()) >= _SENTENCE
