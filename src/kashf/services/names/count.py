"""Count a name in a case: in every spelling and both scripts, with what people decided, by script, month and channel."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from kashf.domain.decisions import namesakes
from kashf.domain.document import Span
from kashf.domain.entity import MentionType, NameKey, Verdict
from kashf.domain.entries.delivery import Scope
from kashf.domain.ids import DocumentId
from kashf.domain.left_out import MoreIn
from kashf.entities.comparing.compare import SAME, compare, prepare
from kashf.entities.counting.appearances import Appearance, Appearances, appearances_on, count, telling_words
from kashf.entities.counting.apply_decisions import apply_decisions, decided_names
from kashf.entities.tagging.keys import name_key
from kashf.errors import UsageError
from kashf.language.person_names.finder import NameQuery, prepare_name
from kashf.language.person_names.particles import is_article
from kashf.language.person_names.titles import names_nobody, without_titles
from kashf.language.person_names.vocabulary import PARTICLES
from kashf.language.words.folding import NOTHING, Folded
from kashf.language.words.tokens import folded_words
from kashf.ports.search import AnyWord, Layer, PassageHits
from kashf.ports.views import CaseView
from kashf.services.case.collections import narrow
from kashf.services.case.copies.witnesses import witnesses
from kashf.services.case.open import OpenCase
from kashf.services.ledger.place_decisions import place_decisions
from kashf.services.search.count_left_out import left_out_of_question, passages_apart
from kashf.services.search.find import ask

#: What stands between names and within none; a family name that was typed first would be looked for as it stands, and found nowhere.
_DIVIDERS: Final = re.compile("[,;،؛]")


def count_name(case: OpenCase, name: str, *, scope: Scope = Scope.LEAK) -> Appearances:
    """Return how often a name appears in a case, in all of its spellings and both scripts, and with what people decided about it.

    Every page that has a word which may be the telling part of the name is read; nothing depends on how passages rank.

    Args:
        case: Which case.
        name: The name.
        scope: Which collection is counted; what the others hold is said beside it.

    Raises:
        UsageError: There is no name in it, or more than one.
        DamagedIndexError: The index is missing or unreadable.
    """
    narrowed = narrow(case, scope)
    counted = _count(narrowed.case, name)
    elsewhere = narrowed.elsewhere(lambda other: _count(other, name).mentions)
    return replace(counted, collection=scope, elsewhere=elsewhere, left_out=left_out_of_question(narrowed.case, _more(narrowed.case, name)))


def _count(case: OpenCase, name: str) -> Appearances:
    found, judged = _with_decisions(case, name, appearances(case, name), judged=judged_places(case.view, name))
    documents = {place.document for place in found}
    counted = count(name, found, witnesses=witnesses(case.view, documents), judged=judged)
    months = {record.id: record.file_date.month for record in case.view.records(sorted(documents))}
    channels = case.view.channels(sorted(documents))
    return replace(
        counted,
        by_month=_tally(months[place.document] for place in counted.spans),
        by_channel=_tally(channel for place in counted.spans for channel in channels.get(place.document, ())),
    )


def _more(case: OpenCase, name: str) -> Mapping[MoreIn, int]:
    """Return in how many passages that no count is of a word of a name stands."""
    words, _ = telling_words(asked_name(name), case.view.words_with)
    layers = {MoreIn.NAME_PASSED_OVER: Layer.PASSED_OVER, MoreIn.NAME_UNSURE: Layer.UNSURE}
    return {place: passages_apart(case, AnyWord(words), layer) for place, layer in layers.items()}


def appearances(case: OpenCase, name: str) -> list[Appearance]:
    """Return every place where a name stands or may stand, before any decision.

    Raises:
        UsageError: There is no name in it, or more than one.
        DamagedIndexError: The index is missing or unreadable.
    """
    query = asked_name(name)
    words, vocabulary = telling_words(query, case.view.words_with)
    return [
        place
        for document, number in _pages_with(case, words)
        if (page := case.view.page(document, number))
        for place in appearances_on(page, document, query=query, vocabulary=vocabulary)
    ]


def counted_places(case: OpenCase, name: str) -> list[Appearance]:
    """Return the places that a count takes for mentions before anybody looked at single ones: by what stands there and by decided names.

    Raises:
        UsageError: There is no name in it, or more than one.
        DamagedIndexError: The index is missing or unreadable.
    """
    found, decided = _with_decisions(case, name, appearances(case, name), judged={})
    return list(count(name, found, judged=decided).spans)


def asked_name(name: str) -> NameQuery:
    """Return a name ready to be looked for.

    Raises:
        UsageError: There is no name in it, or more than one.
    """
    if _DIVIDERS.search(name):
        raise UsageError("a comma divides names: ask for one person at a time, with the family name last", code="two-names")
    query = prepare_name(name)
    if not query.parts or all(map(_names_nobody, folded_words(name))):
        raise UsageError("Enter at least one name (given name, kunya or nisba); titles alone cannot be counted.", code="no-name")
    return query


def judged_places(view: CaseView, name: str) -> Mapping[Span, Verdict]:
    """Return what people decided about single places and a name, whichever spelling of it they had asked for."""
    is_asked = _recogniser(view, name)
    about = (each for each in view.judgements() if isinstance(each.left, Span) and is_asked(each.right))
    return {each.place: each.judgement.verdict for each in place_decisions(view, about) if each.place}


def _with_decisions(
    case: OpenCase, name: str, found: list[Appearance], *, judged: Mapping[Span, Verdict]
) -> tuple[list[Appearance], Mapping[Span, Verdict]]:
    """Return appearances with those of names that people decided are the same, and what was decided about each place."""
    decided = decided_names(case.view.judgements(), name_key(name, MentionType.PERSON), is_asked=_recogniser(case.view, name))
    if not decided.same and not decided.different:
        return found, judged
    named = case.view.mentions_of(MentionType.PERSON, sorted(decided.same)) if decided.same else ()
    return apply_decisions(found, decided, named=named, judged=judged)


def _recogniser(view: CaseView, name: str) -> Callable[[NameKey], bool]:
    """Return what tells whether a name is the one asked for, whichever spelling was decided about, if not one that several bear."""
    key, asked = name_key(name, MentionType.PERSON), prepare(without_titles(name))
    shared = namesakes(view.judgements(), MentionType.PERSON)

    @cache
    def is_asked(other: NameKey) -> bool:
        return other == key or (other not in shared and compare(asked, prepare(other)).score >= SAME)

    return is_asked


def _pages_with(case: OpenCase, vocabulary: frozenset[str]) -> Sequence[tuple[DocumentId, int]]:
    """Return each page on which one of some words stands, by document and number."""
    question = AnyWord(vocabulary)
    total = ask(case, question, limit=1).total
    answer = ask(case, question, limit=total) if total else PassageHits((), 0)
    return sorted({(hit.document, hit.page) for hit in answer.hits})


def _names_nobody(word: Folded) -> bool:
    return word in PARTICLES or names_nobody(word) or is_article(word, NOTHING)


def _tally(values: Iterator[str]) -> Mapping[str, int]:
    return dict(sorted(Counter(values).items()))
