"""Names that are known beforehand, found in a text all at once by an Aho-Corasick automaton over its folded words.

A name is found where its words stand as whole words, in any spelling that folds to it. In Arabic the particles و ف ب ل ك and the article
may be written onto its first word; in Latin letters an article may stand before it. Building the automaton of the 17,000 names of
places takes about 30 ms, and is put off until the first text comes.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from kashf.domain.entity import NO_VALUE, Mention, MentionType, Value
from kashf.language.person_names.particles import is_article
from kashf.language.person_names.vocabulary import is_given_name
from kashf.language.places.place_context import says_money, says_person, says_place
from kashf.language.places.place_table import PlaceTable, packed_places, shipped_places
from kashf.language.words.clitics import ARTICLE, ARTICLES, BEFORE_ARTICLE, BEFORE_WORD, CONJUNCTIONS, TO_THE, letters_outside, start_behind
from kashf.language.words.folding import NOTHING, Folded
from kashf.language.words.spans import without_overlap
from kashf.language.words.tokens import Word, folded_words, words_of

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

#: What may stand between two words of one name: white space (one line break), hyphens, apostrophes, and the dots of U.S.A.
_GAP: Final = re.compile(r"\.|[ \u00a0\u200b-\u200f\u202a-\u202e\u2066-\u2069ـ'’‘`‐-―\-]*\n?[ \u200e\u200f]*")
#: Between two names of a list.
_LIST_GAP: Final = re.compile(r"\s*(?:[,،/–-]|\band\b|و)\s*")
_LONGEST_GAP: Final = 16

#: Letters a first word must have for an article that the gazetteer does not write: الشدادي for شدادي, but not البلد for بلد.
_LEAST_BEHIND_ARTICLE: Final = 5

#: A name of the table alone says a place in about 19 of 20 cases; with a word beside it that is needed, a little less surely.
_SURE: Final = 0.95
_WITH_CONTEXT: Final = 0.85


@dataclass(frozen=True, slots=True)
class GazetteerName:
    """A name that is looked for.

    Args:
        name: Folded words joined by single spaces.
        type: What it names.
        ambiguous: Whether it counts only where a word beside it says what it is.
    """

    name: Folded
    type: MentionType
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class _Hit:
    """Words of a page, from `first` to `last`, that may be a name."""

    first: int
    last: int
    clitic: int
    entry: GazetteerName

    @property
    def start(self) -> int:
        return self.first

    @property
    def end(self) -> int:
        return self.last + 1


class GazetteerTagger:
    """Finds the names of one gazetteer."""

    def __init__(self, entries: Iterable[GazetteerName], *, table: str, score: float = 1.0) -> None:
        """Take the names.

        Args:
            entries: The names; the first stands where two are one name.
            table: What the gazetteer is called in sources.
            score: In (0..1]; how sure its names are.
        """
        self.name = f"gazetteer:{table}"
        self._score = score
        self._entries: dict[str, GazetteerName] = {}
        for entry in entries:
            if entry.name:
                self._entries.setdefault(entry.name, entry)

    @cached_property
    def version(self) -> str:
        """A hash of its names."""
        lines = "\n".join(f"{entry.name}\t{entry.type}\t{entry.ambiguous}" for entry in self._entries.values())
        return hashlib.sha256(lines.encode()).hexdigest()[:12]

    @cached_property
    def _patterns(self) -> Mapping[str, GazetteerName]:
        patterns: dict[str, GazetteerName] = {}
        for name, entry in self._entries.items():
            if name[0].isascii():
                patterns[f" {name} "] = entry
            else:
                patterns[f"{name} "] = entry
                if name.startswith(ARTICLE):
                    patterns[f"{TO_THE}{name[2:]} "] = entry
        return patterns

    @cached_property
    def _numbered(self) -> tuple[tuple[str, GazetteerName], ...]:
        return tuple((pattern.strip(), entry) for pattern, entry in self._patterns.items())

    @cached_property
    def _automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick

        return AhoCorasick(self._patterns, store_patterns=False)

    def tag(self, text: str, *, language: str) -> Sequence[Mention]:
        """Return the longest names from left to right; see `ports.taggers.Tagger`."""
        if not self._entries:
            return ()
        page = words_of(text)
        chosen = without_overlap(filter(partial(self.admits, text, page), self._hits(text, page)), best_first=_longest_first)
        return [self._mention(text, page, hit) for hit in self.choose(text, page, chosen)]

    def admits(self, text: str, page: Sequence[Word], hit: _Hit) -> bool:
        """Return whether a hit is written as a name may be: here in any way. What is not admitted hides no shorter name in it."""
        return True

    def choose(self, text: str, page: Sequence[Word], hits: Sequence[_Hit]) -> Sequence[_Hit]:
        """Return the hits that are kept: here those that need nothing beside them."""
        return [hit for hit in hits if not hit.entry.ambiguous]

    def _hits(self, text: str, page: Sequence[Word]) -> list[_Hit]:
        joined = f" {' '.join(word.folded for word in page)} "
        starts = list(accumulate((len(word.folded) + 1 for word in page), initial=1))
        found: list[_Hit] = []
        for number, start, end in self._automaton.find_matches_as_indexes(joined, overlapping=True):
            pattern, entry = self._numbered[number]
            begin = start + (joined[start] == " ")
            first = bisect_right(starts, begin) - 1
            clitic = joined[starts[first] : begin]
            if clitic and not _may_precede(clitic, entry, pattern):
                continue
            last = bisect_right(starts, end - 2) - 1
            if all(_GAP.fullmatch(text[page[i].end : page[i + 1].start][: _LONGEST_GAP + 1]) for i in range(first, last)):
                found.append(_Hit(first, last, letters_outside(clitic), entry))
        return found

    def _mention(self, text: str, page: Sequence[Word], hit: _Hit) -> Mention:
        start, end = start_behind(text, page[hit.first], hit.clitic), page[hit.last].end
        return Mention(start, end, text[start:end], hit.entry.type, self.name, self.score(hit.entry), self.value(hit.entry))

    def score(self, entry: GazetteerName) -> float:
        """Return how sure a name is that was kept, in (0..1]."""
        return self._score

    def value(self, entry: GazetteerName) -> Value:
        """Return what the gazetteer knows of a name that was kept."""
        return NO_VALUE


class PlacesTagger(GazetteerTagger):
    """Finds names of places of the table that ships with kashf; the table is read when the first text comes."""

    def __init__(self) -> None:
        """Take the name of the table."""
        super().__init__((), table="places")
        self._values: dict[str, Value] = {}

    @cached_property
    def version(self) -> str:
        """A hash of the table."""
        return hashlib.sha256(packed_places()).hexdigest()[:12]

    @cached_property
    def table(self) -> PlaceTable:
        """The places by their names."""
        return shipped_places()

    def tag(self, text: str, *, language: str) -> Sequence[Mention]:
        """Return names of places; see `ports.taggers.Tagger`."""
        if not self._entries:
            weak = self.table.ambiguous
            self._entries = {form: GazetteerName(Folded(form), MentionType.PLACE, form in weak) for form in self.table.by_form}
        return super().tag(text, language=language)

    def admits(self, text: str, page: Sequence[Word], hit: _Hit) -> bool:
        """Return whether a hit begins with a capital where its script has them."""
        return _is_capital(text, page, hit)

    def choose(self, text: str, page: Sequence[Word], hits: Sequence[_Hit]) -> Sequence[_Hit]:
        """Return the hits that name places: none within the name of somebody, and a word that says so beside the ambiguous ones."""
        asked = [_with_article(text, page, hit) for hit in hits]
        asked = [hit for hit in asked if not _is_of_a_person(text, page, hit) and not _is_money(page, hit)]
        kept = [not hit.entry.ambiguous or _is_said(text, page, hit) for hit in asked]
        neighbours = [_is_list(text, page, left, right) for left, right in pairwise(asked)]
        for index, joined in enumerate(neighbours):
            kept[index + 1] = kept[index + 1] or (joined and kept[index])
        for index in range(len(neighbours) - 1, -1, -1):
            kept[index] = kept[index] or (neighbours[index] and kept[index + 1])
        return [hit for hit, keep in zip(asked, kept, strict=True) if keep]

    def score(self, entry: GazetteerName) -> float:
        """Return how sure a name is that was kept."""
        return _WITH_CONTEXT if entry.ambiguous else _SURE

    def value(self, entry: GazetteerName) -> Value:
        """Return the places that a name may mean, the likeliest first."""
        if entry.name not in self._values:
            self._values[entry.name] = self.table.value(entry.name)
        return self._values[entry.name]


def case_entries(names: Iterable[tuple[str, MentionType]]) -> tuple[GazetteerName, ...]:
    """Return entries for a case's own names, for a `GazetteerTagger` whose table is "case".

    Args:
        names: As people write them, with what they name. Names of one letter are left out.
    """
    folded = ((Folded(" ".join(folded_words(name))), type_) for name, type_ in names)
    return tuple(GazetteerName(name, type_) for name, type_ in folded if len(name) > 1)


def _longest_first(hit: _Hit) -> tuple[int, int, int]:
    """Sort hits from left to right, the longest first where several begin; without a clitic before with one."""
    return hit.start, -hit.end, hit.clitic


def _may_precede(clitic: str, entry: GazetteerName, pattern: str) -> bool:
    """Return whether the letters before an Arabic name in its first word are particles written onto it."""
    if pattern[0].isascii():
        return False
    if pattern.startswith(TO_THE):
        return clitic in CONJUNCTIONS
    if pattern.startswith(ARTICLE):
        return clitic in BEFORE_ARTICLE
    first = pattern.split(" ", 1)[0]
    if clitic in ARTICLES:  # With an article, what ends in ه is an adjective: السورية.
        return len(first) >= _LEAST_BEHIND_ARTICLE and not first.endswith("ه") and not is_given_name(Folded(first))
    return clitic in BEFORE_WORD and len(first) >= (_LEAST_BEHIND_ARTICLE if entry.ambiguous else 3)


def _is_capital(text: str, page: Sequence[Word], hit: _Hit) -> bool:
    """Return whether a name in Latin letters begins with a capital, or is all capitals when it is as short as US."""
    written = text[page[hit.first].start : page[hit.last].end]
    if not hit.entry.name[0].isascii():
        return True
    letters = "".join(filter(str.isalpha, written))
    return letters.isupper() if len(letters) <= 3 and len(hit.entry.name) <= 5 else letters[:1].isupper()


def _with_article(text: str, page: Sequence[Word], hit: _Hit) -> _Hit:
    """Take the article before a name in Latin letters into it; a name of the table that needs company then needs none."""
    before = hit.first - 1
    if before < 0 or not hit.entry.name[0].isascii() or not is_article(page[before].folded, page[hit.first].folded):
        return hit
    if not _GAP.fullmatch(text[page[before].end : page[hit.first].start][: _LONGEST_GAP + 1]):
        return hit
    ambiguous = hit.entry.ambiguous and is_given_name(hit.entry.name)
    return _Hit(before, hit.last, 0, GazetteerName(hit.entry.name, hit.entry.type, ambiguous))


def _is_of_a_person(text: str, page: Sequence[Word], hit: _Hit) -> bool:
    """Return whether the words before make a name of a place part of somebody's; in Latin letters his name has a capital."""
    article = hit.first < hit.last and is_article(page[hit.first].folded, page[hit.first + 1].folded)
    article = article and hit.first > 0 and text[page[hit.first - 1].start].isupper()
    return says_person(_before(text, page, hit.first), article=article)


def _is_money(page: Sequence[Word], hit: _Hit) -> bool:
    near = page[hit.first - 1].folded if hit.first else ""
    after = page[hit.last + 1].folded if hit.last + 1 < len(page) else NOTHING
    return says_money(near, hit.entry.name, after)


def _before(text: str, page: Sequence[Word], first: int) -> tuple[Folded, Folded]:
    """Return the two words before one, the nearer first; empty where the line or the phrase begins."""
    near, far = NOTHING, NOTHING
    if first > 0 and _GAP.fullmatch(text[page[first - 1].end : page[first].start][: _LONGEST_GAP + 1]):
        near = page[first - 1].folded
        if first > 1 and _GAP.fullmatch(text[page[first - 2].end : page[first - 1].start][: _LONGEST_GAP + 1]):
            far = page[first - 2].folded
    return near, far


def _is_said(text: str, page: Sequence[Word], hit: _Hit) -> bool:
    after = page[hit.last + 1].folded if hit.last + 1 < len(page) else NOTHING
    return says_place(_before(text, page, hit.first), hit.entry.name, after)


def _is_list(text: str, page: Sequence[Word], left: _Hit, right: _Hit) -> bool:
    """Return whether two names stand side by side in a list: حلب والباب, Homs and Hama, Salem, Oregon."""
    start = start_behind(text, page[right.first], right.clitic)
    gap = text[page[left.last].end : start]
    return len(gap) <= _LONGEST_GAP and "\n" not in gap and _LIST_GAP.fullmatch(gap) is not None
