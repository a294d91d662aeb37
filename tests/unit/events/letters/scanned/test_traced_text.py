from __future__ import annotations

from kashf.events.letters.scanned.traced_text import OtherWords, TracedText


def test_what_is_put_in_place_of_some_signs_stands_where_they_stood() -> None:
    put = TracedText.of("no 12 of", 100).put(3, 5, "12/4")

    assert "no 12/4 of" == put.text
    assert (103, 105) == put.origin(3, 7)
    assert (106, 108) == put.origin(8, 10)


def test_words_are_found_in_another_reading_by_those_around_them() -> None:
    here, there = "No: 114\nDate: 28/1/2014 \nTo: all", "No: ll4\nDate: 2 8/1/ 2014\nTo: all"
    words = OtherWords.of(here, there)

    assert "ll4" == there[slice(*(words.place(4, 7) or ()))]
    assert "2 8/1/ 2014" == there[slice(*(words.place(14, 23) or ()))]
    assert "al" == there[slice(*(words.place(here.index("all"), here.index("all") + 2) or ()))]


def test_words_that_the_other_reading_has_not_stand_at_the_word_before() -> None:
    assert (0, 2) == OtherWords.of("to 7 all", "to all").place(3, 4)
    assert (0, 2) == OtherWords.of("7 to all", "to all").place(0, 1)
    assert OtherWords.of("7", "").place(0, 1) is None
    assert OtherWords.of("to all", "to all").place(2, 3) is None
