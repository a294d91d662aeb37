"""Reads a catalogue of events from the text of a table: every row is an event, left out as asked, or refused with its line and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.acts.outside_event import OutsideEvent
from kashf.errors import UsageError
from kashf.events.catalogues.catalogue_columns import CatalogueColumns
from kashf.events.catalogues.event_cells import RowRefusedError, event_of
from kashf.events.catalogues.swapped_places import without_swapped
from kashf.language.words.headed_tables import numbered_rows, possible_heads

#: Refused rows that are named; all are counted.
MOST_NAMED: Final = 50


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that is not used.

    Args:
        line: On which line of the file it begins.
        reason: Its code, as in `RowRefusedError`.
        told: What is wrong with it.
    """

    line: int
    reason: str
    told: str


@dataclass(frozen=True, slots=True)
class ReadCatalogue:
    """What came of a table.

    Args:
        columns: Which column says what.
        events: In the order of the file.
        rows: Rows of the table, its head left out.
        left_out: Rows that are not of those that were asked for.
        refused: How many rows were refused, by reason; with the events and those left out they are all.
        named: The first of them.
        doubted: Events that were taken although their latitude and longitude look swapped, with why; the first of them.
    """

    columns: CatalogueColumns
    events: tuple[OutsideEvent, ...]
    rows: int
    left_out: int
    refused: Mapping[str, int]
    named: tuple[RefusedRow, ...]
    doubted: tuple[RefusedRow, ...] = ()


def head_of_table(untrusted_text: str, *, name: str) -> tuple[str, tuple[str, ...]]:
    """Return what divides the columns of a table, and their names: the sign that divides the first line into most.

    Raises:
        UsageError: There is no line, or no sign divides it.
    """
    line = next((line for line in untrusted_text.split("\n", 50)[:50] if line.strip()), "")
    divider, head = max(possible_heads(line), key=lambda each: len(each[1]))
    if len(head) < 2:
        raise UsageError(f"{name} is no table: its first line has one column")
    return divider, head


def read_catalogue(untrusted_text: str, columns: CatalogueColumns, *, name: str, only: Mapping[str, str] | None = None) -> ReadCatalogue:
    r"""Return the events of a table.

    Args:
        untrusted_text: The table, with "\n" at the ends of lines.
        columns: Which column says what; each is there.
        name: What the file is called.
        only: Keep rows that have these values in these columns, compared without case; all without.

    Raises:
        UsageError: The table cannot be read as one.
    """
    rows = _CatalogueRows(untrusted_text, columns, name, {column: value.strip().casefold() for column, value in (only or {}).items()})
    events, swapped = without_swapped(list(rows.events()))
    refused = [*rows.refused]
    for each, told in swapped:
        rows.reasons["swapped"] += 1
        refused.append(RefusedRow(each.line, "swapped", told))
    refused.sort(key=lambda each: each.line)
    return ReadCatalogue(columns, tuple(events), rows.count, rows.left_out, dict(rows.reasons.most_common()), tuple(refused[:MOST_NAMED]))


class _CatalogueRows:
    """Goes through the rows of a table once."""

    def __init__(self, text: str, columns: CatalogueColumns, name: str, only: Mapping[str, str]) -> None:
        divider, head = head_of_table(text, name=name)
        self._rows, self._columns, self._only = numbered_rows(text, divider=divider, name=name), columns, only
        self._places = {column: head.index(column) for column in (*columns.needed, *only)}
        self._width = len(head)
        self.count = self.left_out = 0
        self.reasons: Counter[str] = Counter()
        self.refused: list[RefusedRow] = []

    def events(self) -> Iterator[OutsideEvent]:
        """Yield the events, and keep what is refused."""
        next(self._rows, None)
        first_lines: dict[str, int] = {}
        for line, cells in self._rows:
            self.count += 1
            try:
                row = self._row(cells)
                if any(row[column].strip().casefold() != value for column, value in self._only.items()):
                    self.left_out += 1
                    continue
                event = event_of(row, self._columns, line=line)
                if first := first_lines.get(event.id):
                    raise RowRefusedError("same-id", f"id {event.id[:60]!r} stands on line {first} already")
                first_lines[event.id] = line
                yield event
            except RowRefusedError as error:
                self.reasons[error.reason] += 1
                if len(self.refused) < MOST_NAMED:
                    self.refused.append(RefusedRow(line, error.reason, str(error)))

    def _row(self, cells: Sequence[str]) -> Mapping[str, str]:
        if len(cells) != self._width:
            raise RowRefusedError("cells", f"it has {len(cells)} cells, and the head has {self._width}")
        return {column: cells[place] for column, place in self._places.items()}
