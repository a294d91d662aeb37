"""A sentence card: what all entries about one sentence come to, what keeps it from going out, and where it is weakest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from kashf.domain.cards.card_entries import (
    CARD_ENTRIES,
    Bearing,
    BoardCell,
    CardCheck,
    CardEntry,
    CardState,
    CardStrip,
    CardWording,
    CheckedCard,
    Explanation,
    Knows,
    PaperGenuine,
    PutEvidence,
    SettledCard,
    Weighed,
    WeighedExplanation,
)
from kashf.domain.entries.projections import in_order
from kashf.domain.ids import EntryId
from kashf.domain.ledger import Recorded


class Hindrance(StrEnum):
    """What keeps a card from being cleared."""

    NOTHING_SUPPORTS = "nothing-supports"
    OWN_EYES = "own-eyes"
    NO_PERSON = "no-person"
    CHECK_OPEN = "check-open"
    EXPLANATION_OPEN = "explanation-open"
    ANSWER_MISSING = "answer-missing"
    WORDING = "wording"


@dataclass(frozen=True, slots=True)
class Hindered:
    """One thing that keeps a card from being cleared, and of which check or explanation that is."""

    what: Hindrance
    which: CardCheck | Explanation | None = None


@dataclass(frozen=True, slots=True)
class SentenceCard:
    """A sentence with all that stands on its card.

    Args:
        id: The entry that began it.
        wordings: As it was worded, the last one last.
        evidence: What was put on it and stands, oldest first.
        explanations: What was said last of each other explanation.
        checks: Who did last what is done before it goes out.
        settled: How it was settled last; None while nobody settled it.
        changed_since: Whether anything about it was written or taken back after that.
        cells: What was put in cells of its board and stands, oldest first.
        writers: Persons who ever worded it, put evidence on it or weighed an explanation, also what was taken back since.
        genuine: How far papers on it are taken to be genuine, what stands of it, oldest first.
    """

    id: EntryId
    wordings: tuple[CardWording, ...]
    evidence: tuple[PutEvidence, ...]
    explanations: Mapping[Explanation, WeighedExplanation]
    checks: Mapping[CardCheck, CheckedCard]
    settled: SettledCard | None = None
    changed_since: bool = False
    cells: tuple[BoardCell, ...] = ()
    writers: frozenset[str] = frozenset()
    genuine: tuple[PaperGenuine, ...] = ()

    @property
    def state(self) -> CardState:
        """Where it stands: what was settled holds until anything on the card changes."""
        return CardState.OPEN if self.settled is None or self.changed_since else self.settled.state

    def weighed(self, explanation: Explanation) -> Weighed:
        """Return how far another explanation was looked into."""
        said = self.explanations.get(explanation)
        return said.weighed if said else Weighed.NOT_CHECKED

    def bearing(self, bearing: Bearing) -> tuple[PutEvidence, ...]:
        """Return what bears on the sentence in one way."""
        return tuple(each for each in self.evidence if each.bearing is bearing)

    def hindrances(self, person: str) -> tuple[Hindered, ...]:
        """Return what keeps somebody from clearing it: no support, an explanation nobody looked into, a check that nobody did.

        Args:
            person: Id of the person who is to clear it; "" for nobody of the case.
        """
        found = [] if person else [Hindered(Hindrance.NO_PERSON)]
        if not any(each.strip is not CardStrip.CONCLUDED and each.knows is not Knows.EXPERT for each in self.bearing(Bearing.SUPPORTS)):
            found.append(Hindered(Hindrance.NOTHING_SUPPORTS))
        found += [Hindered(Hindrance.EXPLANATION_OPEN, each) for each in Explanation if self.weighed(each) is Weighed.NOT_CHECKED]
        found += [Hindered(Hindrance.CHECK_OPEN, check) for check in CardCheck if check not in self.checks]
        found += [Hindered(Hindrance.ANSWER_MISSING, check) for check, told in self.checks.items() if not told.is_done]
        eyes = self.checks.get(CardCheck.SECOND_EYES)
        if eyes and (not eyes.signed.person or eyes.signed.person in self.writers):
            found.append(Hindered(Hindrance.OWN_EYES, CardCheck.SECOND_EYES))
        return tuple(found)


def cards_in(entries: Iterable[Recorded]) -> dict[EntryId, SentenceCard]:
    """Return the cards of a case by id, oldest first; one whose first wording was taken back is none.

    Raises:
        DamagedCaseError: An entry is not one that kashf writes.
    """
    known = in_order(each for each in entries if each[0].kind in CARD_ENTRIES.kinds)
    places = {id: place for place, (_, id) in enumerate(known)}
    every = tuple(CARD_ENTRIES.fold(known).values())
    begun = {each.signed.id: each for each in every if isinstance(each, CardWording) and each.card == each.signed.id}
    of: dict[EntryId, list[CardEntry]] = {id: [] for id, each in begun.items() if each.signed.undone is None}
    for each in every:
        if each.card in of:
            of[each.card].append(each)
    return {id: _card(id, told, places) for id, told in of.items()}


_Kind = TypeVar("_Kind", bound=CardEntry)
_WRITING: Final = (CardWording, PutEvidence, WeighedExplanation, BoardCell, PaperGenuine)


def _card(id: EntryId, told: Sequence[CardEntry], places: Mapping[EntryId, int]) -> SentenceCard:
    standing = [each for each in told if each.signed.undone is None]
    settled = next((each for each in reversed(standing) if isinstance(each, SettledCard)), None)
    others = [each for each in told if each is not settled]
    return SentenceCard(
        id,
        _of_kind(standing, CardWording),
        _of_kind(standing, PutEvidence),
        {each.explanation: each for each in _of_kind(standing, WeighedExplanation)},
        {each.check: each for each in _checks(told, places)},
        settled,
        settled is not None and _last_change(others, places) > places[settled.signed.id],
        _of_kind(standing, BoardCell),
        frozenset(each.signed.person for each in told if isinstance(each, _WRITING)),
        _of_kind(standing, PaperGenuine),
    )


def _checks(told: Sequence[CardEntry], places: Mapping[EntryId, int]) -> Iterator[CheckedCard]:
    """Yield the checks that still say something: what was worded otherwise has to be checked anew, and so has what changed on it since.

    Who was asked for a reply was asked about the sentence, whatever is found for it, or taken off it, later.
    """
    worded = _last_change(_of_kind(told, CardWording), places)
    changed = max(worded, _last_change([each for each in told if isinstance(each, _WRITING)], places))
    for each in _of_kind(told, CheckedCard):
        since = worded if each.check is CardCheck.REPLY else changed
        if each.signed.undone is None and places[each.signed.id] > since:
            yield each


def _last_change(told: Iterable[CardEntry], places: Mapping[EntryId, int]) -> int:
    """Return the place in the ledger at which the last of some entries was written or taken back; clocks decide nothing."""
    taken_back = (each.signed.undone.id for each in told if each.signed.undone)
    return max((places[id] for id in (*(each.signed.id for each in told), *taken_back)), default=-1)


def _of_kind(standing: Iterable[CardEntry], kind: type[_Kind]) -> tuple[_Kind, ...]:
    return tuple(each for each in standing if isinstance(each, kind))
