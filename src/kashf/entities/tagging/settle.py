"""Find who and what is named in a text: what gazetteers, rules and models propose, settled by precedence.

Gazetteer before rules before model, since a name that somebody has written down is surer than one that looks like a name, and both say
why, which a model does not. Two things stand above that order: what is longer and takes a surer mention in whole (the brigade named after
a city) names one thing, not the smaller one inside it, as does what a page calls a code name; and what scores below `DOUBTFUL` gives way
to anything that does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from kashf.domain.entity import Mention, MentionType
from kashf.language.words.spans import without_overlap
from kashf.ports.taggers import Tagger

#: Kinds of sources, the most trusted first.
PRECEDENCE: Final = ("gazetteer", "rules", "model")
#: A mention below this score is a guess, which any better mention takes the place of, whatever found it.
DOUBTFUL: Final = 0.4
#: Code points before a mention that are looked at for a number.
_NEAR: Final = 4


def find_mentions(text: str, *, taggers: Sequence[Tagger], language: str = "") -> tuple[Mention, ...]:
    """Return the mentions in a text in order, none overlapping another.

    Args:
        text: Of one page; hostile.
        taggers: Asked in turn; their order does not matter, their mentions' sources do.
        language: ISO 639-1 code of most of the text, or "" when that is not known.
    """
    proposed = (mention for tagger in taggers for mention in tagger.tag(text, language=language))
    return settle(mention for mention in proposed if not _is_of_a_row(text, mention))


def settle(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return those mentions that stand when they overlap, in order: the surer kind of source first, then the longer, then the likelier."""
    proposed = sorted(set(mentions), key=lambda mention: (mention.start, -mention.end, -_rank(mention)))
    swallowed = _swallowed(proposed)
    return without_overlap((each for each in proposed if each not in swallowed), best_first=_order)


def _is_of_a_row(text: str, mention: Mention) -> bool:
    """Return whether a model takes for a person what stands behind a number: it learnt from sentences, and this is the row of a table."""
    if _rank(mention) != PRECEDENCE.index("model") or mention.type is not MentionType.PERSON:
        return False
    return text[max(0, mention.start - _NEAR) : mention.start].rstrip()[-1:].isdigit()


def _swallowed(proposed: Sequence[Mention]) -> set[Mention]:
    """Return mentions of gazetteers that lie within a longer mention by rules; `proposed` is in order of starts, the longest first."""
    found: set[Mention] = set()
    widest: Mention | None = None
    for mention in proposed:
        if widest and _takes_in(widest, mention):
            found.add(mention)
        if _may_swallow(mention) and (widest is None or mention.end > widest.end):
            widest = mention
    return found


def _may_swallow(mention: Mention) -> bool:
    return _rank(mention) == 1 and mention.type.traits.is_made_of_names and mention.score >= DOUBTFUL


def _takes_in(wide: Mention, narrow: Mention) -> bool:
    shorter = (narrow.end - narrow.start) < (wide.end - wide.start)
    return _rank(narrow) == 0 and narrow.end <= wide.end and (shorter or wide.type is MentionType.CODE_NAME)


def _order(mention: Mention) -> tuple[bool, int, int, float, int, str]:
    length = mention.end - mention.start
    return mention.score < DOUBTFUL, _rank(mention), -length, -mention.score, mention.start, mention.type.value


def _rank(mention: Mention) -> int:
    return _rank_of(mention.source)


@lru_cache(maxsize=1 << 10)
def _rank_of(source: str) -> int:
    """Return how trusted a source is by its kind, 0 for the most trusted; there are few sources and many mentions."""
    kind = source.partition(":")[0]
    return PRECEDENCE.index(kind) if kind in PRECEDENCE else len(PRECEDENCE)
