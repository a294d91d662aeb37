"""Which papers of a case stand in a contradiction, and whether any is certain: looked for once for as long as nothing is written."""

from __future__ import annotations

from collections.abc import Mapping

from kashf.domain.entries.delivery import Scope
from kashf.domain.ids import DocumentId
from kashf.services.case.copies.witnesses import witnesses
from kashf.services.case.open import OpenCase
from kashf.services.contradictions.list_contradictions import ClashQuery, list_contradictions
from kashf.services.letters.kept_answers import kept_answer


def contradicted_papers(case: OpenCase) -> Mapping[DocumentId, bool]:
    """Return the papers that contradict themselves, each other or the day on which they came, and whether any of it is certain.

    Each by what stands for it and its copies.
    """
    return kept_answer(case, "contradicted papers", lambda: _contradicted(case))


def _contradicted(case: OpenCase) -> Mapping[DocumentId, bool]:
    every = list_contradictions(case, ClashQuery(scope=Scope.ALL)).contradictions
    leaders = witnesses(case.view, {paper for each in every for paper in each.documents})
    found: dict[DocumentId, bool] = {}
    for each in every:
        for paper in each.documents:
            found[leaders[paper]] = found.get(leaders[paper], False) or each.is_certain
    return found
