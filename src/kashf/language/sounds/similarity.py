"""One name in two scripts, first version: a consonant skeleton to find candidates, and a similarity that weighs vowels to judge them.

The skeleton is coarse on purpose: it must not miss. Letters that are romanised alike share a class (ت ط t th; ح خ ه h kh; ق ك k q c),
vowels and what stands for vowels (ا و ي ع ء) go, doubled sounds count once, and a vowel at the beginning leaves ``A``. Where a letter has
several readings (ج is j, g or Turkish c), ``skeleton`` takes the first and ``skeletons`` all: a word in an index carries one code, a query
asks for several. ``similarity`` then tells شمال (shimal) from شامل (shamil).

For many words, from the cheapest to the dearest: ``code_likeness`` of two skeletons (millions of pairs a second, C); ``similarities``
of one word to many and ``pair_similarities`` of two rows of words, judged side by side in numpy; ``similarity`` of one pair, remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Final

from kashf.domain.reasons import ReasonCode, Reasons
from kashf.language.sounds.alignment import CostTable, Misfit, align, bare
from kashf.language.sounds.evidence import APART, evidence, weighed
from kashf.language.sounds.heard import LATIN, NO_NAME, VOWELLED, Heard, heard
from kashf.language.sounds.reading_costs import arabic_arabic, arabic_latin, latin_latin, vowelled_latin
from kashf.language.sounds.spellings import ARTICLES, CLASSES, as_one_word, consonants, is_name, written_out
from kashf.language.sounds.units import units, without_article
from kashf.language.words.folding import Folded
from kashf.language.words.remember import remembered

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: From this similarity on, two words are taken for spellings of one name. Set on its tests and the CC0 pairs.
SAME_NAME: Final = 0.85

_SILENT_LAST: Final = frozenset({"h$", "ح$", "ه$", "ة$"})
#: Latin graphemes that may also be two letters, as in Is-haq and Mid-hat.
_SPLIT: Final = {"sh": "SH", "th": "TH", "dh": "DH", "kh": "KH"}
#: A reading that costs more is no alternative code; nor are all of them together.
_BUDGET: Final = 40
_MOST_CODES: Final = 48
_SAME_WORD: Final = Reasons.of(ReasonCode.SAME_WORD)
_DIFFERENT: Final = Reasons.of(ReasonCode.DIFFERENT_WORDS)


@dataclass(frozen=True, slots=True)
class WordMatch:
    """How alike two words are, and why.

    Attributes:
        score: 0..1; 1 is the same folded word, ``SAME_NAME`` and more the same name as far as spelling can tell.
        why: The reasons.
    """

    score: float
    why: Reasons


@remembered(1 << 18)
def skeleton(word: Folded) -> str:
    """Return the consonant code of one folded word in either script; digits and other scripts are their own code. Never empty.

    Example:
        >>> {skeleton(word) for word in ("الشمالي", "shamali", "chemaly", "schamali", "alshamali")}
        {'XML'}
    """
    word = written_out(Folded(as_one_word(word)) or word)
    if not is_name(word):
        return word
    return join_classes(_own_class(unit) for unit in units(_LATIN_ARTICLE.sub("", word))) or word


@remembered(1 << 15)
def skeletons(word: Folded) -> frozenset[str]:
    """Return every code that a spelling of this word is likely to carry in an index, at most 48, its own among them.

    Example:
        >>> {skeleton(word) for word in ("جمال", "jamal", "gamal", "cemal")} <= skeletons("جمال")
        True
    """
    folded = written_out(Folded(as_one_word(word)))
    if not is_name(folded):
        return frozenset({folded})
    bare_word = without_article(folded)
    forms = dict.fromkeys((folded, bare_word, *(form for pattern in ARTICLES for form in (pattern.sub("", folded),))))
    own = skeleton(folded)
    # The article may be written onto a Latin word, as it is (alshamali) or grown into it (ashshamali).
    grown = ["AL" + own, "A" + own] if bare_word != folded else []
    likely = [code for form in forms for code in _likely_codes(units(form))]
    return frozenset([own, *grown, *filter(None, likely)][:_MOST_CODES])


def join_classes(classes: Iterable[str]) -> str:
    """Join consonant classes to a code: what is doubled counts once, affricates are one sound, and n before b is heard as m.

    Example:
        >>> join_classes(["M", "H", "M", "M", "D"])
        'MHMD'
    """
    code = "".join(classes).replace("TX", "X").replace("DJ", "J").replace("NB", "MB")
    return "".join(letter for letter, _ in groupby(code))


def code_likeness(left: str, right: str) -> float:
    """Return how alike two skeletons are, 0..1: 1 less the share of their classes that differ. Well under a microsecond.

    Example:
        >>> code_likeness(skeleton("جمال"), skeleton("gamal")) > code_likeness(skeleton("جمال"), skeleton("walid"))
        True
    """
    from rapidfuzz.distance import Levenshtein  # A search does without, and a person is waiting for it.

    return Levenshtein.normalized_similarity(left, right)


def similarities(left: str, rights: Sequence[str]) -> NDArray[np.float32]:
    """Return ``similarity`` of one word to each of many, in their order; shape (len(rights),)."""
    return pair_similarities([left] * len(rights), rights)


def pair_similarities(lefts: Sequence[str], rights: Sequence[str]) -> NDArray[np.float32]:
    """Return ``similarity`` of each left word to the right word at the same place; shape (len(lefts),).

    Raises:
        ValueError: The two sides differ in length.
    """
    from kashf.language.sounds import batches  # numpy takes a tenth of a second to load.

    return batches.pair_similarities(lefts, rights)


@lru_cache(maxsize=1 << 18)
def similarity(left: str, right: str) -> float:
    """Return how alike two single words are, 0..1, each in Arabic or Latin script, folded or as written.

    Example:
        >>> similarity("شمال", "shimal") > 0.9 > similarity("شامل", "shimal")
        True
    """
    return compare_words(left, right).score


def compare_words(left: str, right: str) -> WordMatch:
    """Return how alike two single words are, with the reason.

    Example:
        >>> [reason.code.value for reason in compare_words("الشمالي", "Schemali").why]
        ['two-scripts']
        >>> [(reason.code.value, reason.left) for reason in compare_words("البغدادي", "Baghdad").why]
        [('no-counterpart', 'ي')]
    """
    return _compare(left, right, weighing=True)


def misread_likeness(left: str, right: str) -> float:
    """Return how alike two words are by their letters alone, 0..1: for a word that may be misread, so that usual spellings say nothing.

    Example:
        >>> misread_likeness("محمك", "Mohammed") > similarity("محمك", "Mohammed")
        True
    """
    return _compare(left, right, weighing=False).score


#: An article written onto a Latin word that stays long enough without it.
_LATIN_ARTICLE: Final = re.compile("^[ae]l(?=[^aeiou]....)")


def _own_class(unit: str) -> str:
    if unit[0] == "^":
        return "A"
    return "" if unit in _SILENT_LAST else CLASSES[bare(unit)]


@lru_cache(maxsize=1 << 10)
def _classes(unit: str) -> dict[str, int]:
    """Return the classes which the readings of one unit have, each with the least cost; its own costs nothing."""
    found = {_own_class(unit): 0}
    for table in (arabic_latin(), latin_latin()):
        for (left, right), cost in table.readings.items():
            for here, there in ((left, right), (right, left)):
                if bare(here) == bare(unit) and cost < found.get(_own_class(there), _BUDGET + 1) and (here[0] == "^") == (unit[0] == "^"):
                    found[_own_class(there)] = cost
    return found


def _likely_codes(found: tuple[str, ...]) -> list[str]:
    """Return the codes of all readings within the budget, the likeliest first."""
    pairs = arabic_latin()
    reached: list[dict[str, int]] = [{"": 0}, *({} for _ in found)]
    for place, unit in enumerate(found):
        steps = [(1, reading, cost) for reading, cost in _classes(unit).items()]
        if place + 1 < len(found):
            steps += [(2, _own_class(right), cost) for (left, right), cost in pairs.merges.items() if left == unit + found[place + 1]]
        steps += [(1, _SPLIT[unit], 5)] if unit in _SPLIT else []
        for code, so_far in sorted(reached[place].items(), key=_by_cost)[: 2 * _MOST_CODES]:
            for width, reading, cost in steps:
                if so_far + cost <= _BUDGET:
                    longer = code + reading
                    reached[place + width][longer] = min(so_far + cost, reached[place + width].get(longer, _BUDGET))
    return [join_classes(code) for code, _ in sorted(reached[-1].items(), key=_by_cost)]


def _by_cost(entry: tuple[str, int]) -> tuple[int, str]:
    return entry[1], entry[0]


def _compare(left: str, right: str, *, weighing: bool) -> WordMatch:
    one, other = heard(left), heard(right)
    if one.folded == other.folded:
        return WordMatch(1.0, _SAME_WORD)
    if NO_NAME in {one.script, other.script}:
        return WordMatch(0.0, _DIFFERENT)
    if one.script == other.script == LATIN:
        return _judge(one.forms, other.forms, latin_latin(), ReasonCode.TWO_ROMANISATIONS)
    if LATIN not in {one.script, other.script}:
        return _judge([one.folded], [other.folded], arabic_arabic(), ReasonCode.TWO_SPELLINGS)
    return _across_scripts(*((one, other) if other.script == LATIN else (other, one)), weighing=weighing)


def _across_scripts(arabic: Heard, latin: Heard, *, weighing: bool) -> WordMatch:
    """Return how alike two words in two scripts are; where the Arabic vowels are not known, what was learned has a say."""
    known = arabic.script == VOWELLED
    match = _judge(arabic.forms, latin.forms, vowelled_latin() if known else arabic_latin(), ReasonCode.TWO_SCRIPTS)
    if known or not weighing or match.score <= APART:
        return match
    return WordMatch(round(weighed(match.score, max(evidence(arabic.folded, form) for form in latin.forms)), 3), match.why)


def _judge(lefts: Iterable[str], rights: Iterable[str], table: CostTable, agreement: ReasonCode) -> WordMatch:
    """Return the best match among forms of two words."""
    best = WordMatch(0.0, _DIFFERENT)
    for left in map(units, lefts):
        for right in map(units, rights):
            cost, misfits = align(left, right, table)
            score = max(0.0, min(0.99, 1 - cost / 100 / _weight(left, right)))
            if score > best.score:
                best = WordMatch(round(score, 3), _explain(misfits) or Reasons.of(agreement))
    return best


def _weight(left: tuple[str, ...], right: tuple[str, ...]) -> int:
    """Return how many misread letters make two words wholly different: the consonants of the longer one, 2 to 4."""
    return min(4, max(2, consonants(left), consonants(right)))


def _explain(misfits: tuple[Misfit, ...]) -> Reasons:
    return Reasons(misfit.why() for misfit in misfits if misfit.cost > _BUDGET)
