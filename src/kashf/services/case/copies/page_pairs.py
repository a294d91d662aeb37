"""Which pages of two documents are compared word by word, so that two books of thousands of pages take no longer than a person waits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.document import Page
from kashf.intake.near_texts.word_pairing import same_in_order
from kashf.language.words.tokens import folded_words

#: Words of either side that are laid side by side at once.
_AT_ONCE: Final = 12_000
#: Words of a page that can be laid beside another; more would take memory that grows with their square.
_LONGEST: Final = 24_000
#: Characters of a page beyond which not even its words are looked for.
_MOST_CHARACTERS: Final = 1_000_000
#: Words of either side that are compared in all, pages that are the same left out.
_IN_ALL: Final = 150_000


@dataclass(frozen=True, slots=True)
class PagePairs:
    """How two documents are compared.

    Args:
        to_compare: Pages of the first and of the second that are laid side by side.
        same: Words on pages that both have.
        not_compared: Pages of the first and of the second for which there is no room.
    """

    to_compare: tuple[tuple[tuple[Page, ...], tuple[Page, ...]], ...]
    same: int
    not_compared: tuple[tuple[Page, ...], tuple[Page, ...]]


def pair_pages(left: Sequence[Page], right: Sequence[Page]) -> PagePairs:
    """Return which pages are compared: all at once where they are few; else between pages with the same words, then one by one."""
    words = [[_compared(page) for page in pages] for pages in (left, right)]
    sizes = [[_size(text) for text in texts] for texts in words]
    if max(map(sum, sizes), default=0) <= _AT_ONCE:
        return PagePairs(
            ((tuple(left), tuple(right)),) if left and right else (), 0, ((), ()) if left and right else (tuple(left), tuple(right))
        )
    pairs, same, room = [], 0, _IN_ALL
    beyond: tuple[list[Page], list[Page]] = ([], [])
    for stretch in same_in_order(words[0], words[1]):
        if stretch.is_alike:
            same += sum(sizes[0][at] for at in stretch.here)
            continue
        for here, there in _in_parts(stretch.here, stretch.there, sizes):
            longest = max(sum(sizes[0][at] for at in here), sum(sizes[1][at] for at in there))
            room -= longest
            some = tuple(left[at] for at in here), tuple(right[at] for at in there)
            if room < 0 or longest > _LONGEST or not (here and there):
                beyond[0].extend(some[0])
                beyond[1].extend(some[1])
            else:
                pairs.append(some)
    return PagePairs(tuple(pairs), same, (tuple(beyond[0]), tuple(beyond[1])))


def _compared(page: Page) -> str:
    """Return the folded words of a page; all of it as it is where it is too long to be laid beside another."""
    return " ".join(folded_words(page.text)) if len(page.text) <= _MOST_CHARACTERS else page.text


def _size(text: str) -> int:
    return text.count(" ") + 1 if len(text) <= _MOST_CHARACTERS else _LONGEST + 1


def _in_parts(here: range, there: range, sizes: Sequence[Sequence[int]]) -> Iterator[tuple[range, range]]:
    """Yield stretches of pages that lie at the same place, few enough words each."""
    if max(sum(sizes[0][at] for at in here), sum(sizes[1][at] for at in there)) <= _AT_ONCE or min(len(here), len(there)) <= 1:
        yield here, there
        return
    half, other = len(here) // 2, len(there) // 2
    yield from _in_parts(here[:half], there[:other], sizes)
    yield from _in_parts(here[half:], there[other:], sizes)
