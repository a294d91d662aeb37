from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from kashf.domain.document import Sighting
from kashf.domain.entity import Mention, MentionType, NameKey, PlacedMention
from kashf.domain.entries.delivery import Collection, Scope
from kashf.domain.forms.template_fields import FieldKey
from kashf.domain.ids import DocumentId
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.errors import LaterVersionError
from kashf.ports.mentions import NameDocuments
from kashf.ports.views import CaseView
from kashf.services.case.collections import NarrowedView, apart_from_leak, documents_by_collection, narrow
from kashf.services.case.open import OpenCase
from kashf.services.names.count import count_name
from kashf.services.names.list import list_names
from kashf.services.search.find import find
from tests.fakes import FakeCaseView
from tests.filled_forms import FAMILY, form, forms_of
from tests.searchable import case_of

PERSON = MentionType.PERSON
#: What a narrowed view leaves as it is in the whole: what is asked for by id, what people decided, and what is of the case itself.
PASSED_ON = {
    *(
        "snapshot",
        "close",
        "totals",
        "entries",
        "entry_kinds",
        "entry_signatures",
        "condition",
        "chain_ends",
        "entry_ids",
        "entry_id_at",
        "whole_ledger",
        "resolve",
        "documents_at",
        "records",
        "pages",
        "page",
        "machine_reading",
        "unsure_pages",
        "second_readings",
        "sightings",
        "members",
        "pile",
        "channels",
        "unreadable",
        "count_unreadable",
        *("came_from", "came_in", "costs_of", "own_costs", "over_budget", "received_costs"),
        "documents_aside",
        "outlines",
        "places",
        "count_set_aside",
        "count_waiting",
    ),
    *(
        "copies",
        "form_lines",
        "found_by",
        "keys_in",
        "forms_version",
        "leaders",
        "mentions_among",
        "page_texts",
        "bare_pages",
        "walk_pages",
        "bare_second_readings",
        "scanned_pages",
        "printed_places",
        "copies_version",
        "copies_of",
        "copy_leaders",
        "copy_links",
        "same_text",
        "received",
        "receipts_of",
        "brought_by",
        "signatures",
        "held_rows",
        "listed_sightings",
        "ink_prints",
        "words_with",
        "keys_with_words",
        "mentions_in",
        "stored_mentions",
        "resolution_version",
    ),
    *("entry_kinds", "name_pairs", "memberships", "judgements", "judgement_history"),
    *("families_version", "kept_families", "form_records", "records_in", "field_places", "template_places"),
}


def receipt(seq: int, collection: str | None) -> Entry:
    body = {"channel": "courier"} if collection is None else {"channel": "courier", "collection": collection}
    return Entry("d" * 32, seq, GENESIS, dt.datetime(2016, 5, 2, tzinfo=dt.UTC), "amal", EntryKind.RECEIPT, body)


@pytest.fixture
def case(tmp_path: Path) -> OpenCase:
    """Three orders of the leak, our notes, a book, and an order of which we also keep a copy among our notes."""
    made = case_of(tmp_path, "أمر قمر", "أمر قمر", "أمر", "قمر قمر قمر هلال", "قمر", "أمر قمر")
    view = cast("FakeCaseView", made.view)
    view.ledger = (receipt(0, None), receipt(1, "own-work"), receipt(2, "reference"), receipt(3, "leak"))
    old, own, book, leak = (entry.id for entry in view.ledger)
    by = ((old,), (old,), (leak,), (own,), (book,), (own, old))
    ids = sorted(view.known, key=lambda id: view.known[id].name)
    view.seen = {id: tuple((Sighting(DocumentId(id), "a", "courier"), entry) for entry in those) for id, those in zip(ids, by, strict=True)}
    view.named = tuple(
        PlacedMention(DocumentId(id), 1, NameKey(word), Mention(start, start + len(word), word, PERSON, "rules:alone", 0.5))
        for id in ids
        for word in ("قمر", "هلال")
        for start in range(len(view.texts[id][0].text))
        if view.texts[id][0].text.startswith(word, start)
    )
    view.forms = forms_of(*(form(DocumentId(id), name=str(at), blood="O+" if at % 2 else "") for at, id in enumerate(ids)))
    return made


def test_what_came_with_the_leak_is_leak_whoever_else_brought_it(case: OpenCase) -> None:
    names = {record.id: record.name for record in case.view.walk()}

    assert {"3.txt": "own-work", "4.txt": "reference"} == {names[id]: its for id, its in apart_from_leak(case.view).items()}
    assert {"leak": 4, "own-work": 1, "reference": 1} == documents_by_collection(case, documents=6)


def test_a_case_of_one_collection_is_not_wrapped(case: OpenCase) -> None:
    cast("FakeCaseView", case.view).ledger = ()

    assert (case, {}) == (narrow(case, Scope.LEAK).case, narrow(case, Scope.LEAK).others)


def test_our_notes_do_not_raise_a_count_and_stand_beside_it(case: OpenCase) -> None:
    counted = count_name(case, "قمر")

    assert (3, 3, {"own-work": 3, "reference": 1}) == (counted.mentions, counted.documents, counted.elsewhere)
    assert (7, {}) == (count_name(case, "قمر", scope=Scope.ALL).mentions, count_name(case, "قمر", scope=Scope.ALL).elsewhere)
    assert (3, {"leak": 3, "reference": 1}) == (
        (own := count_name(case, "قمر", scope=Scope.OWN_WORK)).mentions,
        own.elsewhere,
    )


def test_a_search_is_of_the_leak_and_says_what_answers_elsewhere(case: OpenCase) -> None:
    found = find(case, "قمر")

    assert (3, {"own-work": 1, "reference": 1}) == (found.total, found.elsewhere)
    assert ["3.txt"] == [hit.path for hit in find(case, "قمر", scope=Scope.OWN_WORK).hits]


def test_names_are_those_of_the_leak_with_the_counts_of_the_leak(case: OpenCase) -> None:
    listed = {scope: [(each.text, each.mentions, each.documents) for each in list_names(case, [PERSON], scope=scope)] for scope in Scope}

    assert [("قمر", 3, 3)] == listed[Scope.LEAK]
    assert [("قمر", 3, 1), ("هلال", 1, 1)] == listed[Scope.OWN_WORK]
    assert [("قمر", 7, 5), ("هلال", 1, 1)] == listed[Scope.ALL]
    assert {"own-work": 3, "reference": 1} == list_names(case, [PERSON])[0].elsewhere


def test_a_narrowed_case_answers_as_one_without_the_other_documents(case: OpenCase) -> None:
    view = cast("FakeCaseView", case.view)
    kept = {id for id in view.known if id not in apart_from_leak(view)}
    known = {id: record for id, record in view.known.items() if id in kept}
    forms = replace(view.forms, forms=tuple(each for each in view.forms.forms if each.document in kept))
    without = replace(view, known=known, named=tuple(each for each in view.named if each.document in kept), forms=forms)
    narrowed = narrow(case, Scope.LEAK).case.view

    for ask in (
        lambda it: list(it.walk()),
        lambda it: list(it.walk(status="done")),
        lambda it: it.names(PERSON),
        lambda it: it.names(PERSON, limit=1),
        lambda it: it.names(PERSON, limit=None),
        lambda it: it.names(PERSON, after="قمر"),
        lambda it: it.names_with(PERSON, [NameKey("هلال"), NameKey("قمر")]),
        lambda it: it.mentions_of(PERSON, [NameKey("هلال"), NameKey("قمر")]),
        lambda it: it.documents_with(PERSON, [NameKey("قمر")]),
        lambda it: list(it.walk_mentions()),
        lambda it: it.page_counts(),
        lambda it: _by_name(it.name_documents([PERSON])),
        lambda it: _by_name(it.printed_documents([PERSON])),
        lambda it: it.record_heads(),
        lambda it: it.record_heads(FAMILY),
        lambda it: it.value_cells(FAMILY, FieldKey("blood")),
        lambda it: it.values_in(FAMILY, FieldKey("blood")),
        lambda it: it.count_states(FAMILY),
        lambda it: it.count_states(FAMILY, sorted(view.known)),
    ):
        assert ask(without) == ask(narrowed)


def _by_name(found: NameDocuments) -> dict[object, list[DocumentId]]:
    return {name: [found.documents[number] for number in numbers] for name, numbers in zip(found.names, found.standing, strict=True)}


def test_each_question_to_a_view_is_narrowed_or_passed_on_by_name() -> None:
    asked = {name for name in dir(CaseView) if not name.startswith("_")}

    assert asked - PASSED_ON == {name for name in vars(NarrowedView) if not name.startswith("_")}
    assert PASSED_ON <= asked


def test_a_collection_of_a_later_kashf_is_refused(case: OpenCase) -> None:
    cast("FakeCaseView", case.view).ledger = (receipt(0, "tribunal"),)

    with pytest.raises(LaterVersionError, match="does not know"):
        narrow(case, Scope.LEAK)


def test_collections_and_scopes_have_the_same_words() -> None:
    assert [*(each.value for each in Collection), "all"] == [each.value for each in Scope]
