"""Names that a case has found where the text itself says what they are, and the other places of its texts where they stand.

A village is called one once ("the village of ..."), a man has his full name in the register; elsewhere nothing but the name stands. All
such names are looked for at once, by their first words; what is found there already stays, unless it is a part of a whole name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, takewhile
from typing import Final, NamedTuple

from kashf.domain.entity import Mention, MentionType, NameKey
from kashf.language.grammar.lexicon import Kind, look_up
from kashf.language.measures.currencies import CURRENCIES
from kashf.language.person_names.vocabulary import FATHER, PARTICLES, is_given_name
from kashf.language.words.clitics import ARTICLE, start_behind, written_onto
from kashf.language.words.common_words import is_english_word
from kashf.language.words.folding import Folded
from kashf.language.words.page import WordPage
from kashf.language.words.spans import SpanSet
from kashf.language.words.tokens import folded_words
from kashf.ports.mentions import FOUND_AGAIN, FOUND_LONGER

#: Rules that show by their form or by a word beside it what a name is, of which nine of ten were right on the pages of made-up leaks.
SURE_RULES: Final[Mapping[MentionType, tuple[str, ...]]] = {
    MentionType.PERSON: (
        *("rules:kunya-nisba", "rules:name-nasab", "rules:name-nisba", "rules:kunya", "rules:kunya-known", "rules:family-first"),
        *("rules:titled", "rules:column", "rules:header", "rules:card"),
    ),
    MentionType.PLACE: ("rules:place", "rules:place-label", "rules:place-class", "rules:surnamed", "rules:written-in", "rules:column"),
    MentionType.GROUP: ("rules:unit", "rules:unit-tail", "rules:unit-of", "rules:unit-number"),
}
#: How sure a name is where nothing but the name stands.
_SCORE: Final = 0.8
_MOST_WORDS: Final = 8
_LEAST_LETTERS: Final = 4
#: Documents in which a rule must have been sure of a place of one word.
_LEAST_DOCUMENTS: Final = 2
_GAP: Final = re.compile(r"[ \u00a0\u200b-\u200f\u202a-\u202e\u2066-\u2069ـ'’‘`‐-―\-]*(?:\r?\n[ \u200e\u200f]*)?")
_LONGEST_GAP: Final = 6
#: What parts lines and cells, and what stands behind a label.
_BREAK: Final = re.compile(r"[\r\n\t]|[ \u00a0]{2}")
_COLON: Final = re.compile(r"[ \u00a0\u200b-\u200f]{0,3}[:：]")
#: How adjectives end of which a name of one word is none.
_FEMININE_ADJECTIVE: Final = "يه"

Name = tuple[MentionType, NameKey]


def is_sought(name: Name, *, documents: int) -> bool:
    """Return whether a name that a rule was sure of is looked for elsewhere: it has several words, or one that is no word of the language.

    Args:
        name: What it names, and its folded words.
        documents: In how many a rule was sure of it.

    Example:
        >>> is_sought((MentionType.PERSON, NameKey("hugo brandt")), documents=1)
        True
        >>> is_sought((MentionType.PLACE, NameKey("السوق")), documents=9)
        False
    """
    type_, key = name
    words = folded_words(key)
    if key != " ".join(words) or not 0 < len(words) <= _MOST_WORDS:
        return False
    if len(words) > 1:
        return type_ is MentionType.GROUP or (
            any(map(_is_of_a_name, words)) if type_ is MentionType.PERSON else not all(map(_is_a_word, words))
        )
    return type_ is MentionType.PLACE and documents >= _LEAST_DOCUMENTS and len(key) >= _LEAST_LETTERS and not _is_a_word(words[0])


class _Form(NamedTuple):
    """A name behind its first word as it may be written.

    Attributes:
        letters: Of the first word that are written onto it.
        rest: The words behind it.
        type: What it names.
        key: Its own.
    """

    letters: int
    rest: tuple[str, ...]
    type: MentionType
    key: NameKey


class SoughtNames:
    """Names that are looked for all at once."""

    def __init__(self, names: Iterable[Name]) -> None:
        """Take names; of two that are one and name something else, neither is sure."""
        types: dict[NameKey, set[MentionType]] = {}
        for type_, key in names:
            types.setdefault(key, set()).add(type_)
        #: First word, with what may be written onto it -> second word, "" where there is none -> names, the longest first.
        self._by_words: dict[str, dict[str, list[_Form]]] = {}
        for key, named in types.items():
            if len(named) == 1:
                self._add(key, next(iter(named)))
        self._longest = max(map(_count_words, types), default=0)
        for seconds in self._by_words.values():
            for forms in seconds.values():
                forms.sort(key=lambda form: (-len(form.rest), form.letters))

    def _add(self, key: NameKey, type_: MentionType) -> None:
        first, *rest = folded_words(key)
        for case in _cases(first):
            for form, letters in ((case, 0), *(() if case.isascii() else written_onto(case))):
                seconds = self._by_words.setdefault(form, {})
                seconds.setdefault(rest[0] if rest else "", []).append(_Form(letters, tuple(rest), type_, key))

    def has_more(self, pieces: Iterable[Sequence[str]], keys: Iterable[NameKey]) -> bool:
        """Return whether sure names may stand in a text oftener than they were found there: quickly, and never wrongly false.

        Args:
            pieces: The folded words of each piece of it, such as a page; one is held at a time.
            keys: The names that were found in it, one for each place; not asked for where no sure name stands in the text.
        """
        counts: Counter[NameKey] = Counter()
        for words in pieces:
            counts.update(self._keys_among(words))
        if not counts:
            return False
        for key in keys:
            counts.subtract(each for each in _runs(key, self._longest) if each in counts)
        return any(count > 0 for count in counts.values())

    def _keys_among(self, words: Sequence[str]) -> Iterator[NameKey]:
        for index, word in enumerate(words):
            if seconds := self._by_words.get(word):
                second = words[index + 1] if index + 1 < len(words) else ""
                for form in self._forms(seconds, second):
                    if len(form.rest) < 2 or tuple(words[index + 1 : index + 1 + len(form.rest)]) == form.rest:
                        yield form.key

    def find(self, page: WordPage, taken: Sequence[Mention], *, shorter: Sequence[Mention] = ()) -> Iterator[Mention]:
        """Yield the places of sure names on a page, the longest first where several begin, that nothing else has.

        Args:
            page: Its words.
            taken: What was found there and stays.
            shorter: What was found there and goes where a longer name of its type has all of it.
        """
        free = SpanSet((each.start, each.end) for each in taken)
        parts = _ShorterNames(page.text, shorter)
        for index, word in enumerate(page.words):
            if not (seconds := self._by_words.get(word.folded)):
                continue
            for form in self._forms(seconds, page.folded(index + 1)):
                last = index + len(form.rest)
                if not _stands(page, index, form.rest) or _goes_on(page, index, last, form.type):
                    continue
                start, end = start_behind(page.text, word, form.letters), page.words[last].end
                within = parts.within(start, end)
                if all(parts.is_part(each, start, end, form.type) for each in within) and free.add(start, end):
                    yield Mention(start, end, page.text[start:end], form.type, FOUND_LONGER if within else FOUND_AGAIN, _SCORE)
                    break

    def _forms(self, seconds: Mapping[str, Sequence[_Form]], second: str) -> Sequence[_Form]:
        alone = seconds.get("", ())
        return (*seconds.get(second, ()), *alone) if second else alone


class _ShorterNames:
    """Names on a page that may be parts of longer ones."""

    def __init__(self, text: str, mentions: Iterable[Mention]) -> None:
        self._text = text
        self._mentions = sorted(mentions, key=lambda each: (each.end, each.start))
        self._ends = [each.end for each in self._mentions]

    def within(self, start: int, end: int) -> list[Mention]:
        """Return those that a place overlaps."""
        behind = islice(self._mentions, bisect_right(self._ends, start), None)
        return list(takewhile(lambda each: each.start < end, behind))

    def is_part(self, part: Mention, start: int, end: int, type_: MentionType) -> bool:
        """Return whether a longer name of its type goes on from it in the same line and cell, and what is added is no label."""
        if part.type is not type_ or not start <= part.start < part.end <= end or (start, end) == (part.start, part.end):
            return False
        added = (self._text[start : part.start], self._text[part.end : end])
        is_label = bool(added[1]) and _COLON.match(self._text, end) is not None
        return not is_label and not any(_BREAK.search(each) for each in added)


def _count_words(key: NameKey) -> int:
    return key.count(" ") + 1


def _runs(key: NameKey, longest: int) -> Iterator[NameKey]:
    """Yield a name and every name within it: all runs of its words, of so many at most."""
    words = key.split(" ")
    for start in range(len(words)):
        for stop in range(start + 1, min(len(words), start + longest) + 1):
            yield NameKey(" ".join(words[start:stop]))


def _cases(first: Folded) -> tuple[Folded, ...]:
    """Return the first word of a name in all cases: the father of a kunya is أبو, أبا or أبي."""
    return (first, Folded("ابي"), Folded("ابا")) if first == "ابو" else (first,)


def _stands(page: WordPage, index: int, rest: Sequence[str]) -> bool:
    """Return whether the words of a name stand at an index, with nothing but space between them, and a capital where there are capitals."""
    if any(page.folded(index + 1 + place) != word for place, word in enumerate(rest)):
        return False
    gaps = (page.gap(index + place) for place in range(len(rest)))
    if not all(len(gap) <= _LONGEST_GAP and _GAP.fullmatch(gap) for gap in gaps):
        return False
    return not page.folded(index).isascii() or page.written(index)[0].isupper()


def _goes_on(page: WordPage, index: int, last: int, type_: MentionType) -> bool:
    """Return whether a person's name is part of a longer one: a given name or "father of" before it, a nisba or one more name behind it."""
    if type_ is not MentionType.PERSON:
        return False
    before, behind = page.folded(index - 1), page.folded(last + 1)
    if before and _GAP.fullmatch(page.gap(index - 1)) and (is_given_name(before) or before in PARTICLES):
        return True
    if not behind or not _GAP.fullmatch(page.gap(last)) or "\n" in page.gap(last):
        return False
    is_nisba = behind.startswith("ال") and behind.endswith("ي") and len(behind) > _LEAST_LETTERS
    return is_given_name(behind) or is_nisba or PARTICLES.get(behind) not in {None, FATHER}


def _is_of_a_name(word: Folded) -> bool:
    """Return whether a word is one of somebody's name rather than any other: what a column calls names may be goods."""
    if is_given_name(word) or word in PARTICLES:
        return True
    if word.isascii():
        return not is_english_word(word)
    is_nisba = word.startswith(ARTICLE) and word.endswith("ي")
    return is_nisba or bool(look_up(word).kind & (Kind.NAME_TOKEN | Kind.LAQAB | Kind.MEN_NISBA))


def _is_a_word(word: Folded) -> bool:
    """Return whether a word is one of the language, or a given name, so that alone it says no place."""
    if is_given_name(word):
        return True
    if word.isascii():
        return is_english_word(word)
    if not word.startswith(ARTICLE) and word.endswith(_FEMININE_ADJECTIVE):
        return True
    if not {word, word.removeprefix(ARTICLE)}.isdisjoint(CURRENCIES):
        return True
    return bool(look_up(word).kind & ~Kind.NAME_TOKEN)
