"""What lists of queries and kept searches answer, as one shape for JSON at every door; as `answers`, which has all else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kashf.domain.ledger import format_time
from kashf.show.answers import Answer, found_answer

if TYPE_CHECKING:
    from kashf.errors import KashfError
    from kashf.services.questions.find_each import ListedFound
    from kashf.services.questions.saved import SavedTally


def listed_answer(listed: ListedFound) -> Answer:
    """Return what one query of a list finds: what a search gives, with its line, its documents, or why it cannot be understood."""
    asked = {"line": listed.asked.line, "typed": listed.asked.query, "fault": _fault(listed.fault)}
    if listed.found is None:
        return asked
    return asked | {"documents": listed.documents, "without_copies": listed.without_copies} | found_answer(listed.found)


def listed_answers(listed: Sequence[ListedFound]) -> Answer:
    """Return what the queries of a list find, and how many of them cannot be understood."""
    return {"queries": [listed_answer(each) for each in listed], "faulty": sum(each.fault is not None for each in listed)}


def saved_answer(found: SavedTally) -> Answer:
    """Return a saved search with how many documents answer now, and which of them are new since somebody last looked."""
    search = found.search
    asked = {"query": search.query, "exact": search.exact, "all_text": search.all_text, "collection": search.scope}
    return {
        "name": search.name,
        **asked,
        "filters": {name: value.splitlines() for name, value in search.filters.items()},
        "entry": search.id,
        "saved": format_time(search.saved.when),
        "by": search.saved.who,
        "looked": format_time(found.since.when),
        "documents_then": found.since.documents,
        "documents": found.documents,
        "new": found.new,
        "otherwise": found.otherwise,
        "fault": _fault(found.fault),
    }


def _fault(fault: KashfError | None) -> Answer | None:
    return None if fault is None else {"message": str(fault), "code": fault.code, "position": getattr(fault, "position", None)}
