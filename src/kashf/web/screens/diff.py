"""What a later batch brought, held against what was there before it; each number leads to what it counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kashf.domain.entries.delivery import Scope
from kashf.services.case.brought.additions import additions
from kashf.services.questions.diff import CaseDiff, diff
from kashf.services.questions.new_documents import NewDocument
from kashf.services.questions.new_names import NameGain
from kashf.services.search.within import NAMED
from kashf.show.forms.spreadsheets import Cell
from kashf.show.question_answers import diff_answer
from kashf.web.renderers import Spreadsheet
from kashf.web.rendering import address
from kashf.web.screens.names import name_address
from kashf.web.screens.params import Filter, ScreenParams
from kashf.web.screens.saved import search_address
from kashf.web.screens.screen import Context, Screen, Visit

#: Lines of each sort that are shown; the files have all.
SHOWN: Final = 200
_HEADER: Final = ("is", "document", "path", "relation", "of", "status", "reason", "type", "name", "before", "more")


class DiffParams(ScreenParams):
    """What came after a receipt.

    Args:
        since: Its number, or the beginning of its id; "" for the choice alone.
        collection: Of which collection documents and names are told.
    """

    since: Filter = ""
    collection: Scope = Scope.LEAK


def view(context: Context, params: DiffParams) -> CaseDiff | None:
    """Return what came; None when no receipt is asked for.

    Raises:
        NotFoundError: There is no such receipt.
    """
    return diff(context.case, params.since, scope=params.collection) if params.since else None


def page(visit: Visit[DiffParams, CaseDiff | None]) -> Mapping[str, object]:
    """Return what the page shows."""
    found, receipts = visit.answer, additions(visit.case)
    if found is None:
        return {"found": None, "receipts": receipts}
    after = found.after.receipts[-1]
    documents = found.documents
    return {
        "found": found,
        "receipts": receipts,
        "all_new": address("/search", after=after),
        "copies": [each for each in documents if each.of and not each.change],
        "changed": [each for each in documents if each.change],
        "alone": [each for each in documents if each.of is None],
        "new_names": [_name(each, after) for each in found.names if each.is_new],
        "known_names": [_name(each, after) for each in found.names if not each.is_new],
        "searches": [(each, search_address(each.search), search_address(each.search, after=after)) for each in found.searches],
        "shown": SHOWN,
    }


def data(visit: Visit[DiffParams, CaseDiff | None]) -> object:
    """Return what `kashf diff --json` prints."""
    return diff_answer(visit.answer) if visit.answer else {}


def rows(visit: Visit[DiffParams, CaseDiff | None]) -> Spreadsheet:
    """Return a row for each new document, then one for each name that they have."""
    found = visit.answer
    lines = (*_documents(found.documents), *_names(found.names)) if found else ()
    return Spreadsheet("diff", _HEADER, lines)


def _name(gain: NameGain, after: str) -> Mapping[str, object]:
    """Return a name as the page shows it: with its dossier, and with the search that finds it in what came later."""
    filters = {word: gain.text for word, type in NAMED.items() if type is gain.type}
    asked = filters or {"q": f'"{" ".join(gain.text.replace(chr(34), " ").split())}"'}
    return {"gain": gain, "href": name_address(gain.type, gain.key), "more": address("/search", after=after, **asked)}


def _documents(documents: Sequence[NewDocument]) -> Iterator[Sequence[Cell]]:
    for each in documents:
        yield "document", each.document, each.path, each.relation, each.of or "", each.status or "", each.reason, each.type, "", "", ""


def _names(names: Sequence[NameGain]) -> Iterator[Sequence[Cell]]:
    for each in names:
        yield "name", "", "", "new" if each.is_new else "known", "", "", "", each.type, each.text, each.before, each.more


DIFF: Final = Screen("/diff", DiffParams, view, "diff.html", page, data, rows, under="/")
