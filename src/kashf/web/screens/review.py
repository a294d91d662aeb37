"""The queue of decisions: whether two names are one, asked first where the answer changes most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import Field

from kashf.domain.entity import RESOLVED, MentionType
from kashf.domain.pages.quote import Quote
from kashf.errors import NotFoundError
from kashf.services.case.open import OpenCase
from kashf.services.forms.people.people_queue import people_queue
from kashf.services.ledger.stored_decisions import waiting_places
from kashf.services.names.review import by_entry, conflicts, examples, history
from kashf.services.names.reviewing.posts import PostsQuestion, posts_asked
from kashf.services.names.reviewing.questions import Question, Side, joined, parts, patterns, queue
from kashf.show.answers import review_answer
from kashf.show.explain import in_english
from kashf.show.forms.people_answers import question_answer
from kashf.web.renderers import Spreadsheet
from kashf.web.rendering import address
from kashf.web.screens.dossier import place_address
from kashf.web.screens.names import name_address
from kashf.web.screens.params import ScreenParams
from kashf.web.screens.screen import Context, Nav, Screen, Visit

#: Questions that are looked up, those listed under the one that is asked, pairs of one pattern, and places shown of each name.
LOOKED_UP: Final = 2_000
LISTED: Final = 15
AT_ONCE: Final = 100
EXAMPLES: Final = 3
#: Places looked through for such in different documents.
LOOKED_THROUGH: Final = 12
DECISIONS: Final = 8

Queue = Sequence[Sequence[Question]]

#: What is asked about, in order.
TYPES: Final = tuple(type for type in MentionType if type in RESOLVED)


class ReviewParams(ScreenParams):
    """The queue of decisions.

    Args:
        type: What to ask about; "" for all.
        joined: Whether to ask about what was joined by machine, the weakest evidence first, instead of what is open.
        left: With `right`, one pair of the queue; without, its first.
        right: See `left`.
    """

    type: Annotated[str, Field(pattern=f"^({'|'.join(TYPES)})?$")] = ""
    joined: bool = False
    left: Annotated[str, Field(max_length=300)] = ""
    right: Annotated[str, Field(max_length=300)] = ""


@dataclass(frozen=True, slots=True)
class SideView:
    """One of the two names as it is shown.

    Args:
        side: The name with its counts.
        href: Its dossier.
        entity: The most frequent spelling of the name its entity goes by.
        quotes: Places where it stands, each with its address.
    """

    side: Side
    href: str
    entity: str
    quotes: tuple[tuple[Quote, str], ...]


def view(context: Context, params: ReviewParams) -> Queue:
    """Return the queue; questions that differ in the same words are one with its list, unless a pair is asked for.

    Raises:
        UnfinishedError: The names of the case were not compared yet.
    """
    if params.joined:
        return [(each,) for each in joined(context.case, limit=LOOKED_UP, types=_types(params))]
    found = queue(context.case, limit=LOOKED_UP, types=_types(params))
    return [(each,) for each in found] if params.left else patterns(found)


def page(visit: Visit[ReviewParams, Queue]) -> dict[str, object]:
    """Return what the page shows.

    Raises:
        NotFoundError: The pair that is asked for is not in the queue.
    """
    case, params, questions = visit.case, visit.params, visit.answer
    number = _number(questions, params)
    asked = questions[number] if questions else ()
    question = asked[0] if asked else None
    following = questions[number + 1] if number + 1 < len(questions) else None
    return {
        "question": question,
        "asked": [(each, question_address(each, params)) for each in asked[:AT_ONCE]],
        "not_asked": max(0, len(asked) - AT_ONCE),
        "sides": [_side(case, question, side) for side in (question.left, question.right)] if question else [],
        "parts": parts(question) if question else (),
        "following": question_address(following[0], params) if following else "",
        "waiting": sum(map(len, questions)),
        "is_all": sum(map(len, questions)) < LOOKED_UP,
        "others": [(each[0], len(each), question_address(each[0], params)) for each in questions[number + 1 : number + 1 + LISTED]],
        "places_wait": [(each, name_address(type, each.key)) for type in _types(params) for each in waiting_places(case.view, type)],
        "person": MentionType.PERSON,
        "posts": [(each, name_address(MentionType.PERSON, each.key)) for each in _posts(case, params)],
        "conflicts": conflicts(case),
        "decisions": by_entry(history(case))[:DECISIONS],
        "queue_address": address("/review", type=params.type, joined="true" if params.joined else ""),
        "types": TYPES,
        "name_address": name_address,
        "place_address": place_address,
    }


def data(visit: Visit[ReviewParams, Queue]) -> object:
    """Return the queue and the conflicts, as `kashf review --json` gives them."""
    questions = [each for asked in visit.answer for each in asked]
    case, params = visit.case, visit.params
    people = [question_answer(each) for each in people_queue(case)] if _asks_people(params) else []
    return review_answer(questions, _posts(case, params), conflicts(case), people=people, set_aside=case.view.count_set_aside())


def rows(visit: Visit[ReviewParams, Queue]) -> Spreadsheet:
    """Return the queue as rows."""
    found = [
        (
            each.type,
            each.left.text,
            each.right.text,
            each.score,
            in_english(each.why),
            in_english(each.warning),
            each.moves,
            each.gain,
            each.pattern,
        )
        for asked in visit.answer
        for each in asked
    ]
    return Spreadsheet("review", ("type", "left", "right", "score", "why", "warning", "moves", "gain", "pattern"), found)


def question_address(question: Question, params: ReviewParams) -> str:
    """Return where a question of the queue is asked."""
    return address("/review", type=params.type, joined="true" if params.joined else "", left=question.left.key, right=question.right.key)


def _posts(case: OpenCase, params: ReviewParams) -> Sequence[PostsQuestion]:
    """Return the names that may be two men's, where people are asked about."""
    return posts_asked(case) if _asks_people(params) else ()


def _asks_people(params: ReviewParams) -> bool:
    return not params.joined and MentionType.PERSON in _types(params)


def _types(params: ReviewParams) -> Sequence[MentionType]:
    return (MentionType(params.type),) if params.type else tuple(RESOLVED)


def _number(questions: Queue, params: ReviewParams) -> int:
    if not params.left:
        return 0
    pair = {params.left, params.right}
    for number, (question, *_) in enumerate(questions):
        if {question.left.key, question.right.key} == pair:
            return number
    raise NotFoundError("these two names are not in the queue: somebody has decided on them, or they are not alike", code="not-in-queue")


def _side(case: OpenCase, question: Question, side: Side) -> SideView:
    found: dict[str, Quote] = {}
    for each in examples(case, question.type, side.key, limit=LOOKED_THROUGH):
        found.setdefault(each.document, each)
    shown = list(found.values())[:EXAMPLES]
    quotes = tuple((each, place_address(each.document, each.page, each.start, each.end)) for each in shown)
    entity = next((total.text for total in case.view.names_with(question.type, [side.entity])), side.entity)
    return SideView(side, name_address(question.type, side.key), entity, quotes)


REVIEW: Final = Screen("/review", ReviewParams, view, "review.html", page, data, rows, nav=Nav("review", "r"), decides=True)
