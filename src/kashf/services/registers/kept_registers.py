"""The registers of a case, rebuilt once for as long as its letters, their copies and what is sealed in them stay the same."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kashf.domain.entries.delivery import Scope
from kashf.domain.ids import DocumentId
from kashf.events.registers.rebuild import Registers, rebuild
from kashf.events.registers.register_letters import RegisterLetter
from kashf.ports.stages import LETTERS, LOGGED
from kashf.services.case.collections import narrow
from kashf.services.case.open import OpenCase
from kashf.services.letters.corrections.corrected_letters import corrections_by_document
from kashf.services.letters.each_once import each_once
from kashf.services.letters.list_letters import LetterList, LetterQuery, list_letters
from kashf.services.registers.list_logged import LoggedBooks, list_logged

#: Cases and collections whose registers stay in memory.
_MOST_KEPT: Final = 2


@dataclass(frozen=True, slots=True)
class KeptRegisters:
    """Registers with what they were made of.

    Args:
        letters: All letters of the collection.
        leaders: For each that is a copy, the document that stands for all.
        registers: Of all offices.
        letter_of: For each document the one by which registers name its letter.
        books: Registers that somebody kept, as they lie in the pile.
    """

    letters: LetterList
    leaders: Mapping[DocumentId, DocumentId]
    registers: Registers
    letter_of: Mapping[str, str]
    books: LoggedBooks


_kept: Final[OrderedDict[str, KeptRegisters]] = OrderedDict()
_lock: Final = threading.Lock()


def kept_registers(case: OpenCase, *, scope: Scope = Scope.LEAK) -> KeptRegisters:
    """Return the registers of a case; made anew when anything that they are made of is another."""
    with case.view.snapshot():
        key = _key(case, scope)
        with _lock:
            if key in _kept:
                _kept.move_to_end(key)
                return _kept[key]
        found = _made(case, scope)
    with _lock:
        _kept[key] = found
        while len(_kept) > _MOST_KEPT:
            _kept.popitem(last=False)
    return found


def _made(case: OpenCase, scope: Scope) -> KeptRegisters:
    letters = list_letters(case, LetterQuery(scope=scope), limit=None)
    leaders = case.view.copy_leaders([each.document for each in letters.letters])
    once = each_once(case.view, letters.letters)
    one_each = [RegisterLetter.of(each.document, each.letter, once.copies_of(each.document)) for each in once.letters]
    letter_of = {id: each.id for each in one_each for id in (each.id, *each.copies)}
    books = list_logged(case, narrow(case, scope).case.view)
    return KeptRegisters(
        letters, leaders, rebuild(one_each, [RegisterLetter.of_book(*each) for each in books.rows.items()]), letter_of, books
    )


def _key(case: OpenCase, scope: Scope) -> str:
    """Return what differs when anything does that the registers or the counts beside them are made of."""
    view = narrow(case, scope).case.view
    rows = [row for stage in (LETTERS, LOGGED) for row in view.stage_rows(stage)]
    documents = [id for id, _ in rows]
    digest = hashlib.sha256(f"{case.path}|{scope.value}|{case.view.totals()}".encode())
    for id, row in rows:
        digest.update(f"{id}{row[0]}\n".encode())
    told = corrections_by_document(case.view)
    digest.update(repr(sorted(each.signed.id for some in told.values() for each in some)).encode())
    digest.update(repr(sorted(case.view.copy_leaders(documents).items())).encode())
    digest.update(repr(sorted(case.shown.sealed_in(documents).items())).encode())
    return digest.hexdigest()
