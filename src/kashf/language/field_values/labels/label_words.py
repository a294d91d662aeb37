"""What the words of a label say, one phrase after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.forms.template_fields import FieldKind
from kashf.language.field_values.labels.label_lexicon import LabelRole, Phrase, label_lexicon
from kashf.language.field_values.labels.label_readings import WordReading, word_readings
from kashf.language.words.tokens import Word

#: What says nothing about what is asked.
FILLING: Final = frozenset({LabelRole.AND, LabelRole.EMPTY})
#: What divides two things that are asked, as "and" does.
_DIVIDES: Final = re.compile(r"[/،,;؛&+|\n]")
#: The mother without her article is "or", unless a name is asked: اسم أم.
_MOTHER_OR_OR: Final = "ام"


@dataclass(frozen=True, slots=True)
class LabelWord:
    """A word or phrase of a label that says something.

    Args:
        role: What it says.
        first: Index of its first word.
        end: One past its last.
        is_divided: Whether "and" is written onto it, or a stroke or comma stands before it.
        wrong: How many letters are not as they should be.
    """

    role: LabelRole | FieldKind
    first: int
    end: int
    is_divided: bool = False
    wrong: int = 0


def label_words(label: str, places: Sequence[Word]) -> tuple[LabelWord, ...]:
    """Return what the words of a label say, in order, the longest phrase first where several begin.

    Args:
        label: Verbatim.
        places: Its words.
    """
    found: list[LabelWord] = []
    readings = [word_readings(word.folded) for word in places]
    at = 0
    while at < len(places):
        word = _longest(readings, at) or LabelWord(LabelRole.UNKNOWN, at, at + 1)
        if places[at].folded == _MOTHER_OR_OR and not (found and found[-1].role is LabelRole.NAME):
            word = replace(word, role=LabelRole.OR)
        behind = places[found[-1].end - 1].end if found else 0
        is_divided = word.is_divided or bool(found and _DIVIDES.search(label, behind, places[at].start))
        found.append(replace(word, is_divided=is_divided))
        at = word.end
    return tuple(found)


def _longest(readings: list[tuple[WordReading, ...]], at: int) -> LabelWord | None:
    """Return the longest phrase that begins at a word, the one with the fewest letters wrong; None where misread ones say two things."""
    lexicon = label_lexicon()
    open_ends: list[tuple[Phrase, WordReading, int]] = [((reading.form,), reading, reading.wrong) for reading in readings[at]]
    found: LabelWord | None = None
    for end in range(at + 1, len(readings) + 1):
        kept = [each for each in open_ends if each[0] in lexicon.beginnings]
        phrases = [
            LabelWord(lexicon.roles[phrase], at, end, first.has_and, wrong) for phrase, first, wrong in kept if phrase in lexicon.roles
        ]
        found = _surest(phrases) or found
        if not kept or end == len(readings):
            break
        open_ends = [((*phrase, more.form), first, wrong + more.wrong) for phrase, first, wrong in kept for more in readings[end]]
    return found


def _surest(phrases: Sequence[LabelWord]) -> LabelWord | None:
    least = min((each.wrong for each in phrases), default=0)
    best = [each for each in phrases if each.wrong == least]
    return best[0] if best and (not least or len({each.role for each in best}) == 1) else None
