"""The letters of a case, with what is left out of the list."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kashf.domain.entries.delivery import Collection, Scope
from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter import Letter
from kashf.domain.letters.letter_json import letter_from
from kashf.ports.stages import LETTERS
from kashf.services.case.collections import narrow
from kashf.services.case.open import OpenCase
from kashf.services.letters.keep_letters import letter_on


@dataclass(frozen=True, slots=True)
class ListedLetter:
    """One letter of a case.

    Args:
        document: Which.
        path: Where it was seen first; "" where it was seen nowhere.
        letter: What it says, as far as it is shown.
        is_masked: Whether some of it is sealed.
    """

    document: DocumentId
    path: str
    letter: Letter
    is_masked: bool = False


@dataclass(frozen=True, slots=True)
class LetterList:
    """Letters of a case, and what is not among them.

    Args:
        letters: Those asked for, by document.
        total: How many there are.
        without_number: How many of them have no number.
        without_date: How many have no date of writing that names a day, a month or a year.
        no_letters: Documents with text that are none.
        unsure: Documents with text that was read too unsurely.
        waiting: Documents of the whole case that were not looked at yet.
        elsewhere: Letters in the other collections.
        set_aside: Documents set aside or excluded.
        after: How many to pass over to go on; None at the end.
    """

    letters: tuple[ListedLetter, ...]
    total: int
    without_number: int
    without_date: int
    no_letters: int
    unsure: int
    waiting: int
    elsewhere: Mapping[Collection, int]
    set_aside: int
    after: int | None


def list_letters(
    case: OpenCase, *, scope: Scope = Scope.LEAK, document: DocumentId | None = None, after: int = 0, limit: int | None = 50
) -> LetterList:
    """Return letters of a case by document.

    Args:
        case: Which case.
        scope: Of which collection; one that is asked for by its id is of any.
        document: One document alone.
        after: How many to pass over.
        limit: How many to return; None for all.
    """
    with case.view.snapshot():
        narrowed = narrow(case, scope)
        view = case.view if document else narrowed.case.view
        rows = view.stage_rows(LETTERS, [document] if document else None)
        kept = {id: letter_from(json.loads(str(row[0]))) for id, row in rows}
        chosen = sorted(kept)[after : None if limit is None else after + limit]
        sure = view.page_counts().keys() if not document else {document}
        with_text = [record.id for record in view.walk() if record.origin] if not document else [document]
        totals = case.view.totals()
        return LetterList(
            letters=_listed(case, {id: kept[id] for id in chosen}),
            total=len(kept),
            without_number=sum(1 for each in kept.values() if each.number is None),
            without_date=sum(1 for each in kept.values() if each.written is None or not each.written.date.is_known),
            no_letters=sum(1 for id in with_text if id in sure and id not in kept),
            unsure=sum(1 for id in with_text if id not in sure),
            waiting=totals.by_stage.get(LETTERS.name, 0),
            elsewhere={} if document else narrowed.elsewhere(lambda other: len(other.view.stage_rows(LETTERS))),
            set_aside=totals.set_aside,
            after=after + len(chosen) if after + len(chosen) < len(kept) else None,
        )


def _listed(case: OpenCase, kept: Mapping[DocumentId, Letter]) -> tuple[ListedLetter, ...]:
    """Return letters as lists show them: where something on a paper is sealed, it is read anew from what is shown of it."""
    sealed = {document for document, _ in case.shown.sealed_in(list(kept))}
    places = case.view.places(list(kept))
    types = {record.id: record.type for record in case.view.records(sorted(sealed))}
    found: list[ListedLetter] = []
    for document, letter in kept.items():
        path = _first(places.get(document, ()))
        if document in sealed:
            masked = letter_on(document, case.shown.pages(document), type=types[document])
            found.append(ListedLetter(document, path, masked or Letter(), is_masked=True))
        else:
            found.append(ListedLetter(document, path, letter))
    return tuple(found)


def _first(places: Sequence[str]) -> str:
    return places[0] if places else ""
