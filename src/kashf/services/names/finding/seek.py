"""Look in all texts of a case for the names that rules were sure of in some of them, once names were looked for in each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Final

import kashf
from kashf.domain.decisions import reassigned
from kashf.domain.document import Reason, Span, Status
from kashf.domain.entity import Mention, NameKey, PlacedMention
from kashf.domain.ids import DocumentId
from kashf.entities.tagging.keys import mention_key
from kashf.entities.tagging.sure_names import SURE_RULES, Name, SoughtNames, is_sought
from kashf.language.words.clitics import written_onto
from kashf.language.words.page import WordPage
from kashf.language.words.tokens import folded_words
from kashf.ports.engines import MAX_DETAIL_LENGTH, Limits
from kashf.ports.mentions import FOUND_AGAIN, NAME_LENGTH
from kashf.ports.search import AnyWord, IndexQuery, Phrase
from kashf.ports.stages import AGAIN
from kashf.ports.views import CaseView
from kashf.search.passages import counted_places
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.case.versions import content_digest
from kashf.services.ledger.place_decisions import place_decisions

#: What decides which names are looked for, and where they are found.
_DECIDES: Final = (
    "domain/entity.py",
    "entities/tagging",
    "language",
    "ports/mentions.py",
    "search/passages.py",
    "services/names/finding/seek.py",
)
#: Sources of names that are replaced by longer ones.
_REPLACED: Final = ("rules:", "gazetteer:")
_ALL: Final = 1 << 30
#: Documents looked through and kept together, at most.
_TOGETHER: Final = 512
#: Places found in them from which on they are kept, at half a kB of memory each.
_MOST_UNKEPT: Final = 50_000
#: Places found in one document, as many as its names may be at first; the others are left out, and this is told.
_MOST_FOUND: Final = Limits().rows
_CUT: Final = "again: the first {:,} are kept"
#: Names that new documents brought for which the index is asked; for more every document is looked through again.
_MOST_ASKED: Final = 2000
#: A place of one word may stand in so many documents for one in which a rule was sure of it.
_COMMON: Final = 20


def seek_names(
    case: WritableCase,
    *,
    report: Callable[[int, int], None] = lambda _done, _total: None,
    most_found: int = _MOST_FOUND,
    most_unkept: int = _MOST_UNKEPT,
) -> int:
    """Add the places of names that are sure elsewhere in the case, in documents in which names were looked for since this was last done.

    Documents done before are looked through again only where the index says that they have a name which is sure now and was not then.

    Args:
        case: Which case; its index is whole.
        report: Told how many documents were looked through, of how many.
        most_found: Places that are kept of one document; one that has more is partial, and says so.
        most_unkept: Places that are held before they are kept, with those of the document that brought the last.

    Returns:
        How many documents were looked through.
    """
    version = content_digest(Path(kashf.__file__).parent / name for name in _DECIDES)[:16]
    view = case.reading.view
    fresh = _leased(case, version)
    if not fresh:
        return 0
    sure = _sure(case.reading)
    documents = [*fresh, *_older(case, version, sure, fresh)]
    sought, decided = SoughtNames(sure), _decided(view)
    found: dict[DocumentId, Sequence[PlacedMention]] = {}
    held = 0
    for done, document in enumerate(documents, 1):
        found[document] = list(islice(_found(view, document, sought, decided), most_found + 1))
        held += len(found[document])
        if done == len(documents) or len(found) >= _TOGETHER or held >= most_unkept:
            _keep(case, found, version, most_found)
            found, held = {}, 0
            report(done, len(documents))
    return len(documents)


def _keep(case: WritableCase, found: Mapping[DocumentId, Sequence[PlacedMention]], version: str, most: int) -> None:
    cut = [document for document, places in found.items() if len(places) > most]
    detail = _CUT.format(most)
    with case.store.unit() as uow:
        uow.put_rows(AGAIN, [(document, places[:most]) for document, places in found.items()], version=version)
        for record in case.reading.view.records(cut):
            if record.status in {Status.DONE, Status.PARTIAL} and detail not in record.detail:
                told = f"{record.detail}; {detail}" if record.detail else detail
                uow.put_outcome(record.id, Status.PARTIAL, Reason(record.reason or Reason.TOO_LARGE), told[:MAX_DETAIL_LENGTH])
        uow.commit()


def _older(case: WritableCase, version: str, sure: Mapping[Name, int], fresh: Sequence[DocumentId]) -> list[DocumentId]:
    """Take the documents done before that may have a name which only new ones made sure: all of them where much is new."""
    view = case.reading.view
    if 2 * len(fresh) >= view.totals().done or len(new := _only_in(view, sure, fresh)) > _MOST_ASKED:
        return _leased(case, "")
    return _leased(case, version, sorted(_with(case.reading, new) - {*fresh}))


def _leased(case: WritableCase, version: str, further: Sequence[DocumentId] = ()) -> list[DocumentId]:
    """Take the documents that wait, those done by another version and some further ones among them."""
    with case.store.unit() as uow:
        uow.reopen(AGAIN, unless_version=version)
        uow.wait_again(AGAIN, further)
        jobs = uow.lease(AGAIN, limit=_ALL)
        uow.commit()
    return [job.document for job in jobs]


def _found(view: CaseView, document: DocumentId, sought: SoughtNames, decided: Sequence[Span]) -> Iterator[PlacedMention]:
    """Yield the places of sure names in a document that nothing else has, or only a part of such a name; it is gone through by pages."""
    if not sought.has_more((folded_words(text) for _, _, text in _shown(view, document)), view.keys_in(document)):
        return
    kept = [place for place in decided if place.document == document]
    stored = groupby(view.stored_mentions(document), key=lambda each: each.page)
    page, there = next(stored, (_ALL, ()))
    for number, of_page in groupby(_shown(view, document), key=itemgetter(0)):
        while page < number:
            page, there = next(stored, (_ALL, ()))
        taken: list[Mention] = []
        shorter: list[Mention] = []
        for each in there if page == number else ():
            if each.mention.source != FOUND_AGAIN:
                (shorter if _may_grow(each, kept) else taken).append(each.mention)
        for _, start, text in of_page:
            both = (_within(some, start, start + len(text)) for some in (taken, shorter))
            for mention in sought.find(_Page(text), next(both), shorter=next(both)):
                key = mention_key(mention)
                if key and max(len(key), len(mention.text)) <= NAME_LENGTH:
                    yield PlacedMention(document, number, key, replace(mention, start=mention.start + start, end=mention.end + start))


def _shown(view: CaseView, document: DocumentId) -> Iterator[tuple[int, int, str]]:
    """Yield what the pages of a document show: number of the page, where it begins there, and the text."""
    return ((page.number, start, page.text[start:end]) for page in view.walk_pages(document) for start, end in counted_places(page))


def _decided(view: CaseView) -> list[Span]:
    """Return the places of which people said whom they name."""
    followed = reassigned(view.judgement_history())
    return [each.place for each in place_decisions(view, followed) if each.place] if followed else []


def _may_grow(placed: PlacedMention, decided: Sequence[Span]) -> bool:
    """Return whether a longer name may take the place of one: rules or tables found it, and nobody decided on it."""
    start, end = placed.mention.start, placed.mention.end
    is_decided = any(each.page == placed.page and each.start < end and start < each.end for each in decided)
    return placed.mention.source.startswith(_REPLACED) and not is_decided and placed.key == mention_key(placed.mention)


class _Page(WordPage):
    """The words of a text in which names are looked for again."""


def _within(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    return [replace(each, start=each.start - start, end=each.end - start) for each in mentions if each.start < end and start < each.end]


def _sure(case: OpenCase) -> dict[Name, int]:
    """Return the names that are looked for, with in how many documents a rule was sure of each.

    One word that stands in many more documents than in which it is a name is rather a word.
    """
    every = ((type_, key, count) for type_, rules in SURE_RULES.items() for key, count in case.view.found_by(type_, rules).items())
    sought = {(type_, key): count for type_, key, count in every if is_sought((type_, key), documents=count)}
    words = [(name, count) for name, count in sought.items() if " " not in name[1]]
    common = {name for name, count in words if len(case.index.documents(_asked(name[1]))) > _COMMON * count}
    return {name: count for name, count in sought.items() if name not in common}


def _only_in(view: CaseView, sure: Mapping[Name, int], documents: Sequence[DocumentId]) -> list[Name]:
    """Return the names that no rule was sure of outside some documents."""
    inside: dict[Name, int] = {}
    for type_, rules in SURE_RULES.items():
        for key, count in view.found_by(type_, rules, documents=documents).items():
            inside[type_, key] = count
    return [name for name, count in sure.items() if inside.get(name, 0) >= count]


def _with(case: OpenCase, names: Sequence[Name]) -> set[DocumentId]:
    """Return the documents that have one of some names in their text, as the index says."""
    return {document for _, key in names for document in case.index.documents(_asked(key))}


def _asked(key: NameKey) -> IndexQuery:
    first, *rest = folded_words(key)
    forms = {first, *(form for form, _ in written_onto(first))} if not first.isascii() else {first}
    places = (AnyWord(frozenset(forms)), *(AnyWord(frozenset({word})) for word in rest))
    return Phrase(places) if rest else places[0]
