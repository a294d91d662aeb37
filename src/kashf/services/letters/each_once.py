"""Letters of a case, each once: copies of one are one letter, and two notices of one wording that say different things are two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kashf.domain.entries.delivery import Scope
from kashf.domain.ids import DocumentId
from kashf.events.acts.near_twins import are_two_letters
from kashf.language.words.folding import fold
from kashf.ports.views import CaseView
from kashf.services.case.copies.witnesses import witnesses
from kashf.services.case.open import OpenCase
from kashf.services.letters.kept_answers import kept_answer
from kashf.services.letters.list_letters import LetterList, LetterQuery, ListedLetter, list_letters


@dataclass(frozen=True)
class LettersOnce:
    """Letters without their copies.

    Args:
        letters: One for each group of copies, in the order of the list.
        of: For every letter, by its id, the one that stands for it among `letters`.
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
    for each in sorted(letters, key=lambda each: (_lacks(each), each.document != whose[each.document], each.id)):
        kept = groups.setdefault(whose[each.document], [])
        same = next((one for one in kept if _is_copy(one, each, scanned)), each)
        of[each.id] = same.id
        if same is each:
            kept.append(each)
    _fold_bundled(letters, of)
    return LettersOnce(tuple(each for each in letters if of[each.id] == each.id), of)


def _is_copy(one: ListedLetter, other: ListedLetter, scanned: Container[DocumentId]) -> bool:
    """Return whether letters of documents that are copies are one: of documents that hold several, those at one place among them."""
    if one.document == other.document or one.letter.part != other.letter.part:
        return False
    return one.document in scanned or other.document in scanned or not are_two_letters(one.letter, other.letter)


def _fold_bundled(letters: Sequence[ListedLetter], of: dict[DocumentId, DocumentId]) -> None:
    """Fold a letter of a document with several into another letter that has its number and day and says the same, word by word."""
    if not any(each.letter.part for each in letters):
        return
    said: dict[tuple[str, ...], list[ListedLetter]] = defaultdict(list)
    for each in letters:
        if of[each.id] == each.id and each.letter.number and each.letter.written and each.letter.acts:
            said[_words(each)].append(each)
    folded: dict[DocumentId, DocumentId] = {}
    for some in said.values():
        kept = next((each for each in some if each.letter.part is None), some[0])
        for each in some:
            if each is not kept and (each.letter.part or kept.letter.part) and each.document != kept.document:
                folded[each.id] = kept.id
    of.update({id: folded[leader] for id, leader in of.items() if leader in folded})


def _words(listed: ListedLetter) -> tuple[str, ...]:
    letter = listed.letter
    number, written = letter.number, letter.written
    heads = [*(each.text for each in letter.offices), *(each.said.text for each in letter.addressees)]
    told = [number.normal if number else "", written.date.edtf() if written else "", *heads, *(each.said.text for each in letter.acts)]
    return tuple(" ".join(fold(words).split()) for words in told)


def _lacks(listed: ListedLetter) -> tuple[bool, int]:
    return not listed.corrections, (listed.letter.number is None) + (listed.letter.written is None)
