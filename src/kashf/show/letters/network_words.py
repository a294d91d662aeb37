"""Who writes to whom as lines of text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from kashf.domain.letters.letter import AddresseeKind
from kashf.events.letter_network.central_offices import Centrality
from kashf.events.letter_network.letter_ties import Correspondent, LetterTie
from kashf.language.words.visible import isolate
from kashf.services.letters.letter_network import Correspondences
from kashf.show.counted import many
from kashf.show.dates.first_to_last import days_between
from kashf.show.letters.letter_lines import not_letters
from kashf.show.plain import plain

#: Why letters and addressees are in no tie, and what is no letter or was not read.
_IN_NO_TIE: Final = ("without_sender", "unsure_sender", "without_addressee", "unsure_addressees")
_LEFT_OUT: Final = ("no_letters", "unsure", "partly_read", "beyond", "waiting")


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
        "left_out": {**in_no_tie(found), **{name: getattr(found.letters, name) for name in _LEFT_OUT}},
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


def in_no_tie(found: Correspondences) -> Mapping[str, int]:
    """Return which letters and addressees are in no tie, by what they lack."""
    return {name: getattr(found.network, name) for name in _IN_NO_TIE}


def left_out_of_network(found: Correspondences) -> str:
    """Return in one line what the network leaves out."""
    told, listed = found.network, found.letters
    return (
        f"{many(len(told.ties), 'tie')} from {told.tied} of {many(told.letters, 'letter')}, without {many(found.copies, 'copy')}; "
        f"in none: {told.without_sender} without an office, {told.unsure_sender} of which it cannot be told, "
        f"{told.without_addressee} that go to nobody else who can be told, and {told.unsure_addressees} addressees that may be several; "
        f"{not_letters(listed.no_letters, listed.unsure, listed.partly_read, listed.beyond)}"
    )


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
