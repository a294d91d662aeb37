"""In which lines days are looked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.language.dates.find_dates import find_dates
from kashf.language.dates.lines.dated_lines import dated_words

FILLING = "كلام طويل لا يذكر يوما ولا رقما من الأرقام\n" * 60


def test_a_long_text_is_cut_into_words_around_its_days_alone() -> None:
    (words,) = dated_words(f"{FILLING}في ٢٠ محرم ١٤٣٥\n{FILLING}".replace("يوما", "وقتا"))

    assert {"محرم", "1435"} < {word.folded for word in words}
    assert len(words) < 100


def test_a_text_that_names_none_is_not_cut_at_all() -> None:
    assert [] == [*dated_words("nothing to see here")]


@pytest.mark.parametrize("day", ["on ² May", "١٥ تشرين الثاني ٢٠١٤", "غدا", "within two weeks", "mid-November 2014", "غرة أوت 1957"])
def test_whatever_says_a_day_is_looked_at(day: str) -> None:
    assert [words for words in dated_words(day) if words]


@given(
    st.lists(st.sampled_from(["on 3 May 2014", "Date: 4/5/2014", "nothing", "a longer line of words that says no day", ""]), max_size=90)
)
def test_days_are_found_at_the_same_places_whether_all_words_are_looked_at_or_not(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = [(place.wording, place.date.edtf()) for place in find_dates(text)]
    said = {"on 3 May 2014": ("3 May 2014", "2014-05-03"), "Date: 4/5/2014": ("4/5/2014", "[2014-04-05,2014-05-04]")}

    assert found == [said[line] for line in lines if line in said]
    assert all(text[place.start : place.end] == place.wording for place in find_dates(text))
