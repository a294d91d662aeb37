"""What people do in the browser: each action is one form, and for a decision one ledger entry; it ends on the screen it came from."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Final, Literal

from pydantic import Field

from kashf.bootstrap import decode_list
from kashf.domain.dispositions import DispositionKind
from kashf.domain.entity import NameKey
from kashf.domain.entries.persons import find_person
from kashf.domain.ids import DocumentId
from kashf.entities.counting.draw import PageRead
from kashf.errors import UsageError
from kashf.services.case.brought.exceptions import chosen, exceptions_report
from kashf.services.ledger.exceptions import dispose, reopen_exception
from kashf.services.ledger.persons import introduce, persons
from kashf.services.ledger.set_aside import set_aside, take_back
from kashf.services.names.audit import record_page
from kashf.services.names.keep_screening import keep_screening, listed_as
from kashf.services.names.screen import screen
from kashf.services.questions.find_each import find_each
from kashf.services.questions.query_list import read_query_list
from kashf.services.questions.saved import forget_search, mark_seen, save_search
from kashf.services.search.faceted import Search
from kashf.web.decision_actions import (
    OneManForm,
    PairForm,
    PairsForm,
    PlaceForm,
    ReassignForm,
    RetractionForm,
    TermForm,
    call_no_name,
    check_is_there,
    judge_names,
    judge_one_place,
    judge_pairs,
    reassign_places,
    retract,
    say_one_man,
)
from kashf.web.gate.posted_forms import ActionForm
from kashf.web.gate.size_limit import LIST_FORM_BYTES
from kashf.web.rendering import address
from kashf.web.screens.queries import LISTED_HITS, MOST_LISTED
from kashf.web.screens.screen import Context
from kashf.web.screens.search import params_in, search_of
from kashf.web.transcription_actions import (
    BoxesForm,
    KeyedForm,
    SettledForm,
    TakenBackForm,
    draw_boxes,
    keep_line,
    settle_line,
    take_back_line,
)
from kashf.web.work_actions.action import Action
from kashf.web.work_actions.card_actions import CARD_ACTIONS
from kashf.web.work_actions.drafting_actions import DraftsForm, FieldDraftsForm, ask_drafts, ask_field_drafts
from kashf.web.work_actions.field_map_actions import (
    EditionsForm,
    FormRetractionForm,
    MappedForm,
    ValuesForm,
    ValuesSeenForm,
    join_editions,
    judge_values,
    map_one_field,
    retract_about_forms,
    retract_seen,
    see_values,
)
from kashf.web.work_actions.letter_actions import LetterFieldForm, LetterRetractionForm, correct_field, retract_correction
from kashf.web.work_actions.listening_actions import HeardBackForm, HeardForm, drop_heard, keep_heard
from kashf.web.work_actions.opening_actions import OpeningForm, open_sealed
from kashf.web.work_actions.people_actions import PeopleJudgedForm, judge_people
from kashf.web.work_actions.place_actions import PlaceBackForm, PlaceChosenForm, choose_candidate, retract_place
from kashf.web.work_actions.translation_actions import (
    BlindForm,
    ContestForm,
    SettleForm,
    TranslatedForm,
    contest_words,
    keep_translation,
    settle_words,
    translate_blind,
)

_Key = Annotated[str, Field(min_length=1, max_length=300)]
_Document = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
_Place = Annotated[int, Field(ge=0, le=2**31)]


class PageReadForm(ActionForm):
    """How often somebody saw a name on a page."""

    name: _Key
    document: _Document
    page: _Place
    seen: Annotated[int, Field(ge=0, le=10_000)]


class ListForm(ActionForm):
    """A list of names, as a file.

    Args:
        list: Its bytes.
        list_name: What its sender calls it.
    """

    list: Annotated[bytes, Field(strict=True, repr=False)] = b""
    list_name: str = ""


class ScreeningForm(ListForm):
    """A list of names, and of which day it is; "" where nobody says."""

    dated: dt.date | Literal[""] = ""


class QueryListForm(ListForm):
    """A list of queries, and the heading of its column where that is not told by itself."""

    column: Annotated[str, Field(max_length=200)] = ""


class SaveForm(ActionForm):
    """A search that is to be kept, as its address, and its name."""

    name: Annotated[str, Field(min_length=1, max_length=100, pattern=r"\S")]
    search: Annotated[str, Field(max_length=40_000, pattern=r"^/search(\?|$)")]


class SavedForm(ActionForm):
    """A saved search, by its ledger entry."""

    entry: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class AsideForm(ActionForm):
    """What was received and is to be taken out of every answer, by one of its receipts, and why."""

    receipt: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    why: Annotated[str, Field(min_length=1, max_length=2000, pattern=r"\S")]


class BackAgainForm(ActionForm):
    """What was set aside and is to be there again, by one of its receipts."""

    receipt: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class ExceptionForm(ActionForm):
    """What is to become of an exception, or of all open ones of a class."""

    outcome: Literal["replaced", "accepted-unread", "excluded"]
    why: Annotated[str, Field(min_length=1, max_length=2000, pattern=r"\S")]
    file: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")] = ""
    kind: Annotated[str, Field(max_length=40)] = ""
    by: Annotated[str, Field(pattern=r"^[0-9a-f]{0,64}$")] = ""


class PersonForm(ActionForm):
    """Who is at work."""

    name: Annotated[str, Field(min_length=1, max_length=200, pattern=r"\S")]


class PasswordForm(ActionForm):
    """A password, as it was typed; it stands in no address and in no answer."""

    password: Annotated[str, Field(min_length=1, max_length=512, pattern=r"^[^\x00]+$", repr=False)]


def try_password(context: Context, form: PasswordForm) -> str:
    """Try a password on what is encrypted and read what it opens; what stays shut says how many were tried."""
    context.unlock(form.password)
    return form.back


def sign_in(context: Context, form: PersonForm) -> str:
    """Let somebody sign what is decided in this session from now on; whoever is new becomes a person of the case."""
    name = " ".join(form.name.split())
    known = find_person(persons(context.case), name)
    if known is None:
        with context.open_as(name) as case:
            introduce(case, name)
    context.visitor.at_work = known.name if known else name
    return form.back


def put_aside(context: Context, form: AsideForm) -> str:
    """Take what one `add` brought out of every answer."""
    with context.decide() as case:
        set_aside(case, form.receipt, why=form.why)
    return form.back


def bring_back(context: Context, form: BackAgainForm) -> str:
    """Take back that something was set aside."""
    with context.decide() as case:
        take_back(case, form.receipt)
    return form.back


def decide_exception(context: Context, form: ExceptionForm) -> str:
    """Write down what is to become of exceptions."""
    picked = chosen(exceptions_report(context.case), kind=form.kind, beginnings=(form.file,))
    by = context.case.view.resolve(form.by) if form.by else None
    with context.decide() as case:
        dispose(case, [each.id for each in picked], DispositionKind(form.outcome), why=form.why, by=by)
    return form.back


def open_exception(context: Context, form: RetractionForm) -> str:
    """Take back what was to become of exceptions."""
    with context.decide() as case:
        reopen_exception(case, form.entry)
    return form.back


def keep_page(context: Context, form: PageReadForm) -> str:
    """Write down how often a name was seen on a page that was read for an audit."""
    check_is_there(context.case, form.document, form.page)
    with context.decide() as case:
        record_page(case, NameKey(form.name), PageRead(DocumentId(form.document), form.page, form.seen))
    return form.back


def screen_list(context: Context, form: ScreeningForm) -> str:
    """Hold a list against the case, write down that it was, and lead to what came of it."""
    if not form.list:
        raise UsageError("no list was chosen, or it is empty", code="no-list")
    text, _ = decode_list(form.list, name=form.list_name or "the list")
    found = screen(context.case, text, name=form.list_name or "the list")
    listed = listed_as(form.list, form.list_name or "the list", dated=form.dated or None)
    kept = keep_screening(context.case, found, listed, context.decide)
    return address("/screening", result=context.screenings.hold(form.list_name, kept))


def search_list(context: Context, form: QueryListForm) -> str:
    """Search for each query of a list and lead to what came of it.

    Raises:
        UsageError: It is no list of queries, or one for the command line.
    """
    text, _ = decode_list(form.list, name=form.list_name or "the list")
    listed = read_query_list(text, name=form.list_name or "the list", column=form.column.strip())
    if len(listed.queries) > MOST_LISTED:
        raise UsageError(
            f"{len(listed.queries):,} queries take too long for a page: at most {MOST_LISTED} here; `kashf find --queries` takes more",
            code="too-many-queries-here",
            most=MOST_LISTED,
        )
    found = tuple(find_each(context.case, listed.queries, Search(limit=LISTED_HITS)))
    name = f"{form.list_name}: {listed.column}" if listed.columns else form.list_name
    return address("/queries", result=context.query_lists.hold(name, found))


def keep_search(context: Context, form: SaveForm) -> str:
    """Save a search under a name."""
    asked = search_of(params_in(form.search))
    with context.decide() as case:
        save_search(case, form.name, asked)
    return form.back


def see_search(context: Context, form: SavedForm) -> str:
    """Write down that somebody saw what a saved search finds."""
    with context.decide() as case:
        mark_seen(case, form.entry)
    return form.back


def drop_search(context: Context, form: SavedForm) -> str:
    """Take back that a search was kept."""
    with context.decide() as case:
        forget_search(case, form.entry)
    return form.back


ACTIONS: Final[tuple[Action[Any], ...]] = (
    Action("/judge/names", PairForm, judge_names),
    Action("/judge/pairs", PairsForm, judge_pairs),
    Action("/judge/term", TermForm, call_no_name),
    Action("/judge/one-man", OneManForm, say_one_man),
    Action("/judge/place", PlaceForm, judge_one_place),
    Action("/reassign", ReassignForm, reassign_places),
    Action("/undo", RetractionForm, retract),
    Action("/audit/page", PageReadForm, keep_page),
    Action("/aside", AsideForm, put_aside),
    Action("/aside/undo", BackAgainForm, bring_back),
    Action("/exception", ExceptionForm, decide_exception),
    Action("/exception/undo", RetractionForm, open_exception),
    Action("/unlock", PasswordForm, try_password),
    Action("/at-work", PersonForm, sign_in),
    Action("/screening", ScreeningForm, screen_list, most_bytes=LIST_FORM_BYTES),
    Action("/saved", SaveForm, keep_search),
    Action("/saved/seen", SavedForm, see_search),
    Action("/saved/forget", SavedForm, drop_search),
    *CARD_ACTIONS,
    Action("/forms/map", MappedForm, map_one_field),
    Action("/forms/values", ValuesForm, judge_values),
    Action("/forms/editions", EditionsForm, join_editions),
    Action("/forms/undo", FormRetractionForm, retract_about_forms),
    Action("/forms/seen", ValuesSeenForm, see_values),
    Action("/forms/seen/undo", FormRetractionForm, retract_seen),
    Action("/forms/open", OpeningForm, open_sealed),
    Action("/forms/people", PeopleJudgedForm, judge_people),
    Action("/letters/correct", LetterFieldForm, correct_field),
    Action("/letters/undo", LetterRetractionForm, retract_correction),
    Action("/places/choose", PlaceChosenForm, choose_candidate),
    Action("/places/undo", PlaceBackForm, retract_place),
    Action("/heard", HeardForm, keep_heard),
    Action("/heard/undo", HeardBackForm, drop_heard),
    Action("/translated", TranslatedForm, keep_translation),
    Action("/translated/blind", BlindForm, translate_blind),
    Action("/keyed", KeyedForm, keep_line),
    Action("/keyed/settle", SettledForm, settle_line),
    Action("/keyed/boxes", BoxesForm, draw_boxes, most_bytes=LIST_FORM_BYTES),
    Action("/keyed/drafts", DraftsForm, ask_drafts),
    Action("/keyed/field-drafts", FieldDraftsForm, ask_field_drafts),
    Action("/keyed/undo", TakenBackForm, take_back_line),
    Action("/contested/mark", ContestForm, contest_words),
    Action("/contested/settle", SettleForm, settle_words),
    Action("/queries", QueryListForm, search_list, most_bytes=LIST_FORM_BYTES),
)
