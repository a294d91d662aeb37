"""Recognises what a kashf of the first format took in: it kept whole paths of its machine, where now those of what was given are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from kashf.domain.document import Sighting
from kashf.domain.ledger import EntryKind
from kashf.ports.views import CaseView

#: Leaves out what was taken in before.
OnlyNew = Callable[[Iterable[Sighting]], tuple[Sighting, ...]]


def tell_new(view: CaseView) -> OnlyNew:
    """Return what leaves out sightings that were recorded under a whole path: same bytes, same channel, at a path that ends as theirs.

    Receipts are read once, here.
    """
    if all("source" in entry.body for entry, _ in view.entries(kinds=(EntryKind.RECEIPT,))):
        return tuple
    return partial(_not_under_whole_paths, view)


def _not_under_whole_paths(view: CaseView, sightings: Iterable[Sighting]) -> tuple[Sighting, ...]:
    shut = [seen for seen in view.unreadable() if seen.parent is None]
    return tuple(each for each in sightings if not any(_is_that(each, earlier) for earlier in _same_bytes(view, each, shut)))


def _same_bytes(view: CaseView, sighting: Sighting, shut: Sequence[Sighting]) -> Iterable[Sighting]:
    return shut if sighting.document is None else (seen for seen, _ in view.sightings(sighting.document))


def _is_that(sighting: Sighting, earlier: Sighting) -> bool:
    whole, shown = (seen.raw_path or seen.path.encode() for seen in (earlier, sighting))
    is_on_disk = earlier.parent is None and earlier.channel == sighting.channel
    return is_on_disk and whole.startswith(b"/") and whole.endswith(b"/" + shown)
