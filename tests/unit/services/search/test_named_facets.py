from __future__ import annotations

from pathlib import Path

import pytest

from kashf.domain.document import Sighting
from kashf.domain.entity import MentionType
from kashf.services.case.open import OpenCase
from kashf.services.search import faceted
from kashf.services.search import named_facets as facets
from kashf.services.search.faceted import Search, search
from tests.unit.web.named import named_case, view_of

SHAMALI, SHAMALI_TOO, MILL = "Abu Mohammed al-Shamali", "Abu Mohamed al-Shamali", "the Old Mill"


@pytest.fixture
def case(tmp_path: Path) -> OpenCase:
    letters = (f"{SHAMALI} came to {MILL}", f"{SHAMALI_TOO} called 0944 555 123", f"a bridge near {MILL}", "a bridge")
    names = {MentionType.PERSON: (SHAMALI, SHAMALI_TOO), MentionType.PLACE: (MILL,), MentionType.PHONE: ("0944 555 123",)}
    made = named_case(tmp_path, *letters, names=names)
    view = view_of(made)
    for number, id in enumerate(sorted(view.known)):
        view.seen = {**view.seen, id: ((Sighting(path=f"leak/{'ab'[number % 2]}/{number}.txt", document=id, channel="one"), None),)}
    return made


def test_an_answer_can_be_narrowed_to_whom_its_documents_name_by_how_many_of_them(case: OpenCase) -> None:
    found = facets.named_facets(case.view, sorted(record.id for record in case.view.walk()))

    assert {"person": [2], "place": [2], "has": [1], "folder": [2, 2]} == {name: [*counts.values()] for name, counts in found.items()}
    assert {"phone": 1} == found["has"]
    assert {"leak/a": 2, "leak/b": 2} == found["folder"]


def test_each_number_is_what_narrowing_finds(case: OpenCase) -> None:
    found = search(case, Search("", {"has": "phone"}))
    (name,) = found.facets["person"]

    assert 1 == found.facets["person"][name]
    assert 2 == len(search(case, Search("", {"person": name})).results)


def test_names_of_an_answer_that_is_too_large_are_not_counted(case: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facets, "MOST_COUNTED", 1)

    assert {} == facets.named_facets(case.view, sorted(record.id for record in case.view.walk()))
    assert {} == facets.named_facets(case.view, ())


def test_documents_of_an_answer_that_is_too_large_are_not_listed(case: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    listed: list[object] = []
    monkeypatch.setattr(faceted, "MOST_COUNTED", 1)
    monkeypatch.setattr(faceted, "documents", lambda *asked, **_: listed.append(asked))

    assert "person" not in search(case, Search("", {"origin": "digital"})).facets
    assert [] == listed
