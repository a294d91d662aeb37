"""What the forms of a family have in two fields: a table whose cells open their forms, and the sentence for a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import Field

from kashf.domain.entries.delivery import Scope
from kashf.errors import MalformedRequestError
from kashf.evidence.cross_tabs.cross_tab import Heading
from kashf.evidence.cross_tabs.given_answers import Step
from kashf.services.forms.sealed.shown_value import is_hidden
from kashf.services.forms.tables.closed_tables import closed_table
from kashf.services.forms.tables.compared_answers import ComparedAnswers, compare_answers, listed
from kashf.services.forms.tables.form_tables import AskedTable, FormTable, table
from kashf.services.forms.told_families import FormFamily, family, field_named
from kashf.services.search.count_left_out import left_out
from kashf.show.forms.form_answers import family_head
from kashf.show.forms.table_answers import table_answer
from kashf.show.forms.table_sheets import notes, table_rows
from kashf.show.forms.table_words import answer_words, field_words, part_words, sentences, state_words
from kashf.show.wording import wording
from kashf.web.renderers import Spreadsheet
from kashf.web.rendering import address
from kashf.web.screens.params import Filter, ScreenParams
from kashf.web.screens.screen import Context, Screen, Visit

#: Rows and columns on the page; JSON has all, and CSV what may leave.
ROWS: Final = 60
COLUMNS: Final = 20


class TableParams(ScreenParams):
    """Which table.

    Args:
        family: The beginning of the id of a family.
        rows: A field, as `field_named` takes it; "" until somebody chooses.
        columns: The other.
        by: By what dates are counted.
        compare: Answers of the rows that are compared, with commas.
        among: Among forms that give these of the columns.
        collection: Which collection.
    """

    family: Annotated[str, Field(pattern=r"^[0-9a-f]{1,12}$")]
    rows: Filter = ""
    columns: Filter = ""
    by: Step = Step.DAY
    compare: Annotated[str, Field(max_length=2000)] = ""
    among: Annotated[str, Field(max_length=2000)] = ""
    collection: Scope = Scope.LEAK


@dataclass(frozen=True, slots=True)
class TableSeen:
    """What is seen.

    Args:
        family: Of which forms.
        table: Their table; None until two fields are chosen.
        compared: The comparison that was asked for; None without one.
    """

    family: FormFamily
    table: FormTable | None
    compared: ComparedAnswers | None


def view(context: Context, params: TableParams) -> TableSeen:
    """Return the table that is asked for.

    Raises:
        NotFoundError: There is no such family, field or answer.
        NotAllowedError: A field is sealed.
        MalformedRequestError: Half a comparison is asked for.
    """
    of = family(context.case, params.family, scope=params.collection)
    if not params.rows or not params.columns:
        return TableSeen(of, None, None)
    rows, columns = field_named(of, params.rows), field_named(of, params.columns)
    found = table(context.case, AskedTable(of, rows, columns, params.by, params.collection))
    mine, theirs = listed(params.compare), listed(params.among)
    if bool(mine) != bool(theirs):
        raise MalformedRequestError(["among" if mine else "compare"])
    return TableSeen(of, found, compare_answers(context.case, found, mine, theirs) if mine else None)


def page(visit: Visit[TableParams, TableSeen]) -> Mapping[str, object]:
    """Return what the page shows."""
    seen, found = visit.answer, visit.answer.table
    return {
        "family": seen.family,
        "fields": [field for field in seen.family.fields if not is_hidden(field)],
        "steps": tuple(Step),
        "table": found,
        "compared": seen.compared,
        "row_headings": found.tab.rows[:ROWS] if found else (),
        "column_headings": found.tab.columns[:COLUMNS] if found else (),
        "forms_giving": _links(visit.params, found) if found else {},
        "words": {"answer": answer_words, "field": field_words, "parts": part_words, "states": state_words, "sentences": sentences},
        "is_behind": not visit.case.view.families_version(),
        "left_out": left_out(visit.case, of_names=False),
    }


def data(visit: Visit[TableParams, TableSeen]) -> object:
    """Return what `kashf table --json` prints; the family alone until two fields are chosen."""
    seen, unsaid = visit.answer, left_out(visit.case, of_names=False)
    if seen.table is None:
        return {"family": family_head(seen.family), "left_out": unsaid}
    return table_answer(seen.table, seen.compared, unsaid)


def rows(visit: Visit[TableParams, TableSeen]) -> Spreadsheet:
    """Return what of the table may leave, then what is said of it."""
    seen, say = visit.answer, wording(visit.params.lang or "en")
    if seen.table is None:
        return Spreadsheet("table", ("family",), ((seen.family.id,),))
    closed = closed_table(seen.table)
    header, *lines = table_rows(say, closed)
    return Spreadsheet(f"table-{seen.family.id}", [str(each) for each in header], [*lines, [], *([note] for note in notes(say, closed))])


def _links(params: TableParams, found: FormTable) -> Mapping[tuple[str, str], str]:
    """Return where the forms of each cell that is shown are, and of each row and column, with "" for the other key."""
    asked = found.asked
    step = "" if params.by is Step.DAY else params.by.value
    kept = {"family": asked.family.id, "by": step, "collection": "" if params.collection is Scope.LEAK else params.collection.value}
    row, column = ({"field": field.key} for field in (asked.rows, asked.columns))

    def whole(field: Mapping[str, str], heading: Heading) -> str:
        return address("/records", **kept, **field, value=heading.answer.key)

    links = {(each.answer.key, ""): whole(row, each) for each in found.tab.rows[:ROWS]}
    links |= {("", each.answer.key): whole(column, each) for each in found.tab.columns[:COLUMNS]}
    for mine in found.tab.rows[:ROWS]:
        for theirs in found.tab.columns[:COLUMNS]:
            if found.tab.cell(mine.answer.key, theirs.answer.key):
                second = {"field2": asked.columns.key, "value2": theirs.answer.key}
                links[mine.answer.key, theirs.answer.key] = address("/records", **kept, **row, value=mine.answer.key, **second)
    return links


TABLE: Final = Screen("/table", TableParams, view, "form_table.html", page, data, rows, under="/forms")
