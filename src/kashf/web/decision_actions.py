"""What people decide about names in the browser: each form is one ledger entry, and is remembered to be taken back."""

from __future__ import annotations

import re
from typing import Annotated, Final

from pydantic import Field

from kashf.domain.document import Span
from kashf.domain.entity import MentionType, NameKey, Verdict
from kashf.domain.ids import DocumentId
from kashf.errors import MalformedRequestError, NotFoundError, UsageError
from kashf.services.case.open import OpenCase
from kashf.services.names.audit import judge_place
from kashf.services.names.review import find_key, judge, undo
from kashf.services.names.reviewing.at_once import call_no_names, judge_together
from kashf.services.names.reviewing.posts import call_one_man
from kashf.services.names.reviewing.reassign import reassign, reassign_to_new
from kashf.web.gate.access import DecisionMade
from kashf.web.gate.posted_forms import ActionForm
from kashf.web.screens.screen import Context

#: A place as a form names it.
_PLACE: Final = re.compile(r"([0-9a-f]{64})#([1-9]\d{0,6}):(\d{1,9})-(\d{1,9})")

_Key = Annotated[str, Field(min_length=1, max_length=300)]
_Document = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
_Place = Annotated[int, Field(ge=0, le=2**31)]


class PairForm(ActionForm):
    """What somebody says about two names."""

    type: MentionType
    left: _Key
    right: _Key
    verdict: Verdict
    why: Annotated[str, Field(max_length=2000)] = ""


class PairsForm(ActionForm):
    """What somebody says about several pairs of names at once.

    Args:
        type: What all name.
        pair: The pairs, one a line, its names divided by a tab.
        verdict: What is said of each.
        why: The reason.
    """

    type: MentionType
    pair: Annotated[str, Field(min_length=3, max_length=60_000)]
    verdict: Verdict
    why: Annotated[str, Field(max_length=2000)] = ""


class TermForm(ActionForm):
    """A term that somebody says is no name."""

    type: MentionType
    term: _Key


class OneManForm(ActionForm):
    """A name of which somebody says that it is one man's, whatever posts stand beside it."""

    name: _Key


class ReassignForm(ActionForm):
    """Places that somebody says name another.

    Args:
        type: What is named.
        place: The places, one a line: document#page:start-end.
        to: A name of the case that they are given to; "" for somebody new.
        label: What somebody new is called.
        why: The reason.
    """

    type: MentionType
    place: Annotated[str, Field(max_length=60_000)] = ""
    to: Annotated[str, Field(max_length=300)] = ""
    label: Annotated[str, Field(max_length=300)] = ""
    why: Annotated[str, Field(max_length=2000)] = ""


class PlaceForm(ActionForm):
    """What somebody says about a place and a name, and whether an audit asked."""

    name: _Key
    document: _Document
    page: _Place
    start: _Place
    end: _Place
    verdict: Verdict
    drawn: bool = False


class RetractionForm(ActionForm):
    """Which decision somebody takes back."""

    entry: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


def judge_names(context: Context, form: PairForm) -> str:
    """Write down whether two names are one."""
    with context.decide() as case:
        outcome = judge(case, NameKey(form.left), NameKey(form.right), form.verdict, type=form.type, why=form.why.strip())
    context.visitor.made.append(DecisionMade(outcome.entry, form.verdict.value, form.left, form.right))
    return form.back


def judge_pairs(context: Context, form: PairsForm) -> str:
    """Write down one answer about several pairs of names."""
    pairs = [line.split("\t") for line in form.pair.splitlines()]
    if any(len(pair) != 2 for pair in pairs):
        raise UsageError("choose pairs of two names each", code="no-pair-chosen")
    names = [(NameKey(left), NameKey(right)) for left, right in pairs]
    with context.decide() as case:
        outcome = judge_together(case, names, form.verdict, type=form.type, why=form.why.strip())
    context.visitor.made.append(DecisionMade(outcome.entry, form.verdict.value, *names[0], others=len(names) - 1))
    return form.back


def call_no_name(context: Context, form: TermForm) -> str:
    """Write down that a term is no name."""
    with context.decide() as case:
        outcome = call_no_names(case, [NameKey(form.term)], type=form.type)
    context.visitor.made.append(DecisionMade(outcome.entry, Verdict.NOT_A_NAME.value, form.term, ""))
    return form.back


def say_one_man(context: Context, form: OneManForm) -> str:
    """Write down that a name is one man's, with the posts that stand beside it."""
    with context.decide() as case:
        entries = call_one_man(case, NameKey(form.name))
    context.visitor.made.extend(DecisionMade(entry, Verdict.SAME.value, "", form.name) for entry in entries)
    return form.back


def reassign_places(context: Context, form: ReassignForm) -> str:
    """Write down that places name another."""
    places = [_place(context.case, line) for line in form.place.splitlines()]
    with context.decide() as case:
        if form.to.strip():
            key = find_key(case.reading, form.to, [form.type])[1]
            outcome = reassign(case, places, key, type=form.type, why=form.why.strip())
        else:
            outcome = reassign_to_new(case, places, form.label, type=form.type, why=form.why.strip())
    context.visitor.made.append(DecisionMade(outcome.entry, Verdict.SAME.value, "", form.to or form.label, others=len(places) - 1))
    return form.back


def _place(case: OpenCase, written: str) -> Span:
    """Return a place of the case as its form names it."""
    found = _PLACE.fullmatch(written)
    if not found or int(found[3]) >= int(found[4]):
        raise MalformedRequestError(["place"])
    check_is_there(case, found[1], int(found[2]), last=int(found[4]))
    return Span(DocumentId(found[1]), int(found[2]), int(found[3]), int(found[4]))


def judge_one_place(context: Context, form: PlaceForm) -> str:
    """Write down whether a place names somebody."""
    check_is_there(context.case, form.document, form.page, last=form.end)
    if form.start >= form.end:
        raise NotFoundError("there is no such place in this case; nothing was written down", code="no-such-place")
    place = Span(DocumentId(form.document), form.page, form.start, form.end)
    with context.decide() as case:
        entry = judge_place(case, NameKey(form.name), place, form.verdict, is_drawn=form.drawn)
    context.visitor.made.append(DecisionMade(entry, form.verdict.value, "", form.name))
    return form.back


def retract(context: Context, form: RetractionForm) -> str:
    """Write down that a decision does not stand any more."""
    with context.decide() as case:
        undo(case, form.entry)
    context.visitor.made[:] = [each for each in context.visitor.made if each.entry != form.entry]
    return form.back


def check_is_there(case: OpenCase, document: str, page: int, *, last: int = 0) -> None:
    """Check that a page is one of the case, and as long as what is said of it.

    Raises:
        NotFoundError: There is no such page, or it ends before `last`.
    """
    found = case.view.page(DocumentId(document), page)
    if found is None or last > len(found.text):
        raise NotFoundError("there is no such place in this case; nothing was written down", code="no-such-place")
