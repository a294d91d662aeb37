"""What becomes of the deed of a clause under all the words that stand over it: "not" before "to stop", questions, suppositions, hearsay."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from kashf.events.letters.forces.clause_deeds import DeedAt, deed_behind
from kashf.events.letters.forces.clause_force import WordAt
from kashf.events.letters.forces.latin_deeds import latin_deed_behind
from kashf.events.letters.phrases import WORD_END, any_of
from kashf.language.forms.arabic_deeds import DeedShape
from kashf.language.tables.letters import scope_words as words

#: The force of a deed of which a clause does not say whether it is ordered, forbidden, done or not.
UNCLEAR: Final = "unclear"
#: Words between "not" and the deed, between who refuses and what; code points between two words that reverse.
_MOST_BETWEEN: Final = 4
_NEAR: Final = 30
_PAUSE: Final = re.compile("[،,;:]")
_TOLD: Final = frozenset(("done", "not-done", "received"))


def scoped(
    folded: str, start: int, end: int, force: WordAt | None, deed: DeedAt | None, *, is_own: bool = False
) -> tuple[WordAt | None, DeedAt | None]:
    """Return the force of a clause and its deed, composed over all that reverses the deed or leaves it open.

    Args:
        folded: The text.
        start: Where the clause begins.
        end: Where it ends.
        force: The strongest word of the clause that orders, forbids, tells; None where it has none.
        deed: The deed that is seen at its head or behind that word.
        is_own: Whether a case's own phrase has that force: the words in it reverse nothing, whatever they mean elsewhere.

    Returns:
        Both unchanged where nothing stands over the deed; "unclear" where it cannot be told what is meant.
    """
    delay = _without_delay().search(folded, start, end)
    if delay and (asked := _deed(folded, delay.end(), end)):
        is_asked = force is not None and force.code in {"request", "polite"}
        return WordAt("request" if is_asked else "order", asked.start, asked.start), asked
    over = _over(folded, start, end, deed, spared=force if is_own else None)
    if over:
        force, deed = _reversed(folded, start, end, force, deed, over)
    ended = _ended().search(folded, start, end)
    if ended and (deed is None or deed.start < ended.end()):
        if (of_it := _orders_of_it().search(folded, start, ended.start())) and deed and deed.end > ended.start():
            deed = latin_deed_behind(folded, of_it.end(), ended.start())
        force = _of_ended(folded, start, ended, force)
    if open_at := _left_open(folded, start, end, force, deed):
        code = UNCLEAR
        if _untrue().match(folded, open_at.start(), end):
            code = {"done": "not-done"}.get(force.code if force else "", UNCLEAR)
        if deed and deed.start < open_at.end() and _hedges().match(folded, open_at.start(), end):
            deed = _deed(folded, open_at.end(), end)
        return WordAt(code, open_at.start(), min(open_at.end(), deed.start if deed else end)), deed
    return force, deed


def _over(folded: str, start: int, end: int, deed: DeedAt | None, *, spared: WordAt | None) -> list[WordAt]:
    """Return the words that reverse the deed, the outermost first; no others behind it, nor in what is said of somebody by the way."""
    found: list[WordAt] = []
    idle = [(each.start(), each.end()) for each in _idle().finditer(folded, start, end)]
    idle += [(spared.start, spared.end)] if spared else []
    by_the_way = _relatives().search(folded, start, end)
    for each in _reversing().finditer(folded, start, end):
        at = WordAt(each.lastgroup or "", each.start(each.lastgroup or 0), each.end())
        if any(begin <= at.start < until for begin, until in idle):
            continue
        if by_the_way and by_the_way.start() < at.start:
            break
        if deed and at.start >= deed.end and not (found and found[-1].end > deed.start):
            break
        if found and not _goes_on(folded, found[-1], at):
            if deed is None or at.start >= deed.end:
                break
            found = []
        found.append(at)
    is_apart = found and deed and found[-1].end <= deed.start and _PAUSE.search(folded, found[-1].end, deed.start)
    return [] if is_apart else found


def _goes_on(folded: str, outer: WordAt, inner: WordAt) -> bool:
    near = _NEAR if inner.code != "not" or outer.code in {"not", "ban"} else 3
    return inner.start - outer.end <= near and not _PAUSE.search(folded, outer.end, inner.start)


def _reversed(
    folded: str, start: int, end: int, force: WordAt | None, deed: DeedAt | None, over: Sequence[WordAt]
) -> tuple[WordAt | None, DeedAt | None]:
    last = over[-1]
    inner = _inner(folded, last, end)
    is_deed = deed is None or (last.start < deed.end and last.end > deed.start)
    if inner is None and is_deed and (deed or len(over) > 1) and last.code == "stop":
        over, inner = over[:-1], deed
    if inner is None and len(over) == 1 and over[0] is last and last.code in {"stop", "kept"}:
        return force, deed
    is_nothing = force is None and deed is None and (inner is None or inner.deed.shape is DeedShape.PAST)
    if not over or is_nothing:
        return force, deed
    code = _composed(folded, start, force, over, inner or deed)
    if code is None:
        return force, inner if inner and over[-1] is last and last.code in {"stop", "keep", "kept", "ban"} else deed
    begin = min(over[0].start, force.start if force and force.start >= start else over[0].start)
    return WordAt(code, begin, over[-1].end), inner or deed


def _inner(folded: str, over: WordAt, end: int) -> DeedAt | None:
    """Return the deed that a word reverses, near behind it."""
    found = _deed(folded, over.end, end)
    if found is None:
        return None
    gap = folded[over.end : found.start]
    if _PAUSE.search(gap):
        return None
    if over.code in {"stop", "ban"}:
        return found if _between().fullmatch(gap) else None
    return found if len(gap.split()) <= _MOST_BETWEEN else None


def _deed(folded: str, start: int, end: int) -> DeedAt | None:
    following = folded[start:end].lstrip()[:1]
    return latin_deed_behind(folded, start, end) if following.isascii() else deed_behind(folded, start, end)


def _composed(folded: str, start: int, force: WordAt | None, over: Sequence[WordAt], deed: DeedAt | None) -> str | None:
    """Return the force under one or two words that reverse; None where that of the tables stands; "unclear" under more."""
    base = force.code if force else ""
    codes = tuple(each.code for each in over)
    is_told = base in _TOLD or any(each.code == "kept" or _is_told_not(folded, each) for each in over)
    if len(codes) == 1:
        return _once(folded, start, base, over[0], deed, force)
    if len(codes) > 2 or is_told:
        return UNCLEAR
    return _TWICE.get((codes[0], codes[1]), UNCLEAR)


#: What two words that reverse come to, where the paper orders.
_TWICE: Final = {
    ("not", "not"): "order",
    ("not", "keep"): "order",
    ("ban", "not"): "order",
    ("ban", "keep"): "order",
    ("not", "ban"): "permit",
    ("stop", "ban"): "permit",
}


def _once(folded: str, start: int, base: str, over: WordAt, deed: DeedAt | None, force: WordAt | None) -> str | None:
    if base in {"not-done", "received"}:
        return None
    if over.code == "kept":
        return UNCLEAR if deed and _asked().search(folded, over.end, deed.start) else "not-done"
    if base == "forbid":
        is_behind = force is not None and deed is not None and force.start >= deed.end
        is_outer = force is not None and force.end <= over.start
        is_twice = (over.code == "keep" and (is_outer or is_behind)) or (over.code == "not" and is_behind)
        return "order" if is_twice else None
    if base == "cancel":
        is_of_deed = force is not None and over.end <= force.start and (deed is None or force.end > deed.start)
        return "forbid" if over.code == "not" and is_of_deed else None
    if not base and deed and deed.deed.shape is DeedShape.PAST and over.code == "not":
        return "not-done"
    return _of_positive(folded, start, base, over)


def _of_positive(folded: str, start: int, base: str, over: WordAt) -> str | None:
    """Return what one word that reverses makes of a deed that is else ordered, permitted, planned or done."""
    if base == "permit" and over.code != "not":
        return UNCLEAR
    if over.code == "stop":
        return "cancel"
    if over.code in {"ban", "keep"}:
        return "forbid"
    if base == "done" or _is_told_not(folded, over):
        return "not-done"
    if base in {"planned", "remind"} or folded[over.start : over.end] == words.WILL_NOT:
        return UNCLEAR if _by_us().search(folded, start, over.start) or base == "remind" else "forbid"
    return "forbid"


def _is_told_not(folded: str, over: WordAt) -> bool:
    if over.code != "not":
        return False
    return (
        _told_not().match(folded, over.start, over.end) is not None
        or _was().search(folded[max(0, over.start - 8) : over.start]) is not None
    )


def _of_ended(folded: str, start: int, ended: re.Match[str], force: WordAt | None) -> WordAt | None:
    """Return the force of an order, a ban or a deed of which an English clause says behind it that it is over or put off."""
    if ended["not"]:
        return WordAt(UNCLEAR, ended.start(), ended.end())
    is_ban = _bans_of_it().search(folded, start, ended.start()) is not None
    if not is_ban and ended["what"] == "lifted":
        return force
    return WordAt("permit" if is_ban else "cancel", ended.start(), ended.end())


def _left_open(folded: str, start: int, end: int, force: WordAt | None, deed: DeedAt | None) -> re.Match[str] | None:
    """Return what leaves open whether the deed is: a question, a supposition of which it is a part, hearsay before it."""
    code = force.code if force else ""
    is_asked = folded[end : end + 1] in {"?", "؟"} or folded[start:end].rstrip().endswith(("?", "؟"))
    if found := _asking().match(folded, start, end):
        return found if code != "request" or not found[0].isascii() else None
    if is_asked and code not in {"request", "forbid", "order"}:
        return re.compile("").match(folded, start, end)
    if is_asked and (found := _helping().match(folded, start, end)):
        return found
    place = deed.start if deed else max(start, force.end) if force else end
    is_vague = (deed is None or not deed.deed.kind) and (force is None or force.start == force.end)
    if (found := _supposing().match(folded, start, end)) and (found["unreal"] or place < found.end() or is_vague):
        return found
    if (found := re.compile(r"had\s").match(folded, start, end)) is not None:
        return found
    hedge = _hedges().search(folded, start, end)
    is_over = (
        hedge is not None
        and hedge.start() <= place
        and not (force and code in {"order", "request", "forbid"} and force.start < hedge.start())
    )
    return hedge if is_over else None


def _whole(phrases: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(phrases)}{WORD_END}")


@lru_cache(maxsize=1)
def _reversing() -> re.Pattern[str]:
    each = "|".join(rf"(?P<{code}>{any_of(phrases)})" for code, phrases in words.REVERSING.items())
    return re.compile(rf"(?<!\w)(?:و|ف|ب|ل|وب)?(?:{each}){WORD_END}")


@lru_cache(maxsize=1)
def _idle() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[وفبل]?{any_of(words.NO_REVERSAL + '|' + words.UNTRUE)}{WORD_END}")


@lru_cache(maxsize=1)
def _without_delay() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[وف]?{any_of(words.WITHOUT_DELAY)}{WORD_END}")


@lru_cache(maxsize=1)
def _between() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{any_of(words.BETWEEN)}\s+)*")


@lru_cache(maxsize=1)
def _asked() -> re.Pattern[str]:
    return _whole(words.ASKED)


@lru_cache(maxsize=1)
def _told_not() -> re.Pattern[str]:
    return _whole(words.TOLD_NOT)


@lru_cache(maxsize=1)
def _was() -> re.Pattern[str]:
    return re.compile(r"\b(?:did|was|were|has|have|had)\s+$")


@lru_cache(maxsize=1)
def _by_us() -> re.Pattern[str]:
    return re.compile(r"\b(?:we|i)\s")


@lru_cache(maxsize=1)
def _relatives() -> re.Pattern[str]:
    return _whole(words.RELATIVES)


@lru_cache(maxsize=1)
def _ended() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:is|are|was|were|has been|have been|stands?)\s(?:hereby\s|herewith\s|now\s)?(?P<not>not\s)?(?:yet\s)?"
        rf"(?P<what>{any_of(words.ENDED)})\b"
    )


@lru_cache(maxsize=1)
def _orders_of_it() -> re.Pattern[str]:
    return _whole(words.ORDERS_OF_IT + "|" + words.BANS_OF_IT)


@lru_cache(maxsize=1)
def _bans_of_it() -> re.Pattern[str]:
    return _whole(words.BANS_OF_IT)


@lru_cache(maxsize=1)
def _untrue() -> re.Pattern[str]:
    return _whole(words.UNTRUE)


@lru_cache(maxsize=1)
def _asking() -> re.Pattern[str]:
    return re.compile(rf"[وف]?{any_of(words.ASKING)}{WORD_END}")


@lru_cache(maxsize=1)
def _helping() -> re.Pattern[str]:
    return re.compile(rf"{any_of(words.HELPING)}{WORD_END}")


@lru_cache(maxsize=1)
def _supposing() -> re.Pattern[str]:
    """Return the supposed part of a sentence: up to a comma, the word that answers, or its end."""
    answer = rf"[،,]|\sthen\s|\s(?={words.ANSWERING}[\w]{{3}})|$"
    return re.compile(rf"[وف]?(?:(?P<unreal>{any_of(words.UNREAL)})|{any_of(words.SUPPOSING)}){WORD_END}.*?(?:{answer})", re.DOTALL)


@lru_cache(maxsize=1)
def _hedges() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[وف]?{any_of(words.UNTRUE + '|' + words.HEDGES)}{WORD_END}")
