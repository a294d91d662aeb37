"""Writes this installation's chains in a case's ledger."""

from __future__ import annotations

from collections.abc import Mapping

from kashf.domain.entries.persons import SIGNED_BY
from kashf.domain.ids import EntryId, Json
from kashf.domain.ledger import GENESIS, Entry, EntryKind, chain_for
from kashf.ports.stores import UnitOfWork
from kashf.services.case.open import WritableCase


def record(case: WritableCase, uow: UnitOfWork, kind: EntryKind, body: Mapping[str, Json]) -> EntryId:
    """Append an entry as `record_entry` does, and return its id."""
    return record_entry(case, uow, kind, body).id


def record_entry(case: WritableCase, uow: UnitOfWork, kind: EntryKind, body: Mapping[str, Json]) -> Entry:
    """Append an entry to this installation's chain of custody or of work, inside a unit of work that is still to be committed."""
    chain = chain_for(case.device, kind)
    last = uow.tail(chain)
    entry = Entry(
        chain=chain,
        seq=last.seq + 1 if last else 0,
        prev=last.id if last else GENESIS,
        time=case.clock.now(),
        actor=case.actor,
        kind=kind,
        body={**body, SIGNED_BY: case.person} if case.person else body,
    )
    uow.append(entry)
    return entry
