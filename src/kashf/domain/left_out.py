"""What an answer says nothing about, so that "nothing found" is not taken for "nothing there"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class MoreIn(StrEnum):
    """Where more may stand of what was asked for."""

    #: Passages that answer a query.
    PASSED_OVER = "passed-over"
    #: Of these, those in quotations of mail that is in the case itself.
    QUOTED = "quoted"
    UNSURE = "unsure"
    UNDATED = "undated"
    #: Documents in which no dates were looked for yet, where days were asked for.
    DATES_WAITING = "dates-waiting"
    #: Translations of pages that answer and were left out on request.
    TRANSLATED = "translated"
    #: Documents of which whoever looks translates a page blind, so that no translation of theirs was searched.
    BLIND = "blind"
    #: Passages with the telling word of a name that was counted: at most so many have the name.
    NAME_PASSED_OVER = "name-passed-over"
    NAME_UNSURE = "name-unsure"
    NAME_TRANSLATED = "name-translated"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What was left out of an answer; numbers are of the whole case, but for passages, which are of the collection that was asked.

    Args:
        more: Passages in which more may stand, by place; those without any are left out.
        passed_over: Passages of quoted mail, tickers and navigation in all; 0 where a question in words has `more` instead.
        unsure_pages: Pages of which words are more often wrong than right.
        waiting: Documents that were not read or not indexed yet.
        names_waiting: Documents with text in which names have not been looked for yet.
        failed: Documents, and paths, that could not be read.
        partial: Documents of which some part could not be read, by reason.
        without_text: Documents that were read and have no text; what archives and mailboxes hold counts by itself.
        no_writing: Pictures and pages that were looked at whole and have no writing; they are not among those without text.
        unkeyed_lines: Lines that nobody typed yet on pages of which people typed others, and that no machine read surely.
        uncompared: Documents that were read and not compared with all others yet: copies among them are counted as if they were none.
        set_aside: Files that people took out of every answer; none of the other numbers counts them.
    """

    more: Mapping[MoreIn, int] = field(default_factory=lambda: MappingProxyType({}))
    passed_over: int = 0
    unsure_pages: int = 0
    waiting: int = 0
    names_waiting: int = 0
    failed: int = 0
    partial: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    without_text: int = 0
    no_writing: int = 0
    set_aside: int = 0
    unkeyed_lines: int = 0
    uncompared: int = 0
