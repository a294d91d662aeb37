from __future__ import annotations

import re

from kashf.events.letters.scanned.mended_lines import mended_lines


def test_a_label_that_was_read_behind_its_value_comes_before_it() -> None:
    assert "التاريخ: ٢٨/٧/٢٠١٥\nإلى: الديوان" == mended_lines("٢٨/٧/٢٠١٥ التاريخ:\nإلى: الديوان").text


def test_a_line_that_was_read_from_its_left_end_is_turned() -> None:
    number, day = re.split(r" {4,}", mended_lines("٥/٢/٢٠١٤ التاريخ: ٢/٣٧/أ/١٠ العدد:").text)

    assert ("العدد: ٢/٣٧/أ/١٠", "التاريخ: ٥/٢/٢٠١٤") == (number, day)


def test_two_fields_of_one_line_are_kept_apart() -> None:
    assert "الرقم: ١١    التاريخ: ٢٥/٨/٢٠١٤" == mended_lines("الرقم: ١١التاريخ: ٢٥/٨/٢٠١٤").text
    assert "العدد: ض/36     التاريخ: 20/12/1435 هـ" == mended_lines("العدد: ض/36 التاريخ: 20/12/1435ه").text


def test_the_number_of_a_paper_is_no_day_though_it_looks_like_one() -> None:
    line = "إشارة إلى كتاب رقم 4/7/51435 والكتاب رقم (3/15/2022)"
    assert line == mended_lines(line).text


def test_the_pieces_of_a_number_with_its_year_are_joined_from_the_left() -> None:
    assert "العدد: ٤/١٢/٢٠١٥" == mended_lines("العدد: ٠١٥ ٤/١٢/٢").text
    assert "العدد: ١٠/١٠/٢٠١٤" == mended_lines("العدد: ١٠/٢٠١٤ ١٠").text
    assert "العدد: ٤/٢٢ ٨٨" == mended_lines("العدد: ٤/٢٢ ٨٨").text


def test_every_sign_leads_back_to_where_it_was_read() -> None:
    read = "الديوان\n٢٨ / ٧ / ٢٠١٥ التاريخ:"
    mended = mended_lines(read)
    at = mended.text.index("28/7/2015")

    start, end = mended.origin(at, at + len("28/7/2015"))

    assert "٢٨ / ٧ / ٢٠١٥" == read[start:end]
    assert len(mended.text) == len(mended.places)


def test_a_page_without_a_digit_stays_as_it_was_read() -> None:
    text = "الديوان\r\nإلى: المكتب\n"
    assert text == mended_lines(text).text
