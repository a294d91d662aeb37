"""Names that a page has told once, found where it writes them again with nothing beside them that says what they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.entity import RESOLVED, Mention, MentionType
from kashf.language.grammar.grammar_page import GrammarPage
from kashf.language.grammar.lexicon import Kind
from kashf.language.words.clitics import ARTICLE, TO_THE, readings_behind_letters
from kashf.language.words.tokens import folded_words

#: From this score on, a mention tells a name that is looked for again.
_SURE: Final = 0.75
_WHOLE, _FAMILY = 0.7, 0.45
_Words = tuple[str, ...]
#: Letters of a single word that is looked for again.
_LEAST: Final = 4


@dataclass(frozen=True, slots=True)
class _KnownName:
    """A name, or the family in it, with what it names."""

    words: tuple[str, ...]
    type: MentionType
    rule: str
    score: float


def find_again(page: GrammarPage, told: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the places of names that `told` has, and of the families of its men, on the same page; those of `told` themselves included."""
    names, lengths = _names(told)
    if not names:
        return
    free = 0
    for index in [index for index, (_, _, word) in enumerate(page.words) if word in lengths or word[1:] in lengths or word[2:] in lengths]:
        if index < free:
            continue
        readings = readings_behind_letters(page.folded(index))
        for reading, clitic in readings[:1] if page.entries[index].kind else readings:
            written = _written(page, index, reading, lengths.get(reading, ()))
            if name := next((each for words in written for each in names.get(words, ()) if _stands(page, index, each)), None):
                free = index + len(name.words)
                start, end = page.start_behind(index, clitic), page.words[free - 1].end
                yield Mention(start, end, page.text[start:end], name.type, f"rules:{name.rule}", name.score)
                break


def _names(told: Sequence[Mention]) -> tuple[Mapping[_Words, Sequence[_KnownName]], Mapping[str, Sequence[int]]]:
    """Return words -> the names that they are, and first word -> how many words such names have, most first.

    Thousands of names begin with one word, such as Abu: each place is looked up once for each length, and not compared with all of them.
    """
    found: defaultdict[_Words, dict[_KnownName, None]] = defaultdict(dict)
    for mention in told:
        words = tuple(folded_words(mention.text)) if mention.score >= _SURE and mention.type in RESOLVED else ()
        if not words or words[0].isascii():
            continue
        if len(words) > 1 or (mention.type is MentionType.PLACE and len(words[0]) >= _LEAST):
            found[words][_KnownName(words, mention.type, "again", _WHOLE)] = None
        if mention.type is MentionType.PERSON and len(words) > 1 and words[-1].startswith("ال") and len(words[-1]) > _LEAST:
            found[words[-1:]][_KnownName(words[-1:], mention.type, "family", _FAMILY)] = None
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for written in found:
        lengths[written[0]].add(len(written))
    names = {written: sorted(each, key=lambda name: name.type.value) for written, each in found.items()}
    return names, {first: sorted(each, reverse=True) for first, each in lengths.items()}


def _written(page: GrammarPage, index: int, first: str, lengths: Sequence[int]) -> Iterator[_Words]:
    """Yield so many words from an index on, the first as it is read there."""
    for length in lengths:
        if index + length <= len(page.words):
            yield (first, *(page.folded(place) for place in range(index + 1, index + length)))


def _stands(page: GrammarPage, index: int, name: _KnownName) -> bool:
    """Return whether words stand at an index as a name; a family's name that describes the noun before it does not: القاطع الشمالي."""
    last = index + len(name.words) - 1
    if not all(page.goes_on(place) for place in range(index, last)):
        return False
    if name.rule != "family" or not page.goes_on(index - 1):
        return True
    before = page.entries[index - 1]
    return not before.form.startswith((ARTICLE, TO_THE)) or bool(before.kind & Kind.TITLE)
