"""Posts as JSON values and as rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from kashf.domain.letters.said import Said
from kashf.events.posts.nameless import DatedByPost, Nameless
from kashf.events.posts.post_signs import PostSign
from kashf.events.posts.shared_posts import SharedPost
from kashf.events.posts.tenure_bounds import Bound
from kashf.events.posts.tenures import Tenure
from kashf.services.posts.posts_of_case import PostsOfCase, PostTold
from kashf.show.forms.spreadsheets import Cell
from kashf.show.plain import plain

#: Columns of the table of tenures.
POST_COLUMNS: Final = (
    *("office", "post", "holder", "names", "may_be", "seen_from", "seen_to", "not_before", "not_before_by", "not_after", "not_after_by"),
    *("signatures", "named", "relieved", "undated", "first_document", "last_document"),
)


def posts_answer(found: PostsOfCase) -> dict[str, Any]:
    """Return posts as JSON values, with what was left out."""
    left_out = {
        name: getattr(found, name)
        for name in (
            *("of", "at_once", "paths", "letters", "copies", "unsigned", "without_post", "without_office", "undated", "ahead", "stand_ins"),
            *("no_letters", "unsure", "partly_read", "beyond", "waiting", "elsewhere", "set_aside"),
        )
    }
    return {"posts": [post_answer(each) for each in found.posts], **plain(left_out)}


def post_rows(found: PostsOfCase) -> Iterator[Sequence[Cell]]:
    """Yield a row for each tenure."""
    for told in found.posts:
        for each in told.held.tenures:
            kinds = [sign.kind.value for sign in each.signs]
            dated = [sign.document for sign in each.signs if sign.is_dated]
            yield (
                *(told.office, told.post, each.holder, "; ".join(each.names), "; ".join(each.may_be)),
                *(_day(each.seen_from), _day(each.seen_to), _day(each.not_before), _rule(each.not_before)),
                *(_day(each.not_after), _rule(each.not_after)),
                *(kinds.count("signed"), kinds.count("named"), kinds.count("relieved"), len(each.signs) - len(dated)),
                *((dated[0], dated[-1]) if dated else ("", "")),
            )


def post_answer(told: PostTold) -> Mapping[str, Any]:
    """Return one post as JSON values."""
    at = told.held.at
    return {
        "office": told.office,
        "office_id": at.office,
        "post": told.post,
        "post_id": at.post,
        "tenures": [_tenure(each) for each in told.held.tenures],
        "uncompared_names": told.held.names.uncompared,
        "shared": [_shared(each) for each in told.shared],
        "nameless": [_nameless(each) for each in told.nameless],
        "dated": [_dated(each) for each in told.dated],
    }


def _tenure(tenure: Tenure) -> Mapping[str, Any]:
    ends = ("seen_from", "seen_to", "not_before", "not_after")
    return {
        "holder": tenure.holder,
        "names": list(tenure.names),
        "may_be": list(tenure.may_be),
        **{end: _bound(getattr(tenure, end)) for end in ends},
        "signs": [_sign(each) for each in tenure.signs],
    }


def _bound(bound: Bound | None) -> Mapping[str, Any] | None:
    if bound is None:
        return None
    return {"day": bound.day.isoformat(), "rule": bound.rule.value, "name": bound.sign.name, **_place(bound.sign.said)}


def _sign(sign: PostSign) -> Mapping[str, Any]:
    said = {"kind": sign.kind.value, "name": sign.name, "date": sign.date.edtf(), "office_by": sign.rule.value, **_place(sign.said)}
    return said | ({"date_span": plain(sign.day.span)} if sign.day else {})


def _shared(shared: SharedPost) -> Mapping[str, Any]:
    return {
        "holders": [shared.one.holder, shared.other.holder],
        "sign": _sign(shared.sign),
        "beside": [_sign(each) for each in shared.beside],
        "told_as": shared.told_as.value,
        "behind": [each.value for each in shared.behind],
    }


def _nameless(nameless: Nameless) -> Mapping[str, Any]:
    return {
        "date": nameless.date.edtf(),
        "how_sure": nameless.how_sure.value,
        "holders": list(dict.fromkeys(each.holder for each in nameless.holders)),
        "stands_in": nameless.stands_in,
        "is_derived": True,
        **_place(nameless.said),
    }


def _dated(dated: DatedByPost) -> Mapping[str, Any]:
    return {"date": dated.date.edtf(), "is_derived": dated.date.is_derived, "holder": dated.tenures[0].holder, **_place(dated.said)}


def _place(said: Said) -> dict[str, Any]:
    return {"text": said.text, "span": plain(said.span)}


def _day(bound: Bound | None) -> str:
    return bound.day.isoformat() if bound else ""


def _rule(bound: Bound | None) -> str:
    return bound.rule.value if bound else ""
