"""What holds of lists, whatever stands in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.document import Page
from kashf.entities.forms.registers.headed_rows import headed_rows

_HEADS = "ت\tالاسم\tالميلاد\tالجنسية"
_CELL = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp", "Cs"]), max_size=12)
_ROW = st.lists(_CELL, min_size=1, max_size=6).map("\t".join)
_PERSON = st.tuples(st.integers(1, 99), _CELL, st.integers(1950, 2000)).map(lambda row: f"{row[0]}\t{row[1]}x\t{row[2]}\tسوريا")
_PAGES = st.lists(
    st.lists(st.one_of(_PERSON, _PERSON, _ROW, st.just(_HEADS), st.just("المجموع\t\t12")), max_size=8), min_size=1, max_size=3
)


@given(_PAGES)
def test_every_row_that_is_not_empty_is_a_record_a_heading_or_said_to_be_left_out(rows: list[list[str]]) -> None:
    rows = [
        [_HEADS, "1\tعمر\t1980\tسوريا", "2\tسالم\t1981\tالعراق", "3\tنادر\t1982\tتونس", *rows[0]],
        *(["4\tوليد\t1983\tتركيا", *more] for more in rows[1:]),
    ]
    pages = [Page(number, "\n".join(lines)) for number, lines in enumerate(rows, start=1)]
    tables = headed_rows(pages)
    told = {(row.page, cell[0]) for table in tables for row in (*table.heads, *table.rows) for cell in row.cells if cell[0] < cell[1]}
    left = [(each.page, each.place) for table in tables for each in table.left_out]

    for at, page in enumerate(pages if tables else []):
        start = 0
        for line in page.text.split("\n"):
            if line.strip():
                first = start + len(line) - len(line.lstrip())
                assert ((at, first) in told) != any(on == at and place[0] <= first < place[1] for on, place in left), line
            start += len(line) + 1
