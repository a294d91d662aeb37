"""Who works on a case: its persons, and how somebody becomes one."""

from __future__ import annotations

from dataclasses import replace

from kashf.domain.entries.persons import PERSONS, Person, find_person, persons_of
from kashf.domain.ledger import EntryKind
from kashf.ports.runtime import Signer
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.record import record
from kashf.services.ledger.signing.installations import check_let_in


def persons(case: OpenCase) -> tuple[Person, ...]:
    """Return the persons of a case in the order in which they were introduced."""
    return persons_of(case.view.entries(kinds=sorted(PERSONS.kinds)))


def person_called(case: OpenCase, name: str) -> str:
    """Return the id of the person of a case who is called so, or "" when nobody is."""
    found = find_person(persons(case), name)
    return found.id if found else ""


def introduce(case: WritableCase, name: str) -> Person:
    """Make whoever is at work a person of the case, with their key, and return them; who is one already is introduced no second time.

    Raises:
        NotAllowedError: Nobody let this installation in; nothing was written down.
    """
    with case.store.unit() as uow:
        if known := find_person(persons(case.reading), name):
            return known
        check_let_in(case)
        key = case.person_signer.key if case.person_signer else ""
        person = Person(record(case, uow, EntryKind.PERSON, {"name": name, **({"key": key} if key else {})}), name, key)
        uow.commit()
    return person


def give_key(case: WritableCase, person: Person, signer: Signer) -> None:
    """Write down with which key a person signs whom an earlier kashf introduced; nothing where they have one.

    Raises:
        NotAllowedError: Nobody let this installation in; nothing was written down.
    """
    with case.store.unit() as uow:
        if next(each for each in persons(case.reading) if each.id == person.id).key:
            return
        check_let_in(case)
        record(replace(case, person_signer=signer), uow, EntryKind.PERSON_KEY, {"of": person.id, "key": signer.key})
        uow.commit()
