"""Who writes to whom, and about what: from the issuing office of each letter to each of its addressees."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kashf.domain.acts.first_and_last import first_of, last_of
from kashf.domain.date import FuzzyDate
from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter import Addressee, AddresseeKind, Letter
from kashf.events.offices.office_index import OfficeIndex
from kashf.events.offices.office_words import office_lines


@dataclass(frozen=True, slots=True, order=True)
class Correspondent:
    """An office, a class of people or offices, or a person that letters come from or go to.

    Args:
        kind: Which of these.
        key: One word for it, the same in a pile that stays the same.
        name: As it is most often written, its bodies from the top down.
    """

    kind: AddresseeKind
    key: str
    name: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class LetterTie:
    """The letters from one to another.

    Args:
        sender: Whose.
        receiver: To whom.
        letters: Which, in the order of the documents.
        first: When the first of the dated ones was written, between two days; None where none is dated.
        last: The same of the last one.
        undated: How many have no date of writing.
        acts: What they tell people to do and what the papers do, by code, most frequent first.
    """

    sender: Correspondent
    receiver: Correspondent
    letters: tuple[DocumentId, ...]
    first: FuzzyDate | None
    last: FuzzyDate | None
    undated: int
    acts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class LetterNetwork:
    """Who writes to whom.

    Args:
        ties: By number of letters, most first.
        letters: Letters that were looked at.
        tied: Of these, those with a sender and an addressee.
        without_sender: Letters that name no office of their own.
        unsure_sender: Letters whose office cannot be told from another of that name.
        without_addressee: Letters with a sender that name nobody they go to, or only an office that cannot be told or that of the sender.
        unsure_addressees: Addressees that may be more than one office of that name; they are no tie.
    """

    ties: tuple[LetterTie, ...]
    letters: int
    tied: int
    without_sender: int
    unsure_sender: int
    without_addressee: int
    unsure_addressees: int

    def correspondents(self) -> tuple[Correspondent, ...]:
        """Return all who write or are written to, in order of kind and key."""
        return tuple(sorted({each for tie in self.ties for each in (tie.sender, tie.receiver)}))


def letter_network(letters: Mapping[DocumentId, Letter]) -> LetterNetwork:
    """Return who writes to whom among letters without copies."""
    people = _Correspondents(letters.values())
    found: dict[tuple[Correspondent, Correspondent], list[DocumentId]] = defaultdict(list)
    counts: Counter[str] = Counter()
    for document, letter in sorted(letters.items()):
        sender = people.office(each.text for each in letter.offices) if letter.offices else None
        if sender is None:
            counts["unsure" if letter.offices else "without"] += 1
            continue
        told = [people.receiver(each) for each in letter.addressees]
        counts["unsure_addressees"] += told.count(None)
        receivers = {each for each in told if each and each != sender}
        counts["tied" if receivers else "alone"] += 1
        for receiver in receivers:
            found[sender, receiver].append(document)
    ties = sorted(
        (_tie(*ends, documents, letters) for ends, documents in found.items()),
        key=lambda each: (-len(each.letters), each.sender, each.receiver),
    )
    return LetterNetwork(
        ties=tuple(ties),
        letters=len(letters),
        tied=counts["tied"],
        without_sender=counts["without"],
        unsure_sender=counts["unsure"],
        without_addressee=counts["alone"],
        unsure_addressees=counts["unsure_addressees"],
    )


class _Correspondents:
    """Who writes and is written to in a pile; each is made once, since most letters have the same heads."""

    def __init__(self, letters: Iterable[Letter]) -> None:
        self._offices = OfficeIndex.of([each.text for each in letter.offices] for letter in letters if letter.offices)
        self._known: dict[tuple[str, ...], Correspondent | None] = {}

    def office(self, lines: Iterable[str]) -> Correspondent | None:
        """Return the office that a head or a name means; None where several offices of the pile have that name."""
        head = tuple(lines)
        if head not in self._known:
            self._known[head] = self._office(head)
        return self._known[head]

    def receiver(self, addressee: Addressee) -> Correspondent | None:
        """Return whom a letter goes to; None as of `office`."""
        text = addressee.said.text
        if addressee.kind is AddresseeKind.OFFICE:
            return self.office([text])
        return Correspondent(addressee.kind, " ".join(office_lines([text])) or text.casefold(), text)

    def _office(self, lines: Sequence[str]) -> Correspondent | None:
        office = self._offices.which(lines).office
        if office is None:
            return None
        names = self._offices.name(office)
        is_written = names[-1] != office.lines[-1]
        last = names[-1] if is_written else " ".join(lines[-1].split())
        return Correspondent(AddresseeKind.OFFICE, office.id, " > ".join((*names[:-1], last)))


def _tie(
    sender: Correspondent, receiver: Correspondent, documents: Sequence[DocumentId], letters: Mapping[DocumentId, Letter]
) -> LetterTie:
    dates = [date for document in documents if (date := _written(letters[document]))]
    acts = Counter(code for document in documents for code in _does(letters[document]))
    return LetterTie(
        sender=sender,
        receiver=receiver,
        letters=tuple(documents),
        first=first_of(dates),
        last=last_of(dates),
        undated=len(documents) - len(dates),
        acts=tuple(sorted(acts.items(), key=lambda each: (-each[1], each[0]))),
    )


def _written(letter: Letter) -> FuzzyDate | None:
    date = letter.written.date if letter.written else None
    return date if date and date.is_known else None


def _does(letter: Letter) -> Iterator[str]:
    """Yield what a letter is about by codes, each once."""
    codes = {each.kind for each in letter.acts} or ({letter.speech_act.value} if letter.speech_act else set())
    yield from codes
