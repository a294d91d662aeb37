"""The orders of a test, from the acts of a case by a rule: each with the days on which it may have been written, and its place."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.acts.act import Act, ActOrigin, ActWords
from kashf.domain.document import Span
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import Force
from kashf.domain.pages.masked import BLOCK
from kashf.domain.place import KnownPlace
from kashf.errors import UsageError
from kashf.services.acts.list_acts import ActList, ActQuery, list_acts
from kashf.services.case.open import OpenCase
from kashf.services.places.list_places import PlacedName, place_all

#: What a rule can ask of acts, as options and plans write it.
RULE_KEYS: Final = ("kind", "force", "office", "place", "after", "before")
#: Those of which a rule has one value.
_ONCE: Final = ("office", "place", "after", "before")
#: States of a name of a place at which it is a point of a map.
_POINTS: Final = frozenset({"point", "decided"})


@dataclass(frozen=True, slots=True)
class OrderRule:
    """Which acts are orders of a test.

    Args:
        kinds: What is done, by code; () for all.
        forces: What the paper does with it; () for all.
        office: Words of the office that writes, or of who is to act.
        place: Words of its places, or of the clause.
        after: Those of papers that may have been written on this day or later.
        before: Of papers that may have been written on this day or earlier.
    """

    kinds: tuple[str, ...] = ()
    forces: tuple[Force, ...] = ()
    office: str = ""
    place: str = ""
    after: dt.date | None = None
    before: dt.date | None = None

    @classmethod
    def of(cls, told: Mapping[str, Sequence[str]]) -> OrderRule:
        """Return the rule that pairs of a key and its values tell.

        Raises:
            UsageError: There is no such key, a value is none, or one that stands once is given twice.
        """
        if wrong := [key for key in told if key not in RULE_KEYS]:
            raise UsageError(
                f"{wrong[0][:40]!r} is nothing that a rule asks of acts; there are {', '.join(RULE_KEYS)}", code="rule-unknown-key"
            )
        if twice := [key for key in _ONCE if len(told.get(key, ())) > 1]:
            raise UsageError(f"{twice[0]} stands in a rule once", code="rule-key-twice")
        words = {key: told[key][0] for key in _ONCE if told.get(key)}
        forces = tuple(_force(each) for each in told.get("force", ()))
        days = [_day(words.get(key, ""), key) for key in ("after", "before")]
        return cls(tuple(told.get("kind", ())), forces, words.get("office", ""), words.get("place", ""), *days)

    def fits(self, act: Act) -> bool:
        """Return whether an act is one of a letter that this asks for, what `ActQuery` asks aside."""
        if self.forces and act.force not in self.forces:
            return False
        if self.after is None and self.before is None:
            return True
        return act.written.is_known and act.written.may_lie_within(self.after, self.before)


@dataclass(frozen=True, slots=True)
class FoundOrders:
    """Orders of a test, and what is none.

    Args:
        rows: The orders as rows of a table: id, date_earliest, date_latest, place, lat, lon, group.
        documents: The paper of each, by its id.
        left_out: Acts that fit the rule and are no orders, by reason.
        acts: What is not among the acts of the case.
    """

    rows: tuple[Mapping[str, str], ...]
    documents: Mapping[str, DocumentId]
    left_out: Mapping[str, int]
    acts: ActList


def planned_orders(case: OpenCase, rule: OrderRule) -> FoundOrders:
    """Return the orders that a rule finds among the acts of the letters of the leak; copies of one letter are one.

    An order lies where the clause says that it happens, else from where, else to where; else at the one place that the clause names. Its
    days are those on which the paper may have been written, if the paper itself bounds them on both sides.

    Args:
        case: Which case.
        rule: Which acts.

    Raises:
        UsageError: A kind is none that acts have.
    """
    with case.view.snapshot():
        found = list_acts(case, ActQuery(rule.kinds, rule.office, rule.place, origin=ActOrigin.CORPUS))
        named: dict[DocumentId, list[PlacedName]] = defaultdict(list)
        for each in place_all(case)[0]:
            named[each.document].append(each)
    left_out: Counter[str] = Counter()
    rows: dict[tuple[str, str, str], Mapping[str, str]] = {}
    documents: dict[str, DocumentId] = {}
    for act in sorted((act for act in found.acts if rule.fits(act)), key=lambda act: (act.document, act.nth)):
        place, why = _place_of(act, named.get(act.document, ()))
        why = _why_unsure(act) or why
        if place is None or why:
            left_out[why] += 1
            continue
        row = _row(act, place)
        key = row["group"], row["lat"], row["lon"]
        if key in rows:
            left_out["the same letter orders it for the same place again"] += 1
        else:
            rows[key] = row
            documents[row["id"]] = act.document
    return FoundOrders(tuple(rows.values()), documents, dict(sorted(left_out.items())), found)


def _row(act: Act, place: KnownPlace) -> Mapping[str, str]:
    first, last = act.written.bounds
    letter = act.document[:16]
    return {
        "id": f"{letter}.{act.nth}",
        "date_earliest": first.isoformat(),
        "date_latest": last.isoformat(),
        "place": place.name,
        "lat": repr(place.latitude),
        "lon": repr(place.longitude),
        "group": letter,
    }


def _why_unsure(act: Act) -> str:
    """Return why an act cannot be an order of a test, whatever its place; "" where it can."""
    if any(BLOCK in words.text for words in _shown(act)):
        return "sealed"
    if act.written.is_derived:
        return "dated by other papers alone"
    if act.written.earliest is None or act.written.latest is None:
        return "without a date of its own"
    return ""


def _shown(act: Act) -> Iterator[ActWords]:
    yield act.said
    yield from (each for each in (act.place, act.start, act.goal, act.office, act.author) if each)


def _place_of(act: Act, named: Iterable[PlacedName]) -> tuple[KnownPlace | None, str]:
    """Return where an act is, and why that cannot be told."""
    there = tuple(named)
    for words in (act.place, act.start, act.goal):
        if words and words.span and (said := [each for each in there if _overlap(each.there.span, words.span)]):
            return _point(said)
    clause = act.said.span
    inside = [each for each in there if clause and _overlap(each.there.span, clause)]
    return _point(inside) if inside else (None, "no place named")


def _point(said: Sequence[PlacedName]) -> tuple[KnownPlace | None, str]:
    points = {(each.place.latitude, each.place.longitude): each.place for each in said if each.place and _is_point(each)}
    if len(points) == 1 and all(map(_is_point, said)):
        return next(iter(points.values())), ""
    if len(points) > 1:
        return None, "several places named"
    return None, "an area and no place" if any(each.is_area for each in said) else "its place cannot be told"


def _is_point(each: PlacedName) -> bool:
    return each.state in _POINTS and each.place is not None and not each.is_area


def _overlap(left: Span, right: Span) -> bool:
    return left.page == right.page and left.start < right.end and right.start < left.end


def _force(text: str) -> Force:
    try:
        return Force(text)
    except ValueError:
        raise UsageError(
            f"{text[:40]!r} is nothing that a paper does with an act; there are {', '.join(Force)}", code="rule-unknown-force"
        ) from None


def _day(text: str, key: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise UsageError(f"{key} is {text[:40]!r} and no day as in 2014-10-25", code="rule-no-day") from None
