"""Who passed files on: code names in the ledger, and sealed notes apart from it that can be taken out."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.entries.delivery import Source, sources
from kashf.domain.entries.persons import as_called
from kashf.domain.ids import EntryId, Json
from kashf.domain.ledger import EntryKind
from kashf.errors import NotFoundError, UsageError
from kashf.language.person_names.real_names import is_code_name, tells_who
from kashf.ports.stores import UnitOfWork
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.record import record
from kashf.services.ledger.vault.keep_note import keep_note

#: Of invented code names.
_INVENTED: Final = (
    *("anchor", "basalt", "bellows", "cobalt", "fathom", "flint", "gannet", "granite", "hazelnut", "kestrel", "lantern", "marble"),
    *("pebble", "plover", "quartz"),
)


@dataclass(frozen=True, slots=True)
class SourceShown:
    """A source with what is sealed about it, as far as it is here.

    Args:
        source: The source.
        receipts: Ids of the receipts of what it passed on.
        notes: The sealed notes that are here, those of its deliveries after those about itself.
        away: How many are not here.
    """

    source: Source
    receipts: tuple[EntryId, ...]
    notes: tuple[Mapping[str, Json], ...]
    away: int


def list_sources(case: OpenCase) -> tuple[Source, ...]:
    """Return the sources of a case by code name; of a kashf before sources, the channels that its receipts name."""
    return sources(case.view.entries(kinds=(EntryKind.SOURCE, EntryKind.RECEIPT)))


def find_source(known: Sequence[Source], name: str) -> Source | None:
    """Return the source of a code name: the one written exactly so, else the first that `as_called` does not tell from it, or None."""
    exact = (each for each in known if each.code_name == name)
    alike = (each for each in known if as_called(each.code_name) == as_called(name))
    return next(exact, None) or next(alike, None)


def show_source(case: OpenCase, code_name: str) -> SourceShown:
    """Return one source with its sealed notes.

    Raises:
        NotFoundError: There is none of that code name.
        BrokenCustodyError: A sealed note is not what was sealed.
    """
    found = find_source(list_sources(case), code_name)
    if found is None:
        raise NotFoundError("no source of that code name is in this case; `kashf source CASE list` lists them")
    receipts = [(entry, id) for entry, id in case.view.entries(kinds=(EntryKind.RECEIPT,)) if entry.body.get("channel") == found.code_name]
    sealed = [*found.sealed, *(str(entry.body["sealed"]) for entry, _ in receipts if entry.body.get("sealed"))]
    notes = [case.sealed.note(commitment) for commitment in sealed]
    here = tuple(note for note in notes if note is not None)
    return SourceShown(found, tuple(id for _, id in receipts), here, len(notes) - len(here))


def add_source(case: WritableCase, code_name: str, *, sealed: str = "") -> Source:
    """Enter a source, or a further sealed note about one that is known; nothing when it is known and there is no note.

    Args:
        case: Which case.
        code_name: What the case is to call it.
        sealed: What could name it; only a commitment to it enters the ledger.

    Raises:
        UsageError: The source is new, and its name may tell who it is.
    """
    with case.store.unit() as uow:
        entered = enter_source(case, uow, code_name, sealed=sealed)
        uow.commit()
    return entered


def enter_source(case: WritableCase, uow: UnitOfWork, code_name: str, *, sealed: str = "") -> Source:
    """Return the source of a code name as `add_source` does, inside a unit of work that is still to be committed."""
    entered = sources(case.reading.view.entries(kinds=(EntryKind.SOURCE,)))  # not the receipts, of which there may be thousands
    known = next((each for each in entered if each.code_name == code_name), Source("", code_name))
    if known.id and not sealed:
        return known
    if not known.id:
        taken_code_name(list_sources(case.reading), code_name)
    kept: Mapping[str, Json] = keep_note(case, uow, {"about": sealed}) if sealed else {"sealed": None}
    id = known.id or secrets.token_hex(16)
    record(case, uow, EntryKind.SOURCE, {"source": id, "code_name": code_name, **kept})
    return Source(id, code_name, (*known.sealed, *((str(kept["sealed"]),) if sealed else ())))


def taken_code_name(known: Sequence[Source], name: str) -> str:
    """Return the code name by which a case knows, or is to know, a source.

    Raises:
        UsageError: It is new, and may tell who somebody is: nothing takes it all the same, as nothing takes it out again.
    """
    if source := find_source(known, name):
        return source.code_name
    name = " ".join(name.split())
    if is_code_name(name):
        return name
    free = invent_code_name([source.code_name for source in known])
    told = f"looks like {found}" if (found := tells_who(name)) else "may be a name, or tell whose it is"
    raise UsageError(
        f"what was given as code name {told}, and what the ledger holds can never be taken out; nothing was written down. "
        f"{free} tells nothing; `kashf source CASE add {free} --sealed-note FILE` keeps in the vault who that is",
        code="tells-who",
        free=free,
    )


def invent_code_name(taken: Iterable[str]) -> str:
    """Return a code name at random that nobody has and that says nothing of anybody."""
    known = {*taken}
    free = [name for number in range(2, 100) for word in _INVENTED if (name := f"{word}-{number}") not in known]
    return secrets.choice(free)
