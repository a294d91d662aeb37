from __future__ import annotations

from kashf.sandboxed.engines.pdfium.glyphs.glyph import Glyph
from kashf.sandboxed.engines.pdfium.reading_order import read_in_order, read_with_certainty
from kashf.sandboxed.engines.pdfium.tables.open_columns import open_grids
from kashf.sandboxed.engines.pdfium.tables.page_strokes import Stroke
from kashf.sandboxed.engines.pdfium.tables.ruled_grid import ruled_grids
from tests.drawn import glyphs, numbered, seen

ROWS = (
    ("الاسم", "البلد", "العمل"),
    ("سالم كامل", "مصر", "طباخ"),
    ("بدر", "", "سائق"),
    ("عمر سعيد", "قطر", "حارس"),
    ("كامل", "هند", "طبيب"),
)
TITLE = "كشف بأسماء من حضر في المستودع أول أمس"
LEFT = (250.0, 150.0, 50.0)


def row(cells: tuple[str, ...], baseline: float) -> list[Glyph]:
    return [
        glyph for cell, left in zip(cells, LEFT, strict=True) if cell for glyph in glyphs(seen(cell.split()), baseline=baseline, left=left)
    ]


def table(top: float = 700) -> list[list[Glyph]]:
    return [row(cells, top - 15 * place) for place, cells in enumerate(ROWS)]


def read(*parts: list[Glyph]) -> str:
    found = numbered([glyph for part in parts for glyph in part])
    return read_with_certainty(found, (), open_grids(found, ()))[0]


def test_lines_drawn_one_after_the_other_with_the_same_white_between_them_are_rows() -> None:
    title, end = glyphs(seen(TITLE.split()), baseline=730, left=100), row(("توقيع", "", ""), 560)

    assert read(title, *table(), end) == "\n".join([TITLE, *("\t".join(cells) for cells in ROWS), "توقيع"])


def test_columns_that_were_drawn_one_after_the_other_stay_columns() -> None:
    prose = [glyphs(seen(["وصل", "خالد"]), baseline=700 - 15 * line, left=left) for left in LEFT for line in range(5)]
    found = numbered([glyph for line in prose for glyph in line])

    assert [] == open_grids(found, ())
    assert read_in_order(found) == read(*prose)


def test_long_cells_few_lines_and_what_stands_in_ruled_tables_are_no_such_table() -> None:
    prose = [glyphs(seen(["وصل", "خالد", "إلى", "الوردة"]), baseline=700 - 15 * line, left=left) for line in range(5) for left in (50, 250)]
    lines = [Stroke(False, at, 40, 400) for at in (600, 690, 720)] + [Stroke(True, at, 600, 720) for at in (40, 200, 400)]
    found = numbered([glyph for line in table() for glyph in line])

    assert [] == open_grids(numbered([glyph for line in prose for glyph in line]), ())
    assert [] == open_grids(numbered([glyph for line in table()[:3] for glyph in line]), ())
    assert [] == open_grids(found, ruled_grids(lines))
    assert 1 == len(open_grids(found, ()))
