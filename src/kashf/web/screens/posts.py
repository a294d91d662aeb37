"""Who held which post when: tenures as a table and as bars by time, whom they name, and what they date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import Field

from kashf.domain.entries.delivery import Scope
from kashf.domain.letters.said import Said
from kashf.events.posts.tenures import Tenure
from kashf.services.posts.posts_of_case import PostsOfCase, PostsQuery, PostTold, posts_of_case
from kashf.show.posts.post_answers import POST_COLUMNS, post_rows, posts_answer
from kashf.web.renderers import Spreadsheet
from kashf.web.screens.dossier import place_address
from kashf.web.screens.params import Filter, ScreenParams
from kashf.web.screens.screen import Context, Screen, Visit

#: Posts on one page; JSON and CSV have all.
SHOWN_POSTS: Final = 40
#: Papers of one post without a name or a date that the page shows.
SHOWN_PAPERS: Final = 12
#: Width of the time that bars are drawn on.
_WIDTH: Final = 1000


class PostsParams(ScreenParams):
    """Posts.

    Args:
        office: Words of the office.
        post: Words of the post.
        person: A name, in any script.
        collection: Which collection to tell of.
        after: Posts to pass over.
    """

    office: Filter = ""
    post: Filter = ""
    person: Filter = ""
    collection: Scope = Scope.LEAK
    after: Annotated[int, Field(ge=0, le=10_000_000)] = 0


@dataclass(frozen=True, slots=True)
class TimeBar:
    """One tenure on the line of time: where he may hold the post, and where he surely does, in units of `_WIDTH`.

    Args:
        left: Where the days begin on which he may hold it.
        width: How far they go.
        sure_left: Where those begin on which he surely does.
        sure_width: How far they go; 0 for none.
        is_open: Whether nothing bounds him on one side.
    """

    left: int
    width: int
    sure_left: int
    sure_width: int
    is_open: bool


def view(context: Context, params: PostsParams) -> PostsOfCase:
    """Return the posts that are asked for."""
    return posts_of_case(context.case, PostsQuery(params.office, params.post, params.person, params.collection))


def page(visit: Visit[PostsParams, PostsOfCase]) -> Mapping[str, object]:
    """Return what the page shows."""
    found, after = visit.answer, visit.params.after
    shown = found.posts[after : after + SHOWN_POSTS]
    return {
        "found": found,
        "shown": shown,
        "after": after + SHOWN_POSTS if after + SHOWN_POSTS < len(found.posts) else None,
        "shown_papers": SHOWN_PAPERS,
        "bars": time_bars(shown),
        "years": _years(shown),
        "place": _place,
    }


def data(visit: Visit[PostsParams, PostsOfCase]) -> object:
    """Return all posts, as `kashf posts --json` does."""
    return posts_answer(visit.answer)


def rows(visit: Visit[PostsParams, PostsOfCase]) -> Spreadsheet:
    """Return a row for each tenure."""
    return Spreadsheet("posts", POST_COLUMNS, post_rows(visit.answer))


def time_bars(posts: Sequence[PostTold]) -> Mapping[tuple[str, str, int], TimeBar]:
    """Return a bar for each tenure that has a date, all on one line of time, by office, post and place in the list."""
    days = [*_days(posts)]
    if not days:
        return {}
    first, length = min(days), max(1, (max(days) - min(days)).days)

    def at(day: dt.date) -> int:
        return min(max(round((day - first).days * _WIDTH / length), 0), _WIDTH)

    found = {}
    for told in posts:
        for place, each in enumerate(told.held.tenures):
            if any(sign.is_dated for sign in each.signs):
                found[told.held.at.office, told.held.at.post, place] = _bar(each, at)
    return found


def _bar(tenure: Tenure, at: Callable[[dt.date], int]) -> TimeBar:
    signs = [day for sign in tenure.signs if sign.is_dated for day in sign.date.bounds]
    left = at(tenure.not_before.day if tenure.not_before else min(signs))
    right = at(tenure.not_after.day if tenure.not_after else max(signs))
    sure = (at(tenure.seen_from.day), at(tenure.seen_to.day)) if tenure.seen_from and tenure.seen_to else None
    is_open = tenure.not_before is None or tenure.not_after is None
    return TimeBar(left, max(2, right - left), sure[0] if sure else left, max(2, sure[1] - sure[0]) if sure else 0, is_open)


def _days(posts: Iterable[PostTold]) -> Iterable[dt.date]:
    return (day for told in posts for each in told.held.tenures for sign in each.signs if sign.is_dated for day in sign.date.bounds)


def _years(posts: Sequence[PostTold]) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day of the line of time."""
    days = [*_days(posts)]
    return (min(days), max(days)) if days else None


def _place(said: Said) -> str:
    span = said.span
    return place_address(span.document, span.page, span.start, span.end)


POSTS: Final = Screen("/posts", PostsParams, view, "posts.html", page, data, rows, under="/letters")
