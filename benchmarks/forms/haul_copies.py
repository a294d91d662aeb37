"""Which documents of a haul are taken for copies, and whether what was changed on a twin is told."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from rapidfuzz.fuzz import partial_ratio

from benchmarks.forms.haul_figures import READ_ALIKE, Share, share
from benchmarks.forms.haul_truth import FoundForms, HaulTruth, words
from kashf.domain.ids import DocumentId
from kashf.ports.views import CaseView
from kashf.services.case.copies.letter_groups import letter_groups
from kashf.services.twins.changed_fields import changed_fields


@dataclass(frozen=True, slots=True)
class CopyFigures:
    """Copies among the forms of a haul that have a file of their own.

    Args:
        precision: Of pairs of documents in one group those that are copies or twins.
        recall: Of copies those that are in a group with what they are a copy of; the same bytes are one document and not counted.
        twins: Of forms with a changed value those of which the changed field is told where they are in one group, or that are told apart.
        apart: How many twins were told apart.
    """

    precision: Share
    recall: Share
    twins: Share
    apart: int


def copy_figures(view: CaseView, truth: HaulTruth, found: FoundForms) -> CopyFigures:
    """Return what became of copies and twins."""
    forms = {form["id"]: form for form in _alone(truth)}
    leaders = {document: group.documents[0] for group in letter_groups(view) for document in group.documents}
    places = {id: found.documents[form["file"]] for id, form in forms.items() if form["file"] in found.documents}
    groups: defaultdict[DocumentId, set[DocumentId]] = defaultdict(set)
    roots: defaultdict[DocumentId, set[str]] = defaultdict(set)
    for id, document in places.items():
        groups[leaders.get(document, document)].add(document)
        roots[document].add(_root(id, forms))
    joined = [bool(roots[one] & roots[other]) for some in groups.values() for one, other in combinations(sorted(some), 2)]
    pairs = [(form, forms[form["copy_of"]]) for form in forms.values() if form["copy_of"] in forms]
    copies = [(places[one["id"]], places[other["id"]]) for one, other in pairs if one["id"] in places and other["id"] in places]
    twins = [(form, forms[form["twin_of"]]) for form in forms.values() if form["twin_of"] in forms]
    together = [pair for pair in twins if len({leaders.get(places[form["id"]], places[form["id"]]) for form in pair}) == 1]
    told = [_is_told(view, one, places[one["id"]], places[other["id"]]) for one, other in together]
    apart = len(twins) - len(together)
    same = (leaders.get(one, one) == leaders.get(other, other) for one, other in copies if one != other)
    return CopyFigures(share(joined), share(same), share([*told, *[True] * apart]), apart)


def _alone(truth: HaulTruth) -> Iterator[Mapping[str, Any]]:
    """Yield forms that share their file with no other."""
    counts = Counter(form["file"] for form in truth.forms)
    yield from (form for form in truth.forms if counts[form["file"]] == 1 and form["family"] not in truth.registers)


def _root(id: str, forms: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the form of which a form is a copy, or a copy of a twin."""
    of = forms[id]["copy_of"] or forms[id]["twin_of"]
    return _root(of, forms) if of in forms else of or id


def _is_told(view: CaseView, form: Mapping[str, Any], one: DocumentId, other: DocumentId) -> bool:
    """Return whether a field is told that has on one of the two what the truth says was written there."""
    written = {words(row["text"]) for row in form["fields"] if row["name"] in form["changed"]}
    told = [words(each.left.text) for each in changed_fields(view, one, other)]
    is_sealed = any(each.left.is_hidden for each in changed_fields(view, one, other))
    return is_sealed or any(partial_ratio(one, other) >= READ_ALIKE for one in written for other in told)
