"""The parts of a clause that tells of an act: things with amounts, from, to, where, persons, and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from kashf.domain.letters.instructions import ByWhen, Quantity
from kashf.domain.letters.said import Said
from kashf.events.letters.date_wordings import date_between
from kashf.events.letters.phrases import WORD_END, any_of, signs_of
from kashf.events.letters.sheet_text import SheetText
from kashf.language.dates.find_dates import find_dates
from kashf.language.tables.letters import act_words as words
from kashf.language.tables.letters.deadline_words import COUNTED_FROM, RULES, WITHIN
from kashf.language.tables.letters.deeds.act_phrases import ACTS
from kashf.language.words.folding import fold

_MOST_THINGS: Final = 30
#: Code points of a date.
_LONGEST_DATE: Final = 40
_AMOUNT: Final = r"\(?(?P<{0}>\d{{1,9}}(?:[.,]\d{{1,3}})*)\)?"
_DIGIT: Final = re.compile(r"\d")
_WORDS: Final = re.compile(r"\w+")
_WORD: Final = r"[^\W\d_]{2,20}"
#: A word before an amount that is no thing: joints, prepositions and the act itself.
_NO_THING: Final = re.compile(any_of(words.NO_THING) + r"\Z")


def things(sheet: SheetText, start: int, end: int) -> tuple[Quantity, ...]:
    """Return the things of a clause that have an amount, in order: rifles, number (6); 12 tons of wheat."""
    if not _DIGIT.search(sheet.folded, start, end):  # as most clauses have none
        return ()
    found: list[Quantity] = []
    taken = start
    for each in _thing().finditer(sheet.folded, start, end):
        if len(found) >= _MOST_THINGS or each.start() < taken:
            continue
        name = next(group for group in ("counted", "weighed", "latin", "before") if each[group])
        first, last = _thing_words(sheet.folded, *each.span(name), is_arabic=name not in {"latin", "before"})
        if name == "before" and (_is_numbered(sheet.folded, start, each.start()) or _is_dated(sheet.folded, start, each.start(), end)):
            continue
        if first >= last or _is_unit_of_time(each["unit"] or each[name]):
            continue
        said = sheet.said(first if name not in {"latin", "before"} else each.start(), each.end(), "thing-and-amount", 0.85)
        thing = sheet.said(first, last, "thing", 0.85)
        if said and thing:
            amount = next(each[group] for group in ("n1", "n2", "n3", "n4") if each[group])
            found.append(Quantity(said, thing.text, amount.replace(",", ""), str(each["unit"] or each["unit3"] or each["unit4"] or "")))
            taken = each.end()
    return tuple(found) + tuple(_sums(sheet, start, end))


def _is_dated(folded: str, start: int, at: int, end: int) -> bool:
    """Return whether a number is a part of a date, and no amount."""
    first = max(start, at - _LONGEST_DATE // 2)
    found = find_dates(folded[first : min(end, at + _LONGEST_DATE)])
    return any(place.start - 1 <= at - first < place.end for place in found)


def _is_numbered(folded: str, start: int, at: int) -> bool:
    """Return whether a number is the number of something: a paper, an article, a house."""
    before = folded[start:at].split()
    return bool(before) and re.fullmatch(any_of(words.NUMBERED), before[-1].strip("(:")) is not None


def _thing_words(folded: str, start: int, end: int, *, is_arabic: bool) -> tuple[int, int]:
    """Return the last words before an amount that are the thing: at most two, without the act and an "and" written onto them."""
    parts = list(re.finditer(r"\S+", folded[start:end]))
    if not is_arabic:
        return start, end
    kept = parts[-2:]
    while len(kept) > 1 and (_NO_THING.match(kept[0][0]) or _is_act(kept[0][0])):
        kept = kept[1:]
    if not kept or _NO_THING.match(kept[0][0]) or (len(kept) == 1 and _is_act(kept[0][0])):
        return end, end
    first = kept[0].start()
    if len(kept) > 1 and re.match(r"و\w{3}", kept[1][0]):
        first = kept[1].start()
    joined = re.match(r"و(?=\w{3})", folded[start + first : end])
    return start + first + (1 if joined else 0), end


def _sums(sheet: SheetText, start: int, end: int) -> Iterator[Quantity]:
    for each in _sum().finditer(sheet.folded, start, end):
        said = sheet.said(each.start(), each.end(), "sum", 0.9)
        if said:
            yield Quantity(said, "money", (each["s1"] or each["s2"]).replace(",", ""), each["currency"] or each["currency2"])


def by_when(sheet: SheetText, start: int, end: int) -> ByWhen | None:
    """Return until when the act of a clause is to be done, as the rule by which it is reckoned; None where the clause does not say."""
    said_here = frozenset(_WORDS.findall(sheet.folded, start, end))
    for rule, signs, pattern in _rules():
        if not signs.isdisjoint(said_here) and (found := pattern.search(sheet.folded, start, end)):
            said = sheet.said(found.start(), end if rule == "date" else found.end(), f"deadline:{rule}", 0.9)
            number = next((int(group) for group in found.groups() if group and group.isdigit()), None)
            date = date_between(sheet, found.end(), end, rule="deadline-date", score=0.85) if rule == "date" else None
            if said and (rule != "date" or (date and date.date.is_known)):
                return _from_what(sheet, found.end(), end, ByWhen(said, rule, number, date))
    return _counted(sheet, start, end)


def _from_what(sheet: SheetText, start: int, end: int, told: ByWhen) -> ByWhen:
    """Return a time with what its days are counted from, where the words right behind it say so in whatever way."""
    behind_it = sheet.folded[start : min(end, start + _FROM_NEAR)]
    rule = next((rule for rule, pattern in _froms() if pattern.search(behind_it)), None) if told.rule == _WITHIN else None
    return replace(told, rule=rule) if rule else told


#: Code points behind days in which what they are counted from stands.
_FROM_NEAR: Final = 32
_WITHIN: Final = "within"


@lru_cache(maxsize=1)
def _froms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((rule, re.compile(rf"(?<!\w){any_of(phrases)}{WORD_END}")) for rule, phrases in COUNTED_FROM.items())


def _counted(sheet: SheetText, start: int, end: int) -> ByWhen | None:
    """Return a time that is counted from another day in words: "within ten days of this letter"."""
    clause = sheet.said(start, end, "deadline:counted", 0.8) if _within().search(sheet.folded, start, end) else None
    for place in find_dates(clause.text) if clause else ():
        rule = dict(place.rule)
        if clause and rule.get("term") and isinstance(count := rule.get("count"), int) and rule.get("unit") in _UNIT_DAYS:
            span = replace(clause.span, start=clause.span.start + place.start, end=clause.span.start + place.end)
            counted_from = _COUNTED_FROM.get(str(rule.get("from")), "within")
            return ByWhen(replace(clause, text=place.wording, span=span), counted_from, count * _UNIT_DAYS[str(rule["unit"])])
    return None


@lru_cache(maxsize=1)
def _within() -> re.Pattern[str]:
    """Return what a time that is counted begins with, so that dates are looked for in few clauses only."""
    return re.compile(rf"(?<!\w){any_of(WITHIN)}{WORD_END}")


#: Days of a unit of time that is counted in days, and what a time is counted from.
_UNIT_DAYS: Final = {"day": 1, "week": 7}
_COUNTED_FROM: Final = {"writing": "within-letter", "receipt": "within-receipt", "publication": "within-publication"}


def behind(sheet: SheetText, start: int, end: int, before: str, rule: str) -> Said | None:
    """Return the words behind one of some prepositions, up to where a name ends; None where there is no such preposition."""
    for found in _behind(before).finditer(sheet.folded, start, end):
        if found["no"]:
            continue
        stop = name_end(sheet.folded, found.end(), end)
        if stop > found.end() and (not found[0].isascii() or _is_named(sheet.words(found.end(), stop))):
            return sheet.said(found.end(), stop, rule, 0.75)
    return None


def _is_named(words_of: str) -> bool:
    """Return whether words in Latin letters are a place, person or office, and no verb: "to Post Heron" is one, "to lend" is none."""
    return words_of[:1].isupper() or words_of.split(" ", 1)[0].lower() in {"the", "this", "that", "our", "your", "his", "their", "all"}


@lru_cache(maxsize=8)
def _behind(before: str) -> re.Pattern[str]:
    as_from, none = any_of(words.AS_FROM), any_of(words.NO_GOAL)
    return re.compile(rf"(?:(?P<no>(?<!\w){as_from}{WORD_END})|(?<!\w){any_of(before)}{WORD_END})\s+(?!{none}{WORD_END}|\(?\d)")


def name_end(folded: str, start: int, end: int) -> int:
    """Return where a name ends that begins at a place: at a stop, a word that leads on, a digit, or after six words."""
    found = _stop().search(folded, start, end)
    last = found.start() if found else end
    words_of = list(re.finditer(r"\S+", folded[start:last]))[:6]
    return start + words_of[-1].end() if words_of else start


@lru_cache(maxsize=1)
def _stop() -> re.Pattern[str]:
    return re.compile(rf"[.،؛:,«\"()/]|\s{any_of(words.STOPS)}{WORD_END}|\s\d|\sو(?={any_of(words.STOPS)}{WORD_END})")


@lru_cache(maxsize=1)
def _thing() -> re.Pattern[str]:
    unit, latin, counted = any_of(words.UNITS), any_of(words.LATIN_UNITS), any_of(words.COUNTED)
    return re.compile(
        rf"(?P<counted>(?:{_WORD}\s){{0,2}}{_WORD})\s{counted}\s{_AMOUNT.format('n1')}"
        rf"|(?P<weighed>(?:{_WORD}\s){{0,2}}{_WORD})\s{_AMOUNT.format('n2')}\s(?P<unit>{unit}){WORD_END}"
        rf"|(?<![\w/.-]){_AMOUNT.format('n3')}\s(?:(?P<unit3>{latin})\sof\s)?(?P<latin>(?:(?:heavy|light|medical|radio|hand)\s)?[a-z]{{3,20}}(?:\s(?:rounds|sets|weapons|boxes))?)"
        rf"|(?<![\w/.-]){_AMOUNT.format('n4')}\s(?:(?P<unit4>{unit})\s)?(?P<before>[^\W\d_a-z]{{3,14}})"
    )


@lru_cache(maxsize=1)
def _sum() -> re.Pattern[str]:
    currency = any_of(words.CURRENCIES)
    return re.compile(
        rf"(?:{any_of(words.SUM)}\s)?{_AMOUNT.format('s1')}\s(?P<currency>{currency}){WORD_END}|(?P<currency2>usd|eur)\s{_AMOUNT.format('s2')}"
    )


def _is_unit_of_time(word: str) -> bool:
    return re.match(any_of(words.NO_LATIN_THING) + WORD_END, word) is not None


def _is_act(word: str) -> bool:
    return _act().match(word) is not None


@lru_cache(maxsize=1)
def _act() -> re.Pattern[str]:
    return re.compile(rf"(?:{words.JOINED})?{any_of('|'.join(ACTS.values()))}{WORD_END}")


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[str, frozenset[str], re.Pattern[str]], ...]:
    """Return the rules, each with words of which one stands where it holds."""
    patterns = {rule: "|".join(map(_rule_pattern, sorted(phrases.split("|"), key=len, reverse=True))) for rule, phrases in RULES.items()}
    return tuple((rule, signs_of(RULES[rule]), re.compile(pattern)) for rule, pattern in patterns.items())


def _rule_pattern(phrase: str) -> str:
    days = {
        "#": r"\(?(\d{1,3})\)?(?:st|nd|rd|th)?",
        "$": r"(?:يوم\s)?[^\W\d_]{4,9}",
        "@": r"(?=[(\d]|[^\W\d_]{3,9},?\s\d|(?:the\s)|" + any_of(words.DAY_STARTS) + ")",
    }
    parts = (days.get(word) or re.escape(fold(word)) for word in phrase.split())
    return "(?<!\\w)" + r"\s+".join(parts) + ("" if phrase.endswith(("@", "$")) else WORD_END)
