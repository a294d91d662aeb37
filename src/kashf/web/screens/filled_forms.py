"""The families of filled-in forms of a case, and which two of them may be editions of one template."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kashf.domain.entries.delivery import Scope
from kashf.services.forms.offered.likely_editions import likely_editions
from kashf.services.forms.told_families import ToldFamilies, families
from kashf.services.search.count_left_out import left_out
from kashf.show.forms.form_answers import families_answer
from kashf.web.renderers import Spreadsheet
from kashf.web.screens.params import ScreenParams
from kashf.web.screens.screen import Context, Nav, Screen, Visit

#: Families on the page, and pairs of them that are asked about; JSON and CSV have all families.
SHOWN: Final = 200
ASKED: Final = 3


class FilledFormsParams(ScreenParams):
    """All of them.

    Args:
        collection: Which collection to count.
    """

    collection: Scope = Scope.LEAK


def view(context: Context, params: FilledFormsParams) -> ToldFamilies:
    """Return the families."""
    return families(context.case, scope=params.collection)


def page(visit: Visit[FilledFormsParams, ToldFamilies]) -> Mapping[str, object]:
    """Return what the page shows."""
    told, pairs = visit.answer, likely_editions(visit.answer.families)
    return {
        "families": told.families[:SHOWN],
        "more": max(0, len(told.families) - SHOWN),
        "is_behind": told.is_behind,
        "likely": pairs[:ASKED],
        "more_likely": max(0, len(pairs) - ASKED),
        "left_out": left_out(visit.case, of_names=False),
    }


def data(visit: Visit[FilledFormsParams, ToldFamilies]) -> object:
    """Return what `kashf forms --json` prints, and which two may be one."""
    pairs = [
        {"left": each.left.id, "right": each.right.id, "same": each.same, "pairs": [[left.key, right.key] for left, right in each.pairs]}
        for each in likely_editions(visit.answer.families)
    ]
    told = families_answer(visit.answer, left_out(visit.case, of_names=False), scope=visit.params.collection)
    return {**told, "likely_editions": pairs}


def rows(visit: Visit[FilledFormsParams, ToldFamilies]) -> Spreadsheet:
    """Return a row for each."""
    header = ("id", "title", "kind", "records", "without_copies", "documents", "editions", "doubtful", "fields", "unmapped", "doubt")
    found = (
        (
            *(each.id, each.title, each.kind.value, each.records, each.without_copies, each.documents, len(each.editions)),
            *(each.doubtful, len(each.fields), len(each.unmapped), each.doubt or ""),
        )
        for each in visit.answer.families
    )
    return Spreadsheet("forms", header, found)


FILLED_FORMS: Final = Screen("/forms", FilledFormsParams, view, "filled_forms.html", page, data, rows, nav=Nav("forms", "f"), decides=True)
