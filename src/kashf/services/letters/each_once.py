"""Letters of a case, each once: copies of one are one letter, and two notices of one wording that say different things are two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kashf.domain.entries.delivery import Scope
from kashf.domain.ids import DocumentId
from kashf.events.acts.near_twins import are_two_letters
from kashf.ports.views import CaseView
from kashf.services.case.copies.witnesses import witnesses
from kashf.services.case.kept_answers import kept_answer
from kashf.services.case.open import OpenCase
from kashf.services.letters.list_letters import LetterList, LetterQuery, ListedLetter, list_letters


@dataclass(frozen=True)
class LettersOnce:
    """Letters without their copies.

    Args:
        letters: One for each group of copies, in the order of the list.
        of: For every document of a letter the one that stands for it among `letters`.
    """

    letters: tuple[ListedLetter, ...]
    of: Mapping[DocumentId, DocumentId]

    @property
    def copies(self) -> int:
        """How many documents are copies of a letter that counts already."""
        return len(self.of) - len(self.letters)

    def copies_of(self, letter: DocumentId) -> tuple[DocumentId, ...]:
        """Return the copies of one of the letters, by id."""
        return self._copies.get(letter, ())

    @cached_property
    def _copies(self) -> Mapping[DocumentId, tuple[DocumentId, ...]]:
        found: dict[DocumentId, list[DocumentId]] = defaultdict(list)
        for document, letter in sorted(self.of.items()):
            if document != letter:
                found[letter].append(document)
        return {letter: tuple(copies) for letter, copies in found.items()}


def letters_once(case: OpenCase, scope: Scope) -> tuple[LetterList, LettersOnce]:
    """Return all letters of a collection with what is left out, and the same each once."""

    def make() -> tuple[LetterList, LettersOnce]:
        found = list_letters(case, LetterQuery(scope=scope), limit=None)
        return found, each_once(case.view, found.letters)

    return kept_answer(case, f"letters once {scope}", make)


def each_once(view: CaseView, letters: Sequence[ListedLetter]) -> LettersOnce:
    """Return one letter for each group of copies: one that people corrected, or else one that has its number and its day.

    Of several such it is the one that stands for the group. A near-twin of digital text that says something else is no copy of it.
    """
    whose = witnesses(view, [each.document for each in letters])
    scanned = {document for document, _ in view.scanned_pages()}
    groups: dict[DocumentId, list[ListedLetter]] = {}
    of: dict[DocumentId, DocumentId] = {}
    for each in sorted(letters, key=lambda each: (*_lacks(each), each.document != whose[each.document], each.document)):
        kept = groups.setdefault(whose[each.document], [])
        same = next((one for one in kept if {each.document, one.document} & scanned or not _differ(one, each)), each)
        of[each.document] = same.document
        if same is each:
            kept.append(each)
    return LettersOnce(tuple(each for each in letters if of[each.document] == each.document), of)


def _differ(one: ListedLetter, other: ListedLetter) -> bool:
    """Return whether two copies of one wording are two letters, by what was read: who corrects one of them makes no other paper of it."""
    return are_two_letters(one.read or one.letter, other.read or other.letter)


def _lacks(listed: ListedLetter) -> tuple[bool, int]:
    return not listed.corrections, (listed.letter.number is None) + (listed.letter.written is None)
