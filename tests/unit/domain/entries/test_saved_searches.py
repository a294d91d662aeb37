from __future__ import annotations

import datetime as dt

import pytest

from kashf.domain.entries.delivery import Scope
from kashf.domain.entries.saved_searches import saved_searches_of
from kashf.domain.ids import EntryId
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.errors import LaterVersionError

NOON = dt.datetime(2016, 5, 2, 12, 0, tzinfo=dt.UTC)


def entry(kind: EntryKind, hour: int, *, actor: str = "layla", **body: object) -> tuple[Entry, EntryId]:
    made = Entry(f"{actor}/work", hour, GENESIS, NOON + dt.timedelta(hours=hour), actor, kind, body)  # type: ignore[arg-type]  # a test gives what JSON has
    return made, made.id


SAVED = entry(
    EntryKind.SEARCH_SAVED, 0, name="bridges", query="bridge", exact=True, collection="all", documents=3, filters={"has": "phone"}
)


def test_a_search_is_what_it_was_saved_as() -> None:
    (saved,) = saved_searches_of([SAVED])

    assert ("bridges", "bridge", True, False, Scope.ALL, {"has": "phone"}, 3) == (
        *(saved.name, saved.query, saved.exact, saved.all_text, saved.scope, saved.filters),
        saved.saved.documents,
    )


def test_who_never_looked_last_looked_when_it_was_saved_and_each_looks_for_themselves() -> None:
    seen = entry(EntryKind.SEARCH_SEEN, 3, actor="rana", entry=SAVED[1], documents=5)
    (saved,) = saved_searches_of([seen, SAVED])

    assert [5, 5, 3] == [saved.last_look(who).documents for who in ("rana", " Rana", "layla")]


def test_a_search_that_is_forgotten_is_there_no_more() -> None:
    assert () == saved_searches_of([SAVED, entry(EntryKind.UNDONE, 1, entry=SAVED[1])])


def test_what_a_person_signed_only_that_person_forgets() -> None:
    signed = entry(EntryKind.SEARCH_SAVED, 0, name="mills", query="mill", person="p1")
    other, same = (entry(EntryKind.UNDONE, 1, entry=signed[1], person=who) for who in ("p2", "p1"))

    assert [1, 0] == [len(saved_searches_of([signed, retraction])) for retraction in (other, same)]


def test_a_retraction_or_look_of_anything_else_changes_nothing() -> None:
    others = [entry(kind, 1, entry="f" * 64) for kind in (EntryKind.UNDONE, EntryKind.SEARCH_SEEN)]

    assert saved_searches_of([SAVED]) == saved_searches_of([SAVED, *others])


def test_a_collection_that_a_later_kashf_knows_is_not_taken_for_another() -> None:
    with pytest.raises(LaterVersionError):
        saved_searches_of([entry(EntryKind.SEARCH_SAVED, 0, name="x", query="x", collection="drafts")])
