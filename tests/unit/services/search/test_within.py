from __future__ import annotations

from pathlib import Path

import pytest

from kashf.domain.entity import MentionType
from kashf.errors import NotFoundError, UsageError
from kashf.services.case.open import OpenCase
from kashf.services.search.faceted import Search, find_asked, matching
from kashf.services.search.within import HOLDABLE, WITHIN
from tests.unit.web.named import named_case

SHAMALI, MILL = "Abu Mohammed al-Shamali", "the Old Mill"


@pytest.fixture
def case(tmp_path: Path) -> OpenCase:
    letters = (f"{SHAMALI} came to {MILL}", f"{SHAMALI} called 0944 555 123", f"a bridge near {MILL}", "a bridge")
    names = {MentionType.PERSON: (SHAMALI,), MentionType.PLACE: (MILL,), MentionType.PHONE: ("0944 555 123",)}
    return named_case(tmp_path, *letters, names=names)


def found(case: OpenCase, query: str = "", **filters: str) -> list[int]:
    numbers = {record.id: number for number, record in enumerate(sorted(case.view.walk(), key=lambda each: each.name))}
    return sorted(numbers[id] for id in matching(case, Search(query, filters)))


@pytest.mark.parametrize(
    ("query", "filters", "expected"),
    [
        ("", {"person": SHAMALI}, [0, 1]),
        ("", {"person": SHAMALI, "place": MILL}, [0]),
        ("bridge", {"place": MILL}, [2]),
        ("", {"has": "phone"}, [1]),
        ("called", {"has": "PHONE", "type": "text/plain"}, [1]),
        ("bridge", {"has": "money"}, []),
        ("", {"person": f"{SHAMALI}\n{SHAMALI}"}, [0, 1]),
    ],
)
def test_a_search_keeps_to_documents_that_name_and_hold_what_is_asked(
    case: OpenCase, query: str, filters: dict[str, str], expected: list[int]
) -> None:
    assert expected == found(case, query, **filters)


def test_a_name_may_be_written_in_another_spelling_or_script(case: OpenCase) -> None:
    assert [0, 1] == found(case, person="Abu Muhammad al-Shamali") == found(case, person="أبو محمد الشمالي")


@pytest.mark.parametrize("filters", [{"person": "Zebra Whatever"}, {"group": SHAMALI}, {"person": "al-"}, {"after": "7"}])
def test_nobody_of_that_name_and_no_such_receipt_are_no_empty_answer(case: OpenCase, filters: dict[str, str]) -> None:
    with pytest.raises(NotFoundError):
        find_asked(case, Search("bridge", filters))


def test_a_kind_that_there_is_not_is_refused_with_those_that_there_are(case: OpenCase) -> None:
    with pytest.raises(UsageError, match="phone"):
        find_asked(case, Search("bridge", {"has": "shoes"}))


def test_names_of_people_groups_and_places_are_asked_for_by_name_and_all_else_by_kind() -> None:
    assert {*MentionType} == {MentionType.PERSON, MentionType.GROUP, MentionType.PLACE, *HOLDABLE.values()}
    assert ("person", "group", "place", "has", "field", "after") == WITHIN
