"""What real lists do: headings in two rows, sums, notes, broken rows, bars and gaps instead of tabs, no headings, too many rows."""

from __future__ import annotations

import pytest

from kashf.domain.document import Box, Origin, Page
from kashf.domain.forms.form_families import FamilyKind
from kashf.entities.forms.find_families import PageTexts, find_families
from kashf.entities.forms.registers import headed_rows as module
from kashf.entities.forms.registers.headed_rows import HeadedRows, LeftOutRow, headed_rows
from tests.unit.entities.forms.pages import document

PEOPLE = (("1", "عمر سالم", "1984", "سوريا"), ("2", "خالد نادر", "1990", "تونس"), ("3", "حسان مازن", "1979", "تركيا"))
HEADS = ("ت", "الاسم", "الميلاد", "الجنسية")
TABLES = {
    "en": (("No", "Full name", "Date of birth", "Nationality"), "Total"),
    "ar": (HEADS, "المجموع"),
    "fa": (("ردیف", "نام و نام خانوادگی", "تاریخ تولد", "تابعیت"), "جمع کل"),
    "tr": (("Sıra", "Adı Soyadı", "Doğum tarihi", "Uyruğu"), "Toplam"),
    "fr": (("N°", "Nom et prénom", "Date de naissance", "Nationalité"), "Total"),
    "de": (("Nr.", "Name", "Geburtsdatum", "Staatsangehörigkeit"), "Summe"),
    "ru": (("№", "Имя", "Дата рождения", "Гражданство"), "Итого"),
}


def _tables(*texts: str) -> list[HeadedRows]:
    return headed_rows([Page(number, text) for number, text in enumerate(texts, start=1)])


def _lines(*rows: tuple[str, ...]) -> str:
    return "\n".join("\t".join(row) for row in rows)


def _told(table: HeadedRows, *texts: str) -> list[tuple[str, ...]]:
    return [tuple(texts[row.page][start:end] for start, end in row.cells) for row in table.rows]


def _left_out(table: HeadedRows, *texts: str) -> list[tuple[str, str]]:
    return [(texts[each.page][slice(*each.place)], each.why.value) for each in table.left_out]


@pytest.mark.parametrize("language", TABLES)
def test_a_title_is_told_and_sums_below_are_no_records(language: str) -> None:
    heads, total = TABLES[language]
    text = _lines(("2014",), heads, *PEOPLE, (total, "", "3"), ("", f"{total}: 3", "12"))

    (table,) = _tables(text)

    assert ("2014", heads, True) == (table.title, table.printed, table.is_sure)
    assert list(PEOPLE) == _told(table, text)
    assert [(f"{total}\t\t3", "sum"), (f"{total}: 3\t12", "sum")] == _left_out(table, text)


def test_headings_in_two_rows_are_those_of_the_group_and_of_the_column() -> None:
    heads = (("ت", "الاسم", "", "الولادة", ""), ("", "الأول", "العائلة", "اليوم", "المكان"))
    rows = [("1", "عمر", "سالم", "3/4/1984", "حلب"), ("2", "خالد", "نادر", "", "حمص"), ("3", "حسان", "مازن", "1979", "")]
    text = _lines(*heads, *rows[:2], *heads, rows[2])

    (table,) = _tables(text)

    assert ("ت", "الاسم الأول", "الاسم العائلة", "الولادة اليوم", "الولادة المكان") == table.printed
    assert rows == _told(table, text)
    assert 4 == len(table.heads)


def test_notes_between_rows_and_rows_wider_than_the_headings_are_left_out_and_the_list_goes_on() -> None:
    text = _lines(HEADS, PEOPLE[0], ("قاطع الشمال",), PEOPLE[1], ("4", "a", "b", "c", "d"), ("", "", "", ""), PEOPLE[2])

    (table,) = _tables(text)

    assert list(PEOPLE) == _told(table, text)
    assert [("قاطع الشمال", "note"), ("4\ta\tb\tc\td", "wider")] == _left_out(table, text)


def test_a_row_broken_over_two_lines_says_so_and_its_second_line_is_no_record() -> None:
    text = _lines(HEADS, *PEOPLE, ("", "الشمالي", "", "سابقا"), ("4", "ياسر", "", ""))

    (table,) = _tables(text)

    assert [("الشمالي\t\tسابقا", "goes-on")] == _left_out(table, text)
    assert [False, False, True, False] == [row.goes_on for row in table.rows]
    (family,) = (found := find_families([document(text)])).families
    assert FamilyKind.REGISTER is family.kind
    assert {("goes-on",)} == {value.notes for record in found.records if record.id.nth == 3 for value in record.values}


def test_a_row_without_a_number_that_is_filled_otherwise_is_a_record() -> None:
    text = _lines(HEADS, *PEOPLE, ("", "ياسر", "1991", "العراق"))

    assert 4 == len(_tables(text)[0].rows)


def test_a_list_without_headings_is_told_by_its_numbers_and_a_column_filled_alike() -> None:
    rows = [(str(n), f"عمر {'ابتث'[n % 4]}", f"{n}/3/2014", "") for n in range(1, 8)]
    text = _lines(*rows)

    (table,) = _tables(text)

    assert ("", "", "", "") == table.headings
    assert rows == _told(table, text)
    others = [(row[0], f"سالم {row[1]}", f"{n}/5/2013", "x") for n, row in enumerate(rows)]
    families = find_families([document(_lines(("كشف",), *rows)), document(_lines(("قائمة",), *others))]).families
    assert [("#1", "#2", "#3", "#4")] * 2 == [tuple(field.label for field in family.fields) for family in families]


def test_bars_divide_cells_as_tabs_do_and_a_frame_is_no_row() -> None:
    rows = (HEADS, *PEOPLE[:2], ("3", "حسان", "", "تركيا"))
    text = "\n".join(["+---+", *(f"| {' | '.join(row)} |" for row in rows), "|---|---|"])

    (table,) = _tables(text)

    assert list(rows[1:]) == _told(table, text)


def test_gaps_divide_cells_and_an_empty_one_is_told_by_what_the_others_stand_under() -> None:
    rows = [("1", "Omar Salim", "1984", "Syria"), ("2", "Khalid", "", "Tunisia"), ("3", "Hassan", "1979", "")]
    text = "\n".join(f"{a:<6}{b:<20}{c:<20}{d}".rstrip() for a, b, c, d in (("No", "Name", "Born", "Nation"), *rows))
    shifted = f"{text}\n4     Nadir         1990      Iraq\n5          Tariq         Iran"

    (table,) = _tables(shifted)

    assert [*rows, ("4", "Nadir", "1990", "Iraq")] == _told(table, shifted)
    assert [LeftOutRow.UNCLEAR] == [each.why for each in table.left_out]


def test_words_on_a_picture_are_cells_where_they_stand_apart_and_unseen() -> None:
    rows = (HEADS, *PEOPLE[:2], ("3", "حسان مازن", "", "تركيا"))
    text, boxes = "", []
    for line, row in enumerate(rows):
        for column, cell in enumerate(row):
            right = 9500 - 2200 * column
            for word in cell.split():
                boxes.append(Box(len(text), len(text) + len(word), right - 500, 500 + 300 * line, right, 650 + 300 * line))
                text, right = f"{text}{word} ", right - 550
        text = text[:-1] + "\n"
    page = Page(1, text, Origin.OCR, 0.9, boxes=tuple(boxes))

    (table,) = headed_rows([page])

    assert list(rows[1:]) == _told(table, text)
    records = find_families([PageTexts(document(text).document, (page,))]).records
    assert all(value.is_unseen for record in records for value in record.values if value.text)


def test_a_table_of_sums_and_a_letter_are_no_list_of_records() -> None:
    sums = _lines(("الشهر", "الوارد", "الصادر"), ("محرم", "1200", "800"), ("صفر", "900", "750"), ("رجب", "100", "50"))

    assert [] == _tables(sums)
    assert [] == _tables("السلام عليكم   ورحمة الله   وبركاته\nأما بعد\nفقد وصل الكتاب\n")


def test_a_table_of_another_sort_behind_a_list_is_left_out_of_it_row_by_row() -> None:
    text = _lines(HEADS, *PEOPLE, ("خلاصة",), ("الاسم", "الهاتف", "الزمرة", "البلد", "العمر"), ("x", "1", "A", "b", "3"))

    (table,) = _tables(text)

    assert ["note", "no-list", "no-list"] == [each.why.value for each in table.left_out]


def test_rows_beyond_the_most_are_counted_and_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_ROWS", 5)
    text = _lines(HEADS, *PEOPLE, *PEOPLE, *PEOPLE)

    (table,) = _tables(text)

    assert 4 == len(table.rows)
    assert [(LeftOutRow.TOO_MANY, 5)] == [(each.why, each.rows) for each in table.left_out]


def test_a_heading_does_not_begin_another_list_where_it_could_be_a_row() -> None:
    rows = [("عمر", "حلب", "طبيب"), ("خالد", "حمص", "مهندس"), ("حسان", "حماة", "سائق")]
    text = _lines(("الاسم", "البلد", "المهنة"), *rows)

    (table,) = _tables(text)

    assert rows == _told(table, text)
