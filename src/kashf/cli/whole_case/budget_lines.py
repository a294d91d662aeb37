"""`kashf status --budgets`."""

from __future__ import annotations

from pathlib import Path

from kashf.cli.common import opened
from kashf.cli.output import emit, emit_json, say
from kashf.language.words.visible import isolate
from kashf.services.case.brought.budgets_used import BudgetUse, budgets_used
from kashf.show.plain import plain

#: How each part of a budget is told: what was taken of what may be.
_WORDS = {
    "seconds": "{:,.0f} of {:,.0f} s of reading",
    "stored_bytes": "{:,} of {:,} bytes unpacked",
    "members": "{:,} of {:,} members",
    "characters": "{:,} of {:,} characters",
    "names": "names {:,} of {:,}",
    "rows": "{:,} of {:,} other rows",
}


def list_budgets(case: Path, *, as_json: bool) -> int:
    """Print the received files that used most of their budgets."""
    with opened(case) as open_case:
        found = budgets_used(open_case)
    if as_json:
        emit_json({"received": [{**plain(each), "share": round(each.share, 4)} for each in found]})
        return 0
    for each in found:
        _print(each)
    if not found:
        say("no received file cost a hundredth of what it may")
    return 0


def _print(each: BudgetUse) -> None:
    more = f", {each.times} times what others may" if each.times > 1 else ""
    over = "; something was left out: kashf process CASE --more-for " + each.document[:12] if each.is_over else ""
    emit(f"{each.document[:12]}  {each.share:7.1%}  {isolate(each.path)}  {each.size_bytes:,} bytes{more}{over}")
    may = each.budget.as_json()
    emit("    " + "; ".join(_WORDS[name].format(took, may[name]) for name, took in each.cost.as_json().items() if took))
