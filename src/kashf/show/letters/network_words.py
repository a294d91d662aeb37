"""Who writes to whom as lines of text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kashf.domain.letters.letter import AddresseeKind
from kashf.events.letter_network.central_offices import Centrality
from kashf.events.letter_network.letter_ties import Correspondent, LetterTie
from kashf.language.words.visible import isolate
from kashf.services.letters.letter_network import Correspondences
from kashf.show.counted import many
from kashf.show.dates.first_to_last import days_between
from kashf.show.plain import plain


def letter_network_answer(found: Correspondences, ties: Sequence[LetterTie]) -> dict[str, Any]:
    """Return who writes to whom as JSON values: the ties that are asked for, and what was left out."""
    told = found.network
    return {
        "about": _end(found.about) if found.about else None,
        "ties": [tie_answer(tie) for tie in ties],
        "all_ties": len(told.ties),
        "offices": [{**_end(office), **plain(place)} for office, place in found.central.items()],
        "letters": told.letters,
        "tied": told.tied,
        "copies": found.copies,
        "left_out": left_out_of_network(found),
        "elsewhere": plain(found.elsewhere),
    }


def tie_answer(tie: LetterTie) -> dict[str, Any]:
    """Return one tie as JSON values."""
    return {
        "from": _end(tie.sender),
        "to": _end(tie.receiver),
        "letters": len(tie.letters),
        "first": plain(tie.first),
        "last": plain(tie.last),
        "undated": tie.undated,
        "about": dict(tie.acts),
        "documents": list(tie.letters),
    }


def left_out_of_network(found: Correspondences) -> Mapping[str, int]:
    """Return what is in no tie, by what it lacks."""
    told, listed = found.network, found.letters
    return {
        "without_sender": told.without_sender,
        "unsure_sender": told.unsure_sender,
        "without_addressee": told.without_addressee,
        "unsure_addressees": told.unsure_addressees,
        "no_letters": listed.no_letters,
        "unsure": listed.unsure,
        "waiting": listed.waiting,
    }


def tie_lines(ties: Sequence[LetterTie]) -> Iterator[str]:
    """Yield a line for each tie."""
    for tie in ties:
        days = days_between(tie.first, tie.last) or "no dates"
        about = ", ".join(f"{code} {count}" for code, count in tie.acts[:4])
        undated = f"; {tie.undated} undated" if tie.undated else ""
        yield f"{len(tie.letters):6}  {_named(tie.sender)} -> {_named(tie.receiver)}  {days}{undated}; {about}"


def office_lines_of(central: Mapping[Correspondent, Centrality], limit: int) -> Iterator[str]:
    """Yield a line for each of the offices with most partners."""
    for office, place in [*central.items()][:limit]:
        low, high = place.partners_between
        yield (
            f"{_named(office)}: {many(place.partners, 'partner')} ({low} to {high} in piles drawn anew), "
            f"{many(place.written, 'letter')} from it, {place.received} to it"
        )


def _named(end: Correspondent) -> str:
    return isolate(end.name) + ("" if end.kind is AddresseeKind.OFFICE else f" ({end.kind.value})")


def _end(end: Correspondent) -> dict[str, str]:
    return {"name": end.name, "key": end.key, "kind": end.kind.value}
