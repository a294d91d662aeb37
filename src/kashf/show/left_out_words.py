"""What an answer leaves out, in words: the same items in the same order at every door."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from kashf.domain.left_out import LeftOut, MoreIn
from kashf.show.wording import Wording


class LeftOutItem(NamedTuple):
    """One thing that was left out.

    Attributes:
        what: Name of its field, or of where more stands; by this a door knows where the list of it is.
        words: How many of what.
    """

    what: str
    words: Markup


def left_out_items(say: Wording, left: LeftOut) -> tuple[LeftOutItem, ...]:
    """Return what was left out, what may hold an answer first; nothing where there is nothing of it.

    Args:
        say: The language; the tables of `left_out_wording` are enough.
        left: The numbers.
    """
    return tuple(_items(say, left))


def _items(say: Wording, left: LeftOut) -> Iterator[LeftOutItem]:
    for place in MoreIn:
        if count := left.more.get(place, 0):
            yield LeftOutItem(place.value, say.many(f"left_out.more.{place.value}", count))
    for name in ("passed_over", "unsure_pages", "waiting", "names_waiting", "failed"):
        if count := int(getattr(left, name)):
            yield LeftOutItem(name, say.many(f"left_out.{name}", count))
    if left.partial:
        reasons = (say.table.get("search.comma", ",") + " ").join(
            f"{say.named('reasons', reason)} {say.number(count)}" for reason, count in left.partial.items()
        )
        words = say.many("left_out.partial", sum(left.partial.values()))
        yield LeftOutItem("partial", say("left_out.in_part", what=words, reasons=reasons))
    if left.without_text:
        yield LeftOutItem("without_text", say.many("left_out.without_text", left.without_text))
    if left.set_aside:
        yield LeftOutItem("set_aside", say.many("left_out.set_aside", left.set_aside))
    if left.unkeyed_lines:
        yield LeftOutItem("unkeyed_lines", say.many("left_out.unkeyed_lines", left.unkeyed_lines))
    if left.uncompared:
        yield LeftOutItem("uncompared", say.many("left_out.uncompared", left.uncompared))
