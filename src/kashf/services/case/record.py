"""Writes this installation's chain in a case's ledger."""

from __future__ import annotations

from collections.abc import Mapping

from kashf.domain.ids import EntryId, Json
from kashf.domain.ledger import GENESIS, Entry, Kind
from kashf.ports.stores import UnitOfWork
from kashf.services.case.open import WritableCase


def record(case: WritableCase, uow: UnitOfWork, kind: Kind, body: Mapping[str, Json]) -> EntryId:
    """Append an entry to this installation's chain, inside a unit of work that is still to be committed; returns its id."""
    last = uow.tail(case.device)
    entry = Entry(
        device=case.device,
        seq=last.seq + 1 if last else 0,
        prev=last.id if last else GENESIS,
        time=case.clock.now(),
        actor=case.actor,
        kind=kind,
        body=body,
    )
    return uow.append(entry)
