"""What an answer leaves out is said of each kind, in the same order, in both languages."""

from __future__ import annotations

from dataclasses import fields

import pytest

from kashf.domain.left_out import LeftOut, MoreIn
from kashf.show.left_out_words import left_out_items
from kashf.show.wording import LANGUAGES, left_out_wording, wording

ALL = LeftOut(dict.fromkeys(MoreIn, 3), 1, 2, 3, 4, 5, {"damaged": 2, "unread-part": 1}, 6, 7, 8, 9, 10)
#: They were looked at whole, and nothing was left out.
LOOKED_AT = {"no_writing"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_everything_that_is_left_out_is_said_in_each_language(code: str) -> None:
    expected = [*(place.value for place in MoreIn), *(field.name for field in fields(LeftOut) if field.name not in {"more", *LOOKED_AT})]

    assert expected == [item.what for item in left_out_items(wording(code), ALL)]


def test_nothing_is_said_where_nothing_is_left_out() -> None:
    assert () == left_out_items(wording("en"), LeftOut(no_writing=3))


def test_numbers_and_reasons_are_in_the_readers_language() -> None:
    (item,) = left_out_items(wording("ar"), LeftOut(partial={"unread-part": 3}))

    assert "أجزاء من ٣ وثائق (بقي منه ما لم يُقرأ ٣)" == item.words


def test_the_command_line_says_what_the_browser_says_with_fewer_words_loaded() -> None:
    few, all_there_are = (left_out_items(say, LeftOut(unsure_pages=1, partial={"x": 2})) for say in (left_out_wording(), wording("en")))

    assert few == all_there_are
    assert {"left_out"} == {key.partition(".")[0] for key in left_out_wording().table}
