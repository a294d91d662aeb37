"""Writes this installation's chains in a case's ledger."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kashf.domain.entries.device_keys import EntrySignature, key_body, signed_message, unsigned_so_far
from kashf.domain.entries.persons import SIGNED_BY
from kashf.domain.ids import EntryId, Json
from kashf.domain.ledger import GENESIS, Entry, EntryKind, chain_for
from kashf.errors import UsageError
from kashf.ports.runtime import Signer
from kashf.ports.stores import UnitOfWork
from kashf.services.case.open import WritableCase

#: Code points of a reason that are kept.
_LONGEST_WHY: Final = 2000


def record(case: WritableCase, uow: UnitOfWork, kind: EntryKind, body: Mapping[str, Json]) -> EntryId:
    """Append an entry as `record_entry` does, and return its id."""
    return record_entry(case, uow, kind, body).id


def record_entry(case: WritableCase, uow: UnitOfWork, kind: EntryKind, body: Mapping[str, Json]) -> Entry:
    """Append an entry to this installation's chain of custody or of work, inside a unit of work that is still to be committed.

    It is signed with the key of the installation, which is entered before its first signature, and with that of the person.
    """
    if case.signer and not uow.has_signed(case.signer.key):
        before = unsigned_so_far(case.reading.view.entries(), case.device)
        _write(case, uow, EntryKind.DEVICE_KEY, key_body(case.device, case.signer.key, before))
    return _write(case, uow, kind, {**body, SIGNED_BY: case.person} if case.person else body)


def _write(case: WritableCase, uow: UnitOfWork, kind: EntryKind, body: Mapping[str, Json]) -> Entry:
    chain = chain_for(case.device, kind)
    last = uow.tail(chain)
    entry = Entry(
        chain=chain,
        seq=last.seq + 1 if last else 0,
        prev=last.id if last else GENESIS,
        time=case.clock.now(),
        actor=case.actor,
        kind=kind,
        body=body,
    )
    uow.append(entry)
    by_person = SIGNED_BY in body or kind in {EntryKind.PERSON, EntryKind.PERSON_KEY}
    signers = [case.signer, case.person_signer if by_person else None]
    sign_entry(uow, entry.id, *(signer for signer in signers if signer))
    return entry


def sign_entry(uow: UnitOfWork, entry: EntryId, *signers: Signer) -> None:
    """Sign an entry, inside the unit of work that writes it."""
    for signer in signers:
        uow.sign(EntrySignature(entry, signer.key, signer.sign(signed_message(entry))))


def checked_why(why: str) -> str:
    """Return a reason that is not too long to be kept.

    Raises:
        UsageError: It has more than 2,000 code points.
    """
    if len(why) > _LONGEST_WHY:
        raise UsageError(
            f"the reason has {len(why)} characters; up to {_LONGEST_WHY} are kept",
            code="reason-too-long",
            length=len(why),
            most=_LONGEST_WHY,
        )
    return why
