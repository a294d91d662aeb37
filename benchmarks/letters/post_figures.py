"""How far tenures of posts are what `examples/siege/make_acts.py` says: found, their ends right, whom they name, what they date."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kashf.domain.date import FuzzyDate, Precision
from kashf.domain.document import Span
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import Force, Instruction
from kashf.domain.letters.letter import Letter, Signatory
from kashf.domain.letters.said import PaperDate, Said
from kashf.services.letters.list_letters import ListedLetter

Row = Mapping[str, Any]
Key = tuple[str, str, str]


@dataclass
class PostFigures:
    """What was counted.

    Args:
        counts: By what is counted.
        faults: Some of what is wrong, told.
    """

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def add(self, posts: Iterable[Row], truth: Mapping[str, Row], tenures: Sequence[Row]) -> None:
        """Count one pile.

        Args:
            posts: As `kashf posts --json` gives them.
            truth: The true letter of each document.
            tenures: Those of `truth/posts.jsonl`.
        """
        told, found = [*posts], set[Key]()
        for post in told:
            for tenure in post["tenures"]:
                found |= self._tenure(tenure, truth, tenures)
            for each in post["nameless"]:
                self._nameless(post, each, truth, tenures)
            for each in post["dated"]:
                self._dated(each, truth)
            for each in post["shared"]:
                self._shared(each, truth)
        there = {key for row in truth.values() if not row["forged"] and _day(row) for _, key in _true_signs(row)}
        self.counts["true"] += len(there)
        self.counts["true found"] += len(there & found)

    def _tenure(self, tenure: Row, truth: Mapping[str, Row], tenures: Sequence[Row]) -> set[Key]:
        keys = Counter(key for sign in tenure["signs"] for key in _of_sign(sign, truth))
        if not keys:
            self.counts["tenure of nobody"] += 1
            return set()
        self.counts["tenures"] += 1
        self.counts["tenures of one"] += len(keys) == 1
        office, post, person = keys.most_common(1)[0][0]
        mine = [row for row in tenures if (row["office"], row["post"], row["person"]) == (office, post, person)]
        if len(keys) > 1 or not mine:
            self.faults.append(f"mixed {dict(keys)}")
            return set(keys)
        self._ends(tenure, mine)
        return set(keys)

    def _ends(self, tenure: Row, mine: Sequence[Row]) -> None:
        checks: tuple[tuple[str, Callable[[str, Row], bool]], ...] = (
            ("seen_from", lambda day, true: true["first"] <= day <= true["last"]),
            ("seen_to", lambda day, true: true["first"] <= day <= true["last"]),
            ("not_before", lambda day, true: day <= true["first"]),
            ("not_after", lambda day, true: day >= true["last"]),
        )
        for name, is_right in checks:
            if bound := tenure[name]:
                self.counts[name] += 1
                right = any(is_right(bound["day"], true) for true in mine)
                self.counts[f"{name} right"] += right
                if not right:
                    times = ", ".join(f"{true['first']}..{true['last']}" for true in mine)
                    self.faults.append(f"{name} {bound['day']} ({bound['rule']}) of {tenure['holder']} {times}")

    def _nameless(self, post: Row, told: Row, truth: Mapping[str, Row], tenures: Sequence[Row]) -> None:
        row = truth.get(told["span"]["document"])
        signed = row and row["signatory"]
        if not (row and signed and signed["post"]):
            self.counts["nameless misread"] += 1
            return
        right = _holder(signed["office"], signed["post"], row["true_day"], tenures)
        people = {
            name: key[2] for each in post["tenures"] for sign in each["signs"] for key in _of_sign(sign, truth) for name in each["names"]
        }
        named = {people.get(name) for name in told["holders"]}
        self.counts[f"nameless {told['how_sure']}"] += 1
        self.counts[f"nameless {told['how_sure']} right"] += right in named
        if right not in named and told["holders"]:
            self.faults.append(f"{told['how_sure']}: {told['holders']} on {row['true_day']}, rightly {right}")

    def _dated(self, told: Row, truth: Mapping[str, Row]) -> None:
        row = truth.get(told["span"]["document"])
        if row is None:
            return
        date = FuzzyDate.parse(told["date"])
        day = dt.date.fromisoformat(row["true_day"])
        is_right = (date.earliest or dt.date.min) <= day <= (date.latest or dt.date.max)
        self.counts["dated"] += 1
        self.counts["dated right"] += is_right
        self.counts["dated on both sides"] += date.days > 0
        if not is_right:
            self.faults.append(f"dated {told['date']}, rightly {day}: {told['holder']}")

    def _shared(self, told: Row, truth: Mapping[str, Row]) -> None:
        signs = [told["sign"], *told["beside"]]
        rows = [truth[sign["span"]["document"]] for sign in signs if sign["span"]["document"] in truth]
        people = {key[2] for sign in signs for key in _of_sign(sign, truth)}
        cause = "forgery" if any(row["forged"] for row in rows) else "one man" if len(people) == 1 else "other"
        self.counts[f"{told['told_as']}: {cause}"] += 1
        if cause == "other":
            self.faults.append(f"shared {told['holders']} {[sign['date'] for sign in signs]}")


def _of_sign(sign: Row, truth: Mapping[str, Row]) -> Iterator[Key]:
    row = truth.get(sign["span"]["document"])
    if row is None or row["forged"]:
        return
    kinds = {"signed": "signed", "named": "appoint", "relieved": "dismiss"}
    yield from (key for kind, key in _true_signs(row) if kind == kinds[sign["kind"]])


def _true_signs(row: Row) -> Iterator[tuple[str, Key]]:
    """Yield what a letter says of who holds a post."""
    signed = row["signatory"]
    if signed and signed["name"] and signed["post"]:
        yield "signed", (signed["office"], signed["post"], signed["person"])
    for act in row["acts"]:
        if act["kind"] in {"appoint", "dismiss"} and act["post"] and len(act["persons"]) == 1:
            yield act["kind"], (act["post"]["office"], act["post"]["post"], act["persons"][0]["person"])


def _holder(office: str, post: str, day: str, tenures: Sequence[Row]) -> str | None:
    held = (row for row in tenures if (row["office"], row["post"]) == (office, post) and row["first"] <= day <= row["last"])
    return next((row["person"] for row in held), None)


def _day(row: Row) -> str | None:
    written = row["written"]
    return written and written["earliest"]


def true_letters(rows: Iterable[Row]) -> tuple[ListedLetter, ...]:
    """Return letters as the truth has them, copies and translations left out; offices and posts by their keys."""
    return tuple(
        ListedLetter(DocumentId(row["id"]), row["file"], _letter(row)) for row in rows if not (row["exemplar_of"] or row["translation_of"])
    )


def _letter(row: Row) -> Letter:
    signed = row["signatory"]
    written = row["written"]
    date = _date(written["earliest"], written["latest"]) if written and written["earliest"] else None
    acts = [
        Instruction(
            _said(row, act["text"]),
            act["kind"],
            Force(act["force"].replace("_", "-")),
            people=tuple(_said(row, each["text"]) for each in act["persons"]),
            post=_said(row, f"{act['post']['post']} / {act['post']['office']}"),
        )
        for act in row["acts"]
        if act["kind"] in {"appoint", "dismiss"} and act["post"] and act["force"] in {"order", "done"}
    ]
    return Letter(
        offices=tuple(_said(row, key) for key in (row["issuer"] or {}).get("hierarchy", ())),
        written=PaperDate(_said(row, written["text"] or "-"), date) if date else None,
        signatory=Signatory(
            _said(row, signed["name"]) if signed["name"] else None,
            _said(row, signed["post"]) if signed["post"] else None,
            _said(row, signed["office"]) if signed["post"] else None,
        )
        if signed
        else None,
        acts=tuple(acts),
    )


def _date(first: str, last: str) -> FuzzyDate:
    return FuzzyDate(dt.date.fromisoformat(first), dt.date.fromisoformat(last), precision=Precision.DAY)


def _said(row: Row, text: str) -> Said:
    return Said(text, Span(DocumentId(row["id"]), 1, 0, 1), "truth", 1.0)
