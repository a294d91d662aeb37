"""`kashf forms CASE LIST --compare LIST`: two lists against each other, printed or written to a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import checked_words, opened, tell_left_out
from kashf.cli.forms.written_files import check_new, leave_new
from kashf.cli.output import emit, emit_json, emit_jsonl, say
from kashf.domain.entries.delivery import Scope
from kashf.errors import UsageError

if TYPE_CHECKING:
    from kashf.services.case.open import OpenCase
    from kashf.services.forms.lists.compared_rows import ListsCompared

ComparedWith = Annotated[
    str, typer.Option("--compare", metavar="LIST", help="Who is in both lists: a family, or FAMILY/DOCUMENT, as FAMILY then too.")
]
KnownBy = Annotated[str, typer.Option("--key", metavar="FIELD", help="For --compare: the number that rows are known by, or none.")]


@dataclass(frozen=True, slots=True)
class ComparisonAsked:
    """What is asked, as it was typed.

    Args:
        left: The one list.
        right: The other; "" where no two are compared.
        pairs: FIELD=FIELD of the two.
        number: The field that rows are known by.
        out: Where it is written to; None for nowhere.
        protect: A list of strings that must not stand there.
        is_alone: Whether nothing else is asked for in the same breath.
    """

    left: str
    right: str
    pairs: Sequence[str]
    number: str
    out: Path | None
    protect: Path | None = None
    is_alone: bool = True

    def check(self) -> bool:
        """Return whether two lists are compared.

        Raises:
            UsageError: The options do not go together.
        """
        if not self.right and self.number:
            raise UsageError("--key says more of --compare")
        if self.right and not self.is_alone:
            raise UsageError("--compare goes with --key, --pair and --out alone")
        if self.right and not self.left:
            raise UsageError("two lists are compared: kashf forms CASE FAMILY --compare FAMILY, or FAMILY/DOCUMENT of each")
        if self.right and self.out and self.out.suffix not in {".csv", ".xlsx"}:
            raise UsageError("--out FILE ends in .csv or .xlsx")
        return bool(self.right)


def tell_compared(path: Path, asked: ComparisonAsked, scope: Scope, *, as_json: bool, as_jsonl: bool) -> int:
    """Tell which rows of two lists are about one man and what changed; returns 1 when nobody is, or may be, in both."""
    from kashf.services.search.count_left_out import left_out
    from kashf.show.forms.list_answers import lists_answer, row_answers
    from kashf.show.forms.list_lines import row_lines, summary_lines

    if asked.out:
        check_new([asked.out])
    with opened(path) as case, case.view.snapshot():
        compared, unsaid = _compared(case, asked, scope), left_out(case, of_names=False)
        if asked.out:
            _write(case, compared, asked.out, asked.protect)
        if as_json:
            emit_json(lists_answer(case, compared, unsaid))
        elif as_jsonl:
            emit_jsonl(row_answers(case, compared))
        else:
            for line in summary_lines(compared):
                emit(line)
            for line in row_lines(case, compared):
                emit(line)
    tell_left_out(unsaid, path)
    return 0 if compared.found.same or compared.found.maybe else 1


def _compared(case: OpenCase, asked: ComparisonAsked, scope: Scope) -> ListsCompared:
    from kashf.services.forms.lists.compared_rows import ListsAsked, compare_two_lists
    from kashf.services.forms.lists.list_sides import list_side

    left, right = (list_side(case, checked_words(each, what="--compare"), scope=scope) for each in (asked.left, asked.right))
    pairs = tuple(_pair(each) for each in asked.pairs)
    return compare_two_lists(case, ListsAsked(left, right, pairs, checked_words(asked.number, what="--key"), scope))


def _pair(typed: str) -> tuple[str, str]:
    before, sign, behind = checked_words(typed, what="--pair").rpartition("=")
    if not (sign and before.strip() and behind.strip()):
        raise UsageError("--pair FIELD=FIELD: two fields with = between them")
    return before.strip(), behind.strip()


def _write(case: OpenCase, compared: ListsCompared, path: Path, protect: Path | None) -> None:
    from kashf.show.forms.list_lines import SHEET_COLUMNS, sheet_rows
    from kashf.show.forms.spreadsheets import Worksheet, csv_bytes, xlsx_bytes

    rows = [SHEET_COLUMNS, *sheet_rows(case, compared)]
    leave_new({path: xlsx_bytes([Worksheet("lists", rows)]) if path.suffix == ".xlsx" else csv_bytes(rows)}, protect)
    say("what is sealed is left out of it, and said to be")
