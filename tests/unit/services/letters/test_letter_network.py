"""Who writes to whom in a case: copies are one letter, and one of several that a name may mean is asked for by its key."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.errors import NotFoundError
from kashf.ports.stages import LETTERS
from kashf.services.case.open import OpenCase
from kashf.services.letters.keep_letters import keep_letters
from kashf.services.letters.letter_network import who_writes_to_whom
from tests.fakes import FakeBlobs, FakeCaseView, FakeIndex, FakeSealed
from tests.searchable import BARE


def order(office: str, number: int, to: str) -> str:
    return (
        f"إمارة السهول\n{office}\nالعدد: {number}     التاريخ: {number}/٥/٢٠١٤م\nإلى / {to}\nتقرر ما يلي:\nأولا: يمنع السفر إلى وادي الغيم."
    )


@pytest.fixture
def case(tmp_path: Path) -> OpenCase:
    view = FakeCaseView()
    texts = {
        "a": order("ديوان الجسور", 13, "ديوان المطاحن"),
        "b": order("ديوان الجسور", 13, "ديوان المطاحن"),
        "c": order("ديوان المطاحن", 14, "ديوان الجسور"),
    }
    for name, text in texts.items():
        record = replace(BARE, id=DocumentId(name * 64), name=f"{name}.txt", text_key=name if name == "c" else "same")
        view.known[record.id] = record
        view.texts[record.id] = (Page(1, text),)
    view.rows.setdefault(LETTERS.name, {}).update(keep_letters(view, sorted(view.known)))
    return OpenCase(tmp_path, "case", view, FakeIndex(), FakeBlobs(), FakeSealed())


def test_copies_of_one_letter_are_one(case: OpenCase) -> None:
    found = who_writes_to_whom(case)

    assert (2, 1, [1, 1]) == (found.network.letters, found.copies, [len(tie.letters) for tie in found.network.ties])


def test_one_is_asked_for_by_any_spelling_and_ranges_stay_those_of_the_whole_pile(case: OpenCase) -> None:
    found = who_writes_to_whom(case, "ديوان  المطاحن")

    assert found.about
    assert "اماره سهول > ديوان مطاحن" == found.about.key
    assert 2 == len(found.network.ties) == len(found.central)


def test_nobody_of_that_name_is_an_error_that_says_so(case: OpenCase) -> None:
    with pytest.raises(NotFoundError, match="nobody of that name"):
        who_writes_to_whom(case, "ديوان القلعة")
