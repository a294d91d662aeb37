"""What lists of queries, saved searches and later batches answer, as one shape for JSON at every door; as `answers`, which has all else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kashf.domain.ledger import format_time
from kashf.show.answers import found_answer, place_answers
from kashf.show.plain import Answer, plain

if TYPE_CHECKING:
    from kashf.errors import KashfError
    from kashf.services.questions.diff import CaseDiff, SearchGain
    from kashf.services.questions.find_each import ListedFound
    from kashf.services.questions.new_documents import NewDocument
    from kashf.services.questions.new_names import NameGain
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


def diff_answer(found: CaseDiff) -> Answer:
    """Return what came after a receipt, all of it."""
    return {
        "after": found.after,
        "received": found.received,
        "by_relation": found.by_relation,
        "documents": [document_gain_answer(each) for each in found.documents],
        "again": found.again,
        "unreadable": [{"path": seen.path, "detail": seen.reason} for seen in found.unreadable],
        "waiting": found.waiting,
        "names": [name_gain_answer(each) for each in found.names],
        "searches": [search_gain_answer(each) for each in found.searches],
        "unmoved_searches": found.unmoved,
        "decisions": {
            "names": found.decisions.names,
            "places": found.decisions.places,
            "moved": place_answers(found.decisions.moved),
            "need_look": place_answers(found.decisions.need_look),
        },
        "collection": found.collection,
        "elsewhere": found.elsewhere,
        "left_out": found.left_out,
    }


def document_gain_answer(new: NewDocument) -> Answer:
    """Return a new document, and what it is to what was there."""
    answer: Answer = plain(new)
    return answer


def name_gain_answer(gain: NameGain) -> Answer:
    """Return who or what new documents name, and how often it was named before."""
    told = {"type": gain.type, "name": gain.text, "key": gain.key, "is_new": gain.is_new}
    return told | {"before": gain.before, "more": gain.more, "mentions": gain.mentions, "in_documents": gain.in_documents}


def search_gain_answer(gain: SearchGain) -> Answer:
    """Return a saved search with what answers it that came later."""
    told = {"name": gain.search.name, "query": gain.search.query, "entry": gain.search.id}
    return told | {"documents": gain.documents, "new": gain.new, "fault": _fault(gain.fault)}


def _fault(fault: KashfError | None) -> Answer | None:
    return None if fault is None else {"message": str(fault), "code": fault.code, "position": getattr(fault, "position", None)}
