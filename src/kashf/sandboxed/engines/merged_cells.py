"""Which columns the cells of a table of a web page stand in, where cells cover several columns or rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

#: Columns that are kept count of in a row; browsers let a cell cover up to 1,000.
MOST_COLUMNS: Final = 200
#: Rows that one cell may cover, as browsers have it.
_MOST_ROWS: Final = 65_534


@dataclass(slots=True)
class TableColumns:
    """The columns of a table, row by row.

    Args:
        line: On which line the row begins.
        at: Column of the next cell.
        behind: Column of the last cell; -1 for none.
        covered: For how many further rows a cell above covers a column.
    """

    line: int = 0
    at: int = 0
    behind: int = -1
    covered: dict[int, int] = field(default_factory=dict)

    def begin_row(self, line: int) -> None:
        """Begin a row; what covered columns of the one before covers one row less."""
        self.covered = {column: rows - 1 for column, rows in self.covered.items() if rows > 0}
        self.line, self.at, self.behind = line, 0, -1

    def columns_before(self, colspan: str, rowspan: str) -> int:
        """Place the next cell, and return how many columns it stands behind the last one; of the first, behind the edge.

        Args:
            colspan: Columns that it says to cover, as the page has it.
            rowspan: Rows.
        """
        while self.covered.get(self.at, 0) > 0 and self.at < MOST_COLUMNS:
            self.at += 1
        before = self.at - max(self.behind, 0)
        width, height = _number(colspan, MOST_COLUMNS), _number(rowspan, _MOST_ROWS)
        self.behind = self.at
        self.at = min(self.at + width, MOST_COLUMNS)
        if height > 1:
            self.covered.update(dict.fromkeys(range(self.behind, self.at), height))
        return before


def _number(said: str, most: int) -> int:
    """Return a span as a page gives it; 1 for what is none."""
    said = said.strip()
    return min(int(said), most) if said.isascii() and said.isdecimal() and len(said) < 9 and int(said) else 1
