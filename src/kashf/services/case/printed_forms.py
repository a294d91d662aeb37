"""Which places of names are printed in lines that many documents share, of documents that are of no family of forms.

They are found once by `process`, kept, and left out where it matters who is named beside whom; where mentions changed since, as while
documents are read, they are found again for each question. In documents of a family it is known what is printed: that is no mention.
Documents of a family that may be none of forms are of no family here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import kashf
from kashf.domain.document import Span
from kashf.domain.entity import RESOLVED, MentionType, NameKey
from kashf.domain.forms.form_decisions import FORM_DECISIONS, form_decisions_of, sure_families
from kashf.domain.ids import DocumentId
from kashf.entities.network.form_lines import form_lines, least_of_form, line_at, line_words
from kashf.errors import UnfinishedError
from kashf.ports.mentions import NameDocuments, NamedPlace
from kashf.ports.views import CaseView
from kashf.services.case.copies.witnesses import witnesses
from kashf.services.case.open import WritableCase
from kashf.services.case.versions import content_digest

#: What decides which lines are a form's.
_DECIDES: Final = ("entities/network/form_lines.py", "services/case/printed_forms.py", "language/words")
#: Documents in which forms are looked for, the first by id, which is a hash: enough to see a form of one document in twenty with certainty.
_SAMPLE: Final = 1000


@dataclass(frozen=True, slots=True)
class Forms:
    """What forms print.

    Args:
        lines: How many lines of forms there are.
        documents: In which documents names stand in forms, once for each place.
        places: The places in the documents that were asked about.
    """

    lines: int
    documents: NameDocuments
    places: frozenset[Span]


def keep_forms(case: WritableCase, *, report: Callable[[int, int], None] = lambda _done, _total: None) -> int:
    """Find what forms print and keep it, where mentions have changed since this was last done.

    Returns:
        How many places of names forms print; 0 when nothing had changed.
    """
    version = content_digest(Path(kashf.__file__).parent / name for name in _DECIDES)[:16]
    view = case.reading.view
    if view.forms_version() == version:
        return 0
    lines, found = _find(view)
    with case.store.unit() as uow:
        uow.put_forms(version, lines=lines, places=[place.span for place in found])
        uow.commit()
    report(1, 1)
    return len(found)


def forms(view: CaseView, types: Collection[MentionType], *, documents: Sequence[DocumentId]) -> Forms:
    """Return what forms print.

    Args:
        view: Of which case.
        types: Of names of which types.
        documents: Those whose places are needed one by one.
    """
    if _are_kept(view):
        return Forms(view.form_lines(), view.printed_documents(types), view.printed_places(documents))
    lines, found = _find(view)
    ids = sorted({place.document for place in found})
    number = {document: at for at, document in enumerate(ids)}
    standing: dict[tuple[MentionType, NameKey], list[int]] = {}
    for place in found:
        if place.type in types:
            standing.setdefault((place.type, place.key), []).append(number[place.document])
    within = frozenset(documents)
    places = frozenset(place.span for place in found if place.document in within)
    return Forms(lines, NameDocuments(dict(enumerate(ids)), list(standing), list(standing.values())), places)


def _are_kept(view: CaseView) -> bool:
    try:
        return bool(view.forms_version())
    except UnfinishedError:  # A case of an earlier kashf, which kept none.
        return False


def _find(view: CaseView) -> tuple[int, list[NamedPlace]]:
    """Return how many lines of forms there are, and the places of names in them.

    Only a name that stands in so many documents itself can stand in such a line, so that the pages of all others are not read.
    """
    known = _with_forms(view)
    sample = frozenset(sorted(set(witnesses(view, view.page_counts()).values()) - known)[:_SAMPLE])
    named = view.name_documents(RESOLVED)
    sampled = {number for number, document in named.documents.items() if document in sample}
    least = least_of_form(len(sample))
    often = {name for name, numbers in zip(named.names, named.standing, strict=True) if len(sampled.intersection(numbers)) >= least}
    seen = _with_lines(view, (each for each in view.mentions_among(sorted(sample), RESOLVED) if each[:2] in often))
    lines = form_lines(((place.document, line) for place, line in seen), documents=len(sample))
    printing: dict[MentionType, set[NameKey]] = {}
    for place, line in seen:
        if line in lines:
            printing.setdefault(place.type, set()).add(place.key)
    places = (each for each in _places(view, printing) if each.document not in known)
    return len(lines), [each for each, line in _with_lines(view, places) if line in lines]


def _with_forms(view: CaseView) -> frozenset[DocumentId]:
    try:
        decided = form_decisions_of(view.entries(kinds=sorted(FORM_DECISIONS.kinds)))
        sure = sure_families([each.family for each in view.kept_families()], decided)
        return frozenset(head.document for head in view.record_heads() if head.family in sure)
    except UnfinishedError:  # A case of an earlier kashf, which looked for no families.
        return frozenset()


def _places(view: CaseView, names: Mapping[MentionType, Collection[NameKey]]) -> Iterable[NamedPlace]:
    for type, keys in sorted(names.items()):
        for each in view.mentions_of(type, sorted(keys)):
            yield NamedPlace(type, each.key, each.document, each.page, each.mention.start, each.mention.end)


def _with_lines(view: CaseView, places: Iterable[NamedPlace]) -> list[tuple[NamedPlace, str]]:
    """Return places with the words of the lines in which they stand."""
    pages: dict[tuple[DocumentId, int], list[NamedPlace]] = {}
    for each in places:
        pages.setdefault((each.document, each.page), []).append(each)
    words = cache(line_words)
    return [
        (each, words(line_at(text, each.start)))
        for document, number, text in view.page_texts(sorted({document for document, _ in pages}))
        for each in pages.get((document, number), ())
    ]
