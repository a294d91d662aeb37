"""The rules as a tagger: mentions with the rule that found them and its score."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from kashf.domain.entity import Mention, MentionType
from kashf.language.grammar.arabic.walk import find_arabic
from kashf.language.grammar.echo import find_again
from kashf.language.grammar.grammar_page import GrammarPage
from kashf.language.grammar.known import find_known
from kashf.language.grammar.latin.latin_shapes import vocabulary
from kashf.language.grammar.latin.latin_walk import find_latin
from kashf.language.grammar.quotation_marks import find_quoted
from kashf.language.grammar.rule_match import RuleMatch
from kashf.language.grammar.table_columns import find_in_tables
from kashf.language.grammar.trades import find_trades
from kashf.language.words.folding import fold
from kashf.language.words.spans import SpanSet, without_overlap


class RuleTagger:
    """Finds persons, groups, places, roles and code names by rules, in Arabic and in Latin letters."""

    name = "rules"
    version = ""

    def tag(self, text: str, *, language: str = "") -> tuple[Mention, ...]:
        """Return the mentions of a text in order of their start, not overlapping.

        Args:
            text: Of one page; hostile.
            language: Not asked: the letters say which rules apply.
        """
        del language
        page = GrammarPage(text)
        by_grammar = chain(find_arabic(page), find_latin(page))
        known = (_known(page, found, clitic=clitic) for found, clitic in find_known(page))
        grammatical = [_mention(page, found) for found in by_grammar]
        told = without_overlap([*known, *grammatical, *find_quoted(text), *find_in_tables(text)], best_first=_best_first)
        told = tuple(mention for mention in told if not _is_nobody(mention))
        named = _filled(told, find_again(page, told))
        return _filled(named, dict.fromkeys(find_trades(page, named)))


def _mention(page: GrammarPage, found: RuleMatch) -> Mention:
    start, end = page.start(found.start), page.words[found.end - 1].end
    return Mention(start, end, page.text[start:end], found.type, f"rules:{found.rule}", found.score)


def _known(page: GrammarPage, found: RuleMatch, *, clitic: int) -> Mention:
    start, end = page.start_behind(found.start, clitic), page.words[found.end - 1].end
    return Mention(start, end, page.text[start:end], found.type, f"rules:{found.rule}", found.score)


def _best_first(mention: Mention) -> tuple[int, float, int]:
    return mention.start - mention.end, -mention.score, mention.start


def _is_nobody(mention: Mention) -> bool:
    """Return whether a person was found in a courtesy that stands without its name."""
    return mention.type is MentionType.PERSON and fold(mention.text) in vocabulary("COURTESIES")


def _filled(told: tuple[Mention, ...], again: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return what was told, with what is written again in between; a name written again never cuts into another."""
    taken = SpanSet((mention.start, mention.end) for mention in told)
    free = [each for each in again if taken.is_free(each.start, each.end)]
    return tuple(sorted((*told, *free), key=lambda each: each.start)) if free else told
