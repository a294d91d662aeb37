"""The rules as a tagger: mentions with the rule that found them and its score."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import chain

from kashf.domain.entity import Mention
from kashf.language.grammar.arabic.walk import find_arabic
from kashf.language.grammar.echo import find_again
from kashf.language.grammar.found import Found
from kashf.language.grammar.known import find_known
from kashf.language.grammar.latin.latin_walk import find_latin
from kashf.language.grammar.page import Page
from kashf.language.grammar.quotation_marks import find_quoted
from kashf.language.grammar.table_columns import find_in_tables


class RuleTagger:
    """Finds persons, groups, places, roles and code names by rules, in Arabic and in Latin letters."""

    name = "rules"
    version = "1"

    def tag(self, text: str, *, language: str = "") -> tuple[Mention, ...]:
        """Return the mentions of a text in order of their start, not overlapping.

        Args:
            text: Of one page; hostile.
            language: Not asked: the letters say which rules apply.
        """
        del language
        page = Page(text)
        by_grammar = chain(find_arabic(page), find_latin(page))
        known = (_known(page, found, clitic=clitic) for found, clitic in find_known(page))
        grammatical = [_mention(page, found) for found in by_grammar]
        told = _settled([*known, *grammatical, *find_quoted(text), *find_in_tables(text)])
        return _filled(told, find_again(page, told))


def _mention(page: Page, found: Found) -> Mention:
    start, end = page.start(found.start), page.words[found.end - 1].end
    return Mention(start, end, page.text[start:end], found.type, f"rules:{found.rule}", found.score)


def _known(page: Page, found: Found, *, clitic: int) -> Mention:
    start, end = page.start_behind(found.start, clitic), page.words[found.end - 1].end
    return Mention(start, end, page.text[start:end], found.type, f"rules:{found.rule}", found.score)


def _settled(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return mentions without overlap, in order: the longer stays, of equally long ones the surer."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda each: (each.start, -each.end, -each.score)):
        while kept and kept[-1].end > mention.start and _is_better(mention, kept[-1]):
            kept.pop()
        if not kept or kept[-1].end <= mention.start:
            kept.append(mention)
    return tuple(kept)


def _filled(told: tuple[Mention, ...], again: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return what was told, with what is written again in between; a name written again never cuts into another."""
    starts = [mention.start for mention in told]
    free = [each for each in again if _is_free(each, told, starts)]
    return tuple(sorted((*told, *free), key=lambda each: each.start)) if free else told


def _is_free(mention: Mention, told: tuple[Mention, ...], starts: list[int]) -> bool:
    place = bisect_left(starts, mention.end)
    return place == 0 or told[place - 1].end <= mention.start


def _is_better(new: Mention, old: Mention) -> bool:
    return (new.end - new.start, new.score) > (old.end - old.start, old.score)
