"""Find a person's name in a text of either script: every full mention, and apart from them what may or may not be one.

A full mention has all parts of the name in order; titles do not count, articles and "bin" may be missing, other given names may stand
between. A partial one has the part that tells the man from others, the nisba (al-Shamali), without the rest: it may be another man, or an
adjective ("the northern sector"), so a person has to decide. What contradicts the name is no hit: another kunya before the same nisba, the
same kunya before another nisba, the feminine (الجبهة الشمالية).
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from kashf.domain.reasons import NO_REASONS, NameReason, ReasonCode, Reasons
from kashf.errors import UsageError
from kashf.language.person_names.context import contradicts, is_adjective, names_between, namesake_before
from kashf.language.person_names.parts import TELLING, NamePart, PartKind, name_parts
from kashf.language.person_names.patterns import NamePage, PartMatch, PartPattern, WordPattern
from kashf.language.person_names.titles import without_titles
from kashf.language.person_names.vocabulary import FATHER, MOTHER, PARTICLES, SON
from kashf.language.sounds.similarity import join_classes, skeleton
from kashf.language.sounds.units import has_marked_letters, is_arabic, spelled_out
from kashf.language.words.clitics import PROCLITICS
from kashf.language.words.folding import Folded
from kashf.language.words.spans import without_overlap
from kashf.language.words.tokens import folded_words

Level = Literal["exact", "spelling", "partial"]

_MOST_PARTS: Final = 16
#: Words a prepared name remembers, so that a large case does not fill the memory.
_MOST_REMEMBERED: Final = 1 << 17
#: Parts whose spellings are remembered from one name to the next: names of a list have given names and families in common.
_MOST_PATTERNS: Final = 1 << 10
#: Words of a page that a part may reach back: particle, "abd", article, two names between, the word itself.
_REACH: Final = 6
_BETWEEN: Final = 0.95
#: How much a part that stands alone is worth, and one that is more likely an adjective.
_ALONE: Final = 0.5
_ADJECTIVE: Final = 0.3
#: What may be written onto a word before it, as classes of its skeleton.
_CLITIC_CODES: Final = tuple(sorted({skeleton(Folded(clitic)) for clitic in PROCLITICS}))


@dataclass(frozen=True, slots=True)
class NameHit:
    """One place where a name stands, or may stand.

    Attributes:
        start: First code point. A clitic written onto the first word (و ف ب ل ك) is left out, unless one ligature holds both.
        end: One past the last code point.
        level: "exact" has every part as asked, after folding, in any grammatical case; "spelling" has every part in another spelling,
            script or with names between; "partial" is undecided.
        score: 0..1; at least 0.8 for full mentions, below for partial ones.
        why: The reasons.
        text: The text between start and end.
    """

    start: int
    end: int
    level: Level
    score: float
    why: Reasons
    text: str


def find_name(name: str, text: str, *, vocabulary: Collection[str] | None = None) -> tuple[NameHit, ...]:
    """Return every maximal, non-overlapping place of a person's name in a text, in order.

    Args:
        name: As a person would type it, in either script.
        text: Any text; places are code points of it.
        vocabulary: Folded words that may stand for the telling part of the name; a text with none of them is not read.

    Example:
        >>> text = "وصل القائد أبو محمد الشمالي، وقال أبو خالد الشمالي إن الجبهة الشمالية هادئة"
        >>> [(hit.text, hit.level) for hit in find_name("Abu Mohammed al-Shamali", text)]
        [('أبو محمد الشمالي', 'spelling')]
    """
    return prepare_name(name).find(text, vocabulary=vocabulary)


@lru_cache(maxsize=64)
def prepare_name(name: str) -> "NameQuery":
    """Return a name ready to be looked for in many texts."""
    return NameQuery(name)


class NameQuery:
    """A name, taken apart once.

    Attributes:
        parts: Its parts without titles, in order.
        patterns: What matches each of them.
        required: For each part, the skeletons of the words one of which must occur where the whole name does: to fetch candidates from a
            list of words and their skeletons. A name whose telling part is found alone needs only that part's.
        telling: The part that has to be there for any appearance: the last nisba or laqab, else the last.
    """

    def __init__(self, name: str) -> None:
        """Take a name as a person would type it; one without a word in it is found nowhere.

        Raises:
            UsageError: The name has more parts than any name has.
        """
        bare = without_titles(name)
        plain = [part for part in name_parts(bare) if part.kind is not PartKind.TITLE]
        if len(plain) > _MOST_PARTS:
            raise UsageError(
                f"a name has at most {_MOST_PARTS} parts, this has {len(plain)}: ask for one person at a time",
                code="name-too-long",
                most=_MOST_PARTS,
                parts=len(plain),
            )
        marked = [part for part in name_parts(spelled_out(bare)) if part.kind is not PartKind.TITLE]
        self.parts: tuple[NamePart, ...] = tuple(plain)
        same_shape = [len(part.words) for part in plain] == [len(part.words) for part in marked]
        others = marked if same_shape else plain
        self.patterns = tuple(_pattern(part, other) for part, other in zip(plain, others, strict=True))
        self.telling = next((i for i in reversed(range(len(plain))) if plain[i].kind in TELLING), len(plain) - 1)
        self.required: tuple[frozenset[str], ...] = tuple(_codes(pattern) for pattern in self.patterns)
        self._possible: dict[str, bool] = {}
        self._accepted: dict[tuple[int, Folded], float] = {}

    def accepts(self, part_index: int, folded_token: Folded) -> float:
        """Return how sure a folded word can be the telling word of a part, 0 or 0.85..1, clitics and written-on "abu" or "abd" allowed."""
        known = self._accepted.get((part_index, folded_token))
        if known is None:
            if len(self._accepted) > _MOST_REMEMBERED:
                self._accepted = {}
            known = self._accepted[part_index, folded_token] = self.patterns[part_index].accepts(folded_token)
        return known

    def find(self, text: str, *, vocabulary: Collection[str] | None = None) -> tuple[NameHit, ...]:
        """Return every maximal, non-overlapping place of the name in a text, in order; see ``find_name``."""
        if not self.parts:
            return ()
        tokens = set(folded_words(text))
        if has_marked_letters(text):
            tokens.update(folded_words(spelled_out(text)))
        possible = self._possible_words(tokens, vocabulary)
        if not possible:
            return ()
        page = NamePage(text)
        anchors = {
            start
            for index, readings in enumerate(page.tokens())
            if not possible.isdisjoint(readings)
            for start in range(max(0, index - _REACH), index + 1)
        }
        cores = [core for start in sorted(anchors) if (core := self.patterns[self.telling].match(page, start, clitics=True))]
        return without_overlap({hit for core in cores if (hit := self._complete(page, core))}, best_first=_best_first)

    def _possible_words(self, tokens: set[Folded], vocabulary: Collection[str] | None) -> set[Folded]:
        if vocabulary is not None:
            return tokens.intersection(vocabulary)
        if len(self._possible) > _MOST_REMEMBERED:
            self._possible = {}
        for token in tokens.difference(self._possible):
            self._possible[token] = self.accepts(self.telling, token) > 0
        return {token for token in tokens if self._possible[token]}

    def _complete(self, page: NamePage, core: PartMatch) -> NameHit | None:
        """Look for the other parts around the telling one, and judge what was found."""
        found, missing = [core], []
        for pattern in reversed(self.patterns[: self.telling]):
            match = None if found[0].clitic else _before(page, pattern, found[0].start)
            if match:
                found.insert(0, match)
            else:
                missing.append(pattern.part)
        for pattern in self.patterns[self.telling + 1 :]:
            match = _after(page, pattern, found[-1].end)
            if match:
                found.append(match)
            else:
                missing.append(pattern.part)
        if missing and not core.clitic and contradicts(page, found[0].start, missing):
            return None
        if len(found) == 1 and missing and (turned := self._turned(page, core)):
            return _full(page, turned, Reasons.of(ReasonCode.FAMILY_NAME_FIRST))
        return self._partial(page, found, missing) if missing else self._whole(page, found)

    def _turned(self, page: NamePage, core: PartMatch) -> list[PartMatch]:
        """Return all parts if the telling one stands first, before a comma, as in a register: "Shamali, Abu Mohammed"."""
        found, at = [core], core.end
        if self.telling != len(self.patterns) - 1 or not page.comma_after(at - 1) or namesake_before(page, core.start):
            return []
        for pattern in self.patterns[: self.telling]:
            match = pattern.match(page, at, clitics=False)
            if match is None or (at > core.end and not page.goes_on(at - 1)):
                return []
            found.append(match)
            at = match.end
        # What begins the next line, or has a colon behind it, is the label of the next entry and no family name of his.
        goes_on = page.goes_on(at - 1) and "\n" not in page.gap(at - 1) and ":" not in page.gap(at)
        return [] if goes_on and (page.article_at(at) or page.folded(at).startswith("ال")) else found

    def _whole(self, page: NamePage, found: list[PartMatch]) -> NameHit | None:
        first = self.parts[0]
        if len(self.parts) == 1 and first.kind is PartKind.NISBA and _lacks_article(page, found[0]):
            return _hit(page, found, "partial", _ADJECTIVE, Reasons.of(ReasonCode.DIRECTION))
        if any(page.folded(index) == "علي" and page.written(index).endswith("ى") for index in range(found[0].start, found[-1].end)):
            return _hit(page, found, "partial", _ALONE, Reasons.of(ReasonCode.PREPOSITION))
        if len(self.parts) > 1 and first.kind is PartKind.ISM and not found[0].clitic:
            stranger = namesake_before(page, found[0].start)
            if stranger:
                return _hit(page, found, "partial", _ALONE, Reasons.of(stranger))
        return _full(page, found, NO_REASONS)

    def _partial(self, page: NamePage, found: list[PartMatch], missing: list[NamePart]) -> NameHit | None:
        core = self.parts[self.telling]
        first = found[0]
        if core.kind not in TELLING:
            return None
        if len(found) == 1 and core.kind is PartKind.NISBA and _lacks_article(page, found[0]):
            return None
        absent = Reasons(NameReason(ReasonCode.WITHOUT, left=part.kind.value) for part in missing)
        if len(found) == 1 and not first.clitic and is_adjective(page, first.start):
            return _hit(page, found, "partial", _ADJECTIVE, Reasons((*absent, NameReason(ReasonCode.ADJECTIVE))))
        share = len(found) / len(self.parts)
        return _hit(page, found, "partial", _ALONE * (1 + share) / 1.5 if len(found) > 1 else _ALONE, absent)


@lru_cache(maxsize=_MOST_PATTERNS)
def _pattern(part: NamePart, other: NamePart) -> PartPattern:
    apart = tuple(WordPattern(tuple(dict.fromkeys(pair))) for pair in zip(part.words, other.words, strict=True))
    if len(part.words) < 2:
        return PartPattern(part, (apart,))
    article = "ال" if is_arabic(part.words[1]) else "al"
    together = tuple(Folded(f"{part.words[0]}{between}{part.words[1]}") for between in ("", article))
    return PartPattern(part, (apart, (WordPattern(together),)))


@lru_cache(maxsize=_MOST_PATTERNS)
def _codes(pattern: PartPattern) -> frozenset[str]:
    plain = frozenset(code for option in pattern.options for code in option[-1].codes)
    joined = ("AB", "ABL") if pattern.part.particle == FATHER else ()
    return plain | {join_classes(clitic + code) for clitic in (*_CLITIC_CODES, *joined) for code in plain}


def _before(page: NamePage, pattern: PartPattern, end: int) -> PartMatch | None:
    """Return the part if it stands before the word at ``end``, with at most articles and other given names between."""
    for start in range(end - 1, max(-1, end - 1 - _REACH), -1):
        if not page.goes_on(start):
            return None
        match = pattern.match(page, start, clitics=True)
        if match and match.end <= end and not _is_inside_another(page, pattern.part, start):
            return _beside(page, match, match.end, end)
    return None


def _after(page: NamePage, pattern: PartPattern, start: int) -> PartMatch | None:
    """Return the part if it stands after the word before ``start``, with at most articles and other given names between."""
    for at in range(start, min(len(page.words), start + _REACH)):
        if not page.goes_on(at - 1):
            return None
        match = pattern.match(page, at, clitics=False)
        if match:
            return _beside(page, match, start, at)
    return None


def _beside(page: NamePage, match: PartMatch, start: int, end: int) -> PartMatch | None:
    """Return a match if only names stand between it and the next part, noting them."""
    others = names_between(page, start, end)
    if others is None:
        return None
    return (
        replace(match, score=match.score * _BETWEEN, why=Reasons((*match.why, NameReason(ReasonCode.NAMES_BETWEEN)))) if others else match
    )


def _is_inside_another(page: NamePage, part: NamePart, start: int) -> bool:
    """Return whether a given name is the name in a kunya or of a father, and so not his own: Abu Khaled, bin Khaled."""
    particle = PARTICLES.get(page.folded(start - 1), "") if page.goes_on(start - 1) else ""
    return (part.kind is PartKind.ISM and particle in {FATHER, MOTHER, SON}) or (
        part.kind is PartKind.NASAB and particle in {FATHER, MOTHER}
    )


def _lacks_article(page: NamePage, match: PartMatch) -> bool:
    """Return whether an Arabic nisba stands without ال, so that it may mean "north of": شمالي المدينة."""
    word = page.folded(match.start)
    return (
        is_arabic(word) and not word[match.clitic :].startswith("ال") and not (match.clitic and word[match.clitic - 1 :].startswith("لل"))
    )


def _full(page: NamePage, found: list[PartMatch], why: Reasons) -> NameHit:
    reasons = dict.fromkeys((*why, *(reason for match in found for reason in match.why)))
    score = sum(match.score for match in found) / len(found)
    if not reasons:
        return _hit(page, found, "exact", 1.0, Reasons.of(ReasonCode.AS_ASKED))
    return _hit(page, found, "spelling", min(0.99, score), Reasons.of(ReasonCode.EVERY_PART, details=reasons))


def _hit(page: NamePage, found: list[PartMatch], level: Level, score: float, why: Reasons) -> NameHit:
    start = page.start_behind(found[0].start, found[0].clitic)
    end = page.words[found[-1].end - 1].end
    return NameHit(start, end, level, round(score, 3), why, page.text[start:end])


def _best_first(hit: NameHit) -> tuple[bool, int, int, float]:
    """Sort full hits before partial ones and longer before shorter."""
    return hit.level == "partial", hit.start - hit.end, hit.start, -hit.score
