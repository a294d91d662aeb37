"""A table in words, as a case with a label that asks two things gives it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.bootstrap import create_case, open_for_writing
from kashf.domain.left_out import LeftOut
from kashf.services.case.open import WritableCase
from kashf.services.forms.tables.compared_answers import compare_answers
from kashf.services.forms.tables.form_tables import FormTable
from kashf.settings import Settings
from kashf.show.forms.table_answers import table_answer
from kashf.show.forms.table_lines import table_lines
from kashf.show.forms.table_words import sentences
from kashf.show.wording import table_wording
from tests.unit.services.forms.tables.laid_out import lay_out, tabled

SHEETS = [
    *[("Arcadia", "Salim")] * 6,
    *[("Laputa", "Salim")] * 2,
    *[("Sodor", "Ziyad")] * 11,
    ("Laputa", "Ziyad"),
    ("", "Salim"),
    ("?", "Salim"),
]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[WritableCase]:
    settings = Settings(actor="amal", home=tmp_path / "home")
    create_case(tmp_path / "a.case", name="a", settings=settings)
    with open_for_writing(tmp_path / "a.case", settings=settings) as opened:
        lay_out(opened, SHEETS)
        yield opened


@pytest.fixture
def table(case: WritableCase) -> FormTable:
    return tabled(case)


def bare(words: str) -> str:
    """Return words without the signs that keep their directions apart."""
    return words.translate({0x2068: None, 0x2069: None})


def test_the_sentence_for_a_report_has_every_denominator_in_both_wordings(case: WritableCase, table: FormTable) -> None:
    compared = compare_answers(case.reading, table, ["Arcadia", "Laputa"], ["Salim"])

    english, arabic = (sentences(table_wording(language), table.asked, compared) for language in ("en", "ar"))

    assert (
        "8 of the 8 forms that name Salim as name give Arcadia or Laputa (nationality), of 9 of all 20 that do, and 1 of the other 12; "
        "1 of the 22 blank, 1 not known for another reason."
    ) == bare(english[0])
    assert bare(english[1]).startswith("Difference 92 percentage points, exact 95 % interval ")
    assert "One look among 4 cells of this table: among so many, some differ by chance." == english[2]
    assert bare(arabic[0]).startswith(
        "٨ من الاستمارات الـ٨ التي تذكر Salim (الاسم) تذكر Arcadia أو Laputa (الجنسية)، من ٩ من كل الاستمارات الـ٢٠"
    )


def test_where_there_are_no_others_the_sentence_says_so(case: WritableCase, table: FormTable) -> None:
    compared = compare_answers(case.reading, table, ["Arcadia"], ["Salim", "Ziyad"])

    assert sentences(table_wording("en"), table.asked, compared)[0].startswith("Nothing to compare")


def test_lines_of_a_table_say_of_how_many_and_what_is_blank(table: FormTable) -> None:
    lines = [bare(line) for line in table_lines(table, limit=2)]

    assert "  20 forms answer both fields of 22 in all" in lines
    assert "  nationality: 20 filled in, 1 blank, 1 label not found" in lines
    assert "      11      11*      0*  Sodor" in lines
    assert "  1 more row stands in the files" in lines


def test_the_answer_for_programs_has_cells_copies_and_the_number_of_looks(case: WritableCase, table: FormTable) -> None:
    compared = compare_answers(case.reading, table, ["Arcadia"], ["Salim"])

    answer = table_answer(table, compared, LeftOut())

    assert {"row": "sodor", "column": "ziyad", "records": 11, "without_copies": 11} == {
        key: value for key, value in answer["cells"][0].items() if key != "beyond_chance"
    }
    assert (22, 20, 1, 4) == (answer["records"], answer["of_both"], answer["blank"], answer["comparisons"])
    assert {"en", "ar"} == set(answer["compared"]["sentences"])
    assert {"part": 6, "of": 8} == answer["compared"]["within"]
