from __future__ import annotations

from pathlib import Path

from kashf.services.questions.find_each import ListedFound, find_each
from kashf.services.questions.query_list import ListedQuery
from kashf.services.search.faceted import Search
from tests.searchable import case_of


def ask(folder: Path, *queries: str, pages: tuple[str, ...], how: Search | None = None) -> list[ListedFound]:
    listed = [ListedQuery(number, query) for number, query in enumerate(queries, start=1)]
    return list(find_each(case_of(folder, *pages), listed, how or Search()))


def test_each_query_is_answered_in_its_place_with_documents_and_best_passages(tmp_path: Path) -> None:
    bridge, mill = ask(tmp_path, "bridge", "mill", pages=("the bridge", "bridge and tower", "oil"), how=Search(limit=1))

    assert bridge.found is not None
    assert (2, 2, 2, 1) == (bridge.found.total, bridge.documents, bridge.without_copies, len(bridge.found.hits))
    assert mill.found is not None
    assert (0, 0, 0) == (mill.found.total, mill.documents, mill.without_copies)


def test_a_query_that_cannot_be_understood_stops_no_other(tmp_path: Path) -> None:
    faulty, long, empty, fine = ask(tmp_path, "(bridge", "x" * 10_001, "", "bridge", pages=("the bridge",))

    assert [None, None, None] == [each.found for each in (faulty, long, empty)]
    assert ["not closed" in str(faulty.fault), "10,001" in str(long.fault), "nothing to search" in str(empty.fault)] == [True, True, True]
    assert 1 == fine.documents
    assert fine.fault is None


def test_copies_of_a_text_are_one_among_those_without_copies(tmp_path: Path) -> None:
    case = case_of(tmp_path, "the old bridge", "the old bridge", "bridge", text_key="same")

    (bridge,) = find_each(case, [ListedQuery(1, "bridge")], Search())

    assert (3, 1) == (bridge.documents, bridge.without_copies)


def test_other_forms_are_left_out_when_asked_for_exactly(tmp_path: Path) -> None:
    (loose,) = ask(tmp_path / "a", "Shamali", pages=("الشمالي",))
    (exact,) = ask(tmp_path / "b", "Shamali", pages=("الشمالي",), how=Search(exact=True))

    assert (1, 0) == (loose.documents, exact.documents)
