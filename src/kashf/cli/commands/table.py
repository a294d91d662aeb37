"""`kashf table`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import AsPerson, InCollection, checked_record, checked_words, more_elsewhere, opened, tell_left_out
from kashf.cli.forms.written_files import FileAsked, Protect, leave_new, let_out
from kashf.cli.output import emit, emit_json, say
from kashf.domain.entries.delivery import Scope
from kashf.errors import UsageError
from kashf.language.words.visible import shell_word

if TYPE_CHECKING:
    from kashf.domain.forms.opened_fields import OpenedFields
    from kashf.domain.forms.template_fields import FieldKey
    from kashf.services.case.open import OpenCase
    from kashf.services.forms.tables.compared_answers import ComparedAnswers
    from kashf.services.forms.tables.form_tables import FormTable

EPILOG = (
    "Example: kashf table leak.case c1d70e --rows nationality --columns go-between "
    "--compare 'Sweden,Norway' --with 'Abu Mohammed al-Shamali'"
)


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    family: Annotated[str, typer.Argument(help="Beginning of a family's id, as `kashf forms` lists them.")],
    rows: Annotated[str, typer.Option(metavar="FIELD", help="A field: its number, label or the beginning of it, kind, or key.")],
    columns: Annotated[str, typer.Option(metavar="FIELD", help="The other field.")],
    by: Annotated[str, typer.Option(metavar="STEP", help="Count dates by day, month or year.")] = "day",
    compare: Annotated[str, typer.Option(metavar="ANSWERS", help="Answers of the rows, with commas, to be compared.")] = "",
    among: Annotated[str, typer.Option("--with", metavar="ANSWERS", help="For --compare: among forms that give these columns.")] = "",
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write FILE.csv or FILE.xlsx, with counts under 5 closed.")] = None,
    protect: Protect = None,
    sealed_too: Annotated[bool, typer.Option("--sealed-too", help="For --out: hold what is sealed too; needs --why.")] = False,
    why: Annotated[str, typer.Option(help="For --sealed-too: why it has to leave; it stays on record.")] = "",
    as_person: AsPerson = None,
    collection: InCollection = Scope.LEAK,
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="Rows to print.")] = 40,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object, with all rows, columns and cells.")] = False,
) -> int:
    """Forms of a template by what they have in two fields, of how many; exits with 1 when none answers both."""
    from kashf.services.search.count_left_out import left_out
    from kashf.show.forms.table_answers import table_answer
    from kashf.show.forms.table_lines import table_lines

    asked = FileAsked(out, sealed_too, checked_record(why, what="--why"), as_person, protect).checked()
    if why and not sealed_too:
        raise UsageError("--why belongs to --sealed-too")
    family = checked_words(family, what="FAMILY")
    named = [checked_words(word, what=what) for word, what in ((rows, "--rows"), (columns, "--columns"))]
    unsealed = let_out(case, family, asked, fields=named, leaves="table")
    with opened(case) as open_case, open_case.view.snapshot():
        table = _table(open_case, family, named, by=by, scope=collection, keys=unsealed.fields if unsealed else ())
        compared = _compared(open_case, table, compare, among)
        unsaid = left_out(open_case, of_names=False)
        is_behind = not open_case.view.families_version()
        if out:
            _write(open_case, table, (out, protect), unsealed)
    if as_json:
        emit_json(table_answer(table, compared, unsaid))
    else:
        for line in table_lines(table, limit=limit):
            emit(line)
        _print(table, compared)
    if is_behind:
        say(f"documents came or left since forms were looked for; `kashf process {shell_word(str(case))}` looks again")
    if table.asked.family.elsewhere:
        say(f"forms: {more_elsewhere(table.asked.family.elsewhere)}")
    tell_left_out(unsaid, case)
    return 0 if table.tab.of_both else 1


def _table(case: OpenCase, family: str, fields: Sequence[str], *, by: str, scope: Scope, keys: Collection[FieldKey]) -> FormTable:
    from kashf.evidence.cross_tabs.given_answers import Step
    from kashf.services.forms.tables.form_tables import AskedTable, table
    from kashf.services.forms.told_families import family as find_family
    from kashf.services.forms.told_families import field_named

    if by not in set(Step):
        raise UsageError(f"--by is one of {', '.join(Step)}")
    found = find_family(case, family, scope=scope)
    rows, columns = (field_named(found, word) for word in fields)
    return table(case, AskedTable(found, rows, columns, Step(by), scope), opened=keys)


def _compared(case: OpenCase, table: FormTable, rows: str, columns: str) -> ComparedAnswers | None:
    from kashf.services.forms.tables.compared_answers import compare_answers, listed

    if not rows and not columns:
        return None
    mine, theirs = listed(checked_words(rows, what="--compare")), listed(checked_words(columns, what="--with"))
    if not mine or not theirs:
        raise UsageError("--compare ANSWERS and --with ANSWERS go together")
    return compare_answers(case, table, mine, theirs)


def _print(table: FormTable, compared: ComparedAnswers | None) -> None:
    from kashf.show.forms.table_words import sentences
    from kashf.show.wording import LANGUAGES, table_wording

    if compared:
        for language in LANGUAGES:
            emit(" ".join(sentences(table_wording(language), table.asked, compared)))


def _write(case: OpenCase, table: FormTable, to: tuple[Path, Path | None], opened: OpenedFields | None) -> None:
    from kashf.services.forms.tables.closed_tables import cited_forms, closed_table
    from kashf.show.forms.record_sheets import sealed_note
    from kashf.show.forms.spreadsheets import csv_bytes, xlsx_bytes
    from kashf.show.forms.table_sheets import table_sheets
    from kashf.show.wording import table_wording

    path, protect = to
    words, closed = table_wording("en"), closed_table(table, let_out=opened.fields if opened else ())
    sealed = sealed_note(words, opened, (table.asked.rows, table.asked.columns)) if opened else ""
    shown, cited, told = table_sheets(words, closed, cited_forms(case, closed), sealed=sealed)
    if path.suffix == ".xlsx":
        leave_new({path: xlsx_bytes((shown, cited, told))}, protect)
    else:
        files = {path: csv_bytes([*shown.rows, [], *told.rows]), path.with_suffix(".citations.csv"): csv_bytes(cited.rows)}
        leave_new(files, protect)
    say("counts under 5 are closed in it, and others that would give one away")
