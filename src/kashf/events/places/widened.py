"""The phrase around a name of a place: words of kind on either side, and the district or province that is said to hold it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kashf.events.places.said_place import PlaceSort, kind_of, says_near
from kashf.language.words.tokens import Word, words_of

#: Code points on either side that are looked at.
_AROUND: Final = 80
#: What ends a phrase.
_ENDS: Final = re.compile(r"[\n\r.;؛:!?؟]")
#: Between a name and the area that holds it.
_JOINTS: Final = frozenset({"في", "من", "التابعه", "ضمن", "in", "of", "the"})
#: Words of the name of an area that are taken with its word of kind.
_AREA_WORDS: Final = 2


def widened(text: str, start: int, end: int) -> str:
    """Return a name with what beside it, in the same phrase, says of what kind it is and what holds it.

    Args:
        text: Of a page.
        start: Where the name begins.
        end: One past its last code point.

    Example:
        >>> widened("Move them from the village of Tallah, Sahl district, to", 30, 36)
        'village of Tallah, Sahl district'
        >>> widened("إلى قرية التلة في ناحية السهل غدا", 9, 14)
        'قرية التلة، ناحية السهل غدا'
    """
    before, after = _before(text, start), _after(text, end)
    first = start
    steps = [words_of(before)[-count:] for count in (1, 2, 3)]
    for words in steps:
        if words and (kind_of(words[0].folded) is not PlaceSort.UNSAID or says_near(words[0].folded)):
            first = start - len(before) + words[0].start
    name = text[first:end]
    own, area = _behind(after)
    return name + own + (f"{'،' if not area.isascii() else ','} {area}" if area else "")


def _before(text: str, start: int) -> str:
    near = text[max(0, start - _AROUND) : start]
    ends = [match.end() for match in _ENDS.finditer(near)]
    return near[ends[-1] :] if ends else near


def _after(text: str, end: int) -> str:
    near = text[end : end + _AROUND]
    stop = _ENDS.search(near)
    return near[: stop.start()] if stop else near


def _behind(after: str) -> tuple[str, str]:
    """Return the word of kind right behind a name in Latin letters, with the space before it, and the area behind that."""
    words = words_of(after)
    own = ""
    if words and words[0].folded.isascii() and not re.search(r"[,،(]", after[: words[0].start]):
        count = next((count for count in (1, 2) if len(words) >= count and _is_kind(words[count - 1])), 0)
        if count and (count == 1 or words[0].folded.isalpha()):
            own = after[: words[count - 1].end]
            words = words[count:]
    while words and words[0].folded in _JOINTS:
        words = words[1:]
    if not words:
        return own, ""
    if _is_area(words[0]) and not words[0].folded.isascii():
        return own, after[words[0].start : words[min(_AREA_WORDS, len(words) - 1)].end]
    return own, _latin_area(after, words)


def _latin_area(after: str, words: Sequence[Word]) -> str:
    """Return the name of an area with its word of kind behind it; capitals alone stand in such a name."""
    for count in range(1, min(4, len(words))):
        if _is_area(words[count]) and all(after[word.start].isupper() for word in words[:count]):
            return after[words[0].start : words[count].end]
    return ""


def _is_area(word: Word) -> bool:
    return kind_of(word.folded).is_area


def _is_kind(word: Word) -> bool:
    return word.folded.isascii() and kind_of(word.folded) is not PlaceSort.UNSAID
