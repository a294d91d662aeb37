"""Where papers of a case name places: copies once, and a twin that says something else for itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.events.places.place_lookup import Gazetteer
from kashf.language.places.place_table import PlaceTable
from kashf.ports.copy_groups import CopyKind, CopyLink
from kashf.ports.stages import LETTERS
from kashf.services.case.open import OpenCase
from kashf.services.letters.keep_letters import keep_letters
from kashf.services.places.named_places import papers_with_places
from tests.fakes import FakeBlobs, FakeCaseView, FakeIndex, FakeSealed
from tests.searchable import BARE

ORDER = "ديوان الجسور\nالعدد: {number}\nالتاريخ: {day}\nإلى / كافة المكاتب\nأولا: يمنع على أصحاب المحال السفر إلى مدينة {place}.\n"
FIRST = ORDER.format(number="٧", day="٢/٣/٢٠١٤م", place="الغيم")
TWIN = ORDER.format(number="٨", day="٩/٣/٢٠١٤م", place="الندى")


@pytest.mark.parametrize(("second", "named", "copies"), [(FIRST, ["مدينة الغيم"], 1), (TWIN, ["مدينة الغيم", "مدينة الندى"], 0)])
def test_a_copy_names_no_place_again_and_a_twin_of_another_day_does(tmp_path: Path, second: str, named: list[str], copies: int) -> None:
    view = FakeCaseView()
    first, other = (DocumentId(name * 64) for name in "ab")
    for id, text in ((first, FIRST), (other, second)):
        view.known[id] = replace(BARE, id=id, name=f"{id[0]}.txt")
        view.texts[id] = (Page(1, text),)
    view.grouped = [CopyLink(kind, other, first) for kind in (CopyKind.NEAR, CopyKind.ANY)]
    view.rows.setdefault(LETTERS.name, {}).update(keep_letters(view, sorted(view.known)))
    case = OpenCase(tmp_path, "case", view, FakeIndex(), FakeBlobs(), FakeSealed())

    found = papers_with_places(case, Gazetteer(PlaceTable((), {}, frozenset())))

    assert named == [there.said.text for paper in found.papers for there in paper.places]
    assert copies == found.copies
