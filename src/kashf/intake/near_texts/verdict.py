"""Whether two texts are copies of one letter, though not word for word the same.

Unlike texts of one template have much in common, and copies of one letter differ: by what OCR makes of them, by a changed value, by the
addressee of a circular. So what is filled in decides where a template is seen, and all of the text where none is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import Levenshtein

from kashf.intake.near_texts.compared_text import ComparedText
from kashf.intake.near_texts.word_pairing import WordStretch, aligned

#: Least share of letters in [0..1] that two copies have in common, in order; and where OCR read one of them. Unlike texts share .3.
_LEAST_DIGITAL, _LEAST_SCANNED = 0.8, 0.68
#: Words in a row, the same on neither side, from which on one of two texts of a letterhead says something else.
_ANOTHER_BODY: Final = 10
#: Labelled values that differ from which on two texts are forms of two people, where nothing else tells what is printed.
_OTHER_FIELDS: Final = 3
#: How many times as much of what is filled in has to agree as differs: as typed, where OCR read one of the two, and where it read both,
#: since what is printed seems filled in where it is misread.
_LEAST_SAME: Final = (1.0, 1.25, 2.0)
#: As much again for each further place that differs, as typed: copies differ in a value, unlike forms that agree by chance in several.
_FOR_EACH_PLACE: Final = 0.5
#: Places at which a text that is there many times may have been changed.
_MOST_CHANGES: Final = 2


def near_share(
    left: ComparedText, right: ComparedText, left_weights: Sequence[float] | None, right_weights: Sequence[float] | None
) -> float:
    """Return the share of letters in [0..1] that two copies have in common; 0 for two texts that are no copies.

    Args:
        left: One text.
        right: The other.
        left_weights: What each of its steps from word to word tells, as `PrintedWords.weights` has it, 0 in lines that say to whom and
            when; None where no template is seen.
        right_weights: The same of the other.
    """
    is_scan = left.is_scan or right.is_scan
    least = _LEAST_SCANNED if is_scan else _LEAST_DIGITAL
    share = Levenshtein.normalized_similarity("".join(left.words), "".join(right.words), score_cutoff=least)
    if not share:
        return 0.0
    stretches = tuple(aligned(left.words, right.words, is_scan=is_scan))
    changes = [stretch for stretch in stretches if not stretch.is_alike]
    if any(min(len(change.here), len(change.there)) >= _ANOTHER_BODY for change in changes):
        return 0.0
    if left_weights is None or right_weights is None:
        fields = {left.fields[at] for change in changes if change.there for at in change.here} - {-1}
        return 0.0 if len(fields) >= _OTHER_FIELDS else share
    pair = _FilledPair(left, right, left_weights, right_weights)
    return share if pair.agrees(stretches) else 0.0


@dataclass(frozen=True, slots=True)
class _FilledPair:
    """Two texts of a template, with what their steps tell."""

    left: ComparedText
    right: ComparedText
    left_weights: Sequence[float]
    right_weights: Sequence[float]

    def agrees(self, stretches: Sequence[WordStretch]) -> bool:
        """Return whether what is filled in agrees, or the one is a text that is there many times with a change."""
        same = self._same(stretches)
        changed = [self._told(stretch) for stretch in stretches if not (stretch.is_alike or self._is_addressed(stretch))]
        others = [max(here, there) for here, there in changed if here and there]
        alone = [(here, there) for here, there in changed if bool(here) != bool(there)]
        if not others:
            return bool(same) or len(alone) <= _MOST_CHANGES
        if moved := min(sum(here for here, _ in alone), sum(there for _, there in alone)):
            others.append(moved)
        scans = self.left.is_scan + self.right.is_scan
        further = 0 if scans else len(others) - 1
        return same >= (_LEAST_SAME[scans] + _FOR_EACH_PLACE * further) * sum(others)

    def _same(self, stretches: Sequence[WordStretch]) -> float:
        """Return what the steps that both have tell; one to or from a word that is spelled otherwise tells less."""
        same, ends, before = 0.0, (-1, -1), 0.0
        for each in stretches:
            if not each.is_alike:
                continue
            here, there, trust = each.here.start, each.there.start, self._trust(each)
            if (here, there) == ends and here:
                same += min(trust, before) * min(self.left_weights[here - 1], self.right_weights[there - 1])
            if len(each.here) == len(each.there):
                inside = len(each.here) - 1
                same += trust * sum(map(min, self.left_weights[here : here + inside], self.right_weights[there : there + inside]))
            ends, before = (each.here.stop, each.there.stop), trust
        return same

    def _trust(self, alike: WordStretch) -> float:
        """Return how far words that are alike say the same, in [0..1]: a printed word that was misread twice looks filled in, and alike."""
        one, other = self.left.words[alike.here.start : alike.here.stop], self.right.words[alike.there.start : alike.there.stop]
        return 1.0 if one == other else max(0.0, 2 * Levenshtein.normalized_similarity("".join(one), "".join(other)) - 1)

    def _told(self, change: WordStretch) -> tuple[float, float]:
        """Return what the steps into, through and out of a change tell on either side."""
        return _sum(self.left_weights, change.here), _sum(self.right_weights, change.there)

    def _is_addressed(self, change: WordStretch) -> bool:
        return all(self.left.addressed[at] for at in change.here) and all(self.right.addressed[at] for at in change.there)


def _sum(weights: Sequence[float], places: range) -> float:
    return sum(weights[max(0, places.start - 1) : places.stop])
