"""What each `add` took in, and what people decided about what lies in a case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kashf.domain.dispositions import DISPOSITIONS, Disposition, DispositionKind, dispositions_of
from kashf.domain.entries.projections import in_order
from kashf.domain.ids import EntryId
from kashf.domain.ledger import EntryKind, Recorded
from kashf.errors import NotFoundError
from kashf.ports.views import CaseView
from kashf.services.case.open import OpenCase

#: Letters of an id that name a receipt; fewer may be the number of a receipt that there is not.
_LEAST_BEGINNING: Final = 6


@dataclass(frozen=True, slots=True)
class Addition:
    """What one `add` took in: its receipts, of which it writes one a batch.

    Args:
        number: Its place among all, from 1, in the order in which they were written.
        receipts: Ledger entries, oldest first.
        channel: Who passed it on.
        collection: What it is to the case, as the receipt says.
        time: When its first receipt was written.
        actor: Who wrote it.
        files: Sightings in all.
        size_bytes: Of their contents.
        set_aside: The first decision to set it aside that stands, or None.
    """

    number: int
    receipts: tuple[EntryId, ...]
    channel: str
    collection: str
    time: dt.datetime
    actor: str
    files: int
    size_bytes: int
    set_aside: Disposition | None


def additions(case: OpenCase) -> tuple[Addition, ...]:
    """Return what each `add` took in, oldest first."""
    standing = [each for each in dispositions(case.view) if each.undone is None and each.outcome is DispositionKind.SET_ASIDE]
    groups: dict[str, list[Recorded]] = {}
    for entry, id in in_order(case.view.entries(kinds=(EntryKind.RECEIPT,))):
        # All receipts of one `add` commit to one sealed note; those of an earlier kashf to none.
        groups.setdefault(str(entry.body.get("sealed") or id), []).append((entry, id))
    return tuple(_addition(number, group, standing) for number, group in enumerate(groups.values(), 1))


def find_addition(case: OpenCase, asked: str) -> Addition:
    """Return what one `add` took in, by its number or six or more letters from the beginning of the id of one of its receipts.

    Raises:
        NotFoundError: There is none, or more than one.
    """
    every = additions(case)
    by_number = [each for each in every if asked == str(each.number)]
    is_beginning = len(asked) >= _LEAST_BEGINNING
    found = by_number or [each for each in every if is_beginning and any(id.startswith(asked.lower()) for id in each.receipts)]
    if not found:
        raise NotFoundError(f"no receipt has the number {asked} or begins with it", code="no-such-receipt", receipt=asked)
    if len(found) > 1:
        raise NotFoundError(f"more than one receipt begins with {asked}; give more of it", code="ambiguous-receipt", receipt=asked)
    return found[0]


def dispositions(view: CaseView, new: Iterable[Recorded] = ()) -> tuple[Disposition, ...]:
    """Return what people decided about what lies in a case, oldest first."""
    return dispositions_of([*view.entries(kinds=sorted(DISPOSITIONS.kinds)), *new])


def _addition(number: int, receipts: list[Recorded], standing: list[Disposition]) -> Addition:
    first, _ = receipts[0]
    ids = tuple(id for _, id in receipts)
    files, size = (sum(int(str(entry.body.get(key) or 0)) for entry, _ in receipts) for key in ("files", "bytes"))
    return Addition(
        number=number,
        receipts=ids,
        channel=str(first.body.get("channel", "")),
        collection=str(first.body.get("collection", "leak")),
        time=first.time,
        actor=first.actor,
        files=files,
        size_bytes=size,
        set_aside=next((each for each in standing if set(ids).intersection(each.about)), None),
    )
