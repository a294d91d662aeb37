"""Passwords that opened documents: notes that runs read and that can be taken out; the ledger says which documents one opened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kashf.domain.ids import DocumentId, Json
from kashf.domain.ledger import EntryKind
from kashf.ports.stores import UnitOfWork
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.record import record


def kept_passwords(case: OpenCase) -> Mapping[DocumentId, tuple[str, ...]]:
    """Return the passwords that opened documents, by document, as far as their notes are here.

    Raises:
        BrokenCustodyError: A note is not what was sealed.
    """
    found: dict[DocumentId, dict[str, None]] = defaultdict(dict)
    for entry, _ in case.view.entries(kinds=(EntryKind.OPENED,)):
        documents, note = entry.body.get("documents"), case.sealed.note(str(entry.body.get("sealed")))
        if note is None or not isinstance(documents, list):
            continue
        for document in documents:
            found[DocumentId(str(document))].setdefault(str(note["password"]))
    return {document: tuple(passwords) for document, passwords in found.items()}


def keep_passwords(case: WritableCase, uow: UnitOfWork, opened: Iterable[tuple[DocumentId, str]]) -> None:
    """Seal passwords that opened documents, and enter which documents each opened; nothing for what was kept before.

    Args:
        case: Which case.
        uow: Committed by the caller.
        opened: Documents with what opened them.
    """
    opened = tuple(opened)
    if not opened:
        return
    known = kept_passwords(case.reading)
    fresh: dict[str, set[DocumentId]] = defaultdict(set)
    for document, password in opened:
        if password not in known.get(document, ()):
            fresh[password].add(document)
    for password, documents in fresh.items():
        named: list[Json] = [*sorted(documents)]
        record(case, uow, EntryKind.OPENED, {"documents": named, "sealed": case.reading.sealed.keep_password({"password": password})})
