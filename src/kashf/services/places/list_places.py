"""The places that papers of a case name, each name with what it may be where it stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.entries.delivery import Scope
from kashf.domain.ids import DocumentId
from kashf.domain.place import KnownPlace
from kashf.domain.places.place_choices import PlaceChoice, applying
from kashf.errors import UsageError
from kashf.events.places.candidates import Candidate
from kashf.events.places.place_lookup import Gazetteer
from kashf.events.places.resolve_places import CasePlaces, Remembered, Resolved, beside_case, resolve_places, with_office
from kashf.events.places.said_place import SaidPlace
from kashf.services.case.open import OpenCase
from kashf.services.letters.kept_answers import kept_answer
from kashf.services.places.case_gazetteer import case_gazetteer, place_choices
from kashf.services.places.named_places import NamedThere, Papers, PlacesPaper, papers_with_places

#: Papers of one office that have to tell places surely before what it usually writes about says anything.
_LEAST_USUAL: Final = 5
_MOST_USUAL: Final = 10
#: A place of fewer of its papers is none that an office is usually about.
_LEAST_SHARE: Final = 0.05
#: What may become of a name, as `PlacedName.state` says it.
_STATES: Final = ("point", "area", "decided", "cannot tell", "contested", "unknown")


@dataclass(frozen=True, slots=True)
class PlacedName:
    """A name of a place where it stands, with what it may be there.

    Args:
        document: Whose page it is.
        there: Where, and what is said.
        resolved: What it may be.
        choice: What people decided that applies to it; None for nothing.
        is_contested: Whether two people decided otherwise, so that neither is followed.
    """

    document: DocumentId
    there: NamedThere
    resolved: Resolved
    choice: PlaceChoice | None = None
    is_contested: bool = False

    @property
    def place(self) -> KnownPlace | None:
        """What is told; None for "cannot tell"."""
        if self.choice:
            return self.choice.place
        return self.resolved.chosen.place if self.resolved.chosen else None

    @property
    def radius_km(self) -> float:
        """Within how many km of the place that may have been; 0 where none is told."""
        chosen = self.resolved.chosen
        if self.choice and self.choice.place:
            return self.choice.place.radius_km
        return chosen.radius_km if chosen else 0.0

    @property
    def is_area(self) -> bool:
        """Whether what is told is no point of a map."""
        if self.choice and self.choice.place:
            return self.choice.place.is_area or self.there.said.sort.is_area
        return bool(self.resolved.chosen and self.resolved.chosen.is_area)

    @property
    def state(self) -> str:
        """What became of it: "decided", "point", "area", "cannot tell", "contested" or "unknown" for a name that no gazetteer has."""
        if self.is_contested:
            return "contested"
        if self.choice:
            return "decided" if self.choice.place else "cannot tell"
        if self.resolved.chosen:
            return "area" if self.resolved.chosen.is_area else "point"
        return "cannot tell" if self.resolved.candidates else "unknown"


@dataclass(frozen=True, slots=True)
class PlaceAnswer:
    """A name with one answer, and how often it stands with it.

    Args:
        key: The folded words of the name.
        text: As it is most often written, with the words of kind around it.
        state: As `PlacedName.state`.
        place: What is told; None for "cannot tell".
        is_area: Whether that is no point of a map.
        radius_km: The widest circle of doubt among them.
        share: The least likely of them, in [0..1]; 1 for what people decided.
        candidates: What it may be, of its first place.
        mentions: Where it stands so.
        documents: In how many documents, copies aside.
        decision: Ledger entry of the decision that applies; "" without.
    """

    key: str
    text: str
    state: str
    place: KnownPlace | None
    is_area: bool
    radius_km: float
    share: float
    candidates: tuple[Candidate, ...]
    mentions: tuple[PlacedName, ...]
    documents: int
    decision: str = ""


@dataclass(frozen=True, slots=True)
class PlaceList:
    """The places that papers name, and what is not among them.

    Args:
        rows: Those asked for, the most documents first.
        total: How many there are.
        by_state: Mentions by state.
        papers: Papers that name places, copies aside.
        left_out: What was not looked at.
        choices: What people decided and did not take back.
    """

    rows: tuple[PlaceAnswer, ...]
    total: int
    by_state: Mapping[str, int]
    papers: int
    left_out: Papers
    choices: tuple[PlaceChoice, ...]


def list_places(
    case: OpenCase, *, scope: Scope = Scope.LEAK, name: str = "", state: str = "", after: int = 0, limit: int | None = 50
) -> PlaceList:
    """Return the places that papers of a case name.

    Args:
        case: Which case.
        scope: Of which collection.
        name: A name in any spelling of its letters; "" for all.
        state: One state alone; "" for all.
        after: How many to pass over.
        limit: How many to return; None for all.

    Raises:
        UsageError: There is no such state.
    """
    if state and state not in _STATES:
        raise UsageError(f"{state} is no state of a name; there are {', '.join(_STATES)}", code="no-place-state", name=state)
    placed, left_out, choices = place_all(case, scope=scope)
    rows = answers_of(placed)
    if name:
        asked = {each.key for part in [name] for each in [_key_of(part)] if each.key}
        rows = [row for row in rows if row.key in asked]
    if state:
        rows = [row for row in rows if row.state == state]
    return PlaceList(
        rows=tuple(rows[after : None if limit is None else after + limit]),
        total=len(rows),
        by_state=dict(sorted(Counter(each.state for each in placed).items())),
        papers=len(left_out.papers),
        left_out=left_out,
        choices=choices,
    )


def place_all(case: OpenCase, *, scope: Scope = Scope.LEAK) -> tuple[tuple[PlacedName, ...], Papers, tuple[PlaceChoice, ...]]:
    """Return every name of a place in the papers of a case with what it may be, what was left out, and what people decided."""
    return kept_answer(case, f"places {scope}", lambda: _place_all(case, scope))


def _place_all(case: OpenCase, scope: Scope) -> tuple[tuple[PlacedName, ...], Papers, tuple[PlaceChoice, ...]]:
    gazetteer = case_gazetteer(case)
    found = papers_with_places(case, gazetteer, scope=scope)
    choices = place_choices(case)
    return place_papers(found, gazetteer, choices), found, choices


def answers_of(placed: Sequence[PlacedName]) -> list[PlaceAnswer]:
    """Return names with their answers, the most documents first."""
    return sorted(_rows(placed), key=lambda row: (-row.documents, -len(row.mentions), row.key, row.state, row.decision))


def place_papers(found: Papers, gazetteer: Gazetteer, choices: Sequence[PlaceChoice]) -> tuple[PlacedName, ...]:
    """Return every name of a place in some papers with what it may be: by the paper, by its office, and by what people decided."""
    remembered: Remembered = {}
    first = [resolve_places([each.said for each in paper.places], gazetteer, remembered=remembered) for paper in found.papers]
    usual = _usual(zip(found.papers, first, strict=True))
    pairs = zip(found.papers, first, strict=True)
    second = [[with_office(each, usual.get(paper.office, ())) for each in resolved] for paper, resolved in pairs]
    of_case = CasePlaces(each for resolved in second for each in resolved)
    placed: list[PlacedName] = []
    for paper, resolved in zip(found.papers, second, strict=True):
        placed += _decided(paper, [beside_case(each, of_case) for each in resolved], choices)
    return tuple(placed)


def _usual(papers: Iterable[tuple[PlacesPaper, Sequence[Resolved]]]) -> Mapping[str, Sequence[tuple[KnownPlace, float]]]:
    """Return where the papers of each office are about, as shares of the papers that tell places surely."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    known: dict[str, KnownPlace] = {}
    papers_of: Counter[str] = Counter()
    for paper, resolved in papers:
        places = {each.chosen.place.id: each.chosen.place for each in resolved if each.chosen and not each.chosen.is_area}
        if paper.office and places:
            papers_of[paper.office] += 1
            counted[paper.office].update(places.keys())
            known |= places
    return {
        office: usual
        for office, places in counted.items()
        if papers_of[office] >= _LEAST_USUAL
        and (
            usual := tuple(
                (known[id], count / papers_of[office])
                for id, count in places.most_common(_MOST_USUAL)
                if count >= _LEAST_SHARE * papers_of[office]
            )
        )
    }


def _decided(paper: PlacesPaper, resolved: Sequence[Resolved], choices: Sequence[PlaceChoice]) -> Iterator[PlacedName]:
    keys = frozenset(each.said.key for each in paper.places)
    for there, found in zip(paper.places, resolved, strict=True):
        applied = applying(choices, there.said.key, document=paper.document, beside=keys) if choices else ()
        is_contested = len({choice.place.id if choice.place else "" for choice in applied}) > 1
        yield PlacedName(paper.document, there, found, applied[-1] if applied and not is_contested else None, is_contested)


def _rows(placed: Sequence[PlacedName]) -> Iterator[PlaceAnswer]:
    groups: dict[tuple[str, ...], list[PlacedName]] = {}
    for each in placed:
        told = each.place.id if each.place else ""
        decision = each.choice.id if each.choice else ""
        groups.setdefault((each.there.said.key, each.state, told, str(each.is_area), decision), []).append(each)
    for (key, state, _, _, decision), some in groups.items():
        first = some[0]
        texts = Counter(each.there.said.text for each in some)
        yield PlaceAnswer(
            key=key,
            text=min(texts, key=lambda text: (-texts[text], text)),
            state=state,
            place=first.place,
            is_area=first.is_area,
            radius_km=max(each.radius_km for each in some),
            share=1.0 if decision else min((each.resolved.chosen.share for each in some if each.resolved.chosen), default=0.0),
            candidates=first.resolved.candidates,
            mentions=tuple(some),
            documents=len({each.document for each in some}),
            decision=decision,
        )


def _key_of(name: str) -> SaidPlace:
    from kashf.events.places.said_place import said_place

    return said_place(name)
