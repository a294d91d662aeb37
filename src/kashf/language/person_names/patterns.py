"""Match one part of a name against the words of a page, at one place: spellings, articles, clitics, words written together or apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kashf.domain.reasons import NO_REASONS, NameReason, ReasonCode, Reasons
from kashf.language.person_names.particles import behind_father, is_article, is_servant
from kashf.language.person_names.parts import NamePart, PartKind
from kashf.language.person_names.vocabulary import FATHER, MOTHER, PARTICLES
from kashf.language.sounds.similarity import SAME_NAME, compare_words, join_classes, skeleton, skeletons
from kashf.language.sounds.spellings import is_abbreviation
from kashf.language.sounds.units import has_marked_letters, is_arabic, spelled_out, without_article
from kashf.language.words.clitics import PROCLITICS, letters_outside, strip_proclitics
from kashf.language.words.folding import Folded
from kashf.language.words.page import WordPage

#: What may stand between two words of one name: white space (a line may break), hyphens, quotes, brackets, invisible characters.
_GAP: Final = re.compile(r"[\s\-‐-―_'’‘`\"“”«»()\[\]\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeffـ]*")
_LONGEST_GAP: Final = 24

#: Spellings a word of a name remembers, so that a large case does not fill the memory.
_MOST_REMEMBERED: Final = 1 << 17

#: Particles before a nasab are often left out: Khaled Walid for Khaled bin Walid.
_LEFT_OUT: Final = 0.95
_WITHOUT_BIN: Final = Reasons.of(ReasonCode.WITHOUT_BIN)
_WRITTEN_TOGETHER: Final = Reasons.of(ReasonCode.WRITTEN_TOGETHER)


@dataclass(frozen=True, slots=True)
class Form:
    """One way to read a word of the page.

    Attributes:
        text: The folded word, or what is left of it behind a clitic.
        clitic: How many folded letters stand before it; the article is not counted.
    """

    text: Folded
    clitic: int = 0


@dataclass(frozen=True, slots=True)
class PartMatch:
    """A part of the name found on the page.

    Attributes:
        start: Index of its first word.
        end: One past its last word.
        score: 0.85..1, how sure the spelling is.
        clitic: Letters of its first word that do not belong to it.
        why: What differs from the name as asked, empty when nothing does.
    """

    start: int
    end: int
    score: float
    clitic: int
    why: Reasons


class NamePage(WordPage):
    """The words of a text with what the matching asks of them."""

    def tokens(self) -> list[tuple[Folded, ...]]:
        """Return the ways to read each word without taking anything off."""
        if self.text.isascii() or not has_marked_letters(self.text):
            return [(word.folded,) for word in self.words]
        return [tuple(form.text for form in self.forms(index, clitics=False)) for index in range(len(self.words))]

    def joins(self, index: int, gap: str) -> bool:
        """Return whether a name may go over spaces, one line's end, hyphens, quotes, and the dot of an abbreviation."""
        if is_abbreviation(self.folded(index)):
            gap = gap.removeprefix(".")
        return len(gap) <= _LONGEST_GAP and gap.count("\n") <= 1 and _GAP.fullmatch(gap) is not None

    def comma_after(self, index: int) -> bool:
        """Return whether only a comma stands between the word at an index and the next one."""
        return 0 <= index < len(self.words) - 1 and self.gap(index).strip() in {",", "،"}

    def article_at(self, index: int) -> bool:
        """Return whether the word at an index is an article that stands alone before the next word."""
        return self.goes_on(index) and is_article(self.folded(index), self.folded(index + 1))

    def forms(self, index: int, *, clitics: bool) -> Iterator[Form]:
        """Yield the readings of a word, with as little taken off as possible first."""
        folded = self.folded(index)
        yield Form(folded)
        if folded.isascii():
            marked = spelled_out(self.written(index))
            if marked != folded and marked.isalnum():
                yield Form(marked)
        elif clitics:
            for rest in reversed(strip_proclitics(folded)):
                yield Form(rest, letters_outside(folded[: -len(rest)]))
            if folded[:1] in PROCLITICS and PARTICLES.get(Folded(folded[1:])) == MOTHER:  # Too short for what is taken off any word.
                yield Form(Folded(folded[1:]), 1)


class WordPattern:
    """A word of the name as asked, with the spellings it has already been compared with."""

    def __init__(self, targets: tuple[Folded, ...]) -> None:
        """Take the folded forms of the word; any of them will do."""
        self.targets = targets
        # The article may have grown onto a Latin word: alshamali, ashshamali.
        grown = (join_classes((article, skeleton(target))) for target in targets for article in ("AL", "A"))
        self.codes = frozenset(code for target in targets for code in skeletons(target)).union(grown)
        self._judged: dict[str, tuple[float, Reasons]] = {}

    def judge(self, form: Folded) -> tuple[float, Reasons]:
        """Return how sure a folded word is a spelling of this one, 0 or 0.85..1, and what differs."""
        found = self._judged.get(form)
        if found is None:
            if len(self._judged) > _MOST_REMEMBERED:
                self._judged = {}
            found = self._judged[form] = self._compare(form)
        return found

    def remembers(self, form: Folded) -> bool:
        """Return whether a folded word was judged or ruled out."""
        return form in self._judged

    def is_open(self, form: Folded) -> bool:
        """Return whether only comparing the words can tell if a folded word is a spelling of this one."""
        return form not in self._judged and self._without_comparing(form) is None

    def rule_out(self, form: Folded) -> None:
        """Remember that a folded word is no spelling of this one."""
        self._judged[form] = 0.0, NO_REASONS

    def _compare(self, form: Folded) -> tuple[float, Reasons]:
        if (known := self._without_comparing(form)) is not None:
            return known
        best = max((compare_words(target, form) for target in self.targets), key=lambda match: match.score)
        return (best.score, best.why) if best.score >= SAME_NAME else (0.0, NO_REASONS)

    def _without_comparing(self, form: Folded) -> tuple[float, Reasons] | None:
        if form in self.targets or without_article(form) in self.targets:
            return 1.0, NO_REASONS
        if is_servant(form) and any(map(is_servant, self.targets)):
            is_across = is_arabic(form) != is_arabic(self.targets[0])
            return 0.99, Reasons.of(ReasonCode.TWO_SCRIPTS if is_across else ReasonCode.TWO_ROMANISATIONS)
        return None if skeleton(form) in self.codes else (0.0, NO_REASONS)


@dataclass(frozen=True, slots=True)
class PartPattern:
    """A part of the name, ready to be matched.

    Attributes:
        part: The part as asked.
        options: The ways its words may be cut: apart, and a compound written as one word.
    """

    part: NamePart
    options: tuple[tuple[WordPattern, ...], ...]

    def accepts(self, folded_token: Folded) -> float:
        """Return how sure a folded word can be the telling word of the part, 0 or 0.85..1; see ``NameQuery.accepts``."""
        readings = self.readings(folded_token)
        return max(option[-1].judge(reading)[0] for option in self.options for reading in readings)

    def knows(self, folded_token: Folded) -> bool:
        """Return whether ``accepts`` was asked about a word and still remembers it."""
        return all(option[-1].remembers(folded_token) for option in self.options)

    def readings(self, folded_token: Folded) -> list[Folded]:
        """Return the ways to read a word as the telling one of the part: as it is, without clitics, without a written-on "abu"."""
        readings = [folded_token, *(strip_proclitics(folded_token) if is_arabic(folded_token) else ())]
        if self.part.particle == FATHER:
            readings += [rest for reading in readings if (rest := behind_father(reading))]
        return readings

    def match(self, page: NamePage, start: int, *, clitics: bool) -> PartMatch | None:
        """Return the part if it begins at this word of the page.

        Args:
            page: The page.
            start: Index of the word.
            clitics: Whether و ف ب ل ك may be written onto that word.
        """
        found = [match for form in page.forms(start, clitics=clitics) if (match := self._match_from(page, start, form))]
        return max(found, key=lambda match: (match.end, match.score), default=None)

    def _match_from(self, page: NamePage, start: int, first: Form) -> PartMatch | None:
        particle = self.part.particle
        if not particle and self.part.kind is not PartKind.NASAB:
            return self._match_words(page, start, first, begin=start)
        if PARTICLES.get(first.text) == (particle or "ibn") and page.goes_on(start):
            return self._match_words(page, start + 1, None, begin=start, clitic=first.clitic)
        if particle == FATHER and (rest := behind_father(first.text)):
            return self._match_words(page, start, Form(rest, first.clitic), begin=start, why=_WRITTEN_TOGETHER)
        if self.part.kind is PartKind.NASAB:
            match = self._match_words(page, start, first, begin=start, why=_WITHOUT_BIN if particle else NO_REASONS)
            return match and PartMatch(match.start, match.end, match.score * (_LEFT_OUT if particle else 1), match.clitic, match.why)
        return None

    def _match_words(
        self, page: NamePage, at: int, first: Form | None, *, begin: int, clitic: int = 0, why: Reasons = NO_REASONS
    ) -> PartMatch | None:
        """Match the words of the part from one word of the page on; ``first`` is how that word is read, if that is settled."""
        found = [
            PartMatch(begin, end, score, first.clitic if first else clitic, Reasons(dict.fromkeys((*why, *reasons))))
            for option in self.options
            for end, score, reasons in _match_option(page, at, first, option)
        ]
        return max(found, key=lambda match: (match.end, match.score), default=None)


def _match_option(
    page: NamePage, at: int, first: Form | None, option: tuple[WordPattern, ...]
) -> Iterator[tuple[int, float, list[NameReason]]]:
    """Yield (end, score, reasons) if the words of one option stand at this place, with articles before each."""
    total, reasons = 0.0, list[NameReason]()
    for place, pattern in enumerate(option):
        if place and not page.goes_on(at - 1):
            return
        score, why = _judge_here(page, at, first if place == 0 else None, pattern)
        while not score and page.article_at(at):
            at += 1
            score, why = _judge_here(page, at, None, pattern)
        if not score:
            return
        total += score
        reasons.extend(why)
        at += 1
    yield at, total / len(option), reasons


def _judge_here(page: NamePage, at: int, form: Form | None, pattern: WordPattern) -> tuple[float, Reasons]:
    forms = [form] if form else list(page.forms(at, clitics=False))
    return max((pattern.judge(form.text) for form in forms), default=(0.0, NO_REASONS))
