"""The trade or post of a man where no title says it: behind his name (خالد الجاسم سائق, "Khaled al-Jasim, driver"), or plain before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final

from kashf.domain.entity import Mention, MentionType
from kashf.language.grammar.grammar_page import GrammarPage
from kashf.language.grammar.posts import post_of

#: Between a name and what he is: in Arabic also a space alone, since an adjective would have the article.
_BEHIND_LATIN: Final = frozenset({",", "(", "-", "–"})
_BEHIND_ARABIC: Final = frozenset({"", "،", ",", "(", "-", "–"})
_ARTICLES: Final = frozenset({"the", "a", "an", "le", "la", "un"})
_SCORE: Final = 0.6


def find_trades(page: GrammarPage, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the trades beside the persons of a page; they may stand in other mentions already."""
    starts = [word.start for word in page.words]
    for mention in mentions:
        if mention.type is MentionType.PERSON:
            first, behind = bisect_left(starts, mention.start), bisect_left(starts, mention.end)
            yield from _at(page, first - 1) if _stands_before(page, first) else ()
            if page.folded(behind) in _ARTICLES and page.gap(behind - 1).strip() == ",":
                behind += page.gap(behind) == " "
                yield from _at(page, behind)
            elif _stands_behind(page, behind):
                yield from _at(page, behind)


def _stands_before(page: GrammarPage, first: int) -> bool:
    return first > 0 and page.folded(first - 1).isascii() and page.gap(first - 1) == " "


def _stands_behind(page: GrammarPage, at: int) -> bool:
    gap = page.gap(at - 1)
    return "\n" not in gap and gap.strip() in (_BEHIND_LATIN if page.folded(at).isascii() else _BEHIND_ARABIC)


def _at(page: GrammarPage, index: int) -> Iterator[Mention]:
    if 0 <= index < len(page.words) and not page.folded(index).startswith("ال") and post_of(page.folded(index)):
        word = page.words[index]
        text = page.text[word.start : word.end]
        yield Mention(word.start, word.end, text, MentionType.ROLE, "rules:trade", _SCORE)
