"""A list of names from elsewhere held against a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kashf.domain.entity import RESOLVED, MentionType, PlacedMention
from kashf.domain.entries.delivery import Collection, Scope
from kashf.domain.left_out import LeftOut
from kashf.entities.screening.possible import Possible
from kashf.entities.screening.possible import screen as hold_against
from kashf.entities.screening.watchlist import WatchlistName, read_list
from kashf.ports.mentions import NameTotal
from kashf.services.case.collections import narrow
from kashf.services.case.open import OpenCase
from kashf.services.search.count_left_out import left_out


@dataclass(frozen=True, slots=True)
class Screening:
    """What came of a list.

    Args:
        entries: How many entries it has.
        names: How many names of the case they were held against.
        hits: What may be one of them, by entry.
        first: For each hit, a place at which the name stands.
        silent: Entries of which nothing in the case may be one.
        collection: What the list was held against.
        elsewhere: Possible hits in the other collections, by collection; those without any are left out.
        left_out: What was not looked through for names.
    """

    entries: int
    names: int
    hits: tuple[Possible, ...]
    first: tuple[PlacedMention, ...]
    silent: tuple[WatchlistName, ...]
    collection: Scope = Scope.ALL
    elsewhere: Mapping[Collection, int] = field(default_factory=dict)
    left_out: LeftOut = field(default_factory=LeftOut)


def screen(case: OpenCase, untrusted_list: bytes, *, name: str, scope: Scope = Scope.LEAK) -> Screening:
    """Return which names of a case may be on a list; every hit is possible and no more.

    Args:
        case: Where to look.
        untrusted_list: Its bytes; see `kashf.entities.screening.watchlist` for the forms.
        name: What it is called in messages.
        scope: Against which collection it is held.

    Raises:
        UsageError: The list cannot be read; the message names the line.
        UnfinishedError: The case was not searched for names yet.
    """
    entries = read_list(untrusted_list, name=name)
    narrowed = narrow(case, scope)
    names = _names(narrowed.case)
    hits = hold_against(entries, names)
    hit_ids = {hit.entry.id for hit in hits}
    return Screening(
        entries=len(entries),
        names=len(names),
        hits=hits,
        first=_first_places(narrowed.case, hits),
        silent=tuple(entry for entry in entries if entry.id not in hit_ids),
        collection=scope,
        elsewhere=narrowed.elsewhere(lambda other: len(hold_against(entries, _names(other)))),
        left_out=left_out(narrowed.case, of_names=True),
    )


def _names(case: OpenCase) -> list[NameTotal]:
    return [total for type in sorted(RESOLVED) for total in case.view.names(type, limit=None)]


def _first_places(case: OpenCase, hits: Sequence[Possible]) -> tuple[PlacedMention, ...]:
    first: dict[tuple[MentionType, str], PlacedMention] = {}
    for type in MentionType:
        keys = sorted({hit.name.key for hit in hits if hit.name.type is type})
        for place in reversed(case.view.mentions_of(type, keys) if keys else ()):
            first[type, place.key] = place
    return tuple(first[hit.name.type, hit.name.key] for hit in hits)
