"""The chains of letters of a case and the operations that they name, with what is left out of them.

They are found anew when a letter of the case has changed: a link depends on how rare what two letters share is in the whole pile.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from types import MappingProxyType
from typing import Final

from kashf.domain.acts.first_and_last import first_of, last_of
from kashf.domain.date import FuzzyDate
from kashf.domain.entries.delivery import Collection, Scope
from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter import Letter
from kashf.errors import NotFoundError, UnknownNameError, UsageError
from kashf.events.chains.chain import Chain, ChainLink
from kashf.events.chains.join_chains import join_chains
from kashf.events.chains.letter_links import find_links
from kashf.events.chains.linked_letter import Facet, LinkedLetter, linked_letters
from kashf.events.chains.operation_names import operation_key
from kashf.events.chains.wording.body_words import PageTexts
from kashf.events.offices.office_index import OfficeIndex
from kashf.language.sounds.batches import pair_similarities
from kashf.services.case.open import OpenCase
from kashf.services.chains.kept_links import kept_links
from kashf.services.chains.letter_texts import texts_of
from kashf.services.letters.each_once import letters_once
from kashf.services.letters.kept_answers import kept_answer
from kashf.services.letters.list_letters import LetterList

#: How much of a name is heard in another one that is near it, in [0..1], and how many of these are told.
_NEAR: Final = 0.5
_FEW_NEAR: Final = 3


@dataclass(frozen=True, slots=True)
class OperationTotal:
    """An operation by its code name.

    Args:
        name: As its letters write it most often.
        chains: How many chains of letters name it; one name may be given twice.
        letters: Letters in these.
        missing: Papers that are not in the pile and are cited or expected.
        first: When the first of its dated letters was written, between two days; None where none has a date.
        last: The same of the last one; one letter of a doubtful day is the first and the last.
    """

    name: str
    chains: int
    letters: int
    missing: int
    first: FuzzyDate | None
    last: FuzzyDate | None


@dataclass(frozen=True, slots=True)
class ChainList:
    """Chains of letters of a case, and what is not in them.

    Args:
        chains: Those asked for, longest first.
        operations: All operations that letters name, by name.
        of: How many chains there are; single letters that name an operation among them.
        linked: Letters in chains of two and more.
        letters: Letters that were compared, copies folded.
        copies: Letters left out, as copies of others.
        masked: Letters of which some is sealed.
        paths: Where each document of the chains was seen first.
        no_letters: Documents with text that are no letters.
        unsure: Documents with text that was read too unsurely.
        waiting: Documents of the whole case that were not looked at yet.
        elsewhere: Letters in the other collections.
        set_aside: Documents set aside or excluded.
        partly_read: Documents with letters that were not read to their end.
        beyond: Letters that begin in them behind what is read.
    """

    chains: tuple[Chain, ...]
    operations: tuple[OperationTotal, ...]
    of: int
    linked: int
    letters: int
    copies: int
    masked: int
    paths: Mapping[DocumentId, str]
    no_letters: int
    unsure: int
    waiting: int
    elsewhere: Mapping[Collection, int]
    set_aside: int
    partly_read: int = 0
    beyond: int = 0


def list_chains(case: OpenCase, *, scope: Scope = Scope.LEAK, operation: str = "", document: DocumentId | None = None) -> ChainList:
    """Return chains of letters of a case.

    Args:
        case: Which case.
        scope: Of which collection the letters are.
        operation: Only those that name this one, however it is spelled; "" for all.
        document: Only the one that this letter is in.

    Raises:
        UsageError: The name has no word.
        UnknownNameError: No letter names the operation, or the document is in no chain.
    """
    if operation and not operation_key(operation):
        raise UsageError("the name of an operation has a word", code="operation-without-word")
    with case.view.snapshot():
        found, once = letters_once(case, scope)
        letters = [(each.id, each.letter) for each in found.letters]
        links = partial(kept_links, case, scope)
        chains = kept_answer(case, f"chains {scope}", lambda: find_chains(letters, once.of, texts_of(case, found.letters), links=links))
    return _listed(found, chains, _asked(chains, operation, document), folded=once.copies)


def find_chains(
    letters: Sequence[tuple[DocumentId, Letter]],
    leaders: Mapping[DocumentId, DocumentId],
    texts: Mapping[DocumentId, PageTexts] = MappingProxyType({}),
    *,
    links: Callable[[Sequence[LinkedLetter]], tuple[ChainLink, ...]] = find_links,
) -> tuple[Chain, ...]:
    """Return the chains among letters.

    Args:
        letters: All of a pile.
        leaders: For copies of one letter the one that stands for them all; a twin that says something else is none.
        texts: What is written on them, as far as it is shown.
        links: Finds which letter follows which.
    """
    offices = OfficeIndex.of([[each.text for each in letter.offices] for _, letter in letters if letter.offices])

    @cache
    def which(lines: tuple[str, ...]) -> frozenset[str]:
        told = offices.which(lines)
        return frozenset([told.office.id] if told.office else [each.id for each in told.may_be])

    compared = linked_letters(letters, leaders=leaders, which=lambda lines: which(tuple(lines)), texts=texts)
    return join_chains(compared, links(compared))


def _asked(chains: Sequence[Chain], operation: str, document: DocumentId | None) -> tuple[Chain, ...]:
    if operation:
        key = operation_key(operation)
        found = tuple(each for each in chains if any(key in letter.shows[Facet.OPERATION] for letter in each.letters))
        if not found and (near := ", ".join(_near(key, chains))):
            told = f"no letter names this operation: {operation}; written alike or sounding so: {near}"
            raise UnknownNameError(told, code="operation-with-near-names", name=operation, near=near)
        if not found:
            raise UnknownNameError(f"no letter names this operation: {operation}", code="no-such-operation", name=operation)
        return found
    if document:
        found = tuple(each for each in chains if document in {id.partition(".")[0] for one in each.letters for id in one.documents})
        if not found:
            raise NotFoundError("this letter is in no chain", code="in-no-chain")
        return found
    return tuple(chains)


def _near(key: str, chains: Sequence[Chain]) -> list[str]:
    """Return the few code names that are most like one, in any script, as letters write them: half of its words are heard in them."""
    written = {
        known: said.text if said else known
        for chain in chains
        for one in chain.letters
        for known, said in one.shows[Facet.OPERATION].items()
    }
    words = key.split()
    pairs = [(known, word, other) for known in sorted(written) for word in words for other in known.split()]
    heard: dict[tuple[str, str], float] = defaultdict(float)
    for (known, word, _), alike in zip(pairs, pair_similarities([pair[1] for pair in pairs], [pair[2] for pair in pairs]), strict=True):
        heard[known, word] = max(heard[known, word], float(alike))
    shares = {known: sum(heard[known, word] for word in words) / max(len(words), len(known.split())) for known in written}
    return [written[known] for known in sorted(shares, key=lambda each: (-shares[each], each)) if shares[known] >= _NEAR][:_FEW_NEAR]


def _listed(found: LetterList, chains: Sequence[Chain], asked: tuple[Chain, ...], *, folded: int) -> ChainList:
    shown = {document for chain in asked for letter in chain.letters for document in letter.documents}
    return ChainList(
        chains=asked,
        operations=tuple(_operations(chains)),
        of=len(chains),
        linked=sum(len(each.letters) for each in chains if len(each.letters) > 1),
        letters=len(found.letters) - folded,
        copies=folded,
        masked=sum(each.is_masked for each in found.letters),
        paths={each.id: each.path for each in found.letters if each.id in shown},
        no_letters=found.no_letters,
        unsure=found.unsure,
        partly_read=found.partly_read,
        beyond=found.beyond,
        waiting=found.waiting,
        elsewhere=found.elsewhere,
        set_aside=found.set_aside,
    )


def _operations(chains: Iterable[Chain]) -> list[OperationTotal]:
    named: dict[str, list[Chain]] = defaultdict(list)
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for chain in chains:
        said = [(key, each) for letter in chain.letters for key, each in letter.shows[Facet.OPERATION].items()]
        for key in sorted({key for key, _ in said}):
            named[key].append(chain)
        for key, each in said:
            written[key][each.text if each else key] += 1
    return sorted((_operation(written[key].most_common(1)[0][0], some) for key, some in named.items()), key=lambda each: each.name)


def _operation(name: str, chains: Sequence[Chain]) -> OperationTotal:
    letters = [letter for chain in chains for letter in chain.letters]
    days = [letter.written for letter in letters if letter.written]
    return OperationTotal(
        name=name,
        chains=len(chains),
        letters=len(letters),
        missing=sum(len(chain.missing) for chain in chains),
        first=first_of(days),
        last=last_of(days),
    )
