"""Writes down which place people say that a name means, signed, and takes it back; what is told follows at once."""

from __future__ import annotations

from kashf.domain.entries.delivery import Scope
from kashf.domain.ledger import EntryKind
from kashf.domain.place import KnownPlace
from kashf.domain.places.place_choices import PlaceChoice, body_of_choice, choices_of
from kashf.errors import NotAllowedError, NotFoundError, UnknownNameError, UsageError
from kashf.events.places.said_place import said_place
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.record import checked_why, record_entry
from kashf.services.places.case_gazetteer import case_gazetteer, place_choices
from kashf.services.places.list_places import PlacedName, place_all
from kashf.services.places.own_places import added_places, take_places_back

#: Says that a name cannot be told from what is known.
NOBODY_CAN_TELL = "unknown"


def choose_place(
    case: WritableCase, name: str, chosen: str, *, document: str = "", is_everywhere: bool = False, why: str = ""
) -> PlaceChoice:
    """Write down what a name means: in a paper and in those that name one of the places beside it there, or everywhere.

    Args:
        case: Which case.
        name: As it is written, with or without words of kind.
        chosen: Id of a candidate, a beginning of it that is one's alone, or "unknown" where nobody can tell.
        document: Id of the paper; "" for the first that names it.
        is_everywhere: Whether it holds for every paper.
        why: In the person's own words.

    Raises:
        NotFoundError: No paper names it, or the id is no candidate's.
    """
    there, beside = _where(case.reading, name, document)
    key = there.there.said.key
    place = None if chosen == NOBODY_CAN_TELL else _candidate(case.reading, there, chosen)
    with case.store.unit() as uow:
        body = body_of_choice(
            key, place, document=there.document, beside=beside - {key}, is_everywhere=is_everywhere, why=checked_why(why).strip()
        )
        entry = record_entry(case, uow, EntryKind.PLACE_CHOSEN, body)
        uow.commit()
    (decided,) = choices_of([(entry, entry.id)])
    return decided


def take_choice_back(case: WritableCase, entry: str) -> str:
    """Take a decision about a place, or a list of own places, back, by the beginning of its ledger entry; return what was taken back.

    Raises:
        NotFoundError: None that stands begins like that, or more than one.
        NotAllowedError: Another person of the case signed it.
    """
    chosen = [each for each in place_choices(case.reading) if each.undone is None and entry and each.id.startswith(entry)]
    lists = [each for each in added_places(case.reading) if each.undone is None and entry and each.id.startswith(entry)]
    count = len(chosen) + len(lists)
    if count != 1:
        raise NotFoundError(f"{count} decisions about places begin with {entry}", code="no-such-place-decision", count=count, entry=entry)
    if lists:
        take_places_back(case, lists[0])
        return lists[0].name
    (decided,) = chosen
    if not decided.may_be_undone_by(case.person):
        raise NotAllowedError(f"only {decided.who} can take that back", code="others-place-decision", who=decided.who)
    with case.store.unit() as uow:
        record_entry(case, uow, EntryKind.UNDONE, {"entry": decided.id})
        uow.commit()
    return decided.name


def _where(case: OpenCase, name: str, document: str) -> tuple[PlacedName, frozenset[str]]:
    """Return the first place of a name, and what stands beside it in that paper."""
    key = said_place(name).key
    if not key:
        raise UsageError("there is no name of a place in it", code="no-place-name")
    placed, _, _ = place_all(case, scope=Scope.ALL)
    here = [each for each in placed if each.there.said.key == key and each.document.startswith(document)]
    if not here:
        raise UnknownNameError(f"no paper names a place {name}", code="no-place-named", name=name)
    first = here[0]
    return first, frozenset(each.there.said.key for each in placed if each.document == first.document)


def _candidate(case: OpenCase, there: PlacedName, chosen: str) -> KnownPlace:
    candidates = {each.place.id: each.place for each in there.resolved.candidates}
    found = [place for id, place in candidates.items() if id.startswith(chosen)]
    if chosen in candidates:
        return candidates[chosen]
    own = case_gazetteer(case).with_id(chosen)
    if own:
        return own
    if len(found) != 1:
        ids = ", ".join(candidates) or "none"
        raise NotFoundError(f"{chosen} is not the id of one candidate; there are: {ids}", code="no-such-candidate", chosen=chosen, ids=ids)
    return found[0]
