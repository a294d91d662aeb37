"""What a field asks, proposed by the words of its label: a kind, or several where a label asks several things at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kashf.domain.forms.template_fields import FieldKind
from kashf.language.field_values.labels.label_lexicon import LabelRole
from kashf.language.field_values.labels.label_readings import grown_together
from kashf.language.field_values.labels.label_segments import kinds_of
from kashf.language.field_values.labels.label_words import FILLING, LabelWord, label_words
from kashf.language.words.tokens import Word, words

#: What a label says in brackets is about the wording of the answer: (day/month/year).
_BRACKETS: Final = re.compile(r"[(\[{][^()\[\]{}]*[)\]}]")
#: Code points and words of a label; what is longer is no label, and its beginning says what it may ask.
_LONGEST_LABEL: Final = 400
_QUESTION: Final = re.compile("[?؟]")
#: What a misread letter takes off the score.
_PER_WRONG: Final = 0.05
#: A label of which only an event is known may ask its day, or anything else about it.
_EVENT_SCORE: Final = 0.5


@dataclass(frozen=True, slots=True)
class KindProposal:
    """What a field asks, by its label.

    Args:
        kinds: What it asks, in order; several for a label such as "place of entry and go-between".
        score: In [0..1]: the share of the label's letters that say so, less for misread ones; 0 when no word is known.
        why: The words of the label that said so, verbatim.
    """

    kinds: tuple[FieldKind, ...]
    score: float
    why: str

    @property
    def kind(self) -> FieldKind:
        """Return by what the field is called where one kind is wanted: the one that names somebody in a role, else the first.

        >>> propose_kind("المنفذ الذي دخل منه والواسطة").kind.value
        'go-between'
        """
        return next((kind for kind in self.kinds if kind.traits.is_role), self.kinds[0])


@lru_cache(maxsize=1 << 12)
def propose_kind(label: str, language: str = "") -> KindProposal:
    """Return what a label asks; `FieldKind.FREE` with score 0 when none of its words is known.

    Args:
        label: As it is printed, in Arabic, Persian, Sorani, Kurmanji, Turkish, English, French, German or Russian.
        language: ISO 639 code when it is known; words are looked for in all languages of its writing all the same.

    Example:
        >>> [kind.value for kind in propose_kind("٧ المنفذ الذي دخل منه والواسطة:").kinds]
        ['place', 'go-between']
        >>> propose_kind("Date of birth").kind.value, propose_kind("xyz")
        ('birth', KindProposal(kinds=(<FieldKind.FREE: 'free'>,), score=0.0, why=''))
    """
    del language  # What tells the languages apart in a label is the words themselves.
    label = label[:_LONGEST_LABEL]
    outside = _BRACKETS.sub(lambda found: " " * len(found[0]), label)
    return _proposed(outside) or _proposed(label) or KindProposal((FieldKind.FREE,), 0.0, "")


def _proposed(label: str) -> KindProposal | None:
    places = [
        Word(word.start, word.end, part) for word in words(label) if not word.folded.isdecimal() for part in grown_together(word.folded)
    ]
    found = label_words(label, places)
    known = [each for each in found if each.role is not LabelRole.UNKNOWN]
    kinds = kinds_of(found, is_question=bool(_QUESTION.search(label)))
    if not kinds:
        return None
    telling = [each for each in known if each.role not in FILLING]
    score = _score(places, known)
    if {each.role for each in telling} == {LabelRole.EVENT}:
        score = min(score, _EVENT_SCORE)
    why = " ".join(label[places[each.first].start : places[each.end - 1].end] for each in telling)
    return KindProposal(kinds, round(score, 2), why)


def _score(places: Sequence[Word], found: Sequence[LabelWord]) -> float:
    """Return the share of the letters of a label that are known, less for misread ones."""
    known = sum(len(places[index].folded) for each in found for index in range(each.first, each.end))
    wrong = sum(each.wrong for each in found)
    return max(0.1, known / sum(len(word.folded) for word in places) - _PER_WRONG * wrong)
