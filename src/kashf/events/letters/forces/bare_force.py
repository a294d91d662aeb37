"""What an Arabic clause does that has no word which orders or tells: by the form of the verb at its head."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from kashf.events.letters.forces.clause_deeds import DeedAt, deed_behind, head_deeds
from kashf.events.letters.forces.clause_force import WordAt
from kashf.events.letters.phrases import WORD_END, any_of
from kashf.language.forms.arabic_deeds import DeedShape
from kashf.language.tables.letters import act_words
from kashf.language.tables.letters.deeds.deed_verbs import NO, NOT_YET

#: Code points of a clause in which "not" before a deed forbids it.
_NEAR: Final = 60


def bare_force(
    folded: str, start: int, end: int, *, is_told: bool, is_passive: bool, is_upwards: bool
) -> tuple[WordAt | None, DeedAt | None]:
    """Return the force of a clause by the form of its verb, and the deed; (None, None) where it shows none.

    Args:
        folded: The text.
        start: Where the clause begins.
        end: Where it ends.
        is_told: Whether it is an item, or stands in a paper that orders: there a present or a verbal noun orders.
        is_passive: Whether a present in it may be one of the passive, which orders.
        is_upwards: Whether the paper goes to a superior.
    """
    order = "request" if is_upwards else "order"
    no = _not().match(folded, start, end)
    for deed in head_deeds(folded, no.end() if no else start, end):
        is_third = deed.deed.before in {"ي", "ت"}
        code = {
            DeedShape.IMPERATIVE: order,
            DeedShape.JUSSIVE: order,
            DeedShape.PRESENT: "planned" if deed.deed.is_future else "order" if is_third and (is_told or is_passive) else "",
            DeedShape.NOUN: order if is_told else "",
            DeedShape.PAST: "" if is_told else "done",
        }[deed.deed.shape]
        if no and deed.deed.shape is DeedShape.PRESENT:
            code = "not-done" if no["lacks"] else "forbid"
        if code and not (no and deed.deed.shape is not DeedShape.PRESENT):
            return WordAt(code, no.start() if no else deed.start, no.end() if no else deed.start), deed
    kept = _kept_from().search(folded, start, min(end, start + _NEAR))
    kept_from = deed_behind(folded, kept.end(), end) if kept else None
    return (WordAt("forbid", kept.start(), kept.end()), kept_from) if kept and kept_from else (None, None)


@lru_cache(maxsize=1)
def _kept_from() -> re.Pattern[str]:
    """Return "not" before a deed: behind whatever word asks for it, the deed is forbidden."""
    return re.compile(rf"(?<!\w)[وب]?{any_of(act_words.NOT)}\s+(?!{any_of(act_words.NOT_THERE)}{WORD_END})")


@lru_cache(maxsize=1)
def _not() -> re.Pattern[str]:
    return re.compile(rf"[وف]?(?:(?P<lacks>{any_of(NOT_YET)})|{any_of(NO)})\s+")
