"""Letters are listed by their day, narrowed by their words, and counted with what is left out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import SpeechAct
from kashf.ports.stages import LETTERS
from kashf.services.case.open import OpenCase
from kashf.services.letters.keep_letters import keep_letters
from kashf.services.letters.list_letters import LetterQuery, list_letters
from tests.fakes import FakeBlobs, FakeCaseView, FakeIndex, FakeSealed
from tests.searchable import BARE


def order(number: str, day: str, to: str = "كافة المكاتب") -> str:
    dated = f"التاريخ: {day}" if day else ""
    return f"ديوان الجسور\nالعدد: {number}     {dated}\nإلى / {to}\nتقرر ما يلي:\nأولا: يمنع على أصحاب المحال السفر إلى وادي الغيم."


@pytest.fixture
def case(tmp_path: Path) -> OpenCase:
    view = FakeCaseView()
    texts = {
        "a": order("٧/٢", ""),
        "b": order("٧/١", "٢٥/٥/٢٠١٤م", to="مكتب المطاحن"),
        "c": order("٧/٣", "٢/٣/٢٠١٤م"),
        "d": "The mill stands by the river.",
    }
    for name, text in texts.items():
        record = replace(BARE, id=DocumentId(name * 64), name=f"{name}.txt")
        view.known[record.id] = record
        view.texts[record.id] = (Page(1, text),)
    view.rows.setdefault(LETTERS.name, {}).update(keep_letters(view, sorted(view.known)))
    return OpenCase(tmp_path, "case", view, FakeIndex(), FakeBlobs(), FakeSealed())


def ids(case: OpenCase, query: LetterQuery | None = None, **asked: int) -> str:
    return "".join(each.document[0] for each in list_letters(case, query or LetterQuery(), **asked).letters)


def test_letters_stand_by_their_day_and_those_without_one_stand_last(case: OpenCase) -> None:
    assert "cba" == ids(case)


def test_what_is_left_out_is_counted(case: OpenCase) -> None:
    found = list_letters(case)

    assert (3, 3, 0, 1, 1) == (found.total, found.of, found.without_number, found.without_date, found.no_letters)


@pytest.mark.parametrize(("words", "expected"), [("المطاحن", "b"), ("7/3", "c"), ("ديوان الجسور", "cba"), ("القلعة", "")])
def test_words_of_the_head_narrow_the_list(case: OpenCase, words: str, expected: str) -> None:
    assert expected == ids(case, LetterQuery(words))


def test_the_kind_of_paper_narrows_the_list_and_the_rest_is_counted(case: OpenCase) -> None:
    found = list_letters(case, LetterQuery(does=SpeechAct.TESTIMONY))

    assert (0, 3, None) == (found.total, found.of, found.after)


def test_a_list_goes_on_where_it_ended(case: OpenCase) -> None:
    first = list_letters(case, limit=2)

    assert (2, "a") == (first.after, ids(case, after=2))
