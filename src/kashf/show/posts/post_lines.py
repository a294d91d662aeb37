"""Posts as lines of the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kashf.domain.ids import short_id
from kashf.events.posts.holders import MayBe
from kashf.events.posts.nameless import HowSure, Nameless
from kashf.events.posts.post_signs import PostSign, SignKind
from kashf.events.posts.shared_posts import AtOnce, SharedPost
from kashf.events.posts.tenure_bounds import HANDOVER, Bound, BoundRule
from kashf.events.posts.tenures import Tenure
from kashf.language.words.visible import isolate
from kashf.services.posts.posts_of_case import PostsOfCase, PostTold
from kashf.show.counted import many
from kashf.show.letters.letter_lines import not_letters
from kashf.show.wording import wording

_MAY_BE: Final = {
    MayBe.ALIKE: "the names are alike",
    MayBe.KUNYA_AND_NAME: "one is a kunya, the other has none",
    MayBe.BOTH_WRITTEN: "one is a kunya, and a third signature has it with the name",
}


_AT_ONCE: Final = {
    AtOnce.TWO: "two at once",
    AtOnce.PERHAPS_ONE: "perhaps the same man",
    AtOnce.HANDOVER: "while the post was handed over",
}


def post_lines_of(told: PostTold) -> Iterator[str]:
    """Yield one post as lines: who holds it when, what contradicts, whom it names."""
    yield f"{isolate(told.post)}, {isolate(told.office)}"
    for each in told.held.tenures:
        yield f"  {isolate(each.holder)}: {_days(each)}; {_count(each)}"
        yield from (f"    not before {_end(each.not_before)}" for _ in [0] if each.not_before)
        yield from (f"    not after {_end(each.not_after)}" for _ in [0] if each.not_after)
        yield from _asked(told, each)
    if told.held.names.uncompared:
        yield f"  {told.held.names.uncompared} more names were not compared with the others"
    yield from (line for each in told.shared for line in _shared(each))
    yield from (f"  {_nameless(each)}" for each in told.nameless)
    for dated in told.dated:
        holder = isolate(dated.tenures[0].holder)
        yield f"  {short_id(dated.said.span.document)} has no date: {dated.date.edtf()} by the time of {holder} in the post (derived)"


def _asked(told: PostTold, tenure: Tenure) -> Iterator[str]:
    """Yield with whom he may be one man, a line for each reason."""
    for why, words in _MAY_BE.items():
        names = [isolate(other) for other in tenure.may_be if told.held.names.why_one(tenure.holder, other) is why]
        if names:
            more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
            yield f"    may be one man with {', '.join(names[:_SHOWN])}{more}: {words}; nobody has decided"


def left_out_of_posts(found: PostsOfCase) -> str:
    """Return in one line what the table of posts leaves out."""
    return (
        f"{len(found.posts)} of {many(found.of, 'post')}, from {many(found.letters, 'letter')} (copies once, {found.copies} more); "
        f"letters without a signature: {found.unsigned}, without a post in it: {found.without_post}, with a post of an office "
        f"that cannot be told: {found.without_office}; signatures without a usable date, which bound nothing: {found.undated}, "
        f"dated after it came, which is doubtful and bounds nothing either: {found.ahead}, "
        f"for somebody else: {found.stand_ins}; two hold one post at once: {found.at_once[AtOnce.TWO]}, perhaps the same man: "
        f"{found.at_once[AtOnce.PERHAPS_ONE]}, in the days of handing over: {found.at_once[AtOnce.HANDOVER]}; "
        f"{not_letters(found.no_letters, found.unsure, found.partly_read, found.beyond)}"
    )


#: Names beside one that are listed; JSON has all.
_SHOWN: Final = 4
#: What is taken for true here, said under every table.
ASSUMED: Final = (
    f"taken for true: a post has one holder at a time, and is handed over within {HANDOVER} days of an order; what is derived here "
    "judges nothing"
)


def _days(tenure: Tenure) -> str:
    if tenure.seen_from is None or tenure.seen_to is None:
        return "no day on which it is sure"
    one = tenure.seen_from.day == tenure.seen_to.day
    return f"on {tenure.seen_from.day}" if one else f"at least from {tenure.seen_from.day} to {tenure.seen_to.day}"


def _end(bound: Bound | None) -> str:
    if bound is None:
        return "-"
    another = bound.rule in {BoundRule.ANOTHER_HOLDER, BoundRule.ANOTHER_NAMED, BoundRule.ANOTHER_RELIEVED}
    who = f" ({isolate(bound.sign.name)})" if another else ""
    rule = wording("en").table[f"posts.rule.{bound.rule.value}"]
    return f"{bound.day}: {rule}{who}, {short_id(bound.sign.document)}"


def _count(tenure: Tenure) -> str:
    counts = {kind: sum(sign.kind is kind for sign in tenure.signs) for kind in SignKind}
    undated = sum(not sign.is_dated for sign in tenure.signs)
    told = (
        (counts[SignKind.SIGNED], "signed"),
        (counts[SignKind.NAMED], "named"),
        (counts[SignKind.RELIEVED], "relieved"),
        (undated, "without a date"),
    )
    return ", ".join(f"{number} {word}" for number, word in told if number)


def _shared(shared: SharedPost) -> Iterator[str]:
    behind = ", ".join(wording("en").table[f"posts.why.{each.value}"] for each in shared.behind)
    first, last = (_sign(each) for each in shared.beside)
    both = f"{isolate(shared.one.holder)} and {isolate(shared.other.holder)}"
    yield f"  {_AT_ONCE[shared.told_as]}: {both}: {_sign(shared.sign)} lies between {first} and {last}; it may be {behind}"
    if shared.told_as is AtOnce.PERHAPS_ONE:
        yield "    nobody has decided; whoever knows does with: kashf review CASE --judge ONE OTHER same|different --why REASON"


def _sign(sign: PostSign) -> str:
    return f"{short_id(sign.document)} ({sign.date.edtf() or 'no date'})"


def _nameless(nameless: Nameless) -> str:
    names = list(dict.fromkeys(isolate(each.holder) for each in nameless.holders))
    when = nameless.date.edtf() or "no usable date"
    held = {
        HowSure.CERTAIN: f"held then by {names[0]}: certain, if the post has one holder" if names else "",
        HowSure.ONE_OF: f"held then by one of: {', '.join(names)}; or by somebody not known here",
        HowSure.UNKNOWN: "who held it then cannot be said",
    }[nameless.how_sure]
    stand_in = "; signed for the holder" if nameless.stands_in else ""
    return f"{short_id(nameless.said.span.document)} ({when}) has the post alone: {held} (derived){stand_in}"
