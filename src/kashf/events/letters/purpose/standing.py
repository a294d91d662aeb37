"""How high offices and posts stand, by their type words, and so which way a paper goes from one to another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from kashf.domain.letters.letter import Addressee, AddresseeKind, Direction
from kashf.domain.letters.said import Said
from kashf.events.letters.phrases import WORD_END, any_of
from kashf.language.tables.letters.head_phrases import UPWARDS
from kashf.language.tables.letters.structure.purpose_words import POST_RANKS, RANKS
from kashf.language.words.folding import fold

#: Steps between two that surely stand one above the other.
_APART: Final = 2


def direction_of(offices: Sequence[Said], to: Sequence[Addressee], body: str, sender: str) -> Direction:
    """Return which way a paper goes: up to an office of its own head or with words to one; down to a class; else by who stands higher.

    Args:
        offices: Of the letterhead.
        to: Whom it addresses.
        body: Its sentences and greetings, folded.
        sender: The post or office that signs, folded; "" for none.
    """
    own = [fold(each.text) for each in offices]
    addressed = [fold(each.said.text) for each in to]
    if any(each in own[:-1] for each in addressed) or _upwards().search(body):
        return Direction.UP
    if any(each.kind is AddresseeKind.CLASS for each in to):
        return Direction.DOWN
    above = steps_up([sender, *own[-1:]], addressed)
    if above is None or abs(above) < _APART:
        return Direction.UNKNOWN
    return Direction.UP if above > 0 else Direction.DOWN


def steps_up(senders: Sequence[str], addressed: Sequence[str]) -> int | None:
    """Return how many steps the first who is addressed stands above the first of the senders who tells; None where the words do not tell.

    >>> steps_up([fold("رئيس شعبة الآبار")], [fold("السيد المدير العام")])
    3
    """
    own = next((height for each in senders if (height := height_of(each))), None)
    other = height_of(addressed[0]) if addressed else None
    return other - own if own and other else None


def height_of(folded: str) -> int | None:
    """Return how high an office or a post stands, 9 the highest: by its type word, or by a post that is higher; None where none tells."""
    office, post = _height(folded, of_posts=False), _height(folded, of_posts=True)
    return max(office, post) if office and post and post >= _HIGH else office or post


#: From here on a post tells more than the office that it is named with.
_HIGH: Final = 7


def _height(folded: str, *, of_posts: bool) -> int | None:
    found = _heights(of_posts=of_posts).search(folded)
    return int(str(found.lastgroup)[1:]) if found else None


@lru_cache(maxsize=2)
def _heights(*, of_posts: bool) -> re.Pattern[str]:
    every = "|".join(f"(?P<r{rank}>{any_of(phrases)})" for rank, phrases in (POST_RANKS if of_posts else RANKS).items())
    return re.compile(rf"(?<!\w)(?:ال)?(?:{every}){WORD_END}")


@lru_cache(maxsize=1)
def _upwards() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(UPWARDS)}(?!\w)")
