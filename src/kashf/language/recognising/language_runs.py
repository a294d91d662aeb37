"""The languages of a page, by stretches: by script first, then by small words, letters and endings, then by what stands around.

A stretch is a sentence, a line or a cell of one script. One that tells too little itself takes the language of its neighbours of that
script; numbers and points have none, nor has a foreign word or two that nothing tells of. It is a seeming: notes of mixed speech, lists of
names and misread lines may be told wrongly.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from types import MappingProxyType
from typing import Final

from kashf.language.tables.spelling.language_words import LANGUAGE_ENDINGS, LANGUAGE_LETTERS, LANGUAGE_WORDS

#: Script -> the languages that are told apart in it.
SCRIPTS: Final = MappingProxyType(
    {
        "arabic": ("ar", "fa", "ur", "ckb"),
        "hebrew": ("he",),
        "cyrillic": ("ru", "uk"),
        "latin": ("en", "fr", "de", "tr", "ku", "es", "it", "pt", "nl"),
        "other": (),
    }
)
#: Further languages of these scripts that a document may be known to be in; those of Latin letters are too many to name.
_OTHERS: Final = MappingProxyType(
    {
        "arabic": frozenset({"arz", "azb", "mzn", "pnb", "ps", "sd", "ug"}),
        "hebrew": frozenset({"yi"}),
        "cyrillic": frozenset({"be", "bg", "kk", "ky", "mk", "mn", "sr", "tg", "tt"}),
    }
)
#: Of these scripts the first language is taken where nothing tells; Latin letters may be of a hundred.
_BY_DEFAULT: Final = MappingProxyType({"arabic": "ar", "hebrew": "he", "cyrillic": "ru"})
#: What a stretch has to tell, in words, to be of a language whatever stands around it, and by how much it has to lead.
_ENOUGH: Final = 1.0
_LEAD: Final = 0.5
#: Words below which a stretch is a name or a label, which tells of itself only where nothing around it tells, and then has to tell more.
_FEW_WORDS: Final = 3
_ENOUGH_OF_FEW: Final = 1.5
#: What each neighbour counts for a stretch that does not tell enough itself, in words, and what the usual language of the script does.
_NEIGHBOURLY: Final = 0.5
#: What the language that is expected of the document gets for each word; more where no rule is known of it, since its relatives share up
#: to a fifth of their small words with it.
_EXPECTED: Final = 0.05
_EXPECTED_UNKNOWN: Final = 0.25
#: What a letter, and an ending, tell against a word.
_LETTER: Final = 0.7
_ENDING: Final = 0.5
#: Letters of which a run of a language is one that people look for, in a long text.
_A_RUN: Final = 20
#: Letters of the shortest word whose ending is looked at.
_WITH_ENDING: Final = 5

_WORD: Final = re.compile(r"[^\W\d_]+")
#: A sentence, a line or a cell.
_UNIT: Final = re.compile(r"(?:[^\n\r\t|.!?؟۔]|[.](?!\s))+")
#: Stands for vowel signs and accents that are code points of their own, so that places stay.
_NO_LETTER: Final = "\u0640"
_SIGNS: Final = dict.fromkeys((*range(0x300, 0x370), *range(0x64B, 0x660), 0x670), _NO_LETTER)
_SCRIPT_OF: Final = re.compile(
    "(?P<arabic>[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc])|(?P<hebrew>[\u0590-\u05ff\ufb1d-\ufb4f])"
    "|(?P<cyrillic>[\u0400-\u052f])|(?P<latin>[a-z\u00aa-\u024f\u1e00-\u1eff])|(?P<other>.)"
)


@dataclass(frozen=True, slots=True)
class LanguageRun:
    """A stretch of text in one language.

    Args:
        start: First code point.
        end: One past the last.
        language: ISO 639 code; "" where letters tell of none.
        letters: How many letters it has.
    """

    start: int
    end: int
    language: str
    letters: int


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What a stretch tells itself: how much for which language, in words."""

    start: int
    end: int
    script: str
    words: int
    letters: int
    scores: Mapping[str, float]


def language_runs(text: str, *, expected: str = "") -> tuple[LanguageRun, ...]:
    r"""Return the stretches of a text that have letters, in order; neighbours of one language are one.

    Args:
        text: Of a page, verbatim.
        expected: Language of most of the document, or "".

    >>> [(run.language, run.start) for run in language_runs("وصل الكتاب إلى المكتب\n12/5\nThe letter was sent to the office")]
    [('ar', 0), ('en', 27)]
    """
    plain = text.replace("İ", "i").lower().translate(_SIGNS)
    stretches = [each for unit in _UNIT.finditer(plain) for each in _stretches(plain, unit.start(), unit.end(), expected)]
    told: dict[int, str] = {}
    for script in {each.script for each in stretches}:
        own = [place for place, each in enumerate(stretches) if each.script == script]
        decided = _decided([stretches[place] for place in own], script, expected)
        told.update(zip(own, decided, strict=True))
    return tuple(_joined(plain, [(each, told[place]) for place, each in enumerate(stretches)]))


def languages_within(runs: Iterable[LanguageRun], start: int, end: int) -> tuple[str, ...]:
    """Return the languages of which a part of a text holds a run: a fifth of its letters, or twenty of them, and never what is of none.

    >>> languages_within([LanguageRun(0, 300, "ar", 260), LanguageRun(301, 308, "en", 7)], 0, 308)
    ('ar',)
    """
    letters: Counter[str] = Counter()
    for run in runs:
        shared = min(end, run.end) - max(start, run.start)
        if shared > 0:
            letters[run.language] += max(1, run.letters * shared // (run.end - run.start))
    enough = min(_A_RUN, letters.total() / 5)
    return tuple(language for language, count in letters.items() if language and count >= enough)


def language_shares(runs: Iterable[LanguageRun]) -> Mapping[str, float]:
    """Return the share of each language in the letters of some runs, in [0..1], the largest first; what is of none is left out.

    >>> language_shares([LanguageRun(0, 9, "ar", 6), LanguageRun(9, 12, "en", 2)])
    {'ar': 0.75, 'en': 0.25}
    """
    letters: Counter[str] = Counter()
    for run in runs:
        letters[run.language] += run.letters
    del letters[""]
    total = letters.total()
    return {language: count / total for language, count in letters.most_common()}


def _stretches(text: str, start: int, end: int, expected: str) -> Iterator[_Stretch]:
    """Yield what a sentence, line or cell has of each script."""
    words = ((found, *_told(found[0])) for found in _WORD.finditer(text, start, end))
    for script, some in groupby(words, key=lambda word: word[1]):
        found = list(some)
        scores: dict[str, float] = defaultdict(float)
        for _, _, weights in found:
            for language, weight in weights:
                scores[language] += weight
        if expected and _is_written(expected, script):
            scores[expected] += (_EXPECTED if expected in SCRIPTS[script] else _EXPECTED_UNKNOWN) * len(found)
        first, last = found[0][0].start(), found[-1][0].end()
        yield _Stretch(first, last, script, len(found), sum(len(word[0]) for word, _, _ in found), scores)


def _is_written(language: str, script: str) -> bool:
    """Return whether a language is written in a script."""
    return language in SCRIPTS[script] or language in _OTHERS.get(script, ()) or (script == "latin" and language not in _KNOWN)


@lru_cache(maxsize=50_000)  # A page repeats its words, and a case its pages.
def _told(word: str) -> tuple[str, tuple[tuple[str, float], ...]]:
    """Return the script of a word, and how much it tells for which language of that script."""
    word = word.replace(_NO_LETTER, "")
    found = _SCRIPT_OF.match(word)
    script = (found.lastgroup if found else None) or "other"
    scores: dict[str, float] = defaultdict(float, _WORDS.get(word, {}))
    for languages in (_LETTERS[letter] for letter in set(word) & _LETTERS.keys()):
        for language in languages:
            scores[language] += _LETTER / len(languages)
    for language, endings in LANGUAGE_ENDINGS.items():
        if len(word) >= _WITH_ENDING and word.endswith(endings):
            scores[language] += _ENDING
    return script, tuple((language, score) for language, score in scores.items() if language in SCRIPTS[script])


def _decided(stretches: Sequence[_Stretch], script: str, expected: str) -> list[str]:
    """Return the language of each stretch of one script: what it tells itself, else with its neighbours, else what is usual."""
    own = [_surest(each) for each in stretches]
    before, after = _last_told(own), list(reversed(_last_told(own[::-1])))
    usual = expected if expected and _is_written(expected, script) else _BY_DEFAULT.get(script, "")
    return [
        language or _likeliest(each.scores, [around for around in (before[place], after[place], usual) if around])
        for place, (language, each) in enumerate(zip(own, stretches, strict=True))
    ]


def _surest(stretch: _Stretch) -> str:
    """Return the language that leads, or "" where none does clearly."""
    if stretch.words < _FEW_WORDS:
        return ""
    ranked = sorted(((score, language) for language, score in stretch.scores.items()), reverse=True)
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    return ranked[0][1] if ranked and ranked[0][0] >= max(_ENOUGH, second + _LEAD) else ""


def _likeliest(scores: Mapping[str, float], around: Sequence[str]) -> str:
    """Return the language that leads with what stands around it; "" where nothing does and it tells too little."""
    if not around and max(scores.values(), default=0) < _ENOUGH_OF_FEW:
        return ""
    together: dict[str, float] = defaultdict(float, scores)
    for language in around:
        together[language] += _NEIGHBOURLY
    return max(together, key=lambda language: together[language], default="")


def _last_told(languages: Iterable[str]) -> list[str]:
    """Return for each place the last language that was told before it, or ""."""
    found, last = [], ""
    for language in languages:
        found.append(last)
        last = language or last
    return found


def _joined(text: str, stretches: Sequence[tuple[_Stretch, str]]) -> Iterator[LanguageRun]:
    """Yield runs: stretches of one language with nothing but points and spaces, or numbers of the same line, between them."""
    run: LanguageRun | None = None
    for each, language in stretches:
        if run and run.language == language and not _parts(text[run.end : each.start]):
            run = LanguageRun(run.start, each.end, language, run.letters + each.letters)
            continue
        if run:
            yield run
        run = LanguageRun(each.start, each.end, language, each.letters)
    if run:
        yield run


def _parts(between: str) -> bool:
    """Return whether lines of numbers stand between two stretches."""
    return "\n" in between and any(map(str.isdigit, between))


def _word_weights() -> dict[str, dict[str, float]]:
    """Return word -> language -> weight: a word of several languages tells less for each."""
    owners: dict[str, list[str]] = defaultdict(list)
    for language, words in LANGUAGE_WORDS.items():
        for word in dict.fromkeys(words.split()):
            owners[word].append(language)
    return {word: dict.fromkeys(languages, 1 / len(languages)) for word, languages in owners.items()}


_WORDS: Final = _word_weights()
_LETTERS: Final = {letter: languages for letters, languages in LANGUAGE_LETTERS.items() for letter in letters}
_KNOWN: Final = frozenset(language for languages in (*SCRIPTS.values(), *_OTHERS.values()) for language in languages)
