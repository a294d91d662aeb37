"""Decide which names are one: decisions, taking them back, and what became of a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kashf.domain.decisions import Conflict, Decision, decisions_of, disputes, in_force
from kashf.domain.entity import RESOLVED, Judgement, MentionType, NameKey, Verdict
from kashf.domain.ids import EntryId
from kashf.domain.ledger import EntryKind
from kashf.domain.pages.quote import Quote
from kashf.entities.resolving.constraints import reconcile
from kashf.entities.tagging.keys import keys_asked
from kashf.errors import NotAllowedError, NotFoundError, UsageError
from kashf.ports.stores import UnitOfWork
from kashf.ports.views import CaseView
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.case.quotes import quote_places
from kashf.services.ledger.record import checked_why, record, record_entry
from kashf.services.ledger.stored_decisions import store_decisions
from kashf.services.names.regroup import regrouped


@dataclass(frozen=True, slots=True)
class DecisionOutcome:
    """What a decision, or taking one back, has changed.

    Args:
        entry: Its ledger entry.
        moved: Names that belong to another entity than before.
        conflicts: Decisions that contradict each other now; each is a "same" that is not followed.
    """

    entry: EntryId
    moved: tuple[NameKey, ...]
    conflicts: tuple[Conflict, ...]


def examples(case: OpenCase, type: MentionType, key: NameKey, *, limit: int | None = 1) -> tuple[Quote, ...]:
    """Return places where a name stands, by document and place; all of them where `limit` is None."""
    places = quote_places(case, [each.span for each in case.view.mentions_of(type, [key])[:limit]])
    return tuple(place.quote for place in places)


def conflicts(case: OpenCase) -> tuple[Conflict, ...]:
    """Return the decisions that contradict each other: every "same" that is not followed, with what speaks against it.

    First those about which two people say the opposite, which are followed on neither side, also about single places.
    """
    decisions = case.view.judgement_history()
    return tuple(found for type in sorted(RESOLVED) for found in _conflicts(decisions, type))


def judge(case: WritableCase, left: NameKey, right: NameKey, verdict: Verdict, *, type: MentionType, why: str = "") -> DecisionOutcome:
    """Record what a person decided about two names; entities follow at once, and nothing is overwritten.

    Args:
        case: Which case.
        left: A name.
        right: Another.
        verdict: Same, different or unsure.
        type: What both name.
        why: In the person's own words, up to 2,000 code points.

    Raises:
        UsageError: The two are one name, or `why` is too long.
        NotFoundError: One of them stands nowhere in the case.
    """
    if left == right:
        raise UsageError("the two are one name already: they differ only in how they are written", code="same-name")
    if verdict is Verdict.NOT_A_NAME:
        raise UsageError("that is said of a term and not of two names", code="of-a-term")
    view = case.reading.view
    check_known(view, type, [left, right])
    judgement = Judgement(type, left, right, verdict, checked_why(why), case.actor, case.clock.now(), EntryId(""))
    with case.store.unit() as uow:
        entry = record_entry(case, uow, EntryKind.JUDGED, judgement.body())
        after = [*view.judgement_history(), *decisions_of([(entry, entry.id)])]
        moved = _regroup(uow, view, type, in_force(after), (left, right))
        uow.commit()
    return DecisionOutcome(entry.id, moved, _conflicts(after, type))


def undo(case: WritableCase, entry: str) -> DecisionOutcome:
    """Take a decision back, by the beginning of its ledger entry; what stood before it stands again.

    Raises:
        NotFoundError: No decision that stands begins like that, or more than one.
        NotAllowedError: Another person of the case signed it.
    """
    view = case.reading.view
    with case.store.unit() as uow:
        found = _undoable(view.judgement_history(), entry)
        judgement = found[0].judgement
        if not found[0].may_be_undone_by(case.person):
            raise NotAllowedError(
                f"only {judgement.who} can take that back; decide otherwise instead, and both are listed as a conflict",
                code="others-decision",
                who=judgement.who,
            )
        undone = record(case, uow, EntryKind.UNDONE, {"entry": judgement.id})
        uow.commit()
    names = {name for each in found for name in (each.judgement.left, each.judgement.right) if isinstance(name, str)}
    return outcome_of(case, undone, judgement.type, names)


def outcome_of(case: WritableCase, entry: EntryId, type: MentionType, names: Iterable[NameKey]) -> DecisionOutcome:
    """Bring entities to what people decided once an entry about some names is written, and return what that has changed."""
    moved = {key for kind, key in store_decisions(case) if kind is type}
    view = case.reading.view
    history = view.judgement_history()
    with case.store.unit() as uow:
        others = _regroup(uow, view, type, in_force(history), sorted({*moved, *names}))
        uow.commit()
    return DecisionOutcome(entry, tuple(sorted({*moved, *others})), _conflicts(history, type))


def check_known(view: CaseView, type: MentionType, names: Sequence[NameKey]) -> None:
    """Pass over names that stand in the case.

    Raises:
        NotFoundError: One does not.
    """
    known = {total.key for total in view.names_with(type, names)}
    for name in names:
        if name not in known:
            raise NotFoundError(f"nothing of type {type.value} has that name in this case: {name}", code="no-such-name", name=name)


def _undoable(history: Sequence[Decision], entry: str) -> list[Decision]:
    """Return what the one entry decided that begins like this and stands."""
    named = [each for each in history if entry and each.judgement.id.startswith(entry)]
    found = [each for each in named if each.undone is None]
    entries = {each.judgement.id for each in found}
    if len(entries) == 1:
        return found
    if named and not found and (undone := named[0].undone):
        raise NotFoundError(
            f"that was taken back already, by {undone.who} on {undone.when:%Y-%m-%d}", code="undone-already", who=undone.who
        )
    raise NotFoundError(
        f"ambiguous: {len(entries)} active decisions start with that" if entries else "no active decision starts with that",
        code="ambiguous-decision",
        count=len(entries),
        entry=entry,
    )


def history(case: OpenCase, name: NameKey | None = None) -> tuple[Decision, ...]:
    """Return every decision, or those on one name, also where they are on places, oldest first, the undone with who took them back."""
    every = case.view.judgement_history()
    return tuple(each for each in every if name is None or name in {each.judgement.left, each.judgement.right})


def history_of(case: OpenCase, name: str, types: Iterable[MentionType] = RESOLVED) -> tuple[Decision, ...]:
    """Return what `history` does of a name as a person types it, also of one that people said is none.

    Raises:
        NotFoundError: It stands nowhere in the case, and nothing was decided on it.
    """
    kinds = tuple(types)
    try:
        return history(case, find_key(case, name, kinds)[1])
    except NotFoundError:
        keys = {key for type in kinds for key in keys_asked(name, type)}
        found = tuple(each for each in history(case) if each.judgement.right in keys)
        if not found:
            raise
        return found


def by_entry(decisions: Iterable[Decision]) -> list[tuple[Decision, int]]:
    """Return the first of what each entry decided, with how many more it decided, latest entry first.

    Of places that were given from one name to another, that they name the one is told; that they do not name the other goes with it.
    """
    found: dict[EntryId, list[Decision]] = {}
    for each in decisions:
        found.setdefault(each.judgement.id, []).append(each)
    told = [[each for each in some if each.judgement.reassigned] or some for some in found.values()]
    return [(some[0], len(some) - 1) for some in reversed(told)]


def find_key(case: OpenCase, name: str, types: Iterable[MentionType] = RESOLVED) -> tuple[MentionType, NameKey]:
    """Return what a name as a person types it is called in the case, and what it names: the type in which it is most frequent.

    A key of the case is itself, and what a person calls somebody stands before a name with a title.

    Raises:
        NotFoundError: It stands nowhere in the case.
    """
    kinds = tuple(types)
    for keys in zip(*(keys_asked(name, type) for type in kinds), strict=True):
        found = [total for type, key in zip(kinds, keys, strict=True) for total in case.view.names_with(type, [key])]
        if found:
            best = min(found, key=lambda total: (-total.mentions, total.type))
            return best.type, best.key
    raise NotFoundError(f"no person, group or place of that name in this case: {name}", code="no-such-name", name=name)


def _conflicts(decisions: Iterable[Decision], type: MentionType) -> tuple[Conflict, ...]:
    mine = [each for each in decisions if each.judgement.type is type]
    return (*disputes(mine), *reconcile(in_force(mine)).conflicts)


def _regroup(
    uow: UnitOfWork,
    view: CaseView,
    type: MentionType,
    judgements: Sequence[Judgement],
    touched: Sequence[NameKey],
) -> tuple[NameKey, ...]:
    """Store the entities that a decision has changed, and return the names that belong to another than before."""
    members = regrouped(view, type, judgements, touched)
    before = {member.key: member.leader for member in view.memberships(type, [member.key for member in members])}
    uow.put_members(type, members)
    return tuple(member.key for member in members if before.get(member.key, member.key) != member.leader)
