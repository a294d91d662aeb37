"""A page's text as it is shown: nothing lost, nothing moved, every run in its language."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.document import Mark, MarkKind
from kashf.language.words.visible import visible_text
from kashf.web.text.page_text import TextLine, TextView, lines, parts

words = st.sampled_from(["الشمالي", "Shamali", "١٢", "12", " ", "\n", "\r\n", ".", "\u202e", "😀", "שלום", "a\u0301", "ـ", ""])
texts = st.lists(words, max_size=40).map("".join)


@st.composite
def views(draw: st.DrawFn) -> tuple[str, TextView]:
    text = draw(texts)
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    ranges = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    kinds = draw(st.lists(st.booleans(), min_size=len(ranges), max_size=len(ranges)))
    found = [one for one, is_found in zip(ranges, kinds, strict=True) if is_found]
    marks = [Mark(*one, MarkKind.REPEATED) for one, is_found in zip(ranges, kinds, strict=True) if not is_found]
    return text, TextView(found, marks, draw(st.sampled_from(["", "ar", "en", "fa"])))


def shown(line: TextLine) -> str:
    return "".join(piece.text for piece in line.pieces)


@given(views())
def test_each_line_shows_its_text_from_where_it_says_it_begins(made: tuple[str, TextView]) -> None:
    text, view = made

    for line in lines(text, view):
        assert visible_text(text)[line.start : line.start + len(shown(line))] == shown(line)


@given(views())
def test_nothing_but_line_ends_is_left_out(made: tuple[str, TextView]) -> None:
    text, view = made

    assert visible_text(re.sub("[\r\n]", "", text)) == "".join(map(shown, lines(text, view)))


@given(views())
def test_every_code_point_of_an_occurrence_and_no_other_is_marked(made: tuple[str, TextView]) -> None:
    text, view = made
    marked: dict[int, int | None] = {}
    for line in lines(text, view):
        place = line.start
        for piece in line.pieces:
            marked.update(dict.fromkeys(range(place, place + len(piece.text)), piece.occurrence))
            place += len(piece.text)

    expected = {place: number for number, (start, end) in enumerate(view.occurrences) for place in range(start, end) if place in marked}
    assert expected == {place: number for place, number in marked.items() if number is not None}


def test_runs_of_another_script_say_their_language_and_digits_between_stay_with_their_neighbours() -> None:
    (line,) = lines("وصل الشمالي (al-Shamali 12) في ١٢/٣", TextView())

    assert "ar" == line.language
    assert [("al-Shamali", "en")] == [(piece.text, piece.language) for piece in line.pieces if piece.language]


def test_the_documents_own_language_names_runs_in_its_script() -> None:
    persian, french = TextView(language="fa"), TextView(language="fr")

    assert ["fa", "en"] == [next(lines(text, persian)).language for text in ("گزارش", "report")]
    assert ["ar", "fr"] == [next(lines(text, french)).language for text in ("تقرير", "rapport")]


def test_an_arabic_line_that_begins_with_a_misread_letter_runs_like_the_rest_of_its_page() -> None:
    page = lines("ديوان قصر السوسن\nYOVA الرقم والتاريخ\nonly Latin", TextView())

    assert ["auto", "rtl", "auto"] == [line.direction for line in page]


def test_a_line_that_is_wholly_set_aside_says_so() -> None:
    page = list(lines("ticker\nstory", TextView(marks=[Mark(0, 7, MarkKind.BOILERPLATE)])))

    assert ["boilerplate", ""] == [line.aside for line in page]


@given(texts, st.integers(1, 30))
def test_parts_cover_a_page_without_gap_and_none_is_too_long(text: str, length: int) -> None:
    found = parts(text, length=length)

    assert [0, *(end for _, end in found)] == [*(start for start, _ in found), len(text)]
    assert all(end - start <= length for start, end in found)
