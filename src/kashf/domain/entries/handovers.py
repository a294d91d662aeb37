"""How a delivery came to us: who handed it to whom, when, how and in what condition. All of it is sealed; the ledger counts the hops."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise

from kashf.domain.date import FuzzyDate
from kashf.domain.ids import Json


@dataclass(frozen=True, slots=True)
class Hop:
    """One time that a pile changed hands.

    Args:
        giver: Who gave it.
        taker: Who took it.
        when: A day, a month, a year or a range, as dates are typed.
        how: By what way: by hand, by post, over which service.
        condition: In what state it was.
        envelope: What it lay in.
        seal: What closed that, and whether it was whole.
        exhibit: The number that somebody gave it.
        note: Anything else.
    """

    giver: str = ""
    taker: str = ""
    when: str = ""
    how: str = ""
    condition: str = ""
    envelope: str = ""
    seal: str = ""
    exhibit: str = ""
    note: str = ""

    def as_json(self) -> Mapping[str, Json]:
        """Return what is said of it, under the words that people type."""
        return {_TYPED.get(each.name, each.name): getattr(self, each.name) for each in fields(self) if getattr(self, each.name)}


#: Field -> the word that people type for it.
_TYPED = {"giver": "from", "taker": "to"}
_WORDS = {_TYPED.get(each.name, each.name): each.name for each in fields(Hop)}


def read_hops(text: str) -> tuple[Hop, ...]:
    r"""Return the hops that somebody typed: lines of `word: what`, an empty line between two hops.

    Raises:
        ValueError: A line is none, a word is unknown or comes twice, or a date is none; the message says which line, and not what it says.

    >>> read_hops("from: kestrel\nto: plover\nwhen: 2016-04\n\nfrom: plover\nto: us")[0].when
    '2016-04'
    """
    hops: list[dict[str, str]] = [{}]
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        word, colon, said = (part.strip() for part in line.partition(":"))
        if not line.strip():
            hops.append({})
            continue
        if not colon or word.lower() not in _WORDS:
            raise ValueError(f"line {number} is none of {', '.join(f'{each}:' for each in _WORDS)}")
        name = _WORDS[word.lower()]
        if name in hops[-1]:
            raise ValueError(f"line {number} says {word.lower()}: again; an empty line stands between two hops")
        if name == "when":
            _check_date(said, number)
        hops[-1][name] = said
    return tuple(Hop(**each) for each in hops if any(each.values()))


def gaps(hops: Sequence[Hop]) -> tuple[int, ...]:
    """Return after which hops, from 1, it is not said how the pile came from who took it to who gave it next.

    >>> gaps([Hop("kestrel", "plover"), Hop("gannet", "us")])
    (1,)
    """
    return tuple(number for number, (one, other) in enumerate(pairwise(hops), 1) if one.taker.casefold() != other.giver.casefold())


def _check_date(said: str, number: int) -> None:
    try:
        FuzzyDate.parse(said)
    except ValueError:
        raise ValueError(f"line {number}: when: takes a day, a month, a year or a range, such as 2016-04-12 or 2016-04") from None
