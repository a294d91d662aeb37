"""How far what a letter was read as is what it says: each field against the truth of `examples/siege/make_acts.py`."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kashf.language.words.folding import fold

Row = Mapping[str, Any]

#: Possible days of a date that still names a day: ambiguous digits, each give or take a day.
MOST_DAYS = 8
#: Fields that are told whether they stay empty where the paper has nothing.
EMPTY = ("number", "written", "addressee", "subject", "signatory", "sender", "place", "classification", "stamp", "title")


@dataclass
class Tally:
    """Right, wrong and missing of one field, and which letters have the faults."""

    right: int = 0
    wrong: int = 0
    missing: int = 0
    faults: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall; 1.0 where there is nothing to find and nothing was."""
        total = 2 * self.right + self.wrong + self.missing
        return 2 * self.right / total if total else 1.0


class LetterFigures:
    """Adds letters up."""

    def __init__(self) -> None:
        self.fields: dict[str, Tally] = defaultdict(Tally)
        self.null_kept = self.null_all = 0
        self.nulls: Counter[str] = Counter()

    def add(self, truth: Row, found: Row | None) -> None:
        """Count one letter; `found` is a line of `kashf letters --jsonl`, None where none was found."""
        name = str(truth["id"])
        for each, (wanted, got) in _pairs(truth, found or {}).items():
            self._count(each, name, wanted, got)
        for each in EMPTY:
            wanted, got = _emptiness(truth, found or {})[each]
            if not wanted:
                self.null_all += 1
                self.null_kept += not got
                self.nulls[each] += bool(got)

    def _count(self, name: str, letter: str, wanted: Sequence[Any], got: Sequence[Any]) -> None:
        tally, left = self.fields[name], list(got)
        missing = []
        for each in wanted:
            hit = next((other for other in left if _same(each, other)), None)
            if hit is None:
                missing.append(each)
            else:
                left.remove(hit)
                tally.right += 1
        tally.missing += len(missing)
        tally.wrong += len(left)
        if missing or left:
            tally.faults.append((letter, str(missing), str(left)))


@dataclass(frozen=True)
class _Days:
    """A date of the truth, or one that was read."""

    days: frozenset[dt.date]
    names_day: bool = True


def _same(wanted: Any, got: Any) -> bool:
    if isinstance(wanted, _Days) and isinstance(got, _Days):
        return bool(wanted.days & got.days) and (len(got.days) <= MOST_DAYS or not wanted.names_day)
    if isinstance(wanted, tuple) and isinstance(got, tuple) and len(wanted) == len(got):
        return all(_same(left, right) for left, right in zip(wanted, got, strict=True))
    if isinstance(wanted, str) and isinstance(got, frozenset):
        return wanted in got
    return bool(wanted == got)


def words(text: Any) -> str:
    """Return words as they are compared: folded, without signs."""
    return " ".join(re.findall(r"\w+", fold(str(text)))) if text else ""


def _pairs(truth: Row, found: Row) -> dict[str, tuple[list[Any], list[Any]]]:
    signed, signs = truth["signatory"] or {}, found.get("signatory") or {}
    quoted = [each for each in truth["references"] if each["use"] == "quote"]
    authors = (
        {words(quoted[0]["author_text"] or quoted[0]["text"])} - {""}
        if quoted and any(act["quoted_from"] for act in truth["acts"])
        else set()
    )
    return {
        "number": (_numbers([truth["number"]]), _found_numbers([found.get("number")])),
        "written": (_days([truth["written"]]), _found_days([found.get("written")])),
        "addressee": ([words(each["text"]) for each in truth["addressees"]], [_said(each) for each in found.get("addressees", ())]),
        "office": (
            [words(each) for each in truth["issuer"]["lines"]] if truth["issuer"] else [],
            [words(each["text"]) for each in found.get("offices", ())],
        ),
        "subject": (_one(truth["subject"]), _one(found.get("subject"))),
        "signatory": (
            [*_one(signed.get("name")), *_one(signed.get("post_text"))],
            [*_one(signs.get("name")), *_posts(signs)],
        ),
        "copies": ([words(each["text"]) for each in truth["copies"]], [_said(each) for each in found.get("copies", ())]),
        "stamp": (_one((truth["stamp"] or {}).get("text")), _one(found.get("stamp"))),
        "enclosures": (
            [words(each["text"]) for each in truth["enclosures"]],
            [words(each["text"]) for each in found.get("enclosures", ())],
        ),
        "references": ([_triple(each) for each in truth["references"]], [_found_triple(each) for each in found.get("cited", ())]),
        "speech act": ([truth["speech_act"]], [found["speech_act"]] if found.get("speech_act") else []),
        "acts": ([_act(each) for each in truth["acts"]], [_found_act(each) for each in found.get("acts", ())]),
        "acts: force": (
            [(_kind(each["kind"]), _kind(each["force"])) for each in truth["acts"]],
            [(each["kind"], each["force"]) for each in found.get("acts", ())],
        ),
        "acts: who": (
            [(_kind(each["kind"]), words(each["agent"]["text"])) for each in truth["acts"] if each["agent"]],
            [(each["kind"], _said_of(each["who"])) for each in found.get("acts", ()) if each["who"]],
        ),
        "acts: objects": (list(_objects(truth["acts"])), list(_found_objects(found.get("acts", ())))),
        "acts: from, to": (list(_ways(truth["acts"])), list(_found_ways(found.get("acts", ())))),
        "acts: by when": (
            [(_kind(each["kind"]), _rule(each["deadline"]["rule"])) for each in truth["acts"] if each["deadline"]],
            [(each["kind"], each["by_when"]["rule"]) for each in found.get("acts", ()) if each["by_when"]],
        ),
        "author of a quoted order": (
            sorted(authors),
            sorted({_said_of(each["author"]) for each in found.get("acts", ()) if each["author"]}),
        ),
    }


def _emptiness(truth: Row, found: Row) -> dict[str, tuple[bool, bool]]:
    day = found.get("written")
    return {
        "number": (bool(truth["number"]), bool(found.get("number"))),
        "written": (bool(truth["written"] and truth["written"]["state"] in {"complete", "no_day"}), bool(day and day["date"])),
        "addressee": (bool(truth["addressees"]), bool(found.get("addressees"))),
        "subject": (bool(truth["subject"]), bool(found.get("subject"))),
        "signatory": (bool(truth["signatory"]), bool(found.get("signatory"))),
        "sender": (bool(truth["from"]), bool(found.get("sender"))),
        "place": (bool(truth["place_of_issue"]), bool(found.get("place"))),
        "classification": (bool(truth["classification"]), bool(found.get("classification"))),
        "stamp": (bool(truth["stamp"]), bool(found.get("stamp"))),
        "title": (bool(truth["title"]), bool(found.get("title"))),
    }


def _one(value: Any) -> list[str]:
    text = value["text"] if isinstance(value, Mapping) else value
    return [words(text)] if text else []


def _posts(signs: Row) -> list[frozenset[str]]:
    """Return the post, with and without the office behind it."""
    post, office = words((signs.get("post") or {}).get("text")), words((signs.get("office") or {}).get("text"))
    return [frozenset((post, f"{post} {office}"))] if post else []


def _said(value: Row) -> str:
    return words(value["said"]["text"])


def _said_of(value: Row | None) -> str:
    return words(value["text"]) if value else ""


def _numbers(values: Iterable[Row | None]) -> list[str]:
    """Return numbers by their parts: with which sign a part is set off from the next, or a letter drawn out, is not asked."""
    return [words(each["normal"]) for each in values if each]


def _found_numbers(values: Iterable[Row | None]) -> list[frozenset[str]]:
    return [frozenset(map(words, (each["normal"], *each["aliases"]))) for each in values if each]


def _days(values: Iterable[Row | None]) -> list[_Days]:
    return [_truth_days(each) for each in values if each and each.get("earliest")]


def _truth_days(date: Row) -> _Days:
    first, last = (dt.date.fromisoformat(date[key]) for key in ("earliest", "latest"))
    slack = int(date.get("slack_days") or 0)
    days = frozenset(first + dt.timedelta(day) for day in range(-slack, (last - first).days + slack + 1))
    return _Days(days, names_day=len(days) <= MOST_DAYS)


def _found_days(values: Iterable[Row | None]) -> list[_Days]:
    return [_Days(frozenset(edtf_days(each["date"]))) for each in values if each and each["date"]]


def edtf_days(edtf: str) -> Iterator[dt.date]:
    """Yield the days that a date in the Extended Date/Time Format may be, a thousand of a run at most; none where a side is open."""
    for part in edtf.strip("[]").split(","):
        first, _, last = part.partition("..")
        sides = [_bounds(side) for side in (first, last or first) if side]
        if len(sides) == 2:
            start, end = sides[0][0], sides[1][1]
            yield from (start + dt.timedelta(day) for day in range(min(1000, (end - start).days + 1)))


def _bounds(text: str) -> tuple[dt.date, dt.date]:
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return dt.date(*parts), dt.date(*parts)
    if len(parts) == 2:
        following = dt.date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return dt.date(parts[0], parts[1], 1), following - dt.timedelta(1)
    return dt.date(parts[0], 1, 1), dt.date(parts[0], 12, 31)


def _triple(each: Row) -> tuple[Any, ...]:
    dates = _days([each["date"]])
    numbers = _numbers([each["number"]])
    return words(each["author_text"]), numbers[0] if numbers else "", dates[0] if dates else ""


def _found_triple(each: Row) -> tuple[Any, ...]:
    dates, numbers = _found_days([each["date"]]), _found_numbers([each["number"]])
    return _said_of(each["author"]), numbers[0] if numbers else "", dates[0] if dates else ""


def _kind(kind: str) -> str:
    return kind.replace("_", "-")


def _rule(rule: str) -> str:
    return {"week": "every", "month": "every"}.get(rule, rule.replace("_", "-"))


def _act(each: Row) -> tuple[str, bool]:
    return _kind(each["kind"]), bool(each["forbidden"])


def _found_act(each: Row) -> tuple[str, bool]:
    return each["kind"], each["force"] == "forbid"


def _objects(acts: Iterable[Row]) -> Iterator[str]:
    for act in acts:
        yield from (words(each["text"]) for each in act["items"])
        if act["sum"]:
            yield f"money {act['sum']}"


def _found_objects(acts: Iterable[Row]) -> Iterator[str]:
    for act in acts:
        for each in act["things"]:
            yield f"money {each['amount']}" if each["thing"] == "money" else _said(each)


def _ways(acts: Iterable[Row]) -> Iterator[tuple[str, str]]:
    for act in acts:
        yield from ((side, words(act[side]["text"])) for side in ("from", "to") if act[side])
        if act["kind"] == "travel" and act["place"] and not act["to"]:
            yield "to", words(act["place"]["text"])
        if act["kind"] == "pay" and not act["to"]:
            yield from (("to", words(each["text"])) for each in act["persons"])


def _found_ways(acts: Iterable[Row]) -> Iterator[tuple[str, str]]:
    for act in acts:
        yield from ((side, _said_of(act[key])) for side, key in (("from", "origin"), ("to", "goal")) if act[key])
