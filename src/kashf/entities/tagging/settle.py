"""Find who and what is named in a text: what gazetteers, rules and models propose, settled by how often each is right.

Where nothing was measured, a gazetteer stands before a rule and a rule before a model, since a name that somebody has written down is surer
than one that looks like a name, and both say why, which a model does not. A model that was learnt in a case brings what was measured there
on texts that it had not seen: its own precision, and that of every other source where the model does not agree. What is more often wrong
than right there goes, and the rest stands in order of precision.

Two things stand above that order: what is longer and takes a surer mention in whole (the brigade named after a city) names one thing, not
the smaller one inside it, as does what a page calls a code name; and what scores below `DOUBTFUL` gives way to anything that does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from kashf.domain.entity import Mention, MentionType
from kashf.language.words.spans import without_overlap
from kashf.ports.taggers import LearntTagger, Precisions, Tagger

#: Kinds of sources, the most trusted first, and how often they are taken to be right where nobody measured it.
PRECEDENCE: Final = ("gazetteer", "rules", "model")
_TAKEN: Final = (0.95, 0.9, 0.5, 0.5)
_MODEL: Final = 2
#: A mention below this score is a guess, which any better mention takes the place of, whatever found it.
DOUBTFUL: Final = 0.4
#: A source that is right less often than this where the model disagrees adds more faults than names.
_LEAST: Final = 0.5
#: Code points before a mention that are looked at for a number.
_NEAR: Final = 4
_UNMEASURED: Final[Precisions] = MappingProxyType({})


def find_mentions(text: str, *, taggers: Sequence[Tagger], language: str = "") -> tuple[Mention, ...]:
    """Return the mentions in a text in order, none overlapping another.

    Args:
        text: Of one page; hostile.
        taggers: Asked in turn; their order does not matter, their mentions' sources do.
        language: ISO 639-1 code of most of the text, or "" when that is not known.
    """
    proposed = (mention for tagger in taggers for mention in tagger.tag(text, language=language))
    precisions = next((tagger.precisions for tagger in taggers if isinstance(tagger, LearntTagger)), _UNMEASURED)
    return settle((mention for mention in proposed if not _is_of_a_row(text, mention)), precisions=precisions)


def settle(mentions: Iterable[Mention], *, precisions: Precisions = _UNMEASURED) -> tuple[Mention, ...]:
    """Return those mentions that stand when they overlap, in order: of the surer source first, then the longer, then the likelier.

    Args:
        mentions: Of all sources.
        precisions: What was measured of them; see `ports.taggers`.
    """
    every = set(mentions)
    sure = {_place(each): _precision(each, precisions) for each in every if _rank(each) == _MODEL} if precisions else {}
    expected = {each: sure.get(_place(each), _precision(each, precisions)) for each in every}
    kept = (each for each in every if expected[each] >= _LEAST)
    proposed = sorted(kept, key=lambda mention: (mention.start, -mention.end, -_rank(mention)))
    swallowed = _swallowed(proposed)
    return without_overlap((each for each in proposed if each not in swallowed), best_first=lambda each: _order(each, expected[each]))


def source_of(mention: Mention) -> str:
    """Return what found a mention, without the hash of a model: the source by which precisions are kept."""
    return mention.source.partition("@")[0]


def _is_of_a_row(text: str, mention: Mention) -> bool:
    """Return whether a model takes for a person what stands behind a number: it learnt from sentences, and this is the row of a table."""
    if _rank(mention) != _MODEL or mention.type is not MentionType.PERSON:
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


def _order(mention: Mention, expected: float) -> tuple[bool, float, int, float, int, int, str]:
    """Sort mentions: guesses last, the surer first, then the longer; of one place and type what says why before a model."""
    length = mention.end - mention.start
    return mention.score < DOUBTFUL, -expected, -length, -mention.score, _rank(mention), mention.start, mention.type.value


def _place(mention: Mention) -> tuple[int, int, MentionType]:
    return mention.start, mention.end, mention.type


def _precision(mention: Mention, precisions: Precisions) -> float:
    """Return how often what found a mention is right, as far as it was measured."""
    return precisions.get((source_of(mention), mention.type), _TAKEN[_rank(mention)])


def _rank(mention: Mention) -> int:
    return _rank_of(mention.source)


@lru_cache(maxsize=1 << 10)
def _rank_of(source: str) -> int:
    """Return how trusted a source is by its kind, 0 for the most trusted; there are few sources and many mentions."""
    kind = source.partition(":")[0]
    return PRECEDENCE.index(kind) if kind in PRECEDENCE else len(PRECEDENCE)
