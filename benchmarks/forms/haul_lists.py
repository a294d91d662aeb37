"""How much of the comparison of two lists of a haul is right: who is in both, in one, and what changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from benchmarks.forms.haul_figures import Share, share
from benchmarks.forms.haul_truth import FoundForms, HaulTruth, match
from kashf.domain.forms.form_families import RecordId
from kashf.services.case.open import OpenCase
from kashf.services.forms.lists.compared_rows import ListsAsked, compare_two_lists
from kashf.services.forms.lists.list_sides import ListSide
from kashf.services.forms.told_families import families


@dataclass(frozen=True, slots=True)
class ListFigures:
    """Two lists of a register.

    Args:
        name: What the truth calls the register.
        precision: Of pairs told to be the same those of one person.
        recall: Of people in both lists those of whom that is told.
        maybe: Of people in both of whom it is not those of whom it is told that they may be.
        only: Of rows told to be in one list only those that are.
        changed: Of people of whom something was changed, and who are told to be in both, those of whom it is told.
    """

    name: str
    precision: Share
    recall: Share
    maybe: Share
    only: Share
    changed: Share


def list_figures(case: OpenCase, truth: HaulTruth, found: FoundForms, comparisons: list[Mapping[str, Any]]) -> Iterator[ListFigures]:
    """Yield what became of the two lists of each register whose rows are in one family; of the others nothing."""
    people = {each.found.form.id: str(each.truth["person"]) for each in match(truth, found) if each.found}
    told = families(case).families
    for each in comparisons:
        ids = [found.documents.get(file) for file in each["files"]]
        heads = [{head.family for head in case.view.record_heads() if head.document == id} for id in ids]
        family = next((one for one in told if all(some & {member.id for member in one.members} for some in heads)), None)
        if family:
            asked = ListsAsked(*(ListSide(family, id) for id in ids))
            yield _figures(case, asked, people, each)


def _figures(case: OpenCase, asked: ListsAsked, people: Mapping[RecordId, str], truth: Mapping[str, Any]) -> ListFigures:
    compared = compare_two_lists(case, asked)
    who = [[people.get(id, "") for id in rows] for rows in compared.rows]
    same = [(who[0][pair.left], who[1][pair.right]) for pair in compared.found.same]
    maybe = {who[0][pair.left] for pair in compared.found.maybe if who[0][pair.left] == who[1][pair.right]}
    both, right = set(truth["in_both"]), {one for one, other in same if one == other}
    only = [who[side][at] in set(truth[key]) for side, key in enumerate(("only_first", "only_second")) for at in compared.found.only[side]]
    changed = {who[0][pair.left] for pair, _ in compared.changed}
    return ListFigures(
        truth["family"],
        share(one == other != "" for one, other in same),
        share(one in right for one in both),
        share(one in maybe for one in both - right),
        share(only),
        share(row["person"] in changed for row in truth["changed"] if row["person"] in right),
    )
