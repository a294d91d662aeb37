from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kashf.sandboxed.engines.pdfium.glyphs.glyph import Glyph
from kashf.sandboxed.engines.pdfium.reading_order import read_in_order, read_with_certainty
from tests.drawn import SIZE, cells, glyphs, numbered, seen

WORDS = ("وصل", "خالد", "إلى", "الوردة")


def test_letters_found_as_they_are_read_stay_as_they_are() -> None:
    assert "وصل خالد إلى الوردة" == read_in_order(numbered(glyphs(seen(WORDS))[::-1]))


def test_letters_found_from_the_left_are_turned_round() -> None:
    assert "وصل خالد إلى الوردة" == read_in_order(glyphs(seen(WORDS)))


def test_vowel_marks_found_behind_the_line_come_behind_their_letters() -> None:
    line = glyphs(seen(["قَسْوَرَةُ", "عَلِيّ"]))
    found = [*(glyph for glyph in line if not glyph.is_mark), *(glyph for glyph in line if glyph.is_mark)]

    assert "قَسْوَرَةُ عَلِيّ" == read_in_order(numbered(found))


def test_the_doubling_comes_before_the_vowel_over_one_letter() -> None:
    assert ["سر\u0651\u064e"] * 2 == [read_in_order(glyphs(seen([f"سر{marks}"]))) for marks in ("\u0651\u064e", "\u064e\u0651")]


def test_a_mark_without_a_letter_is_not_lost() -> None:
    assert "سالم\nَ" == read_in_order([*glyphs(seen(["سالم"])), *glyphs(["\u064e"], baseline=300.0, first=9)])


def test_lines_keep_the_order_in_which_they_were_found() -> None:
    first, second = glyphs(seen(["أولا"])), glyphs(seen(["ثانيا"]), baseline=680.0, first=20)

    assert ("أولا\nثانيا", "ثانيا\nأولا") == (read_in_order([*first, *second]), read_in_order(numbered([*second, *first])))


def test_columns_are_read_one_after_the_other_when_they_were_written_so() -> None:
    right = [glyphs(seen(["يمين", word]), baseline=700 - 20 * row, first=40 * row, left=300) for row, word in enumerate(["أول", "ثان"])]
    left = [glyphs(seen(["يسار", word]), baseline=700 - 20 * row, first=200 + 40 * row) for row, word in enumerate(["أول", "ثان"])]

    assert "يمين أول\nيمين ثان\nيسار أول\nيسار ثان" == read_in_order([*right[0], *right[1], *left[0], *left[1]])


def test_words_that_stand_mirrored_on_the_page_are_read_from_the_left() -> None:
    assert "اجتماع مع قسورة" == read_in_order(glyphs([*cells("اجتماع"), " ", *cells("مع"), " ", *cells("قسورة")]))


def test_a_latin_line_on_an_arabic_page_is_read_from_the_left() -> None:
    arabic, latin = glyphs(seen(WORDS)), glyphs(list("Harbour post 12 (old)."), baseline=650.0, first=60)

    assert "وصل خالد إلى الوردة\nHarbour post 12 (old)." == read_in_order([*arabic, *latin])


def test_text_that_stands_upright_is_read_along_its_own_direction() -> None:
    turned = [replace(glyph, angle=90) for glyph in glyphs(seen(["هامش"]), first=50)]

    assert "وصل خالد إلى الوردة\nهامش" == read_in_order([*glyphs(seen(WORDS)), *turned])


def test_ink_between_letters_whose_marks_alone_are_known_is_no_space() -> None:
    marks = [Glyph("سَ", 0, 61.0, 60.0, 62.0, 700.0, SIZE, is_part=True), Glyph("نَ", 1, 53.0, 52.0, 54.0, 700.0, SIZE, is_part=True)]
    ink = [Glyph("", -1, 50.0, 50.0, 56.0, 700.0, SIZE), Glyph("", -1, 56.5, 56.5, 64.0, 700.0, SIZE)]

    assert ("سَنَ", "سَ نَ") == (read_in_order(marks, ink), read_in_order(marks))


def test_a_page_without_anything_says_nothing() -> None:
    assert "" == read_in_order(())


def test_a_space_that_is_drawn_is_a_space_however_narrow() -> None:
    line = [*glyphs(cells("نب"), left=50.0), Glyph(" ", 2, 60.0, 60.0, 61.0, 700.0, SIZE), *glyphs(cells("دبع"), first=3, left=61.0)]

    assert "عبد بن" == read_in_order(line)


def test_words_that_stand_on_each_other_stay_whole() -> None:
    """OCR that writes words under a picture takes the places from the picture, and is wrong at times."""
    under = glyphs(seen(["المستودع"]))
    over = glyphs(seen(["وقرروا"]), first=20, left=62.5)

    assert {"المستودع", "وقرروا"} == set(read_in_order([*under, *over]).split())


def test_columns_of_a_row_keep_their_order_with_latin_and_numbers_side_by_side() -> None:
    row = [*glyphs(list("Bo")), *glyphs(list("5,000"), first=20, left=120.0), *glyphs(seen(["سالم"]), first=40, left=200.0)]

    assert "سالم 5,000 Bo" == read_in_order(row)


def test_numbers_that_ocr_wrote_towards_the_left_are_read_from_their_beginning() -> None:
    line = [replace(glyph, is_mirrored=True) for glyph in glyphs([*list("6102/3/21"), " ", *seen(["بتاريخ"])])]

    assert "بتاريخ 12/3/2016" == read_in_order(line)


def test_a_line_without_arabic_is_as_it_was_found() -> None:
    latin = [
        replace(glyph, left=glyph.left + 3 * place) for place, glyph in enumerate(glyphs(list("spaced out"), baseline=600.0, first=60))
    ]

    assert "وصل خالد إلى الوردة\nspaced out" == read_in_order([*glyphs(seen(WORDS)), *latin])


def test_a_page_that_stands_mirrored_is_noticed_by_its_articles_and_common_words() -> None:
    words = ["وصل", "الكتاب", "من", "خالد", "إلى", "المدير"]
    mirrored = [cell for word in words for cell in (*cells(word), " ")][:-1]

    assert " ".join(words) == read_in_order(glyphs(mirrored))


def test_a_latin_sentence_with_a_name_in_arabic_is_read_from_the_left() -> None:
    arabic, latin = glyphs(seen(WORDS * 3)), glyphs([*"Salem (", *seen(["سالم"]), *") met Bo."], baseline=650.0, first=90)

    assert "Salem (سالم) met Bo." == read_in_order([*arabic, *latin]).splitlines()[1]


def test_the_sign_of_a_note_stays_on_its_line() -> None:
    sign = Glyph("1", 40, 46.0, 46.0, 49.0, 704.5, 0.8 * SIZE)

    assert "وصل خالد إلى الوردة1" == read_in_order([*glyphs(seen(WORDS)), sign])


def test_a_space_that_is_drawn_onto_the_last_letter_of_a_line_does_not_cut_it_off() -> None:
    line = glyphs(cells("ريس"))
    space = replace(line[0], text=" ", index=3, right=line[0].right + 1.0)

    assert "سير" == read_in_order([*line, space])


def counted(asked: list[int]) -> Iterator[Glyph]:
    asked.append(1)
    yield Glyph("", -1, 50.0, 50.0, 56.0, 700.0, SIZE)


def test_ink_is_not_measured_where_the_place_of_each_letter_is_known() -> None:
    asked: list[int] = []

    assert ("وصل خالد", 1.0) == read_with_certainty(glyphs(seen(["وصل", "خالد"])), counted(asked))
    assert [] == asked


def test_ink_is_measured_once_where_letters_are_known_by_their_marks_alone() -> None:
    asked: list[int] = []
    marks = [Glyph("سَ", 0, 61.0, 60.0, 62.0, 700.0, SIZE, is_part=True), Glyph("نَ", 1, 53.0, 52.0, 54.0, 700.0, SIZE, is_part=True)]

    read_with_certainty(marks, counted(asked))

    assert [1] == asked
