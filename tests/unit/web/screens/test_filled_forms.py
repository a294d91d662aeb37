from __future__ import annotations

from tests.unit.web.conftest import Visitor


def test_the_families_of_a_case_are_listed_with_their_numbers(clerk: Visitor) -> None:
    (family,) = clerk.get("/forms?format=json").json()["families"]
    page = clerk.get("/forms").text

    assert (6, 6, 5, 1) == (family["records"], family["documents"], family["fields"], len(family["editions"]))
    assert f'href="/forms/{family["id"]}"' in page
    assert "DATA SHEET" in page
    assert f'"{family["id"]}","DATA SHEET","form","6","6","6","1","0","5"' in clerk.get("/forms?format=csv").text


def test_a_case_without_forms_says_so(visitor: Visitor) -> None:
    page = visitor.get("/forms").text

    assert "No filled-in forms were found" in page
    assert "Documents came or left since forms were looked for" in page
