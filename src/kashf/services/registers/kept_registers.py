"""The registers of a case, rebuilt once for as long as its letters, their copies and what is sealed in them stay the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kashf.domain.entries.delivery import Scope
from kashf.domain.ids import DocumentId
from kashf.events.registers.rebuild import Registers, rebuild
from kashf.events.registers.register_letters import RegisterLetter
from kashf.services.case.collections import narrow
from kashf.services.case.open import OpenCase
from kashf.services.letters.each_once import letters_once
from kashf.services.letters.kept_answers import kept_answer
from kashf.services.letters.list_letters import LetterList, partly_read
from kashf.services.registers.list_logged import LoggedBooks, list_logged
from kashf.services.registers.numbers_in_text import looked_up


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


def kept_registers(case: OpenCase, *, scope: Scope = Scope.LEAK) -> KeptRegisters:
    """Return the registers of a case; made anew when anything of the case was written since."""
    return kept_answer(case, f"registers {scope}", lambda: _made(case, scope))


def _made(case: OpenCase, scope: Scope) -> KeptRegisters:
    letters, once = letters_once(case, scope)
    leaders = case.view.copy_leaders([each.document for each in letters.letters])
    one_each = [RegisterLetter.of(each.id, each.letter, once.copies_of(each.id)) for each in once.letters]
    letter_of = {id: each.id for each in one_each for id in (each.id, *each.copies)}
    books = list_logged(case, narrow(case, scope).case.view)
    registers = rebuild(one_each, [RegisterLetter.of_book(*each) for each in books.rows.items()])
    cut = partly_read(letters.letters)
    registers = replace(registers, series=tuple(looked_up(case, narrow(case, scope).case.view, registers.series, letters.letters, cut)))
    return KeptRegisters(letters, leaders, registers, letter_of, books)
