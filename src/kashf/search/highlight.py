"""Find on a page what answered a query, say why, and cut a snippet around the best of it.

The words of a page are those the index holds (`kashf.language.words.tokens`), so what is marked here is what matched there. Places are code
points of the page's stored text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from kashf.language.forms.joined import joined, not_drawn_out
from kashf.language.words.folding import Folded
from kashf.language.words.stemming import stem
from kashf.ports.search import AnyWord, Fuzzy, Joined, Pattern, Phrase, Prefix, Stem
from kashf.search.pattern import fitting
from kashf.search.ways.way import By, WayToFind
from kashf.search.word_places import PlacedWords

#: Code points of a snippet: two or three lines of a screen.
SNIPPET_LENGTH: Final = 160
#: Reasons given for one hit.
MOST_REASONS: Final = 12

_SPACE: Final = re.compile(r"\s")
#: What may stand between two words of one highlight.
_GAP: Final = re.compile(r"\W{0,3}")

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """Words of a page that answer the query.

    Args:
        start: First code point of the page's text.
        end: One past the last.
        asked: The word or phrase of the query that they answer, as typed.
        by: What makes them an answer.
    """

    start: int
    end: int
    asked: str
    by: By


@dataclass(frozen=True, slots=True)
class Why:
    """One reason of a hit: `matched` is there, and answers `asked` by being what `by` says."""

    matched: str
    by: By
    asked: str


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a page for people.

    Args:
        start: Code point of the page's text at which it begins.
        text: The page's text from there, at most SNIPPET_LENGTH code points, cut between words, every kind of space as a plain one.
        highlights: Places in `text` that answer the query, in order, neighbours as one.
        best: Place on the page of the best of them; of the whole snippet when nothing is highlighted.
        why: The distinct reasons in the whole passage, at most MOST_REASONS.
    """

    start: int
    text: str
    highlights: tuple[Place, ...]
    best: Place
    why: tuple[Why, ...]


class Finder:
    """Finds what a question's aims find.

    Args:
        aims: Of the question, the most literal first.
    """

    def __init__(self, aims: Sequence[WayToFind]) -> None:
        self._words: dict[str, WayToFind] = {}
        self._stems: dict[str, WayToFind] = {}
        self._tests: list[tuple[Callable[[str], bool], WayToFind]] = []
        self._phrases: list[WayToFind] = []
        self._joined: dict[str, WayToFind] = {}
        for aim in aims:
            self._take(aim)

    def matches(self, text: str, places: Iterable[Place]) -> list[Match]:
        """Return what answers in some stretches of a page's text, in order; phrases may run from one stretch into the next."""
        places = tuple(places)
        found = PlacedWords(text, places)
        answers = {word: aim for word in set(found.folded) if (aim := self._answer(word))}
        singles = [
            Match(*found.place(index), answers[word].asked, answers[word].by) for index, word in enumerate(found.folded) if word in answers
        ]
        phrases = [match for aim in self._phrases for match in _phrase_matches(found, aim)]
        forms = self._joined_matches(text, places) if self._joined else []
        found_first = {(match.start, match.end): match for match in reversed([*singles, *phrases])}
        return sorted(_distinct([*found_first.values()], forms), key=lambda match: (match.start, -match.end))

    def _joined_matches(self, text: str, places: Iterable[Place]) -> list[Match]:
        numbers = any(letter.isdigit() for form in self._joined for letter in form)
        return [
            Match(start + word.start, start + word.end, aim.asked, aim.by)
            for start, end in places
            for word in joined(text[start:end], numbers=numbers)
            if (aim := self._joined.get(word.folded))
        ]

    def _take(self, aim: WayToFind) -> None:
        match aim.leaf:
            case AnyWord(alternatives):
                for word in alternatives:
                    self._words.setdefault(word, aim)
            case Stem(shared):
                self._stems.setdefault(shared, aim)
            case Prefix(beginning):
                self._tests.append((lambda word: word.startswith(beginning), aim))
            case Pattern(expression):
                self._tests.append((fitting(expression), aim))
            case Joined(forms):
                for form in forms:
                    self._joined.setdefault(form, aim)
            case Fuzzy(meant, distance):
                self._tests.append((_is_near(meant, distance), aim))
            case Phrase():
                self._phrases.append(aim)

    def _answer(self, word: Folded) -> WayToFind | None:
        """Return the most literal way in which a word answers."""
        drawn_out = (self._joined[form] for form in not_drawn_out(word) if form in self._joined)
        tested = (aim for test, aim in self._tests if test(word))
        return self._words.get(word) or self._stems.get(stem(word)) or next(chain(drawn_out, tested), None)


def snippet(text: str, places: Sequence[Place], matches: Sequence[Match]) -> Snippet:
    """Return the piece of a page that shows best why it was found.

    Args:
        text: Of the whole page.
        places: The stretches of it that the passage shows, at least one.
        matches: What answers in them, in order.
    """
    runs = _runs(text, matches)
    if not runs:
        start, end = _around(text, places[0], (places[0][0], places[0][0]))
        return Snippet(start, _SPACE.sub(" ", text[start:end]), (), (start, end), ())
    window = _densest(runs)
    inside = next((place for place in places if place[0] <= window[0].start < place[1]), places[0])
    start, end = _around(text, inside, (window[0].start, window[-1].end))
    highlights = tuple((run.start - start, min(run.end, end) - start) for run in runs if start <= run.start < end)
    best = max(window, key=lambda run: (len(run.asked), run.literal))
    why = dict.fromkeys(Why(text[match.start : match.end], match.by, match.asked) for match in matches)
    return Snippet(start, _SPACE.sub(" ", text[start:end]), highlights, (best.start, best.end), tuple(why)[:MOST_REASONS])


def _distinct(literal: list[Match], forms: Sequence[Match]) -> list[Match]:
    """Return matches with those of joined forms at whose place no other begins."""
    starts = {match.start for match in literal}
    return literal + [match for match in forms if match.start not in starts]


@dataclass(frozen=True, slots=True)
class _Highlighted:
    """Matches next to one another, shown as one highlight."""

    start: int
    end: int
    asked: frozenset[str]
    literal: int


def _runs(text: str, matches: Sequence[Match]) -> list[_Highlighted]:
    runs: list[_Highlighted] = []
    for match in matches:
        new = _Highlighted(match.start, match.end, frozenset({match.asked}), int(match.by in {"exact", "phrase"}))
        last = runs[-1] if runs else None
        if last and new.end <= last.end:  # A word within a phrase.
            runs[-1] = replace(last, asked=last.asked | new.asked)
        elif last and new.end - last.start <= SNIPPET_LENGTH and _GAP.fullmatch(text, last.end, max(new.start, last.end)):
            runs[-1] = _Highlighted(last.start, new.end, last.asked | new.asked, last.literal + new.literal)
        else:
            runs.append(new)
    return runs


def _densest(runs: Sequence[_Highlighted]) -> Sequence[_Highlighted]:
    """Return neighbours within one snippet that answer most of the query, the first of equals."""
    best, best_value = runs[:1], (0, 0)
    last = 0
    for first, run in enumerate(runs):
        last = max(last, first)
        while last + 1 < len(runs) and runs[last + 1].end - run.start <= SNIPPET_LENGTH:
            last += 1
        window = runs[first : last + 1]
        value = len(frozenset().union(*(one.asked for one in window))), sum(one.literal for one in window)
        if value > best_value:
            best, best_value = window, value
    return best


def _around(text: str, bounds: Place, core: Place) -> Place:
    """Widen `core` to a snippet within `bounds`, cut between words."""
    spare = max(SNIPPET_LENGTH - (core[1] - core[0]), 0)
    start = max(bounds[0], core[0] - spare // 2)
    end = min(bounds[1], start + SNIPPET_LENGTH)
    start = max(bounds[0], min(start, end - SNIPPET_LENGTH))
    if start > bounds[0] and not text[start - 1].isspace():
        found = _SPACE.search(text, start, core[0])
        start = found.end() if found else start
    if end < bounds[1] and not text[end].isspace():
        cut = next((place for place in range(end - 1, core[1] - 1, -1) if text[place].isspace()), end)
        end = max(cut, start + 1)
    return start, end


def _phrase_matches(found: PlacedWords, aim: WayToFind) -> Iterator[Match]:
    """Yield where a phrase stands, not overlapping, the first way it fits."""
    if not isinstance(aim.leaf, Phrase):
        return
    start = 0
    while start < len(found.folded):
        last = _follow(found.folded, start, aim.leaf)
        if last is None:
            start += 1
        else:
            yield Match(found.place(start)[0], found.place(last)[1], aim.asked, aim.by)
            start = last + 1


def _follow(folded: Sequence[Folded], at: int, phrase: Phrase) -> int | None:
    """Return where the last word of the phrase stands if its first stands at `at`, else None."""
    if not _fits(folded[at], phrase.places[0]):
        return None
    reached = {at}
    for number, place in enumerate(phrase.places[1:], start=1):
        furthest = min(at + number + phrase.slop, len(folded) - 1)
        reached = {there for before in reached for there in range(before + 1, furthest + 1) if _fits(folded[there], place)}
    return min(reached, default=None)


def _fits(word: Folded, place: AnyWord | Stem) -> bool:
    return word in place.words if isinstance(place, AnyWord) else stem(word) == place.stem


def _is_near(meant: str, distance: int) -> Callable[[str], bool]:
    from rapidfuzz.distance import OSA  # Takes 20 ms to import, and few queries are fuzzy.

    return lambda word: OSA.distance(word, meant, score_cutoff=distance) <= distance
